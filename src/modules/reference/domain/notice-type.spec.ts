import { noticeTypeCodes, noticeTypes, parseNoticeType } from './notice-type';

describe('notice types', () => {
  it('are the nine codes in use, of which only solicitations take bids', () => {
    expect(noticeTypes.map(({ code }) => code)).toEqual([...noticeTypeCodes]);
    expect(noticeTypes.filter(({ biddable }) => biddable).map(({ code }) => code)).toEqual(['o', 'k']);
  });

  it.each([
    ['k', 'k'],
    ['Combined Synopsis/Solicitation', 'k'],
    ['Consolidate/(Substantially) Bundle', 'i'],
    ['sources sought', 'r'],
    [' Award Notice ', 'a'],
  ])('reads %p as %s', (text, code) => {
    expect(parseNoticeType(text)).toBe(code);
  });

  it.each(['', null, undefined, 'f', 'l', 'm', 'Solicit'])('does not know %p', (text) => {
    expect(parseNoticeType(text)).toBeUndefined();
  });
});
