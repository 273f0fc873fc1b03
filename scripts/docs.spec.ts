import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { currentModel } from '../src/modules/matching/engine/models/current-model';

const root = path.join(__dirname, '..');
const pages = [
  'README.md',
  ...readdirSync(path.join(root, 'docs'), { recursive: true }).map((name) => `docs/${String(name)}`),
].filter((name) => name.endsWith('.md'));
const read = (page: string): string => readFileSync(path.join(root, page), 'utf8');

describe('the documentation', () => {
  it.each(pages)('%s links only to files that exist', (page) => {
    const links = [...read(page).matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, link = '']) => link);
    expect(links.filter((link) => !existsSync(path.join(root, path.dirname(page), link)))).toEqual([]);
  });

  it('names only commands of npm that exist', () => {
    const { scripts }: { scripts: Record<string, string> } = JSON.parse(read('package.json'));
    const named = pages.flatMap((page) =>
      [...read(page).matchAll(/npm run (?:-s )?([a-z][a-z:-]*)/g)].map(([, name = '']) => name),
    );
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  it('shows the weights of the current model', () => {
    const rows = [...read('docs/matching.md').matchAll(/^\| `(\w+)` +\|.*\| +(\d+) \|$/gm)];
    expect(Object.fromEntries(rows.map(([, name, weight]) => [name, Number(weight)]))).toEqual(currentModel.weights);
  });
});
