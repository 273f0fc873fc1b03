import { planInstallation } from './redis-install';

const having =
  (...commands: string[]) =>
  (command: string): boolean =>
    commands.includes(command);

describe('planInstallation', () => {
  it('refreshes the package lists before it installs with apt-get', () => {
    const plan = planInstallation(having('apt-get'), true);
    expect(plan?.canRun).toBe('as-is');
    expect(plan?.commands.map((command) => command.slice(0, 2).join(' '))).toEqual([
      'apt-get update',
      'apt-get install',
    ]);
  });

  it('never waits for a password', () => {
    const plan = planInstallation(having('apt-get', 'sudo'), false);
    expect(plan?.canRun).toBe('with-sudo');
    expect(plan?.commands.every(([sudo, option]) => sudo === 'sudo' && option === '-n')).toBe(true);
  });

  it('names the command to type where it may not run it itself', () => {
    const plan = planInstallation(having('dnf'), false);
    expect(plan).toMatchObject({ canRun: 'no', typed: 'sudo dnf install -y redis' });
  });

  it('needs no root for brew', () => {
    expect(planInstallation(having('brew', 'sudo'), false)).toMatchObject({
      canRun: 'as-is',
      typed: 'brew install redis',
    });
  });

  it('knows when there is no package manager', () => {
    expect(planInstallation(having(), true)).toBeUndefined();
  });
});
