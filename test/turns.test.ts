import { expect, test } from 'vitest';
import { eachInParts, eachInTurn, inTurn, itemsInTurns, leaveTurns } from '../src/graph/turns.js';

/** More rows than one stretch begins. */
const MANY = 1_001;
const aTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('work is done at once until much has begun, and then waits while other things have their turn', async () => {
  const told: string[] = [];
  const operation = {};
  const tell = (word: string) => () => {
    told.push(word);
    return word;
  };
  setImmediate(tell('something else'));
  expect(inTurn(operation, MANY, tell('first'))).toBe('first');
  expect(await inTurn(operation, 0, tell('second'))).toBe('second');
  expect(told).toEqual(['first', 'something else', 'second']);
});

test('what an operation does in one turn is done together, and as much as a stretch begins', async () => {
  await aTurn();
  const operation = {};
  void inTurn(operation, MANY, () => undefined);
  const turns: number[] = [];
  let turn = 0;
  const next = (): void => {
    turn += 1;
    if (turn < 10) setImmediate(next);
  };
  setImmediate(next);
  await Promise.all(Array.from({ length: 5 }, () => inTurn(operation, 200, () => void turns.push(turn))));
  expect([turns.filter((at) => at === turns[0]).length, new Set(turns).size]).toEqual([3, 2]);
});

test('an operation of little work does not wait for all of one with much', async () => {
  await aTurn();
  const [large, small] = [{}, {}];
  const done: string[] = [];
  const large20 = Array.from({ length: 20 }, () => inTurn(large, MANY, () => void done.push('large')));
  const one = inTurn(small, 1, () => void done.push('small'));
  await Promise.all([...large20, one]);
  expect(done.indexOf('small')).toBeLessThan(4);
});

test('what fails in its turn fails for who waits for it', async () => {
  await aTurn();
  const operation = {};
  void inTurn(operation, MANY, () => undefined);
  const failing = inTurn(operation, 0, () => {
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
});

test('many small works are done in parts, in order, while other things have their turn', async () => {
  let turns = 0;
  let isDone = false;
  const next = (): void => {
    turns += 1;
    if (!isDone) setImmediate(next);
  };
  setImmediate(next);
  const lasting = (one: number): number => {
    for (const until = performance.now() + 1; performance.now() < until;);
    return one * 2;
  };
  const all = Array.from({ length: 60 }, (_, at) => at);
  expect(await eachInTurn({}, all, lasting)).toEqual(all.map((one) => one * 2));
  isDone = true;
  expect(turns).toBeGreaterThan(2);
  expect(await eachInTurn({}, [], lasting)).toEqual([]);
});

test('nothing is begun of many works whose operation is over', async () => {
  let [begun, isOver] = [0, false];
  const operation = { budget: { isOver: () => isOver, hold: () => true } };
  void eachInTurn(operation, Array.from({ length: 100 }), () => {
    begun += 1;
    for (const until = performance.now() + 1; performance.now() < until;);
  });
  await aTurn();
  isOver = true;
  const before = begun;
  for (let at = 0; at < 5; at += 1) await aTurn();
  expect([before < 100, begun <= before + 10]).toEqual([true, true]);
});

test('nothing is begun of as many works as an operation may not hold', async () => {
  let begun = 0;
  const budget = { isOver: () => false, hold: (rows: readonly unknown[]) => rows.length < 3 };
  void eachInTurn({ budget }, [1, 2, 3], () => (begun += 1));
  expect(await eachInTurn({ budget }, [1, 2], (one) => one)).toEqual([1, 2]);
  expect(begun).toBe(0);
});

test('what an operation waits to do is forgotten when it leaves', async () => {
  await aTurn();
  const [gone, other] = [{}, {}];
  const done: string[] = [];
  void inTurn(gone, MANY, () => undefined);
  void inTurn(gone, 1, () => void done.push('gone'));
  const goesOn = inTurn(other, 1, () => void done.push('other'));
  leaveTurns(gone);
  await goesOn;
  for (let turn = 0; turn < 3; turn++) await aTurn();
  expect(done).toEqual(['other']);
});

test('who has had little does not wait for all that have much to do', async () => {
  await aTurn();
  const lasting = (ms: number): void => {
    for (const until = performance.now() + ms; performance.now() < until;);
  };
  let large = 0;
  const going = Array.from({ length: 8 }, () => ({})).map((operation) =>
    Promise.all(Array.from({ length: 5 }, () => inTurn(operation, MANY, () => (lasting(3), (large += 1))))),
  );
  await aTurn();
  const small = {};
  for (let at = 0; at < 3; at += 1) {
    await inTurn(small, MANY, () => undefined);
    await aTurn();
  }
  expect(large).toBeLessThan(20);
  await Promise.all(going);
  expect(large).toBe(40);
});

test('rows with many fields are answered part by part, in order, and few at once', async () => {
  await aTurn();
  const operation = {};
  const rows = Array.from({ length: 200 }, (_, at) => at);
  expect(itemsInTurns(operation, rows, 10)).toBe(rows);
  let turn = 0;
  const next = (): void => {
    turn += 1;
    if (turn < 10) setImmediate(next);
  };
  setImmediate(next);
  const turns = new Map<number, number>();
  const answered = await Promise.all(
    itemsInTurns(operation, rows, 40).map(async (row) => {
      const at = await row;
      turns.set(turn, (turns.get(turn) ?? 0) + 1);
      return at;
    }),
  );
  expect(answered).toEqual(rows);
  expect(turns.size).toBeGreaterThan(2);
  expect(Math.max(...turns.values())).toBeLessThanOrEqual(100);
});

test('what many ask for is asked for a hundred at a time', async () => {
  let [asking, most] = [0, 0];
  const all = Array.from({ length: 250 }, (_, at) => at);
  const work = async (one: number): Promise<number> => {
    most = Math.max(most, (asking += 1));
    await aTurn();
    asking -= 1;
    return one * 2;
  };
  expect(await eachInParts({}, all, work)).toEqual(all.map((one) => one * 2));
  expect(most).toBe(100);
});
