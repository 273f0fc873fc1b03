/** One of the 29 counties of Utah. */
export interface UtahCounty {
  /** State and county code of the Census Bureau, 49001 to 49057, odd numbers only. */
  readonly fips: string;
  readonly name: string;
  /** FIPS codes of the counties of Utah with which it shares a border line; meeting in one point does not count. */
  readonly neighbours: readonly string[];
}

/**
 * Finds a county by the content of a county field, `Salt Lake` or `Salt Lake County`. In such a field `Utah` is Utah
 * County (Provo); never ask with the name of a state or with free text, where `Utah` nearly always means the state.
 */
export function findUtahCounty(counties: Iterable<UtahCounty>, countyField: string): UtahCounty | undefined {
  const wanted = countyField
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/ (?:county|co\.?)$/, '');
  for (const county of counties) {
    if (county.name.toLowerCase() === wanted) return county;
  }
  return undefined;
}
