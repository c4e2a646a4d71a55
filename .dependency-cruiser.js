/** What each folder of src/ may import beside itself and generated code: only what lies below it. */
const BELOW = {
  cli: ['http', 'mutations', 'exchange', 'api', 'questions', 'write', 'integrity', 'words', 'read', 'record', 'time', 'graph'],
  http: ['mutations', 'exchange', 'api', 'questions', 'write', 'integrity', 'words', 'read', 'record', 'time', 'graph'],
  mutations: ['api', 'questions', 'write', 'integrity', 'words', 'read', 'record', 'time', 'graph'],
  exchange: ['api', 'questions', 'write', 'integrity', 'words', 'read', 'record', 'time', 'graph'],
  api: ['questions', 'write', 'words', 'read', 'record', 'time', 'graph'],
  questions: ['integrity', 'words', 'read', 'record', 'time', 'graph'],
  write: ['integrity', 'words', 'record', 'time', 'graph'],
  integrity: ['words', 'record', 'time', 'graph'],
  words: ['read', 'record', 'time', 'graph'],
  read: ['record', 'time', 'graph'],
  record: ['time', 'graph'],
  time: [],
  graph: [],
};

const folders = (names) => `^src/(${names.join('|')})/`;

const direction = Object.entries(BELOW).map(([folder, below]) => ({
  name: `${folder}-imports-what-lies-below`,
  comment: `${folder}/ may import ${below.length ? below.map((name) => `${name}/`).join(', ') : 'nothing else'}.`,
  severity: 'error',
  from: { path: folders([folder]) },
  to: { path: '^src/', pathNot: folders(['generated', folder, ...below]) },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    { name: 'no-circles', comment: 'Files import each other in no circle, types included.', severity: 'error', from: {}, to: { circular: true } },
    ...direction,
    {
      name: 'resolvers-are-put-together-by-the-api',
      comment: 'Only the generated list of them imports a file of resolvers, and only the API that list; the resolvers of who writes join it beside them.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(generated/|api/|mutations/schema\\.ts$)' },
      to: { path: '^src/(.+/resolvers|generated/resolvers)\\.ts$' },
    },
    {
      name: 'writing-asks-no-lists',
      comment: 'Writing and judging use what words define, not what they answer.',
      severity: 'error',
      from: { path: folders(['write', 'integrity']) },
      to: { path: '^src/words/.+/(reads|loaders|prefetch|fields)\\.ts$' },
    },
  ],
  options: {
    includeOnly: '^src/',
    // Types are imports too.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
  },
};
