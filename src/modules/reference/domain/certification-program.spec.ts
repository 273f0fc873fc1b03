import { certificationPrograms, neverExpires } from './certification-program';

describe('a status that never expires', () => {
  it('is one that the firm represents itself, or that has no term', () => {
    expect(certificationPrograms.filter(neverExpires).map(({ code }) => code)).toEqual(['iee', 'sdb', 'dbe']);
  });

  it.each([
    [true, 3, true],
    [false, null, true],
    [false, 3, false],
  ])('self-represented %s, %s years: %s', (selfRepresented, termYears, expected) => {
    const [program] = certificationPrograms;
    expect(program && neverExpires({ ...program, selfRepresented, termYears })).toBe(expected);
  });
});
