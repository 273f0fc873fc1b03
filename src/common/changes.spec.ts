import { changeOf } from './changes';

describe('changeOf', () => {
  const present = { name: 'Ada', phone: null, company: 'Snow' };

  it('names what differs, as it was and as it is to be', () => {
    const wanted = { name: 'Grace', phone: '801', company: null };
    expect(changeOf(present, wanted)).toEqual({ before: present, after: wanted });
  });

  it('leaves out what is absent or the same', () => {
    expect(changeOf(present, { name: 'Ada', phone: undefined, company: '' })).toEqual({
      before: { company: 'Snow' },
      after: { company: '' },
    });
  });

  it('finds nothing where everything is as wanted', () => {
    expect(changeOf(present, { name: 'Ada', phone: undefined, company: 'Snow' })).toBeUndefined();
  });
});
