import { certificationPrograms } from './certification-program';
import { parseSetAside, type SetAside, type SetAsideCode, setAsideCodes } from './set-aside';
import { setAsides } from './set-asides';

const byCode = new Map(setAsides.map((setAside) => [setAside.code, setAside]));

function setAside(code: SetAsideCode): SetAside {
  const found = byCode.get(code);
  if (found === undefined) throw new Error(`${code} is missing`);
  return found;
}

describe('parseSetAside', () => {
  it.each([
    ['SBA', 'SBA'],
    ['["SBA"]', 'SBA'],
    [' wosb ', 'WOSB'],
    ['EDWOSB', 'EDWOSB'],
    ['BICIV', 'BICiv'],
    ['NONE', 'NONE'],
  ])('reads %p as %s', (text, code) => {
    expect(parseSetAside(text)).toBe(code);
  });

  it.each(['', '  ', null, undefined, '[]', 'SB', 'XWOSB', 'WOSB/EDWOSB', 'constructor'])(
    'takes %p for unknown, not for unrestricted',
    (text) => {
      expect(parseSetAside(text)).toBeUndefined();
    },
  );
});

describe('set-asides', () => {
  it('cover every code once, each with its source', () => {
    expect([...byCode.keys()].sort()).toEqual([...setAsideCodes].sort());
    expect(setAsides).toHaveLength(setAsideCodes.length);
    expect(setAsides.filter(({ source }) => source === '')).toEqual([]);
  });

  it('name only known programs', () => {
    const known = new Set(certificationPrograms.map(({ code }) => code));
    expect(setAsides.flatMap(({ acceptedPrograms }) => acceptedPrograms).filter((code) => !known.has(code))).toEqual(
      [],
    );
  });

  it('let an EDWOSB bid on WOSB, never the other way round', () => {
    expect(setAside('WOSB').acceptedPrograms).toContain('edwosb');
    expect(setAside('EDWOSB').acceptedPrograms).toEqual(['edwosb']);
  });

  it('let an SDVOSB bid on VSA, never the other way round', () => {
    expect(setAside('VSA').acceptedPrograms).toContain('sdvosb');
    expect(setAside('SDVOSBC').acceptedPrograms).toEqual(['sdvosb']);
  });

  it('accept a pending application for the women-owned programs only', () => {
    const accepting = setAsides.filter(({ pendingAccepted }) => pendingAccepted).map(({ code }) => code);
    expect(accepting.sort()).toEqual(['EDWOSB', 'EDWOSBSS', 'WOSB', 'WOSBSS']);
  });

  it('tell sole source from competition', () => {
    const soleSource = setAsides.filter((candidate) => candidate.soleSource).map(({ code }) => code);
    expect(soleSource.sort()).toEqual(['8AN', 'EDWOSBSS', 'HZS', 'SDVOSBS', 'VSS', 'WOSBSS']);
  });

  it('need no smallness where a part, a place or Indian ownership decides', () => {
    const anySize = setAsides.filter(({ requiresSmall }) => !requiresSmall).map(({ code }) => code);
    expect(anySize.sort()).toEqual(['BICiv', 'IEE', 'LAS', 'NONE', 'SBP']);
  });
});
