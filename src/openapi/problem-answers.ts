import type { OpenAPIObject } from '@nestjs/swagger';

type Paths = OpenAPIObject['paths'];
export type Operation = NonNullable<Paths[string]['get']>;
type Responses = NonNullable<NonNullable<OpenAPIObject['components']>['responses']>;

const DESCRIPTIONS = {
  400: 'Cannot be read: bad JSON or encoding, nested too deeply, an id that is no UUID.',
  401: 'Not signed in: no good token, or no good credentials.',
  403: 'The role does not allow this, or the row belongs to somebody else.',
  404: 'Not there, or not yours to know.',
  409: 'Conflicts with what is stored.',
  412: 'Changed since the version that If-Match names.',
  413: 'Larger than allowed.',
  415: 'Not sent as the media type that the operation takes (application/json, or text/csv for a file), or not in UTF-8.',
  422: 'Read but not allowed: a value out of range, an unknown field or parameter. `errors` names them.',
  429: 'Too often; `x-throttle` says how often is allowed where there is a limit of its own. Try again after `Retry-After` seconds.',
  503: 'A service below is down, or the process is stopping; try again after `Retry-After` seconds.',
  default: 'Any other error.',
} as const;
type Status = keyof typeof DESCRIPTIONS;

const SAYS_WHEN_TO_RETRY: ReadonlySet<string> = new Set(['429', '503']);
const retryAfter = {
  description: 'Seconds to wait before the next attempt.',
  required: true,
  schema: { type: 'integer', minimum: 1 },
};

/** One answer for each status; operations refer to them. */
export const problemAnswers = (): Responses =>
  Object.fromEntries(
    Object.entries(DESCRIPTIONS).map(([status, description]) => [
      nameOf(status),
      {
        description,
        ...(SAYS_WHEN_TO_RETRY.has(status) ? { headers: { 'Retry-After': retryAfter } } : {}),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  );

/** Adds to an operation the errors that follow from its form: who may call it and what it takes. */
export const withProblemAnswers = (path: string, method: string, operation: Operation): Operation => {
  const hasBody = operation.requestBody !== undefined;
  const takesIfMatch = (operation.parameters ?? []).some(
    (parameter) => 'name' in parameter && parameter.name === 'If-Match',
  );
  const isSignedIn = operation.security !== undefined;
  const isWrite = method !== 'get';
  const applies: Readonly<Record<Status, boolean>> = {
    400: hasBody || path.includes('{'),
    401: isSignedIn || path.includes('/auth/'),
    403: isSignedIn,
    404: isSignedIn || path.includes('{'),
    409: isWrite && (isSignedIn || '201' in operation.responses),
    412: takesIfMatch,
    413: hasBody,
    415: hasBody,
    422: true,
    429: !path.startsWith('/health'),
    503: true,
    default: true,
  };
  const problems = Object.entries(applies)
    .filter(([, isPossible]) => isPossible)
    .map(([status]): [string, { $ref: string }] => [status, { $ref: `#/components/responses/${nameOf(status)}` }]);
  return { ...operation, responses: { ...operation.responses, ...Object.fromEntries(problems) } };
};

const nameOf = (status: string): string => `Problem${status === 'default' ? '' : status}`;
