import graphql from '@graphql-eslint/eslint-plugin';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist', 'coverage', 'src/generated', 'explorer/src/generated', '.mandat'] },
  {
    files: ['src/**/*.ts', 'test/**/*.ts', 'tools/**/*.ts', 'explorer/**/*.{ts,tsx}'],
    extends: [...tseslint.configs.strict],
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'max-lines': ['error', 250],
    },
  },
  {
    files: ['src/**/*.ts', 'test/**/*.ts', 'explorer/**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      // What a loader has at hand is no promise: some are given both.
      '@typescript-eslint/await-thenable': ['error', { allowMixedPromiseArrays: true }],
      '@typescript-eslint/return-await': 'error',
      '@typescript-eslint/prefer-promise-reject-errors': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/unbound-method': 'error',
      '@typescript-eslint/use-unknown-in-catch-callback-variable': 'error',
    },
  },
  {
    // Answers are JSON of any shape.
    files: ['test/world.ts', 'test/http.ts', 'test/clerk.ts'],
    rules: { '@typescript-eslint/no-explicit-any': 'off' },
  },
  {
    // A test is a list of cases.
    files: ['test/**/*.ts'],
    rules: { 'max-lines': ['error', 450] },
  },
  {
    files: ['schema/*.graphql'],
    plugins: { '@graphql-eslint': graphql },
    languageOptions: { parser: graphql.parser, parserOptions: { graphQLConfig: { schema: 'schema/*.graphql' } } },
    rules: {
      ...graphql.configs['flat/schema-recommended'].rules,
      // One line where one line is enough; pages, edges and values have no id in the contract.
      '@graphql-eslint/description-style': 'off',
      '@graphql-eslint/strict-id-in-types': 'off',
      '@graphql-eslint/no-duplicate-fields': 'error',
      '@graphql-eslint/require-description': [
        'error',
        { types: true, FieldDefinition: true, InputValueDefinition: true, EnumValueDefinition: true, DirectiveDefinition: true },
      ],
    },
  },
);
