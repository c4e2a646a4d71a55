import { fileURLToPath } from 'node:url';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));

/** The explorer, and GraphiQL beside it: two pages whose files hold the hash of what is in them. */
export const config = {
  root: at('.'),
  base: '/explorer/',
  configFile: /** @type {const} */ (false),
  logLevel: /** @type {const} */ ('error'),
  publicDir: /** @type {const} */ (false),
  oxc: { jsx: { runtime: /** @type {const} */ ('automatic'), importSource: 'preact' } },
  // The zip of write-excel-file makes workers for what is long; of the ways that it offers to a browser none does without.
  resolve: { alias: [{ find: /^\.\.\/zip\/zipToArrayBuffer\.js$/, replacement: at('src/zip.ts') }] },
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    outDir: at('../dist/explorer'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 5_000,
    modulePreload: { polyfill: false },
    target: 'es2022',
    license: { fileName: 'licenses.json' },
    rolldownOptions: {
      input: { explorer: at('index.html'), graphiql: at('graphiql/index.html') },
      treeshake: { manualPureFunctions: ['TypedDocumentString'] },
    },
  },
};
