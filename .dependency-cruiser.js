/** What each folder of src/ may import beside itself and generated code: only what lies below it. record/ and time/ are pure definitions. */
const BELOW = {
  cli: ['http', 'mutations', 'exchange', 'api', 'questions', 'write', 'integrity', 'words', 'read', 'record', 'time', 'graph'],
  http: ['mutations', 'exchange', 'api', 'questions', 'write', 'integrity', 'words', 'read', 'record', 'time', 'graph'],
  mutations: ['api', 'questions', 'write', 'integrity', 'words', 'read', 'record', 'time', 'graph'],
  exchange: ['api', 'questions', 'write', 'integrity', 'words', 'read', 'record', 'time', 'graph'],
  api: ['questions', 'words', 'read', 'record', 'time', 'graph'],
  questions: ['integrity', 'words', 'read', 'record', 'time', 'graph'],
  write: ['integrity', 'words', 'record', 'time', 'graph'],
  integrity: ['words', 'record', 'time', 'graph'],
  words: ['read', 'record', 'time', 'graph'],
  read: ['record', 'time', 'graph'],
  graph: ['record', 'time'],
  record: ['time'],
  time: [],
};

/** What may still go against the direction, by name: the seats that rules give are compiled as rows are. */
const SEATS_BY_RULE = '^src/words/rules/seats\\.ts$';

const folders = (names) => `^src/(${names.join('|')})/`;

const direction = Object.entries(BELOW).map(([folder, below]) => ({
  name: `${folder}-imports-what-lies-below`,
  comment: `${folder}/ may import ${below.length ? below.map((name) => `${name}/`).join(', ') : 'nothing else'}.`,
  severity: 'error',
  from: { path: folders([folder]), pathNot: SEATS_BY_RULE },
  to: { path: '^src/', pathNot: folders(['generated', folder, ...below]) },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    { name: 'no-circles', comment: 'Files import each other in no circle, types included.', severity: 'error', from: {}, to: { circular: true } },
    ...direction,
    {
      name: 'seats-by-rule-import-words-and-write',
      severity: 'error',
      from: { path: SEATS_BY_RULE },
      to: { path: '^src/', pathNot: folders(['generated', 'write', 'words', ...BELOW.words]) },
    },
    {
      name: 'resolvers-are-put-together-by-the-api',
      comment: 'Only the generated list of them imports a file of resolvers, and only the API that list.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(generated|api)/' },
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
