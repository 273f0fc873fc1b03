import { identityOf, independentRows, type KnownProfile, KnownProfiles } from './business-identity';
import type { ImportedBusiness } from './imported-business';

const UEI = 'ZQGGHJH74DW7';
const OTHER_UEI = 'JLC2ZFWEK1K8';

const row = (given: {
  name?: string;
  uei?: string;
  cages?: readonly string[];
  primary?: number;
}): ImportedBusiness => ({
  origin: 'csv',
  companyName: given.name ?? 'One',
  ueiNumber: given.uei ?? null,
  ...{ dbaName: null, dunsNumber: null, description: null, websiteUrl: null, businessType: null },
  ...{ employeeCount: null, annualRevenue: null, establishedOn: null, fiscalYearEndMonth: 12 },
  ...{ zipCode: null, state: null, city: null, samRegistration: null, excluded: null },
  samBusinessTypes: [],
  naicsCodes: [],
  pscCodes: [],
  cageCodes: (given.cages ?? []).map((code, index) => ({ code, isPrimary: index === given.primary })),
  certifications: [],
});

let profiles = 0;
const profile = (given: Partial<KnownProfile>): KnownProfile => ({
  id: `profile-${(profiles += 1)}`,
  isOwned: false,
  ueiNumber: null,
  cageCodes: [],
  rowNames: [],
  createdAt: new Date('2026-01-01T00:00:00Z'),
  ...given,
});

describe('the identity of a row', () => {
  it.each([
    [['1ABC3', '1ABC2'], undefined, ['1ABC2', '1ABC3']],
    [['1ABC4', '1ABC2', '1ABC3'], 2, ['1ABC3', '1ABC2', '1ABC4']],
    [[], undefined, []],
  ])('has of the CAGE codes %j the primary one first, and the others in one order', (cages, primary, cageCodes) => {
    expect(identityOf(row({ cages, primary }))).toEqual({ companyName: 'One', ueiNumber: null, cageCodes });
  });
});

describe('the profile that a row is about', () => {
  const target = (given: Parameters<typeof row>[0], ...known: readonly KnownProfile[]): string | undefined =>
    new KnownProfiles(known).targetOf(identityOf(row(given)))?.id;

  it('is the one with its UEI, whatever else differs', () => {
    const same = profile({ ueiNumber: UEI });
    const sameCage = profile({ cageCodes: ['1ABC2'] });
    expect(target({ uei: UEI, cages: ['1ABC2'], name: 'X' }, sameCage, same)).toBe(same.id);
  });

  it('is the one with its CAGE code where none has its UEI, but never one with another UEI', () => {
    const same = profile({ cageCodes: ['1ABC2', '1ABC3'] });
    const another = profile({ cageCodes: ['1ABC2'], ueiNumber: OTHER_UEI, isOwned: true });
    expect(target({ uei: UEI, cages: ['1ABC2'] }, another, same)).toBe(same.id);
    expect(target({ uei: UEI, cages: ['1ABC2'] }, another)).toBeUndefined();
    expect(target({ cages: ['1ABC2'] }, another)).toBe(another.id);
  });

  it('goes by a code that both list, unless an owner lists it', () => {
    const known = { cageCodes: ['1ABC3', '1ABC2'] };
    expect(target({ cages: ['1ABC2'] }, profile(known))).toBeUndefined();
    expect(target({ cages: ['1ABC2', '1ABC3'], primary: 0 }, profile({ ...known, id: 'turned' }))).toBe('turned');
    expect(target({ cages: ['1ABC2'] }, profile({ ...known, id: 'owned', isOwned: true }))).toBe('owned');
  });

  it('is of several with its CAGE code the most similar one', () => {
    const withUei = profile({ cageCodes: ['1ABC2'], ueiNumber: UEI, rowNames: ['One'] });
    const turned = profile({ cageCodes: ['1ABC3', '1ABC2'], rowNames: ['One'] });
    const plain = profile({ cageCodes: ['1ABC2'] });
    const named = profile({ cageCodes: ['1ABC2'], rowNames: ['One'], createdAt: new Date('2026-03-01T00:00:00Z') });
    const cages = ['1ABC2', '1ABC3'];
    expect(target({ cages }, withUei, turned, plain, named)).toBe(named.id);
    expect(target({ cages }, withUei, turned, plain)).toBe(plain.id);
    expect(target({ cages }, withUei, turned)).toBe(turned.id);
    expect(target({ cages }, withUei)).toBe(withUei.id);
  });

  it('is the one with its name, as the database compares names, where neither has a number', () => {
    const same = profile({ rowNames: ['SÖHNE'] });
    expect(target({ name: 'SÖHNE' }, same)).toBe(same.id);
    expect(target({ name: 'Söhne' }, same)).toBeUndefined();
    expect(target({ name: 'SÖHNE', uei: UEI }, same)).toBeUndefined();
    expect(target({ name: 'SÖHNE', cages: ['1ABC2'] }, same)).toBeUndefined();
    expect(target({ name: 'A' }, profile({ rowNames: ['A'], ueiNumber: UEI }))).toBeUndefined();
    expect(target({ name: 'A' }, profile({ rowNames: ['A'], cageCodes: ['1ABC2'] }))).toBeUndefined();
  });

  it('is of several an owned one, else the oldest', () => {
    const young = profile({ ueiNumber: UEI, createdAt: new Date('2026-03-01T00:00:00Z') });
    const old = profile({ ueiNumber: UEI, createdAt: new Date('2026-02-01T00:00:00Z') });
    const owned = profile({ ueiNumber: UEI, createdAt: new Date('2026-04-01T00:00:00Z'), isOwned: true });
    expect(target({ uei: UEI }, young, old)).toBe(old.id);
    expect(target({ uei: UEI }, young, old, owned)).toBe(owned.id);
    const [first, second] = [profile({ ueiNumber: UEI, id: 'a' }), profile({ ueiNumber: UEI, id: 'b' })];
    expect(target({ uei: UEI }, second, first)).toBe('a');
  });
});

describe('rows that can be written at the same time', () => {
  const count = (rows: readonly ImportedBusiness[], ...known: readonly KnownProfile[]): number =>
    independentRows(rows, new KnownProfiles(known));

  it('are all that are about different firms', () => {
    expect(count([])).toBe(0);
    expect(
      count([row({ name: 'A' }), row({ name: 'B' }), row({ name: 'A', uei: UEI }), row({ cages: ['1ABC2'] })]),
    ).toBe(4);
  });

  it.each<[string, ImportedBusiness, ImportedBusiness]>([
    ['UEI', row({ uei: UEI, name: 'A' }), row({ uei: UEI, name: 'B' })],
    ['name', row({ name: 'Acme' }), row({ name: 'ACME' })],
    ['name but for a letter', row({ name: 'Straße' }), row({ name: 'Strasse' })],
    ['CAGE code', row({ cages: ['1ABC2'] }), row({ cages: ['1ABC2'], uei: UEI })],
    ['CAGE code, listed second', row({ cages: ['1ABC3', '1ABC2'], uei: UEI }), row({ cages: ['1ABC2'] })],
  ])('end before the second row of the same %s', (_, first, second) => {
    expect(count([first, row({ name: 'Between' }), second, row({ name: 'Behind' })])).toBe(2);
  });

  it('end before a second row about one profile, by another of its numbers', () => {
    const known = profile({ ueiNumber: UEI, cageCodes: ['1ABC2'] });
    expect(count([row({ uei: UEI }), row({ cages: ['1ABC2'] })], known)).toBe(1);
  });
});
