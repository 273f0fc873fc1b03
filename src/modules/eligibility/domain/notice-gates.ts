import type { NoticeAction } from '../../reference';
import type { Gate } from './decision';
import type { EligibilityLookups, OpportunityTerms } from './eligibility-input';
import { fail, pass, unknown } from './gate';
import type { RuleText } from './gate';

export const BIDDABLE: RuleText = {
  rule: 'notice.biddable',
  version: '2026-08-01',
  source: 'GSA Get Opportunities API, notice types; FAR part 5',
};

export const OPEN_FEDERAL: RuleText = {
  rule: 'notice.open',
  version: '2023-09-01',
  source: 'FAR 52.212-1(f), 52.215-1(c)(3)',
};

export const OPEN_UTAH: RuleText = {
  rule: 'notice.open',
  version: '2021-05-05',
  source: 'Utah Code 63G-6a-112; Utah Admin. Code R33-1-15',
};

const ADVICE: Readonly<Record<NoticeAction, string>> = {
  apply: 'offers may be made',
  respond: 'not open to offers; send a capability statement, which can shape the set-aside',
  watch: 'not open to offers; watch it for the solicitation that may follow',
  learn: 'not open to offers; published for information',
  exclude: 'the government sells here and buys nothing',
};

function biddableGate({ noticeType }: OpportunityTerms, lookups: EligibilityLookups): Gate {
  const fact = lookups.noticeType(noticeType);
  if (!fact) {
    return unknown(BIDDABLE, `The notice type "${noticeType}" is not known.`, 'Does the notice ask for offers?');
  }
  const reason = `${fact.name}: ${ADVICE[fact.action]}.`;
  return fact.biddable ? pass(BIDDABLE, reason) : fail(BIDDABLE, reason);
}

const CLOSED_REASONS: Readonly<Record<Exclude<OpportunityTerms['status'], 'open'>, string>> = {
  draft: 'The opportunity is not published yet.',
  closed: 'The deadline has passed.',
  awarded: 'The contract has been awarded.',
  cancelled: 'The opportunity was cancelled.',
  archived: 'The opportunity is archived.',
  withdrawn: 'The opportunity was withdrawn.',
};

const JUSTIFIED = 'A justification was published: offers are not asked for.';

/** Late is late: at the instant of the deadline a response is no longer accepted. */
function openGate({ source, status, noticeType, responseDeadline }: OpportunityTerms, now: Date): Gate {
  const rule = source === 'sam' ? OPEN_FEDERAL : OPEN_UTAH;
  if (status === 'closed' && noticeType === 'u') return fail(rule, JUSTIFIED);
  if (status !== 'open') return fail(rule, CLOSED_REASONS[status]);
  if (!responseDeadline) return pass(rule, 'Open; no deadline is stated.');
  return now < responseDeadline.at ? pass(rule, 'Open until its deadline.') : fail(rule, CLOSED_REASONS.closed);
}

/** The gates that are the same for every business: compute them once per opportunity and instant. */
export function noticeGates(opportunity: OpportunityTerms, now: Date, lookups: EligibilityLookups): readonly Gate[] {
  return [biddableGate(opportunity, lookups), openGate(opportunity, now)];
}
