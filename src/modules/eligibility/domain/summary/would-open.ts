import type { ReferenceFacts } from '../../../reference';
import { PROGRAM_LABELS } from '../set-aside.rules';
import type { StatableFact } from './favourable-facts';
import type { Change, OpenNoticeCounts } from './open-notices';

/** Certifications and answers change who may bid; codes change what is relevant and never who may bid. */
export const openingKinds = ['certification', 'answer', 'naics-code', 'psc-code'] as const;
export type OpeningKind = (typeof openingKinds)[number];

/** What one change alone would do. */
export interface Opening {
  readonly kind: OpeningKind;
  readonly code: string;
  readonly name: string;
  /** Open notices, never 0. */
  readonly opens: number;
  readonly sentence: string;
}

const MOST_OPENINGS = 20;

const ANSWERS: Readonly<Record<StatableFact, { readonly name: string; readonly act: string }>> = {
  samRegistration: { name: 'Registration in SAM.gov', act: 'Stating an active registration in SAM.gov' },
  excluded: { name: 'Exclusions', act: 'Stating that the firm is not excluded from federal contracts' },
  sizeFigures: { name: 'Size figures', act: 'Stating receipts and headcount within the size standards' },
  licences: {
    name: 'Contractor licences',
    act: 'Listing an active contractor licence of the class that the work needs',
  },
  certificationTerms: { name: 'Terms of certifications', act: 'Stating until when your certifications hold' },
};

const notices = (count: number, kind: string): string => `${count} ${kind} ${count === 1 ? 'notice' : 'notices'}`;

type Facts = Pick<ReferenceFacts, 'programs' | 'naics' | 'psc'>;

function openingBy({ kind, code }: Change, opens: number, { programs }: Facts): Opening {
  const effect = `would make ${notices(opens, 'more open')} eligible.`;
  if (kind === 'answer') {
    const { name, act } = ANSWERS[code];
    return { kind, code, name, opens, sentence: `${act} ${effect}` };
  }
  const program = programs.get(code);
  const what = program?.selfRepresented ? 'status' : 'certification';
  const name = program?.name ?? PROGRAM_LABELS[code];
  return { kind, code, name, opens, sentence: `${PROGRAM_LABELS[code]} ${what} ${effect}` };
}

const codeKinds = {
  'naics-code': { label: 'NAICS', list: 'industry codes' },
  'psc-code': { label: 'PSC', list: 'product and service codes' },
} as const;

function openingByCode(kind: keyof typeof codeKinds, code: string, name: string, opens: number): Opening {
  const { label, list } = codeKinds[kind];
  const what = `${notices(opens, 'open')} that you may bid on or whose answer is open`;
  const sentence = `Listing ${label} ${code} would bring to your ${list} ${what}.`;
  return { kind, code, name, opens, sentence };
}

const bestFirst = (a: Opening, b: Opening): number =>
  b.opens - a.opens || openingKinds.indexOf(a.kind) - openingKinds.indexOf(b.kind) || (a.code < b.code ? -1 : 1);

/**
 * Every change that opens anything, best first, at most 20. A fact or a certification never gives way to a code: codes are
 * many, and bar nobody.
 */
export function openingsOf(counts: OpenNoticeCounts, facts: Facts): readonly Opening[] {
  const deciding = Array.from(counts.openedBy, ([change, opens]) => openingBy(change, opens, facts));
  const bringing = [
    ...Array.from(counts.nearNaics, ([code, opens]) =>
      openingByCode('naics-code', code, facts.naics.get(code)?.title ?? code, opens),
    ),
    ...Array.from(counts.nearPsc, ([code, opens]) =>
      openingByCode('psc-code', code, facts.psc.get(code)?.name ?? code, opens),
    ),
  ].sort(bestFirst);
  const room = Math.max(0, MOST_OPENINGS - deciding.length);
  return [...deciding, ...bringing.slice(0, room)].sort(bestFirst).slice(0, MOST_OPENINGS);
}
