import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cleanEnvironment } from '../../scripts/local-services/commands';
import { choosePorts } from '../../scripts/local-services/ports';
import { linkIn, Mailbox } from '../support/mailbox';
import { until } from '../support/until';

interface Match {
  readonly score: number;
  readonly eligibility: string;
  readonly gates: readonly { readonly verdict: string; readonly rule: string; readonly question?: string }[];
  readonly components: readonly { readonly contribution: number }[];
}

const LOGIN = /auth\/login -H 'Content-Type: application\/json' -d '([^']+)'/;
const ASK = /^curl -s "(http[^"]+)"/;

/** What a printed line does, without curl, which a bare machine may lack. */
const run = async (line: string): Promise<readonly Match[]> => {
  const url = new URL(ASK.exec(line)?.[1] ?? '');
  const login = await fetch(new URL('/api/v1/auth/login', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: LOGIN.exec(line)?.[1],
  });
  const { access_token: token }: { access_token: string } = JSON.parse(await login.text());
  const answer = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
  expect(answer.status).toBe(200);
  const { items }: { items: Match[] } = JSON.parse(await answer.text());
  return items;
};

describe('npm run demo', () => {
  let directory: string;
  let demo: ChildProcess;
  let said = '';

  beforeAll(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'hub-demo-'));
    const { redis: port } = await choosePorts(['redis'], {});
    demo = spawn(process.execPath, ['-r', '@swc-node/register', 'scripts/demo/main.ts'], {
      env: { ...cleanEnvironment(), NODE_ENV: 'development', PORT: String(port), HUB_LOCAL_DIRECTORY: directory },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const output of [demo.stdout, demo.stderr]) output?.on('data', (text: Buffer) => (said += text.toString()));
    await until('the demo runs', () => said.includes('Ctrl-C stops all of it.') || demo.exitCode !== null, 300);
  }, 360_000);

  afterAll(async () => {
    demo.kill('SIGKILL');
    await rm(directory, { recursive: true, force: true });
  });

  it('prints accounts and three lines that answer scored, explained matches', async () => {
    expect(said).toContain('owner@demo.test');
    const lines = said.split('\n').filter((line) => line.startsWith('curl '));
    expect(lines).toHaveLength(3);
    const [best, unknown, notEligible] = await Promise.all(lines.map(run));
    for (const { score, components } of [...(best ?? []), ...(unknown ?? [])]) {
      const tenths = components.reduce((sum, { contribution }) => sum + Math.round(contribution * 10), 0);
      expect(tenths).toBe(Math.round(score * 10));
    }
    expect(best?.[0]?.score).toBeGreaterThan(60);
    expect(unknown?.[0]?.gates.find(({ verdict }) => verdict === 'unknown')?.question).toMatch(/\?/);
    expect(notEligible?.[0]?.gates.some(({ verdict }) => verdict === 'fail')).toBe(true);
  });

  it('shows the mail to a newcomer in the mail catcher', async () => {
    const url = new URL(/API +(\S+)/.exec(said)?.[1] ?? '');
    const newcomer = { email: 'newcomer@demo.test', password: 'mountains beyond mountains' };
    const registered = await fetch(new URL('/api/v1/auth/register', url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...newcomer, firstName: 'New', lastName: 'Comer' }),
    });
    expect(registered.status).toBe(201);
    const mailbox = new Mailbox(/Mail catcher +(\S+)/.exec(said)?.[1] ?? '', url.href);
    const [mail, ...others] = await mailbox.mailsTo(newcomer.email);
    expect(others).toEqual([]);
    const page = await fetch(mail ? linkIn(mail) : '');
    expect(page.status).toBe(200);
  });

  it('stops as a whole on Ctrl-C', async () => {
    demo.kill('SIGINT');
    await until('the demo has ended', () => demo.exitCode !== null);
    expect(demo.exitCode).toBe(0);
    expect(said.trimEnd()).toMatch(/Stopped\.$/);
    expect(existsSync(path.join(directory, 'postgres', 'postmaster.pid'))).toBe(false);
  });
});
