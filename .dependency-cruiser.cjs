'use strict';

/** Lower tiers first. A module may import modules of lower tiers only; modules of one tier do not know each other. */
const tiers = [
  ['reference', 'settings', 'audit', 'mail'],
  ['agencies'],
  ['users'],
  ['auth'],
  ['notifications', 'documents'],
  ['businesses'],
  ['opportunities'],
  ['eligibility', 'saved-searches'],
  ['ingestion', 'matching'],
  ['applications'],
  ['analytics'],
  ['admin'],
];

const tierRules = tiers.flatMap((tier, index) => {
  const higher = tiers.slice(index + 1).flat();
  return tier.map((module) => {
    const forbidden = [...tier.filter((other) => other !== module), ...higher];
    return {
      name: `tier-of-${module}`,
      severity: 'error',
      comment: `${module} may import lower tiers only`,
      from: { path: `^src/modules/${module}/` },
      to: { path: `^src/modules/(${forbidden.join('|')})/` },
    };
  });
});

const TESTS = '\\.(spec|int-spec)\\.ts$';

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      from: { pathNot: '/persistence/.*\\.entity\\.ts$' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'common-stands-alone',
      severity: 'error',
      from: { path: '^src/common/', pathNot: TESTS },
      to: { path: '^src/(?!common/)' },
    },
    {
      name: 'config-uses-common',
      severity: 'error',
      from: { path: '^src/config/' },
      to: { path: '^src/(?!common/|config/)' },
    },
    {
      name: 'infra-knows-no-module',
      severity: 'error',
      from: { path: '^src/infra/' },
      to: { path: '^src/(?!common/|config/|infra/)' },
    },
    {
      name: 'rooms-of-infra-by-their-door',
      severity: 'error',
      from: { path: '^src/(?!infra/)' },
      to: { path: '^src/infra/[^/]+/(?!index\\.ts$)' },
    },
    {
      name: 'modules-by-their-front-door',
      severity: 'error',
      from: { path: '^src/modules/([^/]+)/' },
      to: { path: '^src/modules/(?!$1/)[^/]+/(?!(index|responses)\\.ts$)' },
    },
    {
      name: 'only-upper-rooms-know-other-modules',
      severity: 'error',
      comment:
        'service/, jobs/ and *.module.ts import other modules; domain/ and engine/ may use their types and pure rules',
      from: { path: '^src/modules/([^/]+)/(http|persistence)/', pathNot: TESTS },
      to: { path: '^src/modules/(?!$1/)', pathNot: '/responses\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'responses-for-http',
      severity: 'error',
      comment: 'responses.ts of a module holds answers that the http rooms of others give too',
      from: { path: '^src/modules/[^/]+/(?!http/)' },
      to: { path: '^src/modules/[^/]+/responses\\.ts$' },
    },
    {
      name: 'domain-is-pure',
      severity: 'error',
      from: { path: '^src/modules/[^/]+/(domain|engine)/', pathNot: TESTS },
      to: { path: 'node_modules/(@nestjs|typeorm|bull|ioredis|pg|express)/' },
    },
    {
      name: 'domain-below-all',
      severity: 'error',
      from: { path: '^src/modules/[^/]+/(domain|engine)/', pathNot: TESTS },
      to: { path: '^src/(infra|config)/|^src/modules/[^/]+/(http|jobs|service|persistence)/' },
    },
    {
      name: 'persistence-below-service',
      severity: 'error',
      from: { path: '^src/modules/[^/]+/persistence/', pathNot: TESTS },
      to: { path: '^src/modules/[^/]+/(http|jobs|service)/' },
    },
    {
      name: 'service-below-http',
      severity: 'error',
      from: { path: '^src/modules/[^/]+/service/', pathNot: TESTS },
      to: { path: '^src/modules/[^/]+/(http|jobs)/' },
    },
    {
      name: 'http-and-jobs-through-service',
      severity: 'error',
      from: { path: '^src/modules/[^/]+/(http|jobs)/', pathNot: TESTS },
      to: { path: '^src/modules/[^/]+/persistence/' },
    },
    {
      name: 'typeorm-in-persistence',
      severity: 'error',
      from: { path: '^src/modules/[^/]+/(http|jobs|domain|engine)/', pathNot: TESTS },
      to: { path: 'node_modules/typeorm/' },
    },
    {
      name: 'nothing-imports-entries',
      severity: 'error',
      from: { path: '^src/(common|config|infra|modules)/', pathNot: TESTS },
      to: { path: '^src/[^/]+\\.ts$' },
    },
    {
      name: 'production-needs-no-test-code',
      severity: 'error',
      from: { path: '^(src|migrations)/', pathNot: TESTS },
      to: { path: '^(test|scripts)/' },
    },
    {
      name: 'no-orphans-of-packages',
      severity: 'error',
      from: { path: '^src/', pathNot: TESTS },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
    ...tierRules,
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|coverage|\\.local)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
