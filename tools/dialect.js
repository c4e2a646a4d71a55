/** The house dialect: Cypher that both engines run with the same result. Each rule says what is required. */

/**
 * @typedef {{ dated: string, versioned: string }} EdgeNames the types of edges as alternatives of a pattern: the dated ones, and all
 * @param {readonly { type: string, dated: boolean }[]} types @returns {EdgeNames}
 */
export const edgeNames = (types) => ({
  dated: types
    .filter(({ dated }) => dated)
    .map(({ type }) => type)
    .join('|'),
  versioned: types.map(({ type }) => type).join('|'),
});

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const clause = (text, ...comparisons) => comparisons.every((comparison) => new RegExp(escaped(comparison)).test(text));

export const isVisibleAt = (text, edge) =>
  clause(text, `${edge}.recordedAt <= $knownAt`, `${edge}.retractedAt > $knownAt`) || clause(text, `${edge}.retractedAt = $never`);
/** A query of versions asks for what was recorded at any time, not for what is visible at one. */
const asksForVersions = (name) => name.endsWith('/versions') || name.startsWith('corrections/');

/** An erasure reaches whatever is kept. */
const asksForAll = (name) => name.startsWith('erasing/');

export const isPossibleIn = (text, edge) => clause(text, `${edge}.fromMin < $end`, `${edge}.untilMax > $start`);

/** The dated and the versioned edges that a text binds to a variable. */
export const boundEdges = (text, types) => [...text.matchAll(new RegExp(`-\\[(\\w+):\`?(?:${types})\\b`, 'g'))].map((match) => match[1]);

/**
 * The versioned edges that a text passes along without a name: an edge stands once for each version, and so does what is found along it, unless it
 * is made distinct. The edge of a version itself is one.
 */
export const unboundEdges = (text, types) =>
  [...text.matchAll(new RegExp(`(?<!:Version\\))<?-\\[:\`?(${types})\\b[^\\]]*\\](?!->?\\(\\w*:Version\\b)`, 'g'))]
    .filter((match) => !/\b(?:WITH|RETURN)\b( DISTINCT)?/.exec(text.slice(match.index))?.[1])
    .map((match) => match[1]);

const withoutStrings = (text) => text.replace(/'[^']*'/g, "''");

/** @type {[RegExp, string][]} */
const FORBIDDEN = [
  [/\bCOLLECT\s*\{/, 'collect() instead of a COLLECT subquery'],
  [/\bOPTIONAL\s+CALL\b/, 'CALL without OPTIONAL'],
  [/\(\w*:\w+\|\w/, 'one label in a pattern, or `n:A OR n:B` in WHERE'],
  [/\(\w*(?::\w+)+\s+WHERE\b/, 'WHERE after the pattern, not inside it'],
  [/\)\s*[+*]\s*[({]|\{\d+,\d*\}/, 'no quantified path'],
  [/:\$\(/, 'static labels'],
  [/duration\.between|\btruncate\(|randomUUID/, 'functions that both engines have'],
  [/IN TRANSACTIONS/, 'one transaction'],
  [/\bapoc\./i, 'no APOC'],
  [/FULLTEXT/i, 'an index of nodes, no full-text one'],
  [/\(\?i\)/, 'folded keys instead of (?i)'],
  [/\bdate\(|\bdatetime\(/, 'dates as ISO strings'],
];

/** Nodes of patterns that no pattern of the text labels. */
const unlabelled = (text) =>
  [...text.matchAll(/(?:MATCH|CREATE|MERGE|->|<-\[[^\]]*\]-|\]-)\s*\((\w*)\s*(?:\{[^}]*\})?\)/g)]
    .map((match) => match[1])
    .filter((name) => !name || !new RegExp(`\\(${name}:`).test(text));

const columnsOf = (text) => {
  const returned = text.slice(text.lastIndexOf('\nRETURN ') + 8).split(/\nORDER BY|\nLIMIT/)[0];
  const parts = [];
  let depth = 0;
  let part = '';
  for (const letter of returned) {
    if ('([{'.includes(letter)) depth += 1;
    if (')]}'.includes(letter)) depth -= 1;
    if (letter === ',' && depth === 0) (parts.push(part), (part = ''));
    else part += letter;
  }
  return [...parts, part].map((one) => one.trim().replace(/^DISTINCT /, ''));
};

/** The name of each returned column; null where it has none. */
export const columnNames = (text) =>
  text.includes('RETURN ') ? columnsOf(`\n${text}`).map((column) => /\bAS (\w+)$/.exec(column)?.[1] ?? (/^\w+$/.test(column) ? column : null)) : [];

const usedParams = (text) => [...new Set([...text.matchAll(/\$(\w+)/g)].map((match) => match[1]))];

/** What is wrong with a query file, a sentence each. @param {import('./queries.js').QueryFile} file @returns {string[]} */
export const problemsOf = ({ name, text, params, rows, ever, purpose, kind }, { dated, versioned }) => {
  const body = withoutStrings(text);
  /** @type {string[]} */
  const problems = [];
  const require = (holds, sentence) => holds || problems.push(sentence);
  require(/^[A-Z].*\.$/.test(purpose), 'required: a sentence of purpose as its first line');
  for (const [pattern, sentence] of FORBIDDEN) require(!pattern.test(body), `required: ${sentence}; given: ${pattern.exec(body)?.[0]}`);
  for (const node of asksForAll(name) ? [] : unlabelled(body)) require(false, `required: a label on every node of a pattern; given: (${node})`);
  const declared = params.map(({ name }) => name);
  for (const name of usedParams(text)) require(declared.includes(name), `required: @param for $${name}`);
  for (const name of declared) require(usedParams(text).includes(name), `required: a use of the @param ${name}`);
  const names = columnNames(text);
  require(!names.includes(null), 'required: AS for every column');
  require(JSON.stringify(names) ===
    JSON.stringify(rows.map(({ name }) => name)), `required: a @row for every column, in order; given: columns ${names.join(', ')}`);
  require(!/\bRETURN\b[^\n]*\.\*\}[^\n]*\n?ORDER BY \w+\./.test(body), 'required: ORDER BY a returned column');
  if (kind === 'read') {
    for (const edge of asksForVersions(name) ? [] : boundEdges(body, versioned))
      require(isVisibleAt(body, edge), `required: the clause "visible" for the edge ${edge}`);
    for (const type of asksForVersions(name) ? [] : unboundEdges(body, versioned))
      require(false, `required: a name, and the clause "visible", for the edge of the type ${type}, or DISTINCT`);
    if (usedParams(text).includes('start'))
      for (const edge of boundEdges(body, dated).filter((one) => !ever.some(({ name }) => name === one)))
        require(isPossibleIn(body, edge), `required: the clause "possible" for the edge ${edge}`);
  }
  return problems;
};
