import { isOfAgency, type NamedBuyer, narrowsNothing } from './agency.policy';

const hill: NamedBuyer = { department: 'DEPT OF DEFENSE', subTier: 'DEPT OF THE AIR FORCE', officeCode: 'FA8201' };
const defense = { department: 'DEPT OF DEFENSE', subTier: null, officeCode: null };
const airForce = { ...defense, subTier: 'DEPT OF THE AIR FORCE' };
const hillOffice = { ...airForce, officeCode: 'FA8201' };

describe('isOfAgency', () => {
  it.each<[string, Parameters<typeof isOfAgency>[0], Partial<NamedBuyer>, boolean]>([
    ['the department', defense, {}, true],
    ['another department', { ...defense, department: 'INTERIOR, DEPARTMENT OF THE' }, {}, false],
    ['a department whose name only begins the same', { ...defense, department: 'DEPT OF DEFENS' }, {}, false],
    ['the department and sub-tier', airForce, {}, true],
    ['another sub-tier', { ...airForce, subTier: 'DEPT OF THE ARMY' }, {}, false],
    ['the same sub-tier of another department', { ...airForce, department: 'STATE' }, {}, false],
    ['the office', hillOffice, {}, true],
    ['another office', { ...hillOffice, officeCode: 'FA8251' }, {}, false],
    ['the office code of a department that it is not of', { ...hillOffice, department: 'STATE' }, {}, false],
    ['an office code without sub-tier', { ...hillOffice, subTier: null }, {}, true],
    ['other letter case', { ...hillOffice, department: 'Dept of Defense', officeCode: 'fa8201' }, {}, true],
    ['other blanks', { ...airForce, subTier: ' DEPT  OF THE AIR\tFORCE' }, { department: 'DEPT OF  DEFENSE ' }, true],
    ['a buyer without department', defense, { department: null }, false],
    ['a buyer without sub-tier', airForce, { subTier: null }, false],
    ['a buyer without office', hillOffice, { officeCode: null }, false],
    ['an agency without department', { ...defense, department: null }, {}, false],
    ['neither with a department', { ...defense, department: null }, { department: null }, false],
  ])('%s', (_, agency, buyer, expected) => {
    expect(isOfAgency(agency, { ...hill, ...buyer })).toBe(expected);
  });
});

describe('narrowsNothing', () => {
  it('is a sub-tier or office code without department', () => {
    const nothing = { department: null, subTier: null, officeCode: null };
    expect([nothing, defense, hillOffice].map(narrowsNothing)).toEqual([false, false, false]);
    expect(
      [
        { ...nothing, subTier: 'A' },
        { ...nothing, officeCode: 'B' },
      ].map(narrowsNothing),
    ).toEqual([true, true]);
  });
});
