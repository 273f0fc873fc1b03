import { randomUUID } from 'node:crypto';
import { loadReferenceFacts, naicsSector } from '../../src/modules/reference';
import type { TestHub } from './app';

/** The day in Utah on which the firms below are looked for. */
const TODAY = '2026-04-10';

interface HeldCertification {
  readonly program: string;
  readonly status: string;
  readonly validFrom: string | null;
  readonly expiresOn: string | null;
}

/** A firm that nobody owns, as it lies in the tables. */
export interface Firm {
  readonly id: string;
  readonly name: string;
  readonly naics: readonly string[];
  readonly psc: readonly string[];
  readonly cage: string;
  readonly certifications: readonly HeldCertification[];
  readonly zip: string | null;
  readonly branches: readonly string[];
  readonly states: readonly string[];
  readonly countyFips: readonly string[];
  readonly isVerified: boolean;
  readonly isPrivate: boolean;
  readonly createdAt: string;
}

export const facts = loadReferenceFacts();

/** Salt Lake City, Provo, Ogden, Moab, St. George; Evanston in Wyoming; Denver. */
const ZIPS = ['84101', '84601', '84401', '84532', '84770', '82930', '80202'] as const;
const CODES = [
  '236220',
  '311811',
  '323111',
  '332710',
  '441110',
  '459910',
  '484110',
  '493110',
  '541512',
  '541519',
] as const;
const TERMS: readonly (readonly [string | null, string | null])[] = [
  [null, null],
  ['2025-01-01', TODAY],
  [TODAY, '2028-01-01'],
  ['2026-04-11', '2029-01-01'],
  ['2023-01-01', '2026-04-09'],
];

const pick = <T>(list: readonly T[], index: number): T[] => list.slice(index % list.length, (index % list.length) + 1);

/** Deterministic, with every kind of firm among them. */
export const firms: readonly Firm[] = Array.from({ length: 84 }, (_, n) => ({
  id: randomUUID(),
  name: `Juniper ${String((n * 37) % 84).padStart(2, '0')}`,
  naics: [...new Set([...pick(CODES, n), ...pick(CODES, n * 3 + 1), ...(n % 4 === 0 ? CODES.slice(1, 4) : [])])],
  psc: n % 3 === 0 ? ['DA01', 'Z1AA'] : pick(['DA10', 'S201', 'Y1AA'], n),
  cage: `7${String(n).padStart(3, 'A')}1`,
  certifications: ['hubzone', 'wosb', 'sdb'].slice(n % 4).map((program, index) => {
    const [[validFrom, expiresOn] = [null, null]] = pick(TERMS, n + index);
    return { program, status: n % 7 === 0 ? 'suspended' : 'active', validFrom, expiresOn };
  }),
  zip: n % 11 === 0 ? null : (ZIPS[n % ZIPS.length] ?? null),
  branches: n % 5 === 0 ? pick(ZIPS, n + 3) : [],
  states: n % 6 === 0 ? ['UT', 'NV'] : [],
  countyFips: n % 9 === 0 ? ['49019', '49049'] : [],
  isVerified: n % 3 === 1,
  isPrivate: n % 13 === 0,
  createdAt: new Date(Date.UTC(2026, 0, 1 + ((n * 5) % 84))).toISOString(),
}));

/** Branches are private: no search may tell where they are. */
export const placesOf = ({ zip }: Firm): readonly string[] => (zip === null ? [] : [zip]);
export const countiesOf = (firm: Firm): ReadonlySet<string> =>
  new Set([...placesOf(firm).flatMap((zip) => facts.zip(zip)?.countyFips ?? []), ...firm.countyFips]);
export const programsOf = (firm: Firm, day = TODAY): readonly string[] =>
  firm.certifications
    .filter(
      ({ status, validFrom, expiresOn }) =>
        status === 'active' && (validFrom ?? day) <= day && day <= (expiresOn ?? day),
    )
    .map(({ program }) => program);

/** Great-circle distance of two ZIP codes on a sphere of 3,958.7613 miles. */
export const milesBetween = (from: string, to: string): number => {
  const [a, b] = [facts.zip(from), facts.zip(to)];
  if (!a?.latitude || !a.longitude || !b?.latitude || !b.longitude) throw new Error('no such ZIP code');
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const haversine =
    Math.sin(radians(b.latitude - a.latitude) / 2) ** 2 +
    Math.cos(radians(a.latitude)) *
      Math.cos(radians(b.latitude)) *
      Math.sin(radians(b.longitude - a.longitude) / 2) ** 2;
  return 2 * 3958.7613 * Math.asin(Math.sqrt(haversine));
};
export const milesTo = (zip: string, firm: Firm): number =>
  Math.min(...placesOf(firm).map((place) => milesBetween(zip, place)));

const counted = (codes: readonly string[]): { code: string; count: number }[] =>
  [...new Set(codes)]
    .map((code) => ({ code, count: codes.filter((each) => each === code).length }))
    .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));

/** The counts as they must be, made one by one. */
export const facetsOf = (found: readonly Firm[], day = TODAY): object => ({
  certifications: counted(found.flatMap((firm) => programsOf(firm, day))),
  naicsSectors: counted(found.flatMap(({ naics }) => [...new Set(naics.map((code) => naicsSector(code) ?? ''))])),
  counties: counted(found.flatMap((firm) => [...countiesOf(firm)])).map(({ code, count }) => ({
    ...{ fips: code, name: facts.counties.get(code)?.name, count },
  })),
  verified: {
    yes: found.filter(({ isVerified }) => isVerified).length,
    no: found.filter(({ isVerified }) => !isVerified).length,
  },
});

/** As an import would: nobody owns it. */
export const storeFirm = async (hub: TestHub, firm: Firm): Promise<void> => {
  const { id, zip, isPrivate, isVerified, createdAt, states, countyFips } = firm;
  await hub.query(
    `INSERT INTO businesses (id, company_name, zip_code, visibility, verified_at, created_at, updated_at, origin, service_area,
                             match_revision, version)
     VALUES ($1, $2, $3, $4, $5, $6, $6, 'sam-entities', $7, 1, 1)`,
    [
      ...[id, firm.name, zip, isPrivate ? 'private' : 'public', isVerified ? createdAt : null, createdAt],
      JSON.stringify({ isNational: false, isRemote: false, states, countyFips }),
    ],
  );
  await hub.query(
    `INSERT INTO business_naics_codes (id, business_id, code, is_primary)
     SELECT gen_random_uuid(), $1, code, place = 1 FROM unnest($2::text[]) WITH ORDINALITY AS listed(code, place)`,
    [id, firm.naics],
  );
  await hub.query(
    `INSERT INTO business_psc_codes (id, business_id, code) SELECT gen_random_uuid(), $1, code FROM unnest($2::text[]) code`,
    [id, firm.psc],
  );
  await hub.query(
    `INSERT INTO business_cage_codes (id, business_id, code, is_primary) VALUES (gen_random_uuid(), $1, $2, false)`,
    [id, firm.cage],
  );
  await hub.query(
    `INSERT INTO business_certifications (id, business_id, program, status, valid_from, expires_on)
     SELECT gen_random_uuid(), $1, program, status, "validFrom", "expiresOn"
       FROM json_to_recordset($2::json) AS held(program text, status text, "validFrom" date, "expiresOn" date)`,
    [id, JSON.stringify(firm.certifications)],
  );
  await hub.query(
    `INSERT INTO business_addresses (id, business_id, kind, zip_code, state)
     SELECT gen_random_uuid(), $1, 'branch', zip, state FROM zip_codes WHERE zip = ANY($2)`,
    [id, firm.branches],
  );
};
