// Who sits otherwise than most: on leave, for another, for no party, on no certain day; in a real browser, on a small world.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Explorer, rowsOf, startExplorer } from './explorer.js';
import { oddGraph } from './odd-world.js';

let explorer: Explorer;
beforeAll(async () => {
  explorer = await startExplorer(undefined, null, oddGraph);
}, 120_000);
afterAll(() => explorer.close());

describe('how sure it is', () => {
  test.each(['/bodies/vejr', '/people/kim', '/network?around=body:vejr', '/network?around=person:kim'])('is said in one word, on %s too', async (path) => {
    const page = await explorer.open(path);
    expect((await rowsOf(page, /.*/)).flat().filter((cell) => /begyndt marts 2022, siden ikke oplyst/.test(cell)).length).toBeGreaterThan(0);
    expect(await page.getByRole('table').first().innerText()).not.toContain('måske');
    await page.context().close();
    expect(explorer.said()).toEqual([]);
  });
});
