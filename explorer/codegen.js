// What the page asks, typed; the operations themselves go into a list of their own, by their ids.
/** @type {import('@graphql-codegen/cli').CodegenConfig} */
export default {
  schema: 'schema/*.graphql',
  documents: 'explorer/operations/*.graphql',
  generates: {
    'explorer/src/generated/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false, persistedDocuments: { mode: 'replaceDocumentWithHash', hashAlgorithm: 'sha256' } },
      config: {
        documentMode: 'string',
        enumType: 'string-literal',
        useTypeImports: true,
        importExtension: '',
        scalars: { LocalDate: 'string', PartialDate: 'string', DateTime: 'string' },
      },
    },
  },
};
