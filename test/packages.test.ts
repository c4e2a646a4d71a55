import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

interface Locked {
  dev?: boolean;
  optional?: boolean;
  name?: string;
}

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Locked> };
const shipped = Object.entries(packages).filter(([path, { dev }]) => path && !dev);

describe('the packages that are installed to run', () => {
  test('are at most 150, of every platform together', () => expect(shipped.length).toBeLessThanOrEqual(150));

  test('hold none that only builds, or that Apollo needs elsewhere than here', () => {
    const needless = /(?:^|\/)node_modules\/(?:graphiql|react|react-dom|vite|preact|playwright-core|axe-core|express|body-parser|cors|finalhandler|sha\.js)$/;
    expect(shipped.filter(([path, { name }]) => needless.test(path) && name !== '@favware/skip-dependency')).toEqual([]);
  });
});
