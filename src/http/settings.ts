import { isIP } from 'node:net';
import { getHeapStatistics } from 'node:v8';
import type { ReadLimits } from '../graph/queued.js';
import { type SignInProvider, readProvider } from './identity/provider.js';
import { type IdentitySettings, readIdentitySettings } from './identity/settings.js';
import type { JsonLimits } from './limits/json.js';
import { readSafelist } from './persisted-operations.js';

/** How much one operation may ask for. */
export interface Limits extends JsonLimits {
  tokens: number;
  depth: number;
  fields: number;
  aliases: number;
  /** Of one field of the root. */
  rootAliases: number;
  directives: number;
  cost: number;
  /** Fields of an answer, and rows that are read for it. */
  answer: number;
  /** Rows that are held for all operations at a time. */
  allRows: number;
}

/** How many streams of events are open at a time. */
export interface StreamLimits {
  /** Of one address. */
  each: number;
  all: number;
}

export interface ServerSettings {
  host: string;
  port: number;
  log: string;
  /** Whose pages may ask. */
  origins: readonly string[] | '*';
  /** The addresses of proxies whose word on the client's address is taken. */
  proxies: readonly string[];
  /** Requests a minute from one address; 0: any number. */
  rate: number;
  /** Requests of this machine count too. */
  countsLoopback: boolean;
  bodyBytes: number;
  deadlineMs: number;
  /** What the graph is asked at a time. */
  reads: ReadLimits;
  streams: StreamLimits;
  /** For the response and row cache. */
  cacheBytes: number;
  limits: Limits;
  introspection: boolean;
  /** The only operations that are run, by their ids. */
  safelist: ReadonlyMap<string, string> | null;
  /** Where traces are sent. */
  traces: string | null;
  /** What who asks for metrics must show. */
  metricsToken: string | null;
  identity: IdentitySettings;
  /** Where the explorer sends who signs in. */
  provider: SignInProvider | null;
}

type Env = Readonly<Record<string, string | undefined>>;

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'];
const MOST = 1_000_000_000;

/** What a row takes with all that is made of it, and what the heap needs free beside it: 6 KB live, as measured where thousands of people wait for their seats. */
const BYTES_OF_ROW = 16_384;

const rowsOfHeap = (): number => Math.floor(getHeapStatistics().heap_size_limit / BYTES_OF_ROW);

/** Digits only: `1e3` and `0x50` are no settings, though they are numbers. */
const numberOf = (text: string): number => (/^\d+$/.test(text) ? Number(text) : Infinity);

const listOf = (text: string | undefined): string[] =>
  (text ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);

const isOrigin = (text: string): boolean => URL.canParse(text) && new URL(text).origin === text;

const isNetwork = (text: string): boolean => /^[\d.:a-f]+(?:\/\d{1,3})?$/i.test(text) && isIP(text.split('/')[0] ?? '') > 0;

const isHttpUrl = (text: string): boolean => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

/** The settings of the server. What is wrong with them is added to the problems, a line each. */
export const readServerSettings = (env: Env, problems: string[]): ServerSettings => {
  const number = (name: string, byDefault: number, least: number, most = MOST): number => {
    const value = numberOf(env[name] || String(byDefault));
    if (value < least || value > most) problems.push(`${name}: required: ${least} to ${most}; given: ${env[name] ?? ''}`);
    return value;
  };
  const oneOf = (name: string, byDefault: string, values: readonly string[]): string => {
    const value = env[name] || byDefault;
    if (!values.includes(value)) problems.push(`${name}: required: one of ${values.join(', ')}; given: ${value}`);
    return value;
  };
  const origins = listOf(env['MANDAT_ORIGINS']);
  for (const origin of origins)
    if (origin !== '*' && !isOrigin(origin)) problems.push(`MANDAT_ORIGINS: required: * or origins such as https://example.org, with commas; given: ${origin}`);
  const traces = env['OTEL_EXPORTER_OTLP_ENDPOINT'] || null;
  if (traces && !isHttpUrl(traces)) problems.push('OTEL_EXPORTER_OTLP_ENDPOINT: required: a URL of http or https; given: another');
  const metricsToken = env['MANDAT_METRICS_TOKEN'] || null;
  if (metricsToken && !/^[\x21-\x7e]{16,}$/.test(metricsToken))
    problems.push('MANDAT_METRICS_TOKEN: required: at least 16 letters, digits or signs of ASCII; given: another');
  const proxies = listOf(env['MANDAT_TRUST_PROXY']);
  for (const proxy of proxies)
    if (!isNetwork(proxy)) problems.push(`MANDAT_TRUST_PROXY: required: addresses or networks such as 10.0.0.0/8, with commas; given: ${proxy}`);
  const identity = readIdentitySettings(env, problems);
  return {
    host: env['HOST'] || '127.0.0.1',
    port: number('PORT', 4000, 0, 65_535),
    log: oneOf('MANDAT_LOG', 'info', LOG_LEVELS),
    origins: origins.includes('*') ? '*' : origins,
    proxies,
    rate: number('MANDAT_RATE_LIMIT', 600, 0),
    countsLoopback: Boolean(env['MANDAT_RATE_LIMIT']),
    bodyBytes: number('MANDAT_BODY_LIMIT', 256 * 1024, 1_024),
    deadlineMs: number('MANDAT_DEADLINE_MS', 10_000, 1, 3_600_000),
    reads: { each: number('MANDAT_MAX_READS', 3, 1), all: number('MANDAT_MAX_ALL_READS', 12, 1) },
    streams: { each: number('MANDAT_MAX_STREAMS', 10, 0), all: number('MANDAT_MAX_ALL_STREAMS', 100, 0) },
    cacheBytes: 2 ** 20 * number('MANDAT_MEMORY_MB', 128, 0, 65_536),
    limits: {
      tokens: number('MANDAT_MAX_TOKENS', 2_000, 1),
      depth: number('MANDAT_MAX_DEPTH', 20, 1),
      fields: number('MANDAT_MAX_FIELDS', 400, 1),
      aliases: number('MANDAT_MAX_ALIASES', 50, 0),
      rootAliases: number('MANDAT_MAX_ROOT_ALIASES', 30, 1),
      directives: number('MANDAT_MAX_DIRECTIVES', 5, 0),
      values: number('MANDAT_MAX_VALUES', 30_000, 10),
      nesting: number('MANDAT_MAX_NESTING', 30, 5, 500),
      cost: number('MANDAT_MAX_COST', 5_000_000, 1),
      answer: number('MANDAT_MAX_ANSWER', 500_000, 1),
      allRows: number('MANDAT_MAX_ALL_ROWS', rowsOfHeap(), 1_000),
    },
    introspection: oneOf('MANDAT_INTROSPECTION', 'on', ['on', 'off']) === 'on',
    safelist: env['MANDAT_SAFELIST'] ? readSafelist(env['MANDAT_SAFELIST'], problems) : null,
    traces,
    metricsToken,
    identity,
    provider: readProvider(env, identity, problems),
  };
};

/** The settings of a server where nothing is set. */
export const defaultSettings = (): ServerSettings => readServerSettings({}, []);
