import { profileSaying } from '../../../../../test/support/imported-profile';
import { loadReferenceFacts } from '../../../reference';
import type { Business } from '../business';
import type { ImportedBusiness } from './imported-business';
import { changeTo, type ProfileChange } from './profile-change';
import { contentAfter, contentOf, type ImportContext } from './profile-content';

const { zip } = loadReferenceFacts();
const context: ImportContext = {
  today: '2026-04-10',
  locate: (address) => {
    const place = zip(address.zipCode);
    return {
      ...address,
      city: address.city ?? place?.city ?? null,
      state: place?.state ?? address.state,
      county: place?.county ?? null,
      countyFips: place?.countyFips ?? null,
    };
  },
};

/** A firm as our layout describes it. */
const told: ImportedBusiness = {
  origin: 'csv',
  companyName: 'Wasatch Networks',
  dbaName: null,
  ueiNumber: 'ZQGGHJH74DW7',
  dunsNumber: null,
  description: 'Networks.',
  websiteUrl: null,
  businessType: 'LLC',
  samBusinessTypes: ['2X', 'LJ'],
  employeeCount: 12,
  annualRevenue: 2_500_000.5,
  establishedOn: '2001-02-03',
  fiscalYearEndMonth: 12,
  zipCode: '84101',
  state: 'UT',
  city: null,
  samRegistration: { status: 'active', expiresOn: '2027-01-01' },
  excluded: false,
  naicsCodes: [
    { code: '541512', isPrimary: true, version: '2022', samSize: null },
    { code: '511210', isPrimary: false, version: '2017', samSize: null },
  ],
  pscCodes: ['DA01', 'R425'],
  cageCodes: [{ code: '1ABC2', isPrimary: true }],
  certifications: [
    {
      program: 'hubzone',
      status: 'active',
      certifier: null,
      number: null,
      validFrom: '2025-01-01',
      expiresOn: '2028-01-01',
      evidence: null,
    },
  ],
};

const SBA = 'U.S. Small Business Administration';
const EXTRACT = 'SAM.gov public extract of 2020';

/** The same firm in the extract of SAM.gov. */
const extracted: ImportedBusiness = {
  ...told,
  origin: 'sam-entities',
  companyName: 'CAGE 1ABC2',
  ...{ dbaName: null, ueiNumber: null, dunsNumber: null, description: null, websiteUrl: null, city: null },
  ...{ employeeCount: null, annualRevenue: null, samRegistration: null, excluded: null },
  naicsCodes: told.naicsCodes.map((code) => ({ ...code, isPrimary: false })),
  fiscalYearEndMonth: null,
  certifications: told.certifications.map((certification) => ({
    ...certification,
    certifier: SBA,
    validFrom: null,
    expiresOn: null,
    evidence: EXTRACT,
  })),
};

/** The profile that an import of this row makes, with what people and other imports have added. */
const storedAs = (imported: ImportedBusiness, given: Partial<Business> = {}): Business => ({
  ...profileSaying(contentOf(imported, { ...context, today: '2026-01-01' }), imported.origin),
  ...given,
});

const change = (stored: Business, imported: ImportedBusiness): ProfileChange | undefined =>
  changeTo(stored, contentAfter(stored, imported, context));

describe('a row that tells of a known firm again', () => {
  it.each([told, extracted, { ...told, zipCode: null, excluded: null, samRegistration: null }])(
    'changes nothing on another day',
    (row) => expect(change(storedAs(row), row)).toBeUndefined(),
  );

  it('changes nothing in another order', () => {
    const reordered: ImportedBusiness = {
      ...told,
      samBusinessTypes: [...told.samBusinessTypes].reverse(),
      naicsCodes: [...told.naicsCodes].reverse(),
      pscCodes: [...told.pscCodes].reverse(),
    };
    expect(change(storedAs(told), reordered)).toBeUndefined();
    const [changed] = [change(storedAs(told), { ...reordered, dbaName: 'W' })];
    expect(changed).toMatchObject({ fields: { samBusinessTypes: told.samBusinessTypes }, lists: {} });
  });

  it.each<[string, Partial<ImportedBusiness>, { matches: boolean; identity: boolean }]>([
    ['name', { companyName: 'Other' }, { matches: false, identity: true }],
    ['UEI', { ueiNumber: null }, { matches: false, identity: true }],
    ['DUNS number', { dunsNumber: '123456789' }, { matches: false, identity: false }],
    ['types', { samBusinessTypes: ['2X'] }, { matches: false, identity: false }],
    ['description', { description: null }, { matches: true, identity: false }],
    ['revenue', { annualRevenue: 1 }, { matches: true, identity: false }],
    ['exclusion', { excluded: true }, { matches: true, identity: false }],
    ['registration', { samRegistration: { status: 'expired', expiresOn: null } }, { matches: true, identity: false }],
    ['ZIP code', { zipCode: '84601' }, { matches: true, identity: false }],
    ['city', { city: 'Murray' }, { matches: false, identity: false }],
    ['NAICS codes', { naicsCodes: [] }, { matches: true, identity: false }],
    ['PSC codes', { pscCodes: ['DA01', 'DA02'] }, { matches: true, identity: false }],
    ['CAGE codes', { cageCodes: [{ code: '1ABC2', isPrimary: false }] }, { matches: false, identity: false }],
    ['certifications', { certifications: [] }, { matches: true, identity: false }],
  ])('changes another %s, and says what that touches', (_, given, { matches, identity }) => {
    expect(change(storedAs(told), { ...told, ...given })).toMatchObject({
      altersMatches: matches,
      altersIdentity: identity,
    });
  });

  it('touches no match by what SAM.gov says of the size', () => {
    const naicsCodes = extracted.naicsCodes.map((code) => ({ ...code, samSize: 'small' as const }));
    expect(change(storedAs(extracted), { ...extracted, naicsCodes })).toMatchObject({
      altersMatches: false,
      lists: { naicsCodes: [{ samSize: 'small' }, { samSize: 'small' }] },
    });
  });

  it('ends the fiscal year with the calendar year where nobody says otherwise', () => {
    expect(storedAs(extracted).fiscalYearEndMonth).toBe(12);
    const stored = storedAs({ ...extracted, fiscalYearEndMonth: 9 });
    expect(change(stored, extracted)).toBeUndefined();
    expect(change(stored, { ...extracted, fiscalYearEndMonth: 6 })?.fields.fiscalYearEndMonth).toBe(6);
  });

  it('writes only the lists that differ, and leaves ids to the entries that stay', () => {
    const naicsCodes = [
      { code: '511210', isPrimary: true, version: '2017', samSize: null },
      { code: '541519', isPrimary: false, version: '2022', samSize: null },
    ] as const;
    expect(change(storedAs(told), { ...told, naicsCodes })?.lists).toEqual({
      naicsCodes: [{ ...naicsCodes[0], id: 'entry-1' }, naicsCodes[1]],
    });
  });

  it('dates what it says of SAM.gov, and only what is new', () => {
    const row: ImportedBusiness = { ...told, samRegistration: { status: 'expired', expiresOn: null }, excluded: true };
    expect(change(storedAs(told), row)?.fields).toMatchObject({
      samRegistration: { status: 'expired', expiresOn: null, statedOn: '2026-04-10' },
      excluded: true,
      excludedStatedOn: '2026-04-10',
    });
    expect(change(storedAs(told), { ...told, dbaName: 'W' })?.fields).toMatchObject({
      samRegistration: { statedOn: '2026-01-01' },
      excludedStatedOn: '2026-01-01',
    });
  });
});

describe('what a layout cannot tell stays', () => {
  const rich = storedAs(told, {
    naicsCodes: [{ id: 'n', code: '541512', isPrimary: true, version: '2022', samSize: 'small' }],
    certifications: [
      {
        id: 'c',
        program: 'hubzone',
        status: 'active',
        certifier: 'SBA',
        number: 'HZ-1',
        validFrom: '2025-01-01',
        expiresOn: '2028-01-01',
        evidence: 'https://sba.example',
      },
      {
        id: 'w',
        program: 'wosb',
        status: 'active',
        ...{ certifier: null, number: null, validFrom: null, expiresOn: null, evidence: null },
      },
    ],
    cageCodes: [
      { id: 'k', code: '1ABC9', isPrimary: true },
      { id: 'l', code: '1ABC2', isPrimary: false },
    ],
  });
  const addresses = rich.addresses.map((address) => ({ ...address, line1: '1 Main Street', city: 'Murray' }));
  const settled = { ...rich, addresses };

  it('in our columns', () => {
    const row: ImportedBusiness = { ...told, city: 'Murray', cageCodes: rich.cageCodes, certifications: [] };
    const changed = change(settled, { ...row, naicsCodes: told.naicsCodes, certifications: told.certifications });
    expect(changed?.lists).toMatchObject({
      naicsCodes: [
        { code: '541512', samSize: 'small' },
        { code: '511210', samSize: null },
      ],
      certifications: [{ id: 'c', certifier: 'SBA', number: 'HZ-1', evidence: 'https://sba.example' }],
    });
    expect(changed?.lists.addresses).toBeUndefined();
    expect(change(settled, { ...row, zipCode: '84601' })?.lists.addresses).toMatchObject([
      { id: addresses[0]?.id, zipCode: '84601', line1: null },
    ]);
  });

  it('in the extract of SAM.gov', () => {
    const changed = change(settled, { ...extracted, establishedOn: null, zipCode: null, state: null });
    expect(changed?.fields).toMatchObject({
      companyName: 'Wasatch Networks',
      ueiNumber: 'ZQGGHJH74DW7',
      description: 'Networks.',
      employeeCount: 12,
      establishedOn: '2001-02-03',
      zipCode: '84101',
      samRegistration: rich.samRegistration,
      excluded: false,
    });
    expect(changed?.lists).toMatchObject({
      naicsCodes: [
        { code: '541512', isPrimary: true, samSize: null },
        { code: '511210', isPrimary: false },
      ],
    });
    expect(changed?.lists).toMatchObject({ certifications: undefined });
    expect(changed?.lists).toMatchObject({ cageCodes: undefined, addresses: undefined, pscCodes: undefined });
  });
});

describe('a certification', () => {
  type Stated = Partial<ImportedBusiness['certifications'][number]>;
  const NOTHING = { certifier: null, number: null, validFrom: null, expiresOn: null, evidence: null };
  const hubzone = (given: Stated): ImportedBusiness['certifications'][number] => ({
    ...{ program: 'hubzone', status: 'active' },
    ...NOTHING,
    ...given,
  });
  const holding = (...certifications: readonly Stated[]): Business =>
    storedAs({ ...told, certifications: certifications.map(hubzone) });
  const afterwards = (stored: Business, imported: ImportedBusiness): ImportedBusiness['certifications'] =>
    contentAfter(stored, imported, context).certifications;
  const told2020: Stated = { certifier: SBA, evidence: EXTRACT };

  it.each<[string, Stated]>([
    ['of another status', { status: 'suspended' }],
    ['of a term that begins after the one of the extract ends', { validFrom: '2023-01-01', expiresOn: '2032-01-01' }],
    ['that somebody gave a number', { ...told2020, number: 'HZ-1' }],
    ['whose status somebody changed', { ...told2020, status: 'graduated' }],
    ['that somebody says began on a day', { ...told2020, validFrom: '2021-01-01' }],
  ])('%s stays as it is, whatever the extract says or does not say', (_, given) => {
    for (const certifications of [[hubzone({ ...told2020, expiresOn: '2022-08-19' })], []]) {
      expect(afterwards(holding(given), { ...extracted, certifications })).toEqual([expect.objectContaining(given)]);
    }
  });

  it('that the extract alone states is what the extract says now', () => {
    const stored = holding(told2020, { program: 'wosb' });
    const renewed = hubzone({ ...told2020, expiresOn: '2022-08-19' });
    expect(afterwards(stored, { ...extracted, certifications: [renewed] })).toMatchObject([
      renewed,
      { program: 'wosb' },
    ]);
    expect(afterwards(stored, { ...extracted, certifications: [] })).toMatchObject([{ program: 'wosb' }]);
    const disadvantaged = hubzone({ program: 'sdb', evidence: `Self-certified: ${EXTRACT}` });
    expect(
      afterwards(storedAs({ ...told, certifications: [disadvantaged] }), { ...extracted, certifications: [] }),
    ).toEqual([]);
  });

  it.each<[string, Stated]>([
    ['status', { status: 'suspended' }],
    ['first day', { validFrom: '2021-01-01' }],
    ['last day', { expiresOn: '2032-01-01' }],
  ])('keeps in our columns no words about another %s', (_, given) => {
    const stored = holding({ ...told2020, number: 'HZ-1' });
    expect(afterwards(stored, { ...told, certifications: [hubzone(given)] })).toEqual([hubzone(given)]);
    expect(afterwards(stored, { ...told, certifications: [hubzone({})] })).toEqual([
      hubzone({ ...told2020, number: 'HZ-1' }),
    ]);
  });
});
