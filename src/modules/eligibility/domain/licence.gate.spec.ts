import { aLicence, aStanding, someTerms } from '../../../../test/support/eligibility';
import { licenceGate } from './licence.gate';
import { requirementOf } from './requirement';

const now = new Date('2026-11-23T19:00:00Z');
const utahBuilding = someTerms({ source: 'utah', naicsCode: '236220', location: { state: 'UT' } });

const gateFor = (licences: readonly Parameters<typeof aLicence>[0][], terms: Partial<typeof utahBuilding> = {}) =>
  licenceGate(aStanding({ licences: licences.map(aLicence) }), requirementOf({ ...utahBuilding, ...terms }, now));

describe('contractor licences', () => {
  const licence = (given: Parameters<typeof aLicence>[0], naicsCode = '236220') => gateFor([given], { naicsCode });
  const question = (naicsCode: string, ...licences: Parameters<typeof aLicence>[0][]) =>
    gateFor(licences, { naicsCode })?.question;

  it('asks for the classes that cover the work', () => {
    const holds = (classes: string) => `Do you hold an active Utah contractor licence of class ${classes}?`;
    expect(question('236220')).toBe(holds('B100'));
    expect(question('236115')).toBe(holds('R100 or B100'));
    expect(question('236118')).toBe(holds('B100'));
    expect(question('237310')).toBe(holds('E100'));
    expect(question('238120')).toBe(holds('B100'));
    expect(question('238160')).toBe(holds('S280 (roofing) or B100'));
    expect(question('238210')).toBe(holds('E200'));
    expect(question('23')).toBe('Which class of Utah contractor licence does the work need, and do you hold it?');
  });

  it('names classes that cover some of the work only where none covers all of it', () => {
    expect(question('238220')).toContain('P200 (plumbing), H100');
    expect(question('238290')).toContain('class S (the specialty of this trade)');
  });

  it('asks whether a class covers the work before it asks how long the licence holds', () => {
    expect(licence({ classification: 'S350', expiresOn: null }, '238990')).toMatchObject({
      verdict: 'unknown',
      reason: 'The class of your Utah contractor licence S350 is not one that covers all work under NAICS 238990.',
      question: 'Does class S350 of your Utah contractor licence cover this work?',
    });
  });

  it('asks about the licence that is closest to covering the work', () => {
    const [ended, carpentry, roofing] = [
      { id: 'c', classification: 'S280', status: 'expired' },
      { id: 'a', classification: 'S220', expiresOn: null },
      { id: 'b', classification: 'S280', expiresOn: null },
    ] as const;
    expect(question('238160', carpentry, roofing, ended)).toBe('When does your Utah contractor licence S280 expire?');
    expect(question('238160', ended, carpentry)).toBe(
      'Does class S220 of your Utah contractor licence cover this work?',
    );
    expect(question('238160', ended)).toContain('Do you hold');
  });

  it('names the class of several in one entry that decides', () => {
    const gate = licence({ classification: 'E100, B100 (general building)' });
    expect(gate?.reason).toContain('licence B100 holds until');
    expect(gate?.evidence).toEqual([
      expect.objectContaining({ statement: 'Utah contractor licence B100, active, until 2027-11-30.' }),
    ]);
  });

  it('speaks of today where no day is stated on which the response is due', () => {
    const reason = (expiresOn: string) => gateFor([{ expiresOn }], { responseDeadline: null })?.reason;
    expect(reason('2026-11-23')).toBe(
      'Your Utah contractor licence B100 holds until 2026-11-23, not before today (2026-11-23).',
    );
    expect(reason('2026-11-22')).toBe(
      'Your Utah contractor licence B100 ends on 2026-11-22, before today (2026-11-23).',
    );
  });

  it('asks whether a class that covers some of the work covers this', () => {
    expect(licence({ classification: 'S330' }, '238160')).toMatchObject({
      verdict: 'unknown',
      reason: 'The class of your Utah contractor licence S330 is not one that covers all work under NAICS 238160.',
      question: 'Does class S330 of your Utah contractor licence cover this work?',
    });
    expect(licence({})?.reason).toBe(
      'Your Utah contractor licence B100 holds until 2027-11-30, not before the response date 2026-12-15.',
    );
  });

  it('says what the matter is with one that does not hold', () => {
    expect(licence({ status: 'suspended' })?.reason).toBe('Your Utah contractor licence B100 is suspended.');
    expect(licence({ expiresOn: '2026-12-01' })?.reason).toBe(
      'Your Utah contractor licence B100 ends on 2026-12-01, before the response date 2026-12-15.',
    );
    expect(licence({ classification: 'S280', status: 'expired' }, '238160')?.reason).toBe(
      'Your Utah contractor licence S280 has expired; another class may cover this work.',
    );
  });

  it('cites the chapter that holds on the response date', () => {
    const due = (day: string) => ({ at: new Date(`${day}T19:00:00Z`), zone: 'America/Denver', dateOnly: false });
    const versionOn = (day: string) => gateFor([], { responseDeadline: due(day) })?.version;
    expect([versionOn('2026-12-31'), versionOn('2027-01-01')]).toEqual(['2025-05-07', '2027-01-01']);
  });
});
