import { DEMO_PASSWORD, demoAccounts, OWNER } from './accounts';

/** What to look at, whom to sign in as, and three lines to try. */
export const describeDemo = (port: string, mailUrl: string | undefined): string => {
  const base = `http://localhost:${port}`;
  const login = `curl -s ${base}/api/v1/auth/login -H 'Content-Type: application/json' -d '{"email":"${OWNER}","password":"${DEMO_PASSWORD}"}'`;
  const token = `$(${login} | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')`;
  const ask = (query: string): string =>
    `curl -s "${base}/api/v1/matching/opportunities?${query}" -H "Authorization: Bearer ${token}"`;
  return [
    '',
    'The hub is running.',
    '',
    `  API            ${base}/api/v1`,
    `  Swagger UI     ${base}/docs`,
    `  ReDoc          ${base}/redoc`,
    `  Health         ${base}/health/detailed`,
    ...(mailUrl ? [`  Mail catcher   ${mailUrl}`] : []),
    '',
    `Accounts, all with password ${DEMO_PASSWORD}:`,
    '',
    ...demoAccounts.map(({ email, role }) => `  ${email.padEnd(20)} ${role}`),
    '',
    'Try: the best matches of a Salt Lake City IT firm; those with an open question; what it may not bid on, and why.',
    '',
    ask('limit=3'),
    '',
    ask('eligibility=unknown&limit=3'),
    '',
    ask('eligibility=not_eligible&limit=3'),
    '',
    'Ctrl-C stops all of it.',
  ].join('\n');
};
