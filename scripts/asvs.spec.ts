import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { auditActions } from '../src/modules/audit/domain/audit-event';

interface Requirement {
  readonly item: string;
  readonly text: string;
  readonly level: string;
  readonly kind: string;
  readonly status: string;
  readonly evidence: string;
  readonly remark: string;
}

const root = path.join(__dirname, '..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

const requirements: readonly Requirement[] = parse(read('docs/asvs.csv'), { columns: true });
const page = read('docs/security.md');

const sources = readdirSync(path.join(root, 'src'), { recursive: true })
  .map((name) => `src/${String(name)}`)
  .filter((name) => /(?<!spec)\.[jt]s$/.test(name));
const code = sources.map(read).join('\n');

const itemsWhere = (isFound: (requirement: Requirement) => boolean): readonly string[] =>
  requirements.filter(isFound).map(({ item }) => item);

const pieces = ({ evidence }: Requirement): readonly string[] => evidence.split(';').filter((piece) => piece !== '');
const isTest = (piece: string): boolean =>
  /spec\.ts(#|$)|^(test\/(e2e|fault|long|support)|scripts\/sabotage)/.test(piece);

const isThere = (piece: string): boolean => {
  const [, file = '', , words = ''] = /^([^#]+)(#(.+))?$/s.exec(piece) ?? [];
  return existsSync(path.join(root, file)) && read(file).replaceAll(/\s+/g, ' ').includes(words);
};

/** What stands between this heading and the next one of its rank. */
const section = (heading: string): string => page.split(`\n## ${heading}\n`)[1]?.split('\n## ', 1)[0] ?? '';

describe('the list of ASVS requirements', () => {
  it('names each requirement once, in their order', () => {
    const ranks = requirements.map(({ item }) => item.split('.').reduce((rank, part) => rank * 100 + Number(part), 0));
    expect(ranks.length).toBeGreaterThan(190);
    expect(ranks).toEqual([...new Set(ranks)].sort((one, other) => one - other));
  });

  it('has no empty cell where one is needed', () => {
    const isFull = ({ text, level, kind, status, evidence, remark }: Requirement): boolean =>
      text !== '' &&
      /^[123]$/.test(level) &&
      /^(T|C|Doc)$/.test(kind) &&
      /^(met|partly|not-met|not-applicable)$/.test(status) &&
      (evidence !== '' || status.startsWith('not-')) &&
      (remark !== '' || status === 'met');
    expect(itemsWhere((requirement) => !isFull(requirement))).toEqual([]);
  });

  it('names evidence that is there', () => {
    expect(requirements.flatMap(pieces).filter((piece) => !isThere(piece))).toEqual([]);
  });

  it('calls nothing tested that names no test', () => {
    const isUntested = (requirement: Requirement): boolean =>
      requirement.kind === 'T' && requirement.status === 'met' && !pieces(requirement).some(isTest);
    expect(itemsWhere(isUntested)).toEqual([]);
  });

  it('is summed up right', () => {
    const counted = Object.fromEntries(
      [...page.matchAll(/^\| (met|partly|not-met|not-applicable) +\| +(\d+) \|/gm)].map(([, status, count]) => [
        status,
        Number(count),
      ]),
    );
    const counts = Object.fromEntries(
      ['met', 'partly', 'not-met', 'not-applicable'].map((status) => [
        status,
        itemsWhere((requirement) => requirement.status === status).length,
      ]),
    );
    expect(counted).toEqual(counts);
    for (const item of itemsWhere(({ status }) => status === 'not-met'))
      expect(section('What is not met')).toContain(item);
  });
});

describe('the page about security', () => {
  it('names every kind of security event', () => {
    const rows = section('Security events').match(/^\| `[^|]+/gm) ?? [];
    const named = rows.flatMap((row) => row.match(/[a-z-]+\.[a-z-]+/g) ?? []);
    expect([...named].sort()).toEqual([...auditActions].sort());
  });

  it('shows the limits that the operations declare', () => {
    const { paths }: { paths: Record<string, Record<string, { 'x-throttle'?: string[] }>> } = JSON.parse(
      read('openapi.json'),
    );
    const declared = Object.entries(paths).flatMap(([address, operations]) =>
      Object.entries(operations).flatMap(([method, operation]) =>
        (operation['x-throttle'] ?? []).map((limit) => `${method.toUpperCase()} ${address.slice(7)}: ${limit}`),
      ),
    );
    const shown = [...section('Limits').matchAll(/^\| `([A-Z]+ \S+)` +\| ([\d,]+ in [\d,]+ s) +\| (\w+) /gm)].map(
      ([, operation, limit = '', by]) => `${operation}: ${limit.replaceAll(',', '')} by ${by}`,
    );
    expect(shown.sort()).toEqual(declared.sort());
  });

  it('names the algorithms that the code uses', () => {
    const used = [...code.matchAll(/\b(?:create(?:Hash|Hmac|Cipheriv|Decipheriv)|hkdfSync)\('([^']+)'/g)].map(
      ([, name]) => name,
    );
    expect([...new Set(used)].sort()).toEqual(['aes-256-gcm', 'sha256', 'sha384']);
    for (const name of used) expect(section('Keys')).toContain(`\`${name}\``);
  });
});

describe('the code', () => {
  it.each([
    ['starts no program', /child_process|execSync|spawn\(/],
    ['runs no text', /\beval\(|new Function\b|node:vm|setTimeout\(['"`]/],
    ['has no format strings', /\bformat\(['"`]?%|node:util/],
  ])('%s', (_, pattern) => {
    expect(sources.filter((file) => pattern.test(read(file)))).toEqual([]);
  });
});
