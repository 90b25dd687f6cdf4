import type { CodegenConfig } from '@graphql-codegen/cli';

/** Types of the public graph, and for each `.graphql` file beside a component its typed document beside it. */
const config: CodegenConfig = {
  schema: '../schema/api.graphql',
  documents: 'src/**/*.graphql',
  generates: {
    'src/graph/schema.generated.ts': {
      plugins: ['typescript'],
    },
    'src/': {
      preset: 'near-operation-file',
      presetConfig: { extension: '.generated.ts', baseTypesPath: 'graph/schema.generated.ts' },
      plugins: ['typescript-operations', './scripts/codegen-documents.mjs'],
    },
  },
  config: {
    scalars: { DateTime: 'string', ID: 'string' },
    strictScalars: true,
    enumsAsTypes: true,
    useTypeImports: true,
    nonOptionalTypename: true,
    skipTypeNameForRoot: true,
    dedupeFragments: true,
    // Makes the preset tell the plugin where the fragments are.
    documentMode: 'documentNodeImportFragments',
    outputToHelper: '@/graph/to-document',
    exportFragmentSpreadSubTypes: true,
    inputMaybeValue: 'T | null | undefined',
  },
};

export default config;
