import { describe, expect, test } from '@jest/globals';
import { type ConfigError, readConfig } from '../src/config.js';

const problemsOf = (env: Record<string, string>): readonly string[] => {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    return (error as ConfigError).problems;
  }
};

describe('settings', () => {
  test('have defaults', () => expect(readConfig({})).toEqual({ port: 4000, host: '127.0.0.1', memoryBytes: 128 * 2 ** 20, graph: { folder: '.mandat' } }));
  test('memory keeps nothing', () => expect(readConfig({ MANDAT_DATA: 'memory' }).graph).toEqual({ folder: null }));
  test('NEO4J_URI makes Neo4j the engine', () =>
    expect(readConfig({ NEO4J_URI: 'neo4j+s://graph.example', NEO4J_PASSWORD: 'secret' }).graph).toEqual({
      neo4j: { uri: 'neo4j+s://graph.example', user: 'neo4j', password: 'secret', database: 'neo4j' },
    }));

  test('that are wrong are all said at once', () => {
    expect(problemsOf({ PORT: 'x', NEO4J_URI: 'http://somewhere' })).toEqual([
      'PORT: required: 0 to 65535; given: x',
      'NEO4J_URI: required: a URI such as bolt://127.0.0.1:7687 or neo4j+s://host; given: http://somewhere',
      'NEO4J_PASSWORD: required: a password, as NEO4J_URI is set; given: nothing',
    ]);
    expect(problemsOf({ NEO4J_PASSWORD: 'secret' })).toEqual(['NEO4J_URI: required: the URI of the Neo4j that NEO4J_PASSWORD is for; given: nothing']);
  });

  test.each(['70000', '-1', '1e3', '0x50', '4000.5', ' '])('a port is digits: %j is none', (PORT) => expect(problemsOf({ PORT })).toEqual([`PORT: required: 0 to 65535; given: ${PORT}`]));

  test('never show a password', () => {
    const environments: Record<string, string>[] = [{ NEO4J_URI: 'http://u:hush@x' }, { NEO4J_URI: 'bolt://u:hush@x', NEO4J_PASSWORD: 'hush' }];
    for (const env of environments) {
      expect(problemsOf(env).length).toBeGreaterThan(0);
      expect(problemsOf(env).join()).not.toContain('hush');
    }
  });
});
