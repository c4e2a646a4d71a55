import type { GraphSettings } from '../graph/open.js';
import { type ServerSettings, readServerSettings } from '../http/settings.js';
import { nearestOf } from '../write/nearest.js';

export interface Config extends ServerSettings {
  graph: GraphSettings;
}

/** Everything that is wrong with the settings, a line each. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'ConfigError';
  }
}

const NEO4J_SCHEMES = ['bolt:', 'bolt+s:', 'bolt+ssc:', 'neo4j:', 'neo4j+s:', 'neo4j+ssc:'];

const isNeo4jUri = (text: string): boolean => URL.canParse(text) && NEO4J_SCHEMES.includes(new URL(text).protocol);

const hasPassword = (text: string): boolean => URL.canParse(text) && Boolean(new URL(text).username || new URL(text).password);

const shown = (uri: string): string => (hasPassword(uri) || !URL.canParse(uri) ? 'a URI that is not shown here' : uri);

/** Names of ours; what tests are told by is not for the commands that they start. */
const OURS = /^MANDAT_(?!TEST_)/;

/** An environment, and the names that it was asked for: a setting is known because it is read. */
const noting = (env: NodeJS.ProcessEnv): { env: NodeJS.ProcessEnv; known: Set<string> } => {
  const known = new Set<string>();
  return { known, env: new Proxy(env, { get: (all, name) => (known.add(String(name)), all[String(name)]) }) };
};

const unknownName = (given: string, known: readonly string[]): string => {
  const [near = known.find((name) => name.startsWith(given) || given.endsWith(name))] = nearestOf(given, known);
  return `${given}: required: the name of a setting${near ? ` (did you mean ${near}?)` : ''}; given: an unknown one`;
};

/** The settings of the environment. @throws ConfigError with every problem at once, unknown names too. */
export const readConfig = (given: NodeJS.ProcessEnv = process.env): Config => {
  const problems: string[] = [];
  const { env, known } = noting(given);
  const server = readServerSettings(env, problems);
  const folder = folderOf(env);
  const uri = env['NEO4J_URI'];
  if (uri && !isNeo4jUri(uri)) problems.push(`NEO4J_URI: required: a URI such as bolt://127.0.0.1:7687 or neo4j+s://host; given: ${shown(uri)}`);
  if (uri && hasPassword(uri))
    problems.push('NEO4J_URI: required: a URI without user and password, which NEO4J_USER and NEO4J_PASSWORD hold; given: one with them');
  if (uri && !env['NEO4J_PASSWORD']) problems.push('NEO4J_PASSWORD: required: a password, as NEO4J_URI is set; given: nothing');
  for (const name of ['NEO4J_USER', 'NEO4J_PASSWORD', 'NEO4J_DATABASE'])
    if (env[name] && !uri) problems.push(`NEO4J_URI: required: the URI of the Neo4j that ${name} is for; given: nothing`);
  const unknown = Object.keys(given).filter((name) => OURS.test(name) && !known.has(name));
  problems.push(...unknown.map((name) => unknownName(name, [...known])));
  if (problems.length) throw new ConfigError([...new Set(problems)]);
  return { ...server, identity: { ...server.identity, folder }, graph: uri ? neo4jSettings(uri, env) : { folder } };
};

const neo4jSettings = (uri: string, env: NodeJS.ProcessEnv): GraphSettings => ({
  neo4j: { uri, user: env['NEO4J_USER'] || 'neo4j', password: env['NEO4J_PASSWORD'] ?? '', database: env['NEO4J_DATABASE'] || 'neo4j' },
});

const folderOf = (env: NodeJS.ProcessEnv): string | null => (env['MANDAT_DATA'] === 'memory' ? null : env['MANDAT_DATA'] || '.mandat');
