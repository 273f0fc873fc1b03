/** Field of the profile → expression over `business`. Days travel as text, amounts as numbers. */
const columns: Readonly<Record<string, string>> = {
  id: 'business.id',
  ownerId: 'business.owner_id',
  origin: 'business.origin',
  visibility: 'business.visibility',
  companyName: 'business.company_name',
  dbaName: 'business.dba_name',
  ueiNumber: 'business.uei_number',
  dunsNumber: 'business.duns_number',
  einLastFour: 'business.ein_last_four',
  stateLicenseNumber: 'business.state_license_number',
  description: 'business.description',
  websiteUrl: 'business.website_url',
  businessType: 'business.business_type',
  samBusinessTypes: 'business.sam_business_types',
  employeeCount: 'business.employee_count',
  annualRevenue: 'business.annual_revenue::float8',
  establishedOn: 'business.established_on::text',
  fiscalYearEndMonth: 'business.fiscal_year_end_month',
  zipCode: 'business.zip_code',
  samRegistration: 'business.sam_registration',
  excluded: 'business.excluded',
  excludedStatedOn: 'business.excluded_stated_on::text',
  bondingSingleUsd: 'business.bonding_single_usd::float8',
  bondingAggregateUsd: 'business.bonding_aggregate_usd::float8',
  contractValueMinUsd: 'business.contract_value_min_usd::float8',
  contractValueMaxUsd: 'business.contract_value_max_usd::float8',
  serviceArea: 'business.service_area',
  ownExclusions: 'business.own_exclusions',
  verifiedAt: 'business.verified_at',
  matchRevision: 'business.match_revision',
  version: 'business.version',
  createdAt: 'business.created_at',
  updatedAt: 'business.updated_at',
};

interface ListSource {
  readonly table: string;
  readonly order: string;
  /** Field of an entry → expression over `entry`. */
  readonly fields: Readonly<Record<string, string>>;
}

const lists: Readonly<Record<string, ListSource>> = {
  naicsCodes: {
    table: 'business_naics_codes',
    order: 'NOT entry.is_primary, entry.code',
    fields: { code: 'code', isPrimary: 'is_primary', version: 'version', samSize: 'sam_size' },
  },
  pscCodes: { table: 'business_psc_codes', order: 'entry.code', fields: { code: 'code' } },
  certifications: {
    table: 'business_certifications',
    order: 'entry.program',
    fields: {
      program: 'program',
      status: 'status',
      certifier: 'certifier',
      number: 'number',
      validFrom: 'valid_from',
      expiresOn: 'expires_on',
      evidence: 'evidence',
    },
  },
  services: {
    table: 'business_services',
    order: 'entry.id',
    fields: { title: 'title', description: 'description' },
  },
  pastPerformance: {
    table: 'business_past_performance',
    order: 'entry.id',
    fields: {
      title: 'title',
      description: 'description',
      department: 'department',
      office: 'office',
      contractNumber: 'contract_number',
      naicsCode: 'naics_code',
      pscCode: 'psc_code',
      valueUsd: 'value_usd',
      startedOn: 'started_on',
      completedOn: 'completed_on',
      placeState: 'place_state',
      placeZipCode: 'place_zip_code',
    },
  },
  cageCodes: {
    table: 'business_cage_codes',
    order: 'NOT entry.is_primary, entry.code',
    fields: { code: 'code', isPrimary: 'is_primary' },
  },
  licences: {
    table: 'business_licences',
    order: 'entry.state, entry.classification',
    fields: {
      state: 'state',
      classification: 'classification',
      number: 'number',
      status: 'status',
      expiresOn: 'expires_on',
    },
  },
  addresses: {
    table: 'business_addresses',
    order: `entry.kind <> 'principal', entry.id`,
    fields: {
      kind: 'kind',
      line1: 'line1',
      line2: 'line2',
      city: 'city',
      state: 'state',
      zipCode: 'zip_code',
      county: 'county',
      countyFips: 'county_fips',
      latitude: 'latitude',
      longitude: 'longitude',
    },
  },
  sizeHistory: {
    table: 'business_size_records',
    order: 'entry.measure, entry.period',
    fields: { measure: 'measure', period: 'period', amount: 'amount', affiliatesAmount: 'affiliates_amount' },
  },
};

const listExpression = ({ table, order, fields }: ListSource): string => {
  const pairs = Object.entries({ id: 'id', ...fields }).map(([field, column]) => `'${field}', entry.${column}`);
  return `(SELECT coalesce(json_agg(json_build_object(${pairs.join(', ')}) ORDER BY ${order}), '[]'::json)
             FROM ${table} entry WHERE entry.business_id = business.id)`;
};

/**
 * Whole profiles in one statement, however many lists they have. The same profile always comes in the same order: primary
 * codes first, the rest by code, program or age. `$1` is an array of ids.
 */
export const PROFILES_SQL = `
  SELECT ${[
    ...Object.entries(columns).map(([field, expression]) => `${expression} AS "${field}"`),
    ...Object.entries(lists).map(([field, source]) => `${listExpression(source)} AS "${field}"`),
  ].join(',\n         ')}
    FROM businesses business
   WHERE business.id = ANY($1)`;
