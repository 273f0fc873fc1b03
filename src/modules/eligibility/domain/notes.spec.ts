import { loadReferenceFacts } from '../../reference';
import { aStanding, referenceLookups, someTerms } from '../../../../test/support/eligibility';
import type { OpportunityTerms } from './eligibility-input';
import { isUtahZip, notesFor } from './notes';

const lookups = referenceLookups();
const inUtah = aStanding({ zipCode: '84101' });
const inNevada = aStanding({ zipCode: '89101' });
const nowhere = aStanding();

const notes = (business: typeof inUtah, given: Partial<OpportunityTerms>) =>
  notesFor(business, someTerms(given), lookups);
const textOf = (business: typeof inUtah, given: Partial<OpportunityTerms>): string =>
  notes(business, given)
    .map(({ text }) => text)
    .join(' ');

describe('reciprocal preference of Utah', () => {
  it('is told of items and services, and of construction by the law for contractors', () => {
    expect(notes(inUtah, { source: 'utah' })).toMatchObject([
      { rule: 'preference.utah-items', source: 'Utah Code 63G-6a-1002' },
    ]);
    expect(notes(inUtah, { source: 'utah', naicsCode: null })).toMatchObject([{ rule: 'preference.utah-items' }]);
    expect(notes(inUtah, { source: 'hub', naicsCode: '236220' })).toMatchObject([
      { rule: 'preference.utah-contractor', source: 'Utah Code 63G-6a-1003, 63G-6a-1004' },
    ]);
    expect(notes(inUtah, { source: 'utah', naicsCode: '123610' })).toMatchObject([{ rule: 'preference.utah-items' }]);
  });

  it.each([undefined, '236220'])('names amount, certificate, term and exception (NAICS %s)', (naicsCode) => {
    for (const business of [inUtah, inNevada, nowhere]) {
      const text = textOf(business, { source: 'utah', ...(naicsCode && { naicsCode }) });
      expect(text).toMatch(/reciprocal preference/);
      expect(text).toMatch(/equals the preference that the state of the other bidder gives/);
      expect(text).toMatch(/certified on the bid, or it is waived/);
      expect(text).toMatch(/72 hours/);
      expect(text).toMatch(/federal funds are at risk/);
      expect(text).not.toMatch(/%|percent/);
    }
  });

  it.each([undefined, '236220'])('is worded by where the firm is (NAICS %s)', (naicsCode) => {
    const utah = { source: 'utah', ...(naicsCode && { naicsCode }) } as const;
    expect(textOf(inUtah, utah)).toMatch(/^Your ZIP code is in Utah/);
    expect(textOf(inNevada, utah)).toMatch(/^Your ZIP code is not in Utah/);
    expect(textOf(nowhere, utah)).not.toMatch(/ZIP code/);
  });

  it('is not told of notices of SAM.gov', () => {
    expect(notes(inUtah, { location: { state: 'UT' } })).toEqual([]);
  });

  it('knows the ZIP codes of Utah', () => {
    const facts = loadReferenceFacts();
    const wrong = Array.from({ length: 100_000 }, (_, number) => String(number).padStart(5, '0')).filter((zip) => {
      const place = facts.zip(zip);
      return place !== undefined && (place.state === 'UT') !== isUtahZip(zip);
    });
    expect(wrong).toEqual([]);
    expect([isUtahZip('84101-1234'), isUtahZip(''), isUtahZip(null), isUtahZip('841')]).toEqual([
      true,
      null,
      null,
      null,
    ]);
  });
});

describe('limitations on subcontracting', () => {
  it.each([
    ['SBA', '13 CFR 125.6'],
    ['8A', '13 CFR 125.6'],
    ['HZC', '13 CFR 125.6'],
    ['SDVOSBC', '13 CFR 125.6'],
    ['VSA', '13 CFR 125.6'],
    ['WOSB', '13 CFR 125.6'],
    ['edwosb', '13 CFR 125.6'],
    ['SBP', '13 CFR 125.6'],
    ['ISBEE', 'FAR 52.219-14; 48 CFR 1480.601'],
    ['IEE', 'FAR 52.219-14; 48 CFR 1480.601'],
    ['BICiv', 'FAR 52.219-14; 48 CFR 1480.601'],
  ])('are told of %s', (setAside, source) => {
    expect(notes(inUtah, { setAside })).toMatchObject([{ rule: 'subcontracting.limits', source }]);
  });

  it.each([['NONE'], ['8AN'], ['LAS'], ['ZZZ'], [''], [null]])('are not told of %s', (setAside) => {
    expect(notes(inUtah, { setAside })).toEqual([]);
  });

  it.each([
    ['541512', 'R499', '50 % for services'],
    ['236220', 'Y1AA', '85 % for general construction'],
    ['237310', null, '85 % for general construction'],
    ['238160', '5660', '75 % for special trades'],
  ])('of NAICS %s and PSC %s: %s', (naicsCode, pscCode, limit) => {
    const text = textOf(inUtah, { setAside: 'SBA', naicsCode, pscCode });
    expect(text).toContain(limit);
    expect(text.split('%')).toHaveLength(2);
  });

  it('hold for the part that is set aside', () => {
    expect(textOf(inUtah, { setAside: 'SBP' })).toContain('$350,000, the part that is set aside limits');
  });

  it('lists all where neither code tells which', () => {
    expect(textOf(inUtah, { setAside: 'SBA', naicsCode: null }).split('%')).toHaveLength(5);
    expect(textOf(inUtah, { setAside: 'SBA', naicsCode: '23', pscCode: 'Z2AA' }).split('%')).toHaveLength(5);
  });

  it('begin above the simplified acquisition threshold for small business, at once for programs', () => {
    expect(textOf(inUtah, { setAside: 'SBA' })).toMatch(/^Above the simplified acquisition threshold of \$350,000/);
    expect(textOf(inUtah, { setAside: '8A' })).toMatch(/^Whatever its value/);
  });
});

describe('the nonmanufacturer rule', () => {
  const rules = (setAside: string, naicsCode: string, pscCode: string | null) =>
    notes(inUtah, { setAside, naicsCode, pscCode }).map(({ rule }) => rule);

  it('is told of beside the limits for supplies under a manufacturing code', () => {
    expect(rules('HZC', '336411', '1560')).toEqual(['subcontracting.limits', 'size.nonmanufacturer']);
    const [limits, rule] = notes(inUtah, { setAside: 'SBA', naicsCode: '336411', pscCode: '1560' });
    expect(limits?.text).toContain('50 % for supplies');
    expect(rule?.text).toMatch(
      /^Above the simplified acquisition threshold of \$350,000, a firm .* at most 500 employees/,
    );
  });

  it.each([
    ['SBA', '541512', '7030'],
    ['SBA', '336411', 'J015'],
    ['SBA', '336411', null],
    ['NONE', '336411', '1560'],
    ['SBP', '336411', '1560'],
    ['8AN', '336411', '1560'],
  ])('is not told of %s under NAICS %s and PSC %s', (setAside, naicsCode, pscCode) => {
    expect(rules(setAside, naicsCode, pscCode)).not.toContain('size.nonmanufacturer');
  });
});

describe('notes', () => {
  it('are whole sentences with a dated source', () => {
    const all = [
      ...[inUtah, inNevada, nowhere].flatMap((business) => notes(business, { source: 'utah' })),
      ...[inUtah, inNevada, nowhere].flatMap((business) => notes(business, { source: 'utah', naicsCode: '238160' })),
      ...notes(inUtah, { setAside: 'SBA' }),
    ];
    for (const { version, text } of all) {
      expect(version).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(text).toMatch(/^[A-Z].*\.$/);
    }
  });
});
