'use strict';

const tseslint = require('typescript-eslint');

/** House rules: see docs/architecture.md. ESLint reads them through eslint.config.mjs. */
module.exports = tseslint.config(
  { ignores: ['dist/**', 'coverage/**', '.local/**', 'node_modules/**', '**/*.js', '**/*.mjs', '**/*.cjs'] },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: __dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      complexity: ['error', 12],
      'max-lines': ['error', 400],
      'max-lines-per-function': ['error', { max: 60, skipComments: true, skipBlankLines: true }],
      'no-console': 'error',
      eqeqeq: 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/ban-ts-comment': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/require-await': 'off',
      'no-restricted-syntax': [
        'error',
        {
          selector: "MemberExpression[object.name='process'][property.name='env']",
          message: 'Only src/config reads the environment.',
        },
        {
          selector: "CallExpression[callee.name='forwardRef']",
          message: 'Publish an event or let the upper module register a rule.',
        },
        {
          selector: 'CallExpression[callee.property.name=/^(orderBy|addOrderBy|addSelect)$/] > TemplateLiteral',
          message: 'Sort keys come from an enum map.',
        },
        {
          selector: "Decorator[expression.callee.name='Type'] ArrowFunctionExpression > Identifier[name='Boolean']",
          message: '@Type(() => Boolean) reads "false" as true.',
        },
      ],
    },
  },
  {
    // One clock: "now" is a parameter or comes from it.
    files: ['src/**/*.ts'],
    ignores: ['src/common/time/clock.ts', 'src/infra/logging/json-logger.ts', '**/*.spec.ts', '**/*.int-spec.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Ask the clock.' },
        {
          object: 'URL',
          property: 'canParse',
          message: 'Wrong on Node 20 once it is hot: take common/text/parse-url.',
        },
      ],
      'no-restricted-imports': [
        'error',
        {
          name: 'class-validator',
          importNames: ['Length', 'MaxLength'],
          message: 'They pass over variation selectors: take those of common/validation/text-length.',
        },
      ],
    },
  },
  {
    files: ['src/config/**/*.ts', 'scripts/**/*.ts', 'test/**/*.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    // Tables of cases and long stories are allowed to be long; assertions on parsed JSON need no types.
    files: [
      '**/*.spec.ts',
      '**/*.int-spec.ts',
      '**/*.e2e-spec.ts',
      'test/**/*.ts',
      'scripts/**/*.ts',
      'migrations/**/*.ts',
    ],
    rules: {
      'max-lines-per-function': 'off',
      'no-console': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
    },
  },
);
