/** A contract that a business had won before the cut, as its award notice tells it. */
export interface WonContract {
  readonly solicitationNumber: string | null;
  readonly title: string;
  readonly description: string;
  readonly agency: string | null;
  readonly office: string | null;
  readonly naicsCode: string | null;
  readonly pscCode: string | null;
  readonly amountUsd: number | null;
  /** `YYYY-MM-DD`. */
  readonly postedOn: string;
}

/** What was known of a business on the day of the cut. */
export interface EvaluationProfile {
  readonly business: string;
  readonly zip: string | null;
  readonly naicsCodes: readonly string[];
  readonly pscCodes: readonly string[];
  readonly won: readonly WonContract[];
}

/** A contract that a business won after the cut: its notice is what a good ranking puts first. */
export interface RelevanceCase {
  readonly business: string;
  readonly noticeId: string;
  /** Purchase of defence spare parts, of which there are so many that they drown everything else. */
  readonly isSpareParts: boolean;
}

const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

const textOrNull = (value: unknown): string | null => text(value) || null;

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const amount = (value: unknown): number | null => {
  const usd = Number.parseFloat(text(value));
  return usd > 0 ? usd : null;
};

function toWonContract(value: unknown): WonContract {
  const given = record(value);
  return {
    solicitationNumber: textOrNull(given['solicitationNumber']),
    title: text(given['title']),
    description: text(given['description']),
    agency: textOrNull(given['agency']),
    office: textOrNull(given['office']),
    naicsCode: textOrNull(given['naics']),
    pscCode: textOrNull(given['psc']),
    amountUsd: amount(given['amountUsd']),
    postedOn: text(given['postedOn']),
  };
}

/** One profile a line, JSON. @throws SyntaxError for a line that is none */
export const readProfiles = (lines: string): readonly EvaluationProfile[] =>
  lines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): EvaluationProfile => {
      const given = record(JSON.parse(line));
      return {
        business: text(given['business']),
        zip: textOrNull(given['zip']),
        naicsCodes: list(given['naicsCodes']).map(text),
        pscCodes: list(given['pscCodes']).map(text),
        won: list(given['pastAwards']).map(toWonContract),
      };
    });

/** Lines `business,noticeId,spareParts` under a heading. */
export const readRelevanceCases = (lines: string): readonly RelevanceCase[] =>
  lines
    .split(/\r?\n/)
    .slice(1)
    .flatMap((line) => {
      const [business, noticeId, spareParts] = line.split(',');
      return business && noticeId ? [{ business, noticeId, isSpareParts: spareParts === '1' }] : [];
    });
