import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Response } from 'supertest';
import { secretsIn } from './secrets';
import { type Schema, type Schemas, violations } from './json-schema';

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DocumentedOperation>>>>;
  readonly components: { readonly schemas: Schemas };
}

interface DocumentedOperation {
  readonly 'x-permission'?: string;
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
}

type Content = Readonly<Record<string, { readonly schema: Schema }>>;

/** The checked-in document: the one that `npm run openapi` keeps equal to the served one. */
export const openApi: Document = JSON.parse(readFileSync(join(__dirname, '../../openapi.json'), 'utf8'));

const templates = Object.keys(openApi.paths).map((path) => ({
  path,
  pattern: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
}));

export interface Call {
  readonly method: string;
  readonly path: string;
}

const LEAKS: readonly RegExp[] = [
  /\bat .*\(.*:\d+:\d+\)/,
  /node_modules/,
  /QueryFailedError/,
  /SELECT /,
  /pg_/,
  /Cannot (GET|POST|PUT|DELETE)/,
  /Unexpected token/,
  /Failed to decode param/,
];

/** What holds for every answer of the hub, whatever was asked. */
export const assertContract = (response: Response, call: Call): void => {
  const found = [
    ...headerFaults(response, call),
    ...(response.status >= 400 ? problemFaults(response, call) : successFaults(response, call)),
  ];
  if (found.length === 0) return;
  const text = `${call.method} ${call.path} answered ${response.status} ${response.text?.slice(0, 500) ?? ''}`;
  throw new Error(`${text}\n${found.map((fault) => `  - ${fault}`).join('\n')}`);
};

/** Reference facts and the pages of the documentation are the same for everybody. */
const isForOnePerson = (path: string): boolean => !/^\/(api\/v1\/reference|docs|redoc)\b/.test(path);

const isUtf8OrNoText = (type = ''): boolean => !/^(text|application)\//.test(type) || /; charset=utf-8$/i.test(type);

const headerFaults = ({ headers, status }: Response, { path }: Call): readonly string[] => {
  const maxAge = Number(/max-age=(\d+)/.exec(headers['strict-transport-security'] ?? '')?.[1] ?? 0);
  const mayBeStored = status < 400 && !isForOnePerson(path);
  return faults([
    [/^[\w.-]{1,64}$/.test(headers['x-request-id'] ?? ''), 'no X-Request-Id'],
    [headers['x-content-type-options'] === 'nosniff', 'no nosniff'],
    [/frame-ancestors 'none'/.test(headers['content-security-policy'] ?? ''), 'may be framed'],
    [maxAge >= 365 * 24 * 60 * 60, 'HSTS is shorter than a year'],
    [/includeSubDomains/.test(headers['strict-transport-security'] ?? ''), 'HSTS leaves subdomains out'],
    [/base-uri 'none'/.test(headers['content-security-policy'] ?? ''), 'may have another base'],
    [headers['set-cookie'] === undefined, 'sets a cookie'],
    [isUtf8OrNoText(headers['content-type']), 'does not say that it is UTF-8'],
    [headers['referrer-policy'] !== undefined, 'no Referrer-Policy'],
    [headers['x-powered-by'] === undefined, 'X-Powered-By'],
    [mayBeStored || headers['cache-control'] === 'no-store', 'may be stored by caches'],
  ]);
};

const problemFaults = ({ headers, body, text, status }: Response, { method, path }: Call): readonly string[] => {
  if (method === 'HEAD') return [];
  const isText = (value: unknown): boolean => typeof value === 'string' && value.length > 0;
  return faults([
    [/^application\/problem\+json\b/.test(headers['content-type'] ?? ''), 'is no application/problem+json'],
    [['type', 'title', 'detail', 'code'].every((name) => isText(body[name])), 'a member of the problem is missing'],
    [body.status === status, 'the problem names another status'],
    [
      withoutSlash(body.instance) === withoutSlash(path.split('?', 1)[0]),
      `the problem names another instance: ${body.instance}`,
    ],
    [status !== 422 || (Array.isArray(body.errors) && body.errors.length > 0), 'a 422 without errors[]'],
    [body.errors === undefined || body.errors.every(isFieldError), 'errors[] does not name field, code and message'],
    [!LEAKS.some((leak) => leak.test(text)), 'tells something of the machinery'],
    [secretsIn(text).length === 0, 'repeats a secret'],
    [status !== 401 || headers['www-authenticate'] === 'Bearer', 'a 401 without WWW-Authenticate'],
    [status < 500 || status === 503, 'a fault of the hub'],
    [isDocumented(status, { method, path }), 'is not documented'],
  ]);
};

/** Errors before any handler are the same everywhere, and documented once. */
const BEFORE_HANDLERS = [400, 404, 405, 408, 413, 415, 431];

const isDocumented = (status: number, call: Call): boolean => {
  const operation = operationOf(call);
  return !operation || BEFORE_HANDLERS.includes(status) || operation.responses[status] !== undefined;
};

const operationOf = ({ method, path }: Call): DocumentedOperation | undefined => {
  const template = templates.find(({ pattern }) => pattern.test(path.split('?', 1)[0] ?? ''));
  return template && openApi.paths[template.path]?.[method.toLowerCase()];
};

const withoutSlash = (path: unknown): string => String(path).replace(/\/$/, '');

const isFieldError = ({ field, code, message }: Record<string, unknown>): boolean =>
  typeof field === 'string' && typeof code === 'string' && typeof message === 'string';

const successFaults = (response: Response, call: Call): readonly string[] => {
  if (call.method === 'HEAD' || call.method === 'OPTIONS') return [];
  const operation = operationOf(call);
  if (!operation) return [];
  const documented = operation.responses[response.status];
  return documented
    ? bodyFaults(response, documented.content ?? {})
    : [`the status ${response.status} is not documented`];
};

const bodyFaults = ({ headers, body, text }: Response, content: Content): readonly string[] => {
  const type = headers['content-type']?.split(';', 1)[0] ?? '';
  const schema = content[type]?.schema;
  if (type !== 'application/json' && schema) return [];
  if (!schema) return text ? ['a body that is not documented'] : [];
  return violations(body, schema, openApi.components.schemas);
};

const faults = (checks: readonly (readonly [holds: boolean, fault: string])[]): readonly string[] =>
  checks.flatMap(([holds, fault]) => (holds ? [] : [fault]));
