import { forThirdParties } from './for-third-parties';
import type { StoredMatch } from './stored-match';

const match: StoredMatch = {
  businessId: 'b',
  opportunityId: 'o',
  score: 20.5,
  confidence: 0.4,
  eligibility: 'eligible',
  gates: [
    { rule: 'notice.open', version: '2022-01-01', verdict: 'pass', reason: 'Open.', source: 'FAR 52.212-1(f)' },
    {
      rule: 'size.small',
      version: '2022-07-06',
      verdict: 'pass',
      reason: 'Your average annual revenue of $3.9 million is at most $34.0 million.',
      source: '13 CFR 121.201',
    },
    {
      rule: 'sam.registration',
      version: '2024-11-12',
      verdict: 'unknown',
      reason: 'You said on 2026-11-01 that it is active.',
      source: 'FAR 52.204-7',
      question: 'When does your registration expire?',
    },
    {
      rule: 'size.nonmanufacturer',
      version: '2016-06-30',
      verdict: 'unknown',
      reason: 'A firm that does not make the product counts as small only with at most 500 employees; you have 1,200.',
      source: '13 CFR 121.406(b)',
      question: 'Do you make the product yourself?',
    },
  ],
  components: [
    { name: 'naics', weight: 15, value: 1, contribution: 12.5, reason: 'NAICS 541512 equals your primary code.' },
    { name: 'pastPerformance', weight: 15, value: 0.5, contribution: 8, reason: 'Similar to your past work "Secret".' },
    { name: 'text', weight: 30, value: 0.5, contribution: 10, reason: 'One of your words appears: Secret.' },
  ],
  modelVersion: '2026-11.1',
  matchedAt: new Date('2026-11-23T00:00:00Z'),
};

describe('a match as others than the owner see it', () => {
  const shown = forThirdParties(match);

  it('names no figures and no past contracts', () => {
    expect(JSON.stringify(shown)).not.toMatch(/3\.9|\$|Secret|2026-11-01|question/i);
  });

  it('keeps points and rules, and verdicts but where size waits for a gate that is left out', () => {
    expect(shown.gates.map(({ rule, verdict }) => [rule, verdict])).toEqual([
      ['notice.open', 'pass'],
      ['size.small', 'unknown'],
      ['sam.registration', 'unknown'],
    ]);
    expect(shown.components.map(({ contribution }) => contribution)).toEqual([12.5, 8, 10]);
    expect(shown.gates[0]).toEqual(match.gates[0]);
  });

  it('says of words only where they are from', () => {
    expect(shown.components.map(({ reason }) => reason)).toEqual([
      'NAICS 541512 equals your primary code.',
      'By its record of past contracts.',
      'By the words of its profile.',
    ]);
  });

  it('leaves out the gate that is there for a headcount above a limit only', () => {
    expect(JSON.stringify(shown)).not.toContain('nonmanufacturer');
  });
});
