import js from '@eslint/js';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import importX from 'eslint-plugin-import-x';
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
};
const WORKSPACES = ['platform', 'schema', 'gateway', 'users', 'items', 'exchanges', 'chat', 'standalone', 'e2e'];

const importRules = Object.entries(MAY_IMPORT).map(([folder, allowed]) => {
  const own = folder.split('/').at(-1);
  const forbidden = WORKSPACES.filter((name) => name !== own && !allowed.includes(name));
  return {
    files: [`${folder}/**/*.ts`],
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
  { ignores: ['**/dist/', '**/node_modules/', '.data/'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
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
    files: ['**/*.test.ts', '**/testing/**', 'e2e/**/*.ts'],
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
    languageOptions: { globals: { console: 'readonly', process: 'readonly', URL: 'readonly' } },
  },
);
