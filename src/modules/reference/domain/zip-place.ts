/** Where a ZIP code lies. */
export interface ZipPlace {
  readonly zip: string;
  readonly city: string;
  /** Two capitals, USPS. */
  readonly state: string;
  readonly county: string;
  /** Degrees, WGS 84; null for the few ZIP codes without a place of their own. */
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** Set for ZIP codes of Utah. A ZIP code can cross a county line; this is the one county that the source names. */
  readonly countyFips: string | null;
}

/** The five digits of `84101`, `84101-1234` or `841011234`; undefined for anything else. */
export function parseZip(text: string | null | undefined): string | undefined {
  return /^(\d{5})(?:-?\d{4})?$/.exec(text?.trim() ?? '')?.[1];
}
