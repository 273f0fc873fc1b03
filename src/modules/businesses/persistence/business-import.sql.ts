import type { ImportedList } from '../domain/import/profile-change';

/** A column that an import writes: its name in the table, and its type. */
type Column = readonly [name: string, type: string];

/** Field of a row → column. The field names are those of the profile. */
interface Target {
  readonly table: string;
  readonly columns: Readonly<Record<string, Column>>;
}

/** What both a new profile and a changed one get. */
const STATED: Target['columns'] = {
  companyName: ['company_name', 'text'],
  dbaName: ['dba_name', 'text'],
  ueiNumber: ['uei_number', 'text'],
  dunsNumber: ['duns_number', 'text'],
  description: ['description', 'text'],
  websiteUrl: ['website_url', 'text'],
  businessType: ['business_type', 'text'],
  samBusinessTypes: ['sam_business_types', 'text[]'],
  employeeCount: ['employee_count', 'integer'],
  annualRevenue: ['annual_revenue', 'numeric'],
  establishedOn: ['established_on', 'date'],
  fiscalYearEndMonth: ['fiscal_year_end_month', 'smallint'],
  zipCode: ['zip_code', 'text'],
  samRegistration: ['sam_registration', 'jsonb'],
  excluded: ['excluded', 'boolean'],
  excludedStatedOn: ['excluded_stated_on', 'date'],
};

const BUSINESSES: Target = {
  table: 'businesses',
  columns: {
    id: ['id', 'uuid'],
    origin: ['origin', 'text'],
    ...STATED,
    matchRevision: ['match_revision', 'integer'],
    version: ['version', 'integer'],
    createdAt: ['created_at', 'timestamptz'],
    updatedAt: ['updated_at', 'timestamptz'],
  },
};

const ENTRY: Target['columns'] = { id: ['id', 'uuid'], businessId: ['business_id', 'uuid'] };

const LISTS: Readonly<Record<ImportedList, Target>> = {
  naicsCodes: {
    table: 'business_naics_codes',
    columns: {
      ...ENTRY,
      code: ['code', 'text'],
      isPrimary: ['is_primary', 'boolean'],
      version: ['version', 'text'],
      samSize: ['sam_size', 'text'],
    },
  },
  pscCodes: { table: 'business_psc_codes', columns: { ...ENTRY, code: ['code', 'text'] } },
  cageCodes: {
    table: 'business_cage_codes',
    columns: { ...ENTRY, code: ['code', 'text'], isPrimary: ['is_primary', 'boolean'] },
  },
  certifications: {
    table: 'business_certifications',
    columns: {
      ...ENTRY,
      program: ['program', 'text'],
      status: ['status', 'text'],
      certifier: ['certifier', 'text'],
      number: ['number', 'text'],
      validFrom: ['valid_from', 'date'],
      expiresOn: ['expires_on', 'date'],
      evidence: ['evidence', 'text'],
    },
  },
  addresses: {
    table: 'business_addresses',
    columns: {
      ...ENTRY,
      kind: ['kind', 'text'],
      line1: ['line1', 'text'],
      line2: ['line2', 'text'],
      city: ['city', 'text'],
      state: ['state', 'text'],
      zipCode: ['zip_code', 'text'],
      county: ['county', 'text'],
      countyFips: ['county_fips', 'text'],
      latitude: ['latitude', 'double precision'],
      longitude: ['longitude', 'double precision'],
    },
  },
};

/** Rows of a JSON array as a table named `given`, in the order of the array; `$1` is the array. */
const given = ({ columns }: Target): string =>
  `json_to_recordset($1::json) AS given (${Object.entries(columns)
    .map(([field, [, type]]) => `"${field}" ${type}`)
    .join(', ')})`;

const insertInto = (target: Target): string =>
  `INSERT INTO ${target.table} (${Object.values(target.columns)
    .map(([name]) => name)
    .join(', ')})
   SELECT ${Object.keys(target.columns)
     .map((field) => `given."${field}"`)
     .join(', ')}
     FROM ${given(target)}`;

/** `$1`: new profiles as a JSON array. */
export const INSERT_BUSINESSES = insertInto(BUSINESSES);

/** `$1`: changed profiles as a JSON array, each with all that an import writes; answers their present revisions. */
export const UPDATE_BUSINESSES = `
  UPDATE businesses business
     SET ${Object.entries(STATED)
       .map(([field, [name]]) => `${name} = given."${field}"`)
       .join(', ')},
         version = business.version + 1,
         match_revision = business.match_revision + given."matchRevisions",
         updated_at = given."updatedAt"
    FROM ${given({
      table: 'businesses',
      columns: {
        id: ['id', 'uuid'],
        ...STATED,
        matchRevisions: ['', 'integer'],
        updatedAt: ['updated_at', 'timestamptz'],
      },
    })}
   WHERE business.id = given.id
  RETURNING business.id, business.match_revision AS "matchRevision"`;

/** Fields of an entry in the order of the parameters of `insertEntries`. */
export const entryFields = (list: ImportedList): readonly string[] => Object.keys(LISTS[list].columns);

/** `$1`, `$2`, …: the entries field by field, an array each. Many short rows are read faster like this than as JSON. */
export const insertEntries = (list: ImportedList): string => {
  const { table, columns } = LISTS[list];
  const names = Object.values(columns).map(([name]) => name);
  const arrays = Object.values(columns).map(([, type], index) => `$${index + 1}::${type}[]`);
  return `INSERT INTO ${table} (${names.join(', ')}) SELECT * FROM unnest(${arrays.join(', ')})`;
};

/** `$1`: ids of the profiles whose list is written anew. Of addresses only the principal one goes. */
export const deleteEntries = (list: ImportedList): string =>
  `DELETE FROM ${LISTS[list].table} WHERE business_id = ANY($1)${list === 'addresses' ? ` AND kind = 'principal'` : ''}`;

/**
 * Holds the profiles that rows may be about until the open transaction ends, in the order of their ids. `$1`: UEIs, `$2`:
 * CAGE codes, `$3`: names by which profiles are looked for, `$4`: names of all rows.
 */
export const HOLD_KNOWN_PROFILES = `
  WITH told AS (SELECT lower(name) AS key, array_agg(DISTINCT name) AS names FROM unnest($4::text[]) name GROUP BY key)
  SELECT business.id, business.owner_id IS NOT NULL AS "isOwned", business.uei_number AS "ueiNumber",
         business.created_at AS "createdAt", coalesce(told.names, '{}') AS "rowNames",
         ARRAY(SELECT listed.code FROM business_cage_codes listed WHERE listed.business_id = business.id
                ORDER BY NOT listed.is_primary, listed.code COLLATE "C") AS "cageCodes"
    FROM businesses business
    LEFT JOIN told ON told.key = lower(business.company_name)
   WHERE business.id IN (
         SELECT same.id FROM businesses same WHERE same.uei_number = ANY($1)
         UNION ALL
         SELECT listed.business_id FROM business_cage_codes listed WHERE listed.code = ANY($2)
         UNION ALL
         SELECT same.id FROM businesses same
          WHERE lower(same.company_name) = ANY(ARRAY(SELECT lower(name) FROM unnest($3::text[]) name))
            AND same.uei_number IS NULL
            AND NOT EXISTS (SELECT FROM business_cage_codes listed WHERE listed.business_id = same.id))
   ORDER BY business.id
     FOR NO KEY UPDATE OF business`;
