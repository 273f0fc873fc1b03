/** Everybody who may ask, in the order of the columns below. `owner` owns the business that is asked for, `stranger` another one. */
export const identities = ['anonymous', 'viewer', 'stranger', 'owner', 'official', 'admin'] as const;
export type Identity = (typeof identities)[number];

/**
 * Everybody else is treated exactly like one of the columns, on every operation: an unverified owner like any owner of
 * another row, whoever was demoted after the token was issued like somebody who never had the role, and whatever is no good
 * access token like nobody.
 */
export const treatedLike = {
  unverified: 'stranger',
  demoted: 'viewer',
  deactivated: 'anonymous',
  expired: 'anonymous',
  refreshAsAccess: 'anonymous',
} as const satisfies Record<string, Identity>;
export type Alias = keyof typeof treatedLike;

/** 401 and 403 are refusals; `in` means that authorization let the request through, whatever became of it then. */
export type Verdict = 401 | 403 | 'in';

type Row = readonly [
  anonymous: Verdict,
  viewer: Verdict,
  stranger: Verdict,
  owner: Verdict,
  official: Verdict,
  admin: Verdict,
];

const everybody: Row = ['in', 'in', 'in', 'in', 'in', 'in'];
const signedIn: Row = [401, 'in', 'in', 'in', 'in', 'in'];
/** Needs the role of an owner, and no particular row. */
const owners: Row = [401, 403, 'in', 'in', 403, 'in'];
/** Needs to own the row. */
const ownerOfRow: Row = [401, 403, 403, 'in', 403, 'in'];
/** Part of a profile that competitors must not see. */
const privateToOwner: Row = [401, 403, 403, 'in', 403, 'in'];
const admins: Row = [401, 403, 403, 403, 403, 'in'];
/** Needs to be of the agency that buys: a column of its own for officials of other agencies would repeat 403 throughout. */
const officials: Row = [401, 403, 403, 403, 'in', 'in'];

/** The operations of one list of a profile. */
const listRows = (list: string, reading: Row): Readonly<Record<string, Row>> => ({
  [`GET /api/v1/businesses/{id}/${list}`]: reading,
  [`GET /api/v1/businesses/{id}/${list}/{partId}`]: reading,
  [`POST /api/v1/businesses/{id}/${list}`]: ownerOfRow,
  [`PUT /api/v1/businesses/{id}/${list}/{partId}`]: ownerOfRow,
  [`DELETE /api/v1/businesses/{id}/${list}/{partId}`]: ownerOfRow,
});

/** Who may do what: every operation that the router knows, and no other. `{id}` is the owner's business or an opportunity. */
export const authorizationMatrix: Readonly<Record<string, Row>> = {
  'GET /health': everybody,
  'GET /health/detailed': everybody,
  'GET /health/live': everybody,
  'GET /health/ready': everybody,

  'POST /api/v1/auth/register': everybody,
  'POST /api/v1/auth/login': everybody,
  'POST /api/v1/auth/refresh': everybody,
  'POST /api/v1/auth/logout': everybody,
  'GET /api/v1/auth/me': signedIn,
  'POST /api/v1/auth/forgot-password': everybody,
  'POST /api/v1/auth/reset-password': everybody,
  'POST /api/v1/auth/verify-email': everybody,
  'POST /api/v1/auth/resend-verification': everybody,
  'POST /api/v1/auth/mfa/enrol': signedIn,
  'POST /api/v1/auth/mfa/confirm': signedIn,
  'POST /api/v1/auth/mfa/challenge': everybody,
  'POST /api/v1/auth/mfa/recovery-codes': signedIn,
  'DELETE /api/v1/auth/mfa': signedIn,

  'GET /api/v1/users/me': signedIn,
  'PUT /api/v1/users/me': signedIn,
  'DELETE /api/v1/users/me': signedIn,
  'PUT /api/v1/users/me/password': signedIn,
  'GET /api/v1/users/me/sessions': signedIn,
  'DELETE /api/v1/users/me/sessions': signedIn,
  'DELETE /api/v1/users/me/sessions/{id}': signedIn,
  'GET /api/v1/users': admins,
  'GET /api/v1/users/{id}': admins,
  'PUT /api/v1/users/{id}': admins,
  'DELETE /api/v1/users/{id}': admins,
  'DELETE /api/v1/users/{id}/mfa': admins,
  'POST /api/v1/users/{id}/deactivate': admins,
  'POST /api/v1/users/{id}/activate': admins,
  'POST /api/v1/users/{id}/unlock': admins,

  'GET /api/v1/reference/naics': everybody,
  'GET /api/v1/reference/psc': everybody,
  'GET /api/v1/reference/set-asides': everybody,
  'GET /api/v1/reference/certifications': everybody,
  'GET /api/v1/reference/counties': everybody,
  'GET /api/v1/reference/notice-types': everybody,
  'GET /api/v1/reference/size-standards/{naics}': everybody,

  'GET /api/v1/businesses': signedIn,
  'POST /api/v1/businesses': owners,
  'GET /api/v1/businesses/{id}': signedIn,
  'PUT /api/v1/businesses/{id}': ownerOfRow,
  'DELETE /api/v1/businesses/{id}': ownerOfRow,
  ...listRows('naics-codes', signedIn),
  ...listRows('psc-codes', signedIn),
  ...listRows('cage-codes', signedIn),
  ...listRows('certifications', signedIn),
  ...listRows('services', signedIn),
  ...listRows('licences', privateToOwner),
  ...listRows('addresses', privateToOwner),
  ...listRows('past-performance', privateToOwner),
  ...listRows('size-history', privateToOwner),
  'POST /api/v1/businesses/{id}/past-performance/import': ownerOfRow,
  'GET /api/v1/businesses/{id}/eligibility': privateToOwner,
  'GET /api/v1/businesses/{id}/completeness': privateToOwner,
  'POST /api/v1/businesses/{id}/claims': owners,
  'GET /api/v1/business-claims': owners,

  'GET /api/v1/opportunities': everybody,
  'GET /api/v1/opportunities/{id}': everybody,
  'GET /api/v1/opportunities/{id}/matches': officials,

  'GET /api/v1/matching/opportunities': owners,
  'GET /api/v1/matching/opportunities/{id}': owners,

  'PUT /api/v1/admin/users/{id}/role': admins,
  'GET /api/v1/admin/agencies': admins,
  'POST /api/v1/admin/agencies': admins,
  'GET /api/v1/admin/agencies/{id}': admins,
  'PUT /api/v1/admin/agencies/{id}': admins,
  'DELETE /api/v1/admin/agencies/{id}': admins,
  'GET /api/v1/admin/audit-log': admins,
  'GET /api/v1/admin/audit-log.csv': admins,
  'PUT /api/v1/admin/businesses/{id}/verification': admins,
  'GET /api/v1/admin/businesses/{id}/verifications': admins,
  'PUT /api/v1/admin/business-claims/{id}': admins,
  'GET /api/v1/admin/businesses.csv': admins,
  'GET /api/v1/admin/imports': admins,
  'POST /api/v1/admin/imports': admins,
  'GET /api/v1/admin/business-imports/{id}/findings.csv': admins,
  'POST /api/v1/admin/rematch': admins,
};
