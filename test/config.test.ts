import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type ConfigError, readConfig } from '../src/cli/config.js';
import { jwksOf, signerOf } from './tokens.js';

const problemsOf = (env: Record<string, string>): readonly string[] => {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    return (error as ConfigError).problems;
  }
};

describe('settings', () => {
  test('have defaults', () =>
    expect(readConfig({})).toMatchObject({
      port: 4000,
      host: '127.0.0.1',
      cacheBytes: 128 * 2 ** 20,
      graph: { folder: '.mandat' },
      origins: [],
      introspection: true,
      safelist: null,
      traces: null,
      metricsToken: null,
    }));
  test('memory keeps nothing', () => expect(readConfig({ MANDAT_DATA: 'memory' }).graph).toEqual({ folder: null }));
  test('NEO4J_URI makes Neo4j the engine', () =>
    expect(readConfig({ NEO4J_URI: 'neo4j+s://graph.example', NEO4J_PASSWORD: 'secret' }).graph).toEqual({
      neo4j: { uri: 'neo4j+s://graph.example', user: 'neo4j', password: 'secret', database: 'neo4j' },
    }));
  test('MANDAT_INTROSPECTION says whether the whole schema is told', () =>
    expect(['on', 'off'].map((MANDAT_INTROSPECTION) => readConfig({ MANDAT_INTROSPECTION }).introspection)).toEqual([true, false]));

  test('that are wrong are all said at once', () => {
    expect(problemsOf({ PORT: 'x', NEO4J_URI: 'http://somewhere' })).toEqual([
      'PORT: required: 0 to 65535; given: x',
      'NEO4J_URI: required: a URI such as bolt://127.0.0.1:7687 or neo4j+s://host; given: http://somewhere',
      'NEO4J_PASSWORD: required: a password, as NEO4J_URI is set; given: nothing',
    ]);
    expect(problemsOf({ NEO4J_PASSWORD: 'secret' })).toEqual(['NEO4J_URI: required: the URI of the Neo4j that NEO4J_PASSWORD is for; given: nothing']);
  });

  test.each(['70000', '-1', '1e3', '0x50', '4000.5', ' '])('a port is digits: %j is none', (PORT) =>
    expect(problemsOf({ PORT })).toEqual([`PORT: required: 0 to 65535; given: ${PORT}`]),
  );

  test('of the server that are wrong are all said at once', () =>
    expect(
      problemsOf({
        MANDAT_MAX_DEPTH: '0',
        MANDAT_MAX_COST: 'much',
        MANDAT_LOG: 'loud',
        MANDAT_ORIGINS: 'https://example.org, example.org/',
        MANDAT_TRUST_PROXY: '127.0.0.1, everyone',
        MANDAT_INTROSPECTION: 'no',
        MANDAT_SAFELIST: '/nowhere/operations.json',
        OTEL_EXPORTER_OTLP_ENDPOINT: 'ftp://traces',
        MANDAT_METRICS_TOKEN: 'short',
        MANDAT_AUTH_JWKS: '/nowhere/keys.json',
      }),
    ).toEqual([
      'MANDAT_ORIGINS: required: * or origins such as https://example.org, with commas; given: example.org/',
      'OTEL_EXPORTER_OTLP_ENDPOINT: required: a URL of http or https; given: another',
      'MANDAT_METRICS_TOKEN: required: at least 16 letters, digits or signs of ASCII; given: another',
      'MANDAT_TRUST_PROXY: required: addresses or networks such as 10.0.0.0/8, with commas; given: everyone',
      'MANDAT_AUTH_JWKS: required: a URL of http or https, or a file of public keys, {"keys": [{"kty": …}]}; given: a path where none can be read',
      'MANDAT_LOG: required: one of fatal, error, warn, info, debug, silent; given: loud',
      'MANDAT_MAX_DEPTH: required: 1 to 1000000000; given: 0',
      'MANDAT_MAX_COST: required: 1 to 1000000000; given: much',
      'MANDAT_INTROSPECTION: required: one of on, off; given: no',
      'MANDAT_SAFELIST: required: a JSON file of operations by their ids, {"<id>": "<operation>"}; given: a path where none can be read',
    ]));

  describe('of identity', () => {
    const given = (MANDAT_AUTH_JWKS: string) => problemsOf({ MANDAT_AUTH_JWKS }).map((problem) => problem.split('; given: ')[1]);

    test('are those of an identity provider, and the data folder', () =>
      expect(
        readConfig({
          MANDAT_DATA: 'data',
          MANDAT_AUTH_JWKS: 'https://login.example/keys',
          MANDAT_AUTH_ISSUER: 'https://login.example',
          MANDAT_AUTH_AUDIENCE: 'mandat',
        }).identity,
      ).toEqual({ jwks: new URL('https://login.example/keys'), issuer: 'https://login.example', audience: 'mandat', folder: 'data' }));

    test('are the data folder alone, also of Neo4j', () =>
      expect(readConfig({ MANDAT_DATA: 'data', NEO4J_URI: 'bolt://x', NEO4J_PASSWORD: 'p' }).identity).toEqual({
        jwks: null,
        issuer: null,
        audience: null,
        folder: 'data',
      }));

    test('name keys where they name what these are for', () =>
      expect(problemsOf({ MANDAT_AUTH_ISSUER: 'a', MANDAT_AUTH_AUDIENCE: 'b' })).toEqual([
        'MANDAT_AUTH_JWKS: required: the keys of the tokens that MANDAT_AUTH_ISSUER is for; given: nothing',
        'MANDAT_AUTH_JWKS: required: the keys of the tokens that MANDAT_AUTH_AUDIENCE is for; given: nothing',
      ]));

    const provided = {
      MANDAT_AUTH_JWKS: 'https://login.example/keys',
      MANDAT_AUTH_ISSUER: 'https://login.example/realm',
      MANDAT_AUTH_AUDIENCE: 'mandat',
      MANDAT_OIDC_CLIENT: 'explorer',
    };
    test.each<[string, Record<string, string>, object | null]>([
      ['is nowhere', { MANDAT_AUTH_JWKS: 'https://login.example/keys' }, null],
      ['is who makes the tokens', provided, { issuer: 'https://login.example/realm', client: 'explorer', scope: 'openid profile' }],
      ['is on this machine', { ...provided, MANDAT_AUTH_ISSUER: 'http://127.0.0.1:8080' }, { issuer: 'http://127.0.0.1:8080' }],
      ['is asked for more', { ...provided, MANDAT_OIDC_SCOPE: 'openid api://mandat/write' }, { scope: 'openid api://mandat/write' }],
    ])('where people sign in %s', (_, env, expected) => {
      const { provider } = readConfig(env);
      if (expected) expect(provider).toMatchObject(expected);
      else expect(provider).toBeNull();
    });

    test.each<[string, Record<string, string>, string[]]>([
      [
        'that nothing is said of',
        { MANDAT_OIDC_CLIENT: 'explorer' },
        [
          'MANDAT_AUTH_AUDIENCE: required: what access tokens for this server say as aud, as MANDAT_OIDC_CLIENT is set; given: nothing',
          'MANDAT_AUTH_ISSUER: required: the https address of the OpenID provider, as MANDAT_OIDC_CLIENT is set; given: nothing',
        ],
      ],
      [
        'to whom everybody reads along',
        { ...provided, MANDAT_AUTH_ISSUER: 'http://login.example' },
        ['MANDAT_AUTH_ISSUER: required: the https address of the OpenID provider, as MANDAT_OIDC_CLIENT is set; given: another'],
      ],
      [
        'that has no address',
        { ...provided, MANDAT_AUTH_ISSUER: 'realm' },
        ['MANDAT_AUTH_ISSUER: required: the https address of the OpenID provider, as MANDAT_OIDC_CLIENT is set; given: another'],
      ],
      [
        'who is not asked who it is',
        { ...provided, MANDAT_OIDC_SCOPE: 'profile' },
        ['MANDAT_OIDC_SCOPE: required: openid, and others beside it, with spaces; given: profile'],
      ],
      [
        'that does not know the explorer',
        { MANDAT_OIDC_SCOPE: 'openid' },
        ['MANDAT_OIDC_CLIENT: required: as what the explorer is registered, as MANDAT_OIDC_SCOPE is set; given: nothing'],
      ],
    ])('nobody signs in with a provider %s', (_, env, problems) => expect(problemsOf(env)).toEqual(problems));

    test('name a file of public keys', () => {
      const signer = signerOf('ES256');
      const contents: [string, string[]][] = [
        [jwksOf(signer), []],
        ['{', ['a file that is no JSON']],
        ['null', ['another JSON']],
        ['{"keys": []}', ['another JSON']],
        [JSON.stringify({ keys: [signer.key.export({ format: 'jwk' })] }), ['another JSON']],
        ['{"keys": [{"kty": "oct", "k": "AAAA"}]}', ['another JSON']],
      ];
      const folder = mkdtempSync(join(tmpdir(), 'mandat-keys-'));
      const path = join(folder, 'keys.json');
      try {
        for (const [text, expected] of contents) {
          writeFileSync(path, text);
          expect([text, given(path)]).toEqual([text, expected]);
        }
        expect(given(folder)).toEqual(['a path where none can be read']);
        expect(given('ftp://keys')).toEqual(['a path where none can be read']);
      } finally {
        rmSync(folder, { recursive: true });
      }
    });
  });
  test.each([
    ['spelt nearly alike', 'MANDAT_MAX_DEPHT', 'MANDAT_MAX_DEPTH'],
    ['whose name goes on', 'MANDAT_DEADLINE', 'MANDAT_DEADLINE_MS'],
    ['whose name is shorter', 'MANDAT_PORT', 'PORT'],
    ['of Neo4j', 'MANDAT_NEO4J_URI', 'NEO4J_URI'],
    ['that is none', 'MANDAT_RETENTION', null],
  ])('an unknown name is refused, and the setting offered: one %s', (_, name, meant) =>
    expect(problemsOf({ [name]: 'secret', PORT: 'x' })).toEqual([
      'PORT: required: 0 to 65535; given: x',
      `${name}: required: the name of a setting${meant ? ` (did you mean ${meant}?)` : ''}; given: an unknown one`,
    ]),
  );

  test('of tests are not for a server, and do not stop one', () => expect(problemsOf({ MANDAT_TEST_ENGINE: 'grafeo', MANDAT_TEST_ANYTHING: '1' })).toEqual([]));

  test('with Neo4j are known too where they are for the embedded engine', () =>
    expect(problemsOf({ NEO4J_URI: 'bolt://127.0.0.1:7687', NEO4J_PASSWORD: 'secret', MANDAT_DATA: 'memory' })).toEqual([]));

  test('are all in the README, with their defaults', () => {
    const sources = ['src/cli/config.ts', 'src/http/settings.ts', 'src/http/identity/settings.ts', 'src/http/identity/provider.ts']
      .map((path) => readFileSync(path, 'utf8'))
      .join('');
    const rows = [...readFileSync('README.md', 'utf8').matchAll(/^\| (`[A-Z0-9_]+`(?:, `[A-Z0-9_]+`)*) \| (.*?) \|/gm)];
    const listed = rows.flatMap(([, names = '', values = '']) =>
      names.split(', ').map((name, at) => [name.slice(1, -1), values.split(', ')[at] ?? ''] as const),
    );
    const names = [...sources.matchAll(/'((?:PORT|HOST|(?:MANDAT|NEO4J|OTEL)_[A-Z_]+))'/g)].map(([, name]) => name);
    expect(listed.map(([name]) => name).sort()).toEqual([...new Set(names)].sort());
    const { cacheBytes, rate, bodyBytes, deadlineMs, limits, reads, streams } = readConfig({});
    const numbers = [
      cacheBytes / 2 ** 20,
      rate,
      bodyBytes,
      limits.tokens,
      limits.depth,
      limits.fields,
      limits.aliases,
      limits.rootAliases,
      limits.directives,
      limits.values,
      limits.nesting,
      limits.cost,
      limits.answer,
      deadlineMs,
      reads.each,
      reads.all,
      streams.each,
      streams.all,
    ];
    expect(listed.filter(([name, value]) => name !== 'PORT' && /^\d+$/.test(value)).map(([, value]) => Number(value))).toEqual(numbers);
  });

  test('of the tests are all in CONTRIBUTING', () => {
    const folders = ['test', 'tools'].flatMap((folder) => readdirSync(folder, { recursive: true }).map((file) => join(folder, String(file))));
    const sources = folders.filter((file) => /\.(?:ts|js)$/.test(file)).map((file) => readFileSync(file, 'utf8'));
    const names = sources.flatMap((text) => [...text.matchAll(/process\.env(?:\.|\[')(MANDAT_\w+|NEO4J_LIB)/g)].map(([, name]) => name as string));
    // A test may also set what a server is told by.
    const documented = ['CONTRIBUTING.md', 'README.md'].map((file) => readFileSync(file, 'utf8')).join('');
    expect([...new Set(names)].filter((name) => !documented.includes(`\`${name}\``))).toEqual([]);
    expect(names).toContain('MANDAT_TEST_ENGINE');
  });

  test('never show a password', () => {
    const environments: Record<string, string>[] = [{ NEO4J_URI: 'http://u:hush@x' }, { NEO4J_URI: 'bolt://u:hush@x', NEO4J_PASSWORD: 'hush' }];
    for (const env of environments) {
      expect(problemsOf(env).length).toBeGreaterThan(0);
      expect(problemsOf(env).join()).not.toContain('hush');
    }
  });
});
