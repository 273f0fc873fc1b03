import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { transpileModule } from 'typescript';
import { cleanEnvironment } from '../../scripts/local-services/commands';
import { findRemovals } from '../../scripts/sabotage/removals';

const ROOT = path.join(__dirname, '../..');

/** One removal of them all: `npm run sabotage` tries every one. */
const ONE = 'app.module.ts: AuthorizationGuard';

const sabotage = (...parameters: string[]): Promise<{ code: number | null; said: string }> =>
  new Promise((resolve) => {
    const script = ['-r', '@swc-node/register', 'scripts/sabotage.ts', ...parameters];
    const running = spawn(process.execPath, script, { cwd: ROOT, env: cleanEnvironment() });
    let said = '';
    for (const output of [running.stdout, running.stderr])
      output.on('data', (text: Buffer) => (said += text.toString()));
    running.once('close', (code) => resolve({ code, said }));
  });

describe('the removals of guards and checks', () => {
  it('each change one file, which can still be read', () => {
    const removals = findRemovals(ROOT);
    expect(removals.length).toBeGreaterThan(60);
    for (const { name, file, apply } of removals) {
      const source = readFileSync(path.join(ROOT, file), 'utf8');
      const { diagnostics } = transpileModule(apply(source), {
        reportDiagnostics: true,
        compilerOptions: { experimentalDecorators: true },
      });
      expect([name, apply(source) === source, diagnostics?.map(({ messageText }) => messageText)]).toEqual([
        name,
        false,
        [],
      ]);
    }
  });

  it('are noticed by the authorization tests', async () => {
    const { code, said } = await sabotage('--only', ONE);
    expect(said).toContain('1 of 1 removals caught');
    expect(code).toBe(0);
  }, 600_000);
});
