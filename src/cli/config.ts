import type { GraphSettings } from '../graph/open.js';
import { type ServerSettings, readServerSettings } from '../http/settings.js';

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

/** The settings of the environment. @throws ConfigError with every problem at once. */
export const readConfig = (env: NodeJS.ProcessEnv = process.env): Config => {
  const problems: string[] = [];
  const server = readServerSettings(env, problems);
  const uri = env['NEO4J_URI'];
  if (uri && !isNeo4jUri(uri)) problems.push(`NEO4J_URI: required: a URI such as bolt://127.0.0.1:7687 or neo4j+s://host; given: ${shown(uri)}`);
  if (uri && hasPassword(uri))
    problems.push('NEO4J_URI: required: a URI without user and password, which NEO4J_USER and NEO4J_PASSWORD hold; given: one with them');
  if (uri && !env['NEO4J_PASSWORD']) problems.push('NEO4J_PASSWORD: required: a password, as NEO4J_URI is set; given: nothing');
  for (const name of ['NEO4J_USER', 'NEO4J_PASSWORD', 'NEO4J_DATABASE'])
    if (env[name] && !uri) problems.push(`NEO4J_URI: required: the URI of the Neo4j that ${name} is for; given: nothing`);
  if (problems.length) throw new ConfigError([...new Set(problems)]);
  const folder = folderOf(env);
  return { ...server, identity: { ...server.identity, folder }, graph: uri ? neo4jSettings(uri, env) : { folder } };
};

const neo4jSettings = (uri: string, env: NodeJS.ProcessEnv): GraphSettings => ({
  neo4j: { uri, user: env['NEO4J_USER'] || 'neo4j', password: env['NEO4J_PASSWORD'] ?? '', database: env['NEO4J_DATABASE'] || 'neo4j' },
});

const folderOf = (env: NodeJS.ProcessEnv): string | null => (env['MANDAT_DATA'] === 'memory' ? null : env['MANDAT_DATA'] || '.mandat');
