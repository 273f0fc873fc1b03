import { type Business, type Certification, type Licence, sizeFigure, type SizeRecord } from '../../../businesses';
import type { ProgramCode, SizeMeasure } from '../../../reference';

/** What a profile may leave unsaid although gates ask for it. The names go into the API. */
export const statableFacts = ['samRegistration', 'excluded', 'sizeFigures', 'licences', 'certificationTerms'] as const;
export type StatableFact = (typeof statableFacts)[number];

/** Later than any notice is due. */
const FAR_AHEAD = '9999-12-31';

/** Id of entries that no profile has. */
const SUPPOSED = 'supposed';

/**
 * Contractor licences of Utah that cover all work under a code. Where none does, as for plumbing, heating and air-conditioning
 * together, stating licences alone settles nothing: the firm has to say whether its class covers the work.
 */
const licences = ['B100', 'E100', 'E200'].map((classification): Licence => ({
  id: SUPPOSED,
  state: 'UT',
  classification,
  number: null,
  status: 'active',
  expiresOn: FAR_AHEAD,
}));

/**
 * Assets are averaged over the quarters of the calendar year before this one; or of the one before that, for a notice that
 * is due on the last day of a year in a place west of Utah.
 */
function unstatedAssets({ sizeHistory }: Business, today: string): readonly SizeRecord[] {
  const year = Number(today.slice(0, 4));
  const stated = new Set(sizeHistory.filter(({ measure }) => measure === 'assets').map(({ period }) => period));
  return [year - 2, year - 1]
    .flatMap((each) => ['03', '06', '09', '12'].map((month) => `${each}-${month}`))
    .filter((period) => !stated.has(period))
    .map((period) => ({ id: SUPPOSED, measure: 'assets', period, amount: 0, affiliatesAmount: null }));
}

/** The figure as it is; where there is none, the least that the records leave possible: they would disprove any other. */
function leastPossible(business: Business, measure: SizeMeasure, today: string): number {
  const figure = sizeFigure(business, measure, today);
  return figure.kind === 'known' ? figure.amount : (figure.atLeast?.amount ?? 0);
}

const lacksTerm = ({ status, expiresOn }: Certification): boolean => status === 'active' && expiresOn === null;

type Supposition = (business: Business, today: string) => Partial<Business> | null;

const suppositions: Readonly<Record<StatableFact, Supposition>> = {
  samRegistration: ({ samRegistration: stated }, today) =>
    stated && stated.expiresOn !== null
      ? null
      : { samRegistration: { status: 'active', statedOn: today, ...stated, expiresOn: FAR_AHEAD } },
  excluded: ({ excluded }, today) => (excluded === null ? { excluded: false, excludedStatedOn: today } : null),
  sizeFigures: (business, today) => ({
    annualRevenue: leastPossible(business, 'receipts', today),
    employeeCount: leastPossible(business, 'employees', today),
    sizeHistory: [...business.sizeHistory, ...unstatedAssets(business, today)],
  }),
  licences: (business) => ({ licences: [...business.licences, ...licences] }),
  certificationTerms: ({ certifications }) =>
    certifications.some(lacksTerm)
      ? { certifications: certifications.map((one) => (lacksTerm(one) ? { ...one, expiresOn: FAR_AHEAD } : one)) }
      : null,
};

/**
 * The business as if it stated what it leaves unsaid of this fact, as favourably as can be; null where it leaves nothing
 * unsaid. What it does state stays as it is.
 * @param today Utah day, `YYYY-MM-DD`
 */
export function supposing(business: Business, fact: StatableFact, today: string): Business | null {
  const supposed = suppositions[fact](business, today);
  return supposed && { ...business, ...supposed };
}

/** The business as if it held this certification and as long as any notice asks. */
export const supposingCertified = (business: Business, program: ProgramCode): Business => ({
  ...business,
  certifications: [
    ...business.certifications,
    {
      id: SUPPOSED,
      program,
      status: 'active',
      certifier: null,
      number: null,
      validFrom: null,
      expiresOn: FAR_AHEAD,
      evidence: null,
    },
  ],
});

/** Whether the business states that it holds this certification on `today`. */
export const holds = ({ certifications }: Business, program: ProgramCode, today: string): boolean =>
  certifications.some(
    (held) =>
      held.program === program &&
      held.status === 'active' &&
      (held.validFrom === null || held.validFrom <= today) &&
      (held.expiresOn === null || today <= held.expiresOn),
  );

/** A firm has one term in the 8(a) program and never another: 13 CFR 124.2, 124.108(b). */
const ONE_TERM_ONLY: ReadonlySet<string> = new Set<ProgramCode>(['8a']);

/** Whether it would help to apply for this certification: not where the firm has had its only term, or is suspended from it. */
export const canBeGained = ({ certifications }: Business, program: ProgramCode, today: string): boolean =>
  !ONE_TERM_ONLY.has(program) ||
  !certifications.some(
    ({ program: held, status, expiresOn }) =>
      held === program &&
      (['graduated', 'expired', 'suspended'].includes(status) || (expiresOn !== null && expiresOn < today)),
  );
