import { randomUUID } from 'node:crypto';
import type { Notice } from '../../src/modules/opportunities';
import { startHub, type TestHub } from '../support/app';
import { aFullProfile, aProfile, createBusiness } from '../support/businesses';
import { aNotice, dueAt } from '../support/notices';
import { type Person, signIn } from '../support/people';

/** Size standards are known from July 2026 on. */
const TODAY = '2026-08-10';
const HUB_NOW = `${TODAY}T12:00:00.000Z`;

interface Gate {
  readonly rule: string;
  readonly verdict: string;
  readonly question?: string;
  readonly evidence: readonly { readonly field: string; readonly id: string | null; readonly statement: string }[];
}
interface Opening {
  readonly kind: string;
  readonly code: string;
  readonly opens: number;
  readonly sentence: string;
}

const responseDeadline = dueAt('2026-08-31T20:00:00Z');
let notices = 0;
const notice = (title: string, given: Partial<Notice> = {}): Notice => {
  notices += 1;
  const number = { sourceNoticeId: `e-${notices}`, solicitationNumber: `ELIG-${1_000 + notices}` };
  return aNotice({ ...number, title, setAside: 'NONE', responseDeadline, ...given });
};

/** A registered, small IT firm with a HUBZone certification. */
const aReadyProfile = (given: object = {}): { readonly companyName: string } =>
  aFullProfile({
    ueiNumber: null,
    samRegistration: { status: 'active', expiresOn: '2027-03-31' },
    excluded: false,
    ...given,
  });

describe('eligibility of a business', () => {
  let hub: TestHub;
  let owner: Person;
  let stranger: Person;
  let businessId: string;
  const ids = new Map<string, string>();

  const board = [
    notice('for HUBZone firms', { setAside: 'HZC' }),
    notice('for veterans', { setAside: 'SDVOSBC' }),
    notice('set-aside not stated', { setAside: null }),
    notice('for disadvantaged women 1', { setAside: 'EDWOSB' }),
    notice('for disadvantaged women 2', { setAside: 'EDWOSB' }),
    notice('for women', { setAside: 'WOSB' }),
    notice('next door', { naicsCode: '541519' }),
    notice('for everybody'),
    notice('of a city', { source: 'utah', setAside: null, naicsCode: '541512' }),
    notice('survey', { type: 'r' }),
    notice('over', { responseDeadline: dueAt('2026-08-10T11:59:59Z') }),
    notice('withdrawn'),
    notice('draft'),
  ];

  beforeAll(async () => {
    hub = await startHub({ HUB_NOW });
    const published = await hub.publish(...board);
    published.forEach((id, index) => ids.set(board[index]?.title ?? '', id));
    await hub.query('update opportunities set withdrawn_at = now() where id = $1', [ids.get('withdrawn')]);
    await hub.query('update opportunities set published_at = null where id = $1', [ids.get('draft')]);
    [owner, stranger] = [await signIn(hub), await signIn(hub)];
    businessId = await createBusiness(owner.api, aReadyProfile());
  });

  afterAll(() => hub.close());

  const path = (id: string = businessId): string => `/businesses/${id}/eligibility`;
  const ask = (api: Person['api'], title: string) => api.get(path(), { opportunityId: ids.get(title) ?? '' });
  const decide = async (title: string): Promise<{ verdict: string; gates: readonly Gate[] }> => {
    const { status, body } = await ask(owner.api, title);
    expect(status).toBe(200);
    return body;
  };

  describe('with one opportunity', () => {
    it('is yes, with every rule cited and what the profile says for it', async () => {
      const { body } = await ask(owner.api, 'for HUBZone firms');
      const certification = (await owner.api.get(`/businesses/${businessId}/certifications`)).body.items[0];
      expect(body).toMatchObject({ businessId, opportunityId: ids.get('for HUBZone firms'), verdict: 'eligible' });
      expect(body.decidedAt).toBe(HUB_NOW);
      for (const gate of body.gates) {
        expect(gate).toMatchObject({ verdict: 'pass', version: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) });
        expect(gate.source).toMatch(/\S/);
      }
      expect(body.gates).toContainEqual(
        expect.objectContaining({
          rule: 'set-aside.hubzone',
          source: '13 CFR 126.601',
          evidence: [expect.objectContaining({ field: 'certifications', id: certification.id })],
        }),
      );
      const evidence = body.gates.flatMap((gate: Gate) => gate.evidence.map(({ field }) => field));
      expect(evidence).toEqual(
        expect.arrayContaining(['certifications', 'annualRevenue', 'samRegistration', 'excluded']),
      );
      expect(body.notes).toEqual([
        expect.objectContaining({ rule: 'subcontracting.limits', text: expect.stringContaining('50 %') }),
      ]);
    });

    it('is no by the rule that fails, whatever the others say', async () => {
      const { verdict, gates } = await decide('for veterans');
      expect(verdict).toBe('not_eligible');
      expect(gates.filter((gate) => gate.verdict === 'fail').map(({ rule }) => rule)).toEqual(['set-aside.sdvosb']);
    });

    it('cannot be told where the notice is silent, and asks the question that would settle it', async () => {
      const { verdict, gates } = await decide('set-aside not stated');
      expect(verdict).toBe('unknown');
      expect(gates.find((gate) => gate.verdict === 'unknown')).toMatchObject({
        rule: 'set-aside.not-stated',
        question: expect.stringContaining('?'),
      });
    });

    it('is decided after the deadline too', async () => {
      const { verdict, gates } = await decide('over');
      expect(verdict).toBe('not_eligible');
      expect(gates).toContainEqual(expect.objectContaining({ rule: 'notice.open', verdict: 'fail' }));
    });

    it('says what is worth knowing about buyers of Utah', async () => {
      const { body } = await ask(owner.api, 'of a city');
      expect(body.notes).toEqual([expect.objectContaining({ rule: 'preference.utah-items' })]);
    });

    it.each(['withdrawn', 'draft'])('is not found where it is not public: %s', async (title) => {
      expect((await ask(owner.api, title)).status).toBe(404);
    });

    it.each<[string, Record<string, string>]>([
      ['a malformed id', { opportunityId: '123' }],
      ['no id', { opportunityId: '' }],
      ['an unknown parameter', { opportunity: randomUUID() }],
    ])('refuses %s', async (_, query) => {
      const { status, body } = await owner.api.get(path(), query);
      expect(status).toBe(422);
      expect(body.errors).toHaveLength(1);
    });

    it('is not found where there is no such opportunity', async () => {
      expect((await owner.api.get(path(), { opportunityId: randomUUID() })).status).toBe(404);
    });
  });

  describe.each(['eligibility', 'completeness'])('who may ask for %s', (what) => {
    it('is the owner and an administrator, and nobody else', async () => {
      const [admin, viewer] = [await signIn(hub, 'admin'), await signIn(hub, 'viewer')];
      const address = `/businesses/${businessId}/${what}`;
      const statusFor = async ({ api }: Pick<Person, 'api'>): Promise<number> => (await api.get(address)).status;
      expect(await statusFor(owner)).toBe(200);
      expect(await statusFor(admin)).toBe(200);
      expect(await statusFor(stranger)).toBe(403);
      expect(await statusFor(viewer)).toBe(403);
      expect(await statusFor({ api: hub.anonymous })).toBe(401);
    });

    it('knows no business that is not there, private or misspelt', async () => {
      const neighbour = await signIn(hub);
      const hidden = await createBusiness(neighbour.api, aProfile({ visibility: 'private' }));
      expect((await owner.api.get(`/businesses/${randomUUID()}/${what}`)).status).toBe(404);
      expect((await owner.api.get(`/businesses/${hidden}/${what}`)).status).toBe(404);
      expect((await owner.api.get(`/businesses/1/${what}`)).status).toBe(400);
    });
  });

  describe('with all that is open', () => {
    const summarise = async ({ api }: Person, id: string) => {
      const { status, body } = await api.get(path(id));
      expect(status).toBe(200);
      return body;
    };
    const openingOf = (wouldOpen: readonly Opening[], code: string) => wouldOpen.find((one) => one.code === code);
    const useOf = (setAsides: readonly { readonly code: string }[], code: string) =>
      setAsides.find((one) => one.code === code);

    it('counts what the firm may bid on, and what each set-aside is worth to it', async () => {
      const { open, setAsides, decidedAt } = await summarise(owner, businessId);
      expect(decidedAt).toBe(HUB_NOW);
      // For everybody, next door and for HUBZone firms; not stated and of a city.
      expect(open).toEqual({ eligible: 3, unknown: 2, notEligible: 4 });
      expect(setAsides).toHaveLength(19);
      expect(useOf(setAsides, 'HZC')).toMatchObject({ usable: 'yes', openNotices: 1 });
      expect(useOf(setAsides, 'SBA')).toMatchObject({ usable: 'yes', openNotices: 0 });
      expect(useOf(setAsides, 'HZS')).toMatchObject({ usable: 'no' });
      expect(useOf(setAsides, 'LAS')).toMatchObject({ usable: 'cannot-tell' });
      expect(useOf(setAsides, 'EDWOSB')).toMatchObject({
        usable: 'no',
        openNotices: 2,
        reason: 'No EDWOSB certification on the profile.',
      });
    });

    it('says what one certification would open, and is proved right by it', async () => {
      const person = await signIn(hub);
      const id = await createBusiness(person.api, aReadyProfile({ certifications: [] }));
      const before = await summarise(person, id);
      const edwosb = openingOf(before.wouldOpen, 'edwosb');
      expect(edwosb).toMatchObject({
        kind: 'certification',
        opens: 3,
        sentence: 'EDWOSB certification would make 3 more open notices eligible.',
      });
      expect(openingOf(before.wouldOpen, 'wosb')?.opens).toBe(1);

      const certification = { program: 'edwosb', status: 'active', expiresOn: '2028-06-30' };
      expect((await person.api.post(`/businesses/${id}/certifications`, certification)).status).toBe(201);
      const after = await summarise(person, id);
      expect(after.open.eligible).toBe(before.open.eligible + (edwosb?.opens ?? 0));
      expect(after.open.notEligible).toBe(before.open.notEligible - (edwosb?.opens ?? 0));
      expect(useOf(after.setAsides, 'EDWOSB')).toMatchObject({ usable: 'yes' });
      expect(openingOf(after.wouldOpen, 'edwosb')).toBeUndefined();
      // What it opened needs no other certification any more.
      expect(openingOf(after.wouldOpen, 'wosb')).toBeUndefined();
    });

    it('says what one answer would open, and is proved right by it', async () => {
      const person = await signIn(hub);
      const id = await createBusiness(person.api, aReadyProfile({ samRegistration: null }));
      const before = await summarise(person, id);
      expect(before.open.eligible).toBe(0);
      const answer = openingOf(before.wouldOpen, 'samRegistration');
      expect(answer).toMatchObject({ kind: 'answer', opens: 3 });

      const samRegistration = { status: 'active', expiresOn: '2026-12-31' };
      expect((await person.api.put(`/businesses/${id}`, { samRegistration })).status).toBe(200);
      expect((await summarise(person, id)).open.eligible).toBe(answer?.opens);
    });

    it('names codes next to its own that would bring notices, which bar nobody', async () => {
      const person = await signIn(hub);
      const id = await createBusiness(person.api, aReadyProfile({ naicsCodes: [{ code: '541512', isPrimary: true }] }));
      const before = await summarise(person, id);
      expect(openingOf(before.wouldOpen, '541519')).toMatchObject({
        kind: 'naics-code',
        opens: 1,
        sentence:
          'Listing NAICS 541519 would bring to your industry codes 1 open notice that you may bid on or whose answer is open.',
      });
      await person.api.post(`/businesses/${id}/naics-codes`, { code: '541519' });
      const after = await summarise(person, id);
      expect(openingOf(after.wouldOpen, '541519')).toBeUndefined();
      expect(after.open).toEqual(before.open);
    });

    it('lists what ends soon', async () => {
      const person = await signIn(hub);
      const certifications = [
        { program: 'hubzone', status: 'active', expiresOn: '2026-09-09' },
        { program: 'wosb', status: 'active', expiresOn: '2028-01-01' },
      ];
      const licences = [{ state: 'UT', classification: 'S200', status: 'active', expiresOn: '2026-08-01' }];
      const samRegistration = { status: 'active', expiresOn: '2026-12-31' };
      const id = await createBusiness(person.api, aReadyProfile({ certifications, licences, samRegistration }));
      const { expiring } = await summarise(person, id);
      expect(expiring).toEqual([
        expect.objectContaining({ kind: 'licence', expiresOn: '2026-08-01', daysLeft: -9 }),
        expect.objectContaining({ kind: 'certification', expiresOn: '2026-09-09', daysLeft: 30 }),
        expect.objectContaining({ kind: 'sam-registration', expiresOn: '2026-12-31', daysLeft: 143, id: null }),
      ]);
    });
  });

  describe('completeness', () => {
    const gapsOf = async ({ api }: Person, id: string) => {
      const { status, body } = await api.get(`/businesses/${id}/completeness`);
      expect(status).toBe(200);
      return body;
    };
    const gapIn = (gaps: readonly { readonly gap: string; readonly matches: number }[], name: string) =>
      gaps.find(({ gap }) => gap === name);

    it('ranks what costs most matches first, which costs nothing once it is said', async () => {
      const person = await signIn(hub);
      const id = await createBusiness(person.api, aReadyProfile({ samRegistration: null, pscCodes: [] }));
      const before = await gapsOf(person, id);
      const costs = before.gaps.map(({ matches }: { matches: number }) => matches);
      expect(costs).toEqual([...costs].sort((a: number, b: number) => b - a));
      // All that is federal and not barred by its set-aside waits for the registration; the city does not ask for it.
      expect(gapIn(before.gaps, 'samRegistration')).toMatchObject({
        matches: 4,
        reason: 'Whether you may bid on 4 open notices cannot be decided without it.',
      });
      expect(before.gaps[0]).toMatchObject({ gap: 'pscCodes', matches: 5 });
      expect(gapIn(before.gaps, 'websiteUrl')).toBeUndefined();
      expect(gapIn(before.gaps, 'cageCodes')).toMatchObject({ matches: 0 });

      await person.api.post(`/businesses/${id}/psc-codes`, { code: 'DA01' });
      const after = await gapsOf(person, id);
      expect(gapIn(after.gaps, 'pscCodes')).toBeUndefined();
      expect(after.gaps[0]).toMatchObject({ gap: 'samRegistration', matches: 4 });
      expect(after.score).toBeGreaterThan(before.score);
    });

    it('is whole where everything is said', async () => {
      const person = await signIn(hub);
      const everything = {
        ueiNumber: 'ZQGGHJH74DW7',
        description: 'Network equipment, switches and routers, installed and kept running for offices and bases.',
        cageCodes: [{ code: '7ABC1', isPrimary: true }],
        serviceArea: { isNational: false, isRemote: false, states: ['UT'], countyFips: [] },
        contractValueMaxUsd: 500_000,
      };
      const id = await createBusiness(person.api, aReadyProfile(everything));
      expect(await gapsOf(person, id)).toEqual({ score: 100, gaps: [] });
    });
  });
});
