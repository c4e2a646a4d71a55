// Follows the feed of a server, an item a line of a file, and goes on from the last whole line.
import { fsyncSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs';

const [address, file] = process.argv.slice(2);
const QUERY = 'query ($after: String) { feed(after: $after, first: 7) { nodes { cursor kind } hasMore } }';

const kept = readFileSync(file, { encoding: 'utf8', flag: 'a+' });
const whole = kept.slice(0, kept.lastIndexOf('\n') + 1);
truncateSync(file, Buffer.byteLength(whole));
let after = whole ? JSON.parse(whole.trimEnd().split('\n').at(-1)).cursor : null;
const to = openSync(file, 'a');
console.log('begun');
for (;;) {
  const body = JSON.stringify({ query: QUERY, variables: { after } });
  const answer = await fetch(`${address}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  const { nodes, hasMore } = (await answer.json()).data.feed;
  for (const node of nodes) {
    // In two pieces: it may be killed in between.
    const line = `${JSON.stringify(node)}\n`;
    writeSync(to, line.slice(0, 20));
    writeSync(to, line.slice(20));
    after = node.cursor;
  }
  fsyncSync(to);
  if (!hasMore) await new Promise((later) => setTimeout(later, 20));
}
