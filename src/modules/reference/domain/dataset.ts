/** The tables of reference facts, in an order in which each refers only to earlier ones. */
export const datasetNames = [
  'naics_codes',
  'psc_codes',
  'size_standards',
  'certification_programs',
  'set_asides',
  'notice_types',
  'utah_counties',
  'zip_codes',
] as const;
export type DatasetName = (typeof datasetNames)[number];

/** Facts of one kind with where they come from and the day (`YYYY-MM-DD`) on which they are known to hold. */
export interface Dataset<Fact> {
  readonly source: string;
  readonly asOf: string;
  readonly facts: readonly Fact[];
}
