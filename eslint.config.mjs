import tseslint from 'typescript-eslint';

/** Everything that differs by machine or by moment: the core takes it as a parameter. */
const impure = ['process', 'Buffer', 'console', 'window', 'document', 'navigator', 'performance', 'Intl', 'fetch', 'crypto'];

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'test/fixtures/host/', 'test/projects/', '*.{js,mjs,mts}'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Bracket access on index signatures is what noUncheckedIndexedAccess asks for.
      '@typescript-eslint/dot-notation': 'off',
    },
  },
  {
    files: ['src/{text,manifest,logic,catalog,assess,select,rules,answer,advise,render}/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-globals': ['error', ...impure],
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'The core does not read the clock.' },
        { selector: "MemberExpression[object.name='Date'][property.name='now']", message: 'The core does not read the clock.' },
        { selector: "MemberExpression[object.name='Math'][property.name='random']", message: 'The same input gives the same output.' },
        { selector: "MemberExpression[property.name=/^(localeCompare|toLocale.*)$/]", message: 'Locales differ by machine.' },
      ],
    },
  },
  {
    // Vitest and mocha make promises of their own, and a test may well build a wrong value on purpose.
    files: ['test/**/*.{ts,tsx}', 'src/**/*.test.ts'],
    rules: {
      '@typescript-eslint/no-floating-promises': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
    },
  },
);
