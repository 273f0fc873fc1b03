import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** One thing taken out of one file. */
export interface Removal {
  readonly name: string;
  readonly file: string;
  /** Pattern of the test files that must turn red. */
  readonly tests: string;
  apply(source: string): string;
}

/** A check that is not a decorator or a policy: the words that carry it, and what stands there without it. */
interface Check {
  readonly file: string;
  /** Where it stands more than once: the words behind which it is meant. */
  readonly after?: string;
  readonly of: string;
  readonly without: string;
  readonly tests?: string;
}

const AUTHORIZATION = 'e2e/authorization';

const auth = 'src/modules/auth';

/** The statement that every request asks who is signed in. */
const PRINCIPAL = 'export const SIGNED_IN_SQL';

const COMPOSITION = 'src/app.module.ts';

/** Which tests miss a guard of all requests. One that is not named here stops the script. */
const testsOfGuards: Readonly<Record<string, string>> = {
  RequestCeilingGuard: 'e2e/throttling',
  UndeclaredInputGuard: 'e2e/input-abuse',
  AuthenticationGuard: AUTHORIZATION,
  AuthorizationGuard: AUTHORIZATION,
  ThrottleGuard: 'e2e/throttling',
};

const checks: readonly Check[] = [
  {
    file: `${auth}/persistence/sessions.repository.ts`,
    after: PRINCIPAL,
    of: 'AND session.ended_at IS NULL',
    without: '',
  },
  {
    file: `${auth}/persistence/sessions.repository.ts`,
    after: PRINCIPAL,
    of: 'AND session.expires_at > $3',
    without: 'AND $3 = $3',
  },
  { file: `${auth}/persistence/sessions.repository.ts`, after: PRINCIPAL, of: 'AND person.is_active', without: '' },
  { file: `${auth}/persistence/sessions.repository.ts`, of: 'AND session.user_id = $2', without: 'AND $2 = $2' },
  {
    file: `${auth}/persistence/sessions.repository.ts`,
    of: 'update({ id, userId, endedAt: IsNull() }',
    without: 'update({ id, endedAt: IsNull() }',
  },
  {
    file: `${auth}/persistence/sessions.repository.ts`,
    of: 'where: { userId, endedAt: IsNull(), expiresAt',
    without: 'where: { endedAt: IsNull(), expiresAt',
  },
  {
    file: `${auth}/service/accounts/principals.service.ts`,
    of: '!hasSecondFactor && this.config.demandsSecondFactor(person.role)',
    without: 'false',
    tests: 'e2e/second-factor\\.',
  },
  {
    file: `${auth}/service/sessions/access-token.strategy.ts`,
    of: '.length === 1',
    without: '.length >= 1',
    tests: 'e2e/tokens',
  },
  {
    file: 'src/common/auth/authorization.guard.ts',
    of: 'needsSecondFactorFirst(user, permission)',
    without: 'false',
    tests: 'e2e/second-factor\\.',
  },
  { file: `${auth}/service/passwords/current-password.service.ts`, of: 'given === undefined', without: 'false' },
  {
    file: 'src/modules/businesses/service/business-parts.service.ts',
    of: '!maySeePrivateFields(reader, business)',
    without: 'false',
  },
  {
    file: 'src/modules/businesses/service/business-views.service.ts',
    after: 'const kindFor',
    of: 'mayChange(reader, business)',
    without: 'Boolean(reader) || mayChange(reader, business)',
  },
  {
    file: 'src/modules/businesses/service/businesses.service.ts',
    of: '!mayChange(actor, business)',
    without: 'false',
  },
  {
    file: 'src/modules/businesses/service/businesses.service.ts',
    of: '!maySee(reader, business)',
    without: 'false',
    tests: 'e2e/business-profile',
  },
  {
    file: 'src/modules/businesses/persistence/business-parts.repository.ts',
    of: '.update({ id, businessId }',
    without: '.update({ id }',
    tests: 'e2e/business-lists',
  },
  {
    file: 'src/modules/businesses/persistence/business-parts.repository.ts',
    of: "ofBusiness(kind, businessId).andWhere('part.id = :id'",
    without: "unitOfWork.manager.getRepository(partEntities[kind]).createQueryBuilder('part').where('part.id = :id'",
  },
  {
    file: 'src/modules/businesses/persistence/business-parts.repository.ts',
    of: '.delete({ id, businessId })',
    without: '.delete({ id })',
  },
];

/** @throws Error when a named check is no longer where the list says */
export const findRemovals = (root: string): readonly Removal[] => {
  const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
  const files = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' }).map((file) =>
    path.join('src', file),
  );
  return [
    ...guardsIn(read(COMPOSITION)),
    ...files.filter((file) => file.endsWith('.controller.ts')).flatMap((file) => permissionsIn(file, read(file))),
    ...files.filter((file) => file.endsWith('.policy.ts')).flatMap((file) => policiesIn(file, read(file))),
    ...checks.map((check) => removalOf(check, read(check.file))),
  ];
};

/** Every guard that stands before all handlers. */
const guardsIn = (source: string): readonly Removal[] =>
  [...source.matchAll(/\{ provide: APP_GUARD, useClass: (\w+) \},/g)].map((match) => {
    const [line, guard = ''] = match;
    const tests = testsOfGuards[guard];
    if (tests === undefined) throw new Error(`Say which tests miss ${guard}.`);
    const apply = (text: string): string => replaceAt(text, match.index, line, '');
    return { name: `${COMPOSITION}: ${guard}`, file: COMPOSITION, tests, apply };
  });

/** Every handler, or controller, that demands a permission: opened to everybody. */
const permissionsIn = (file: string, source: string): readonly Removal[] =>
  [...source.matchAll(/@RequirePermission\(Permission\.(\w+)\)/g)].map((match) => ({
    name: `${file}: ${match[1]} at line ${source.slice(0, match.index).split('\n').length}`,
    file,
    tests: AUTHORIZATION,
    apply: (text) => replaceAt(text, match.index, match[0], `@(require('${publicDecoratorFrom(file)}').Public())`),
  }));

const publicDecoratorFrom = (file: string): string =>
  path.relative(path.dirname(file), 'src/common/auth/public.decorator').replace(/^(?!\.)/, './');

/** Every exported rule of a policy: what allows says yes to everybody, what refuses never does. */
const policiesIn = (file: string, source: string): readonly Removal[] =>
  [...source.matchAll(/export const (\w+) = \([^=]*?\): boolean =>\s/g)].map((match) => ({
    name: `${file}: ${match[1]}`,
    file,
    tests: testsOfRules[match[1] ?? ''] ?? AUTHORIZATION,
    apply: (text) => {
      const end = match.index + match[0].length;
      const always = String(match[1]).startsWith('may') || match[1] === 'isOfAgency' ? 'true ||' : 'false &&';
      return text[end] === '{'
        ? `${text.slice(0, end)}{ if (1 === 1) return ${always} false;${text.slice(end + 1)}`
        : `${text.slice(0, end)}${always} (${text.slice(end).replace(';', ');')}`;
    },
  }));

/** Rules that other tests than those of authorization are about. */
const testsOfRules: Readonly<Record<string, string>> = {
  isLastAdmin: 'e2e/last-admin',
  maySee: 'e2e/business-profile',
  mayHaveAgency: 'e2e/users-admin',
  mayOwnProfile: 'e2e/business-claims',
  seesAllClaims: 'e2e/business-claims',
  narrowsNothing: 'e2e/agencies',
};

const removalOf = ({ file, after = '', of, without, tests = AUTHORIZATION }: Check, source: string): Removal => {
  const index = source.indexOf(of, source.indexOf(after));
  if (index < 0 || !source.includes(after)) throw new Error(`${file} no longer holds: ${of}`);
  return { name: `${file}: ${of}`, file, tests, apply: (text) => replaceAt(text, index, of, without) };
};

const replaceAt = (text: string, index: number, old: string, replacement: string): string =>
  text.slice(0, index) + replacement + text.slice(index + old.length);
