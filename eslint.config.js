import js from '@eslint/js';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import importX from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Who may import whom: design.md's rule, by folder. What is not named is forbidden. */
const MAY_IMPORT = {
  platform: [],
  schema: [],
  gateway: ['platform'],
  'subgraphs/users': ['platform', 'schema'],
  'subgraphs/items': ['platform', 'schema'],
  'subgraphs/exchanges': ['platform', 'schema'],
  'subgraphs/chat': ['platform', 'schema'],
  web: ['schema'],
};
const WORKSPACES = ['platform', 'schema', 'gateway', 'users', 'items', 'exchanges', 'chat', 'standalone', 'web', 'e2e'];

const importRules = Object.entries(MAY_IMPORT).map(([folder, allowed]) => {
  const own = folder.split('/').at(-1);
  const forbidden = WORKSPACES.filter((name) => name !== own && !allowed.includes(name));
  return {
    files: [`${folder}/**/*.{ts,tsx}`],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            { group: forbidden.map((name) => `@secondlife/${name}/*`), message: `${folder} may import ${allowed.join(' and ') || 'nothing of ours'}: services meet in the schema and in events.` },
            { group: ['../../../*/src/*', '../../*/src/*'], message: 'Another workspace is imported by its name.' },
          ],
        },
      ],
    },
  };
});

export default tseslint.config(
  { ignores: ['**/dist/', '**/node_modules/', '.data/', '**/.next/', '**/*.generated.ts', 'web/next-env.d.ts', 'bench/'] },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver({ conditionNames: ['source', 'import', 'default'] })] },
    rules: {
      // Decorated classes that import each other crash in ESM before they are initialised.
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'import-x/no-default-export': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      // An async function that awaits nothing keeps to an interface whose other implementations do.
      '@typescript-eslint/require-await': 'off',
      // Our objects are closures: no method of theirs reads `this`.
      '@typescript-eslint/unbound-method': 'off',
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  ...importRules,
  {
    files: ['web/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
    languageOptions: { parserOptions: { project: ['./web/tsconfig.json', './web/tsconfig.worker.json'] } },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver({ project: 'web/tsconfig.json' })] },
    rules: {
      // Apollo and next-intl learn our types by declarations that are merged with theirs.
      '@typescript-eslint/no-namespace': ['error', { allowDeclarations: true }],
      // React takes handlers that are async functions.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    },
  },
  {
    // Next and the tools find these by their default export.
    files: ['web/*.ts', 'web/messages/*.ts', 'web/src/app/**/*.{ts,tsx}', 'web/src/i18n/request.ts'],
    rules: { 'import-x/no-default-export': 'off' },
  },
  {
    files: ['**/*.test.{ts,tsx}', '**/testing/**', 'e2e/**/*.ts'],
    rules: {
      // What came over the wire is read without ceremony where the test is about to compare it.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      'import-x/no-default-export': 'off',
    },
  },
  {
    files: ['**/*.mjs', '*.js'],
    languageOptions: { globals: { Buffer: 'readonly', console: 'readonly', process: 'readonly', setTimeout: 'readonly', URL: 'readonly' } },
  },
);
