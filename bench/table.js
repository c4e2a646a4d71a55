const percentile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? null;

/** Requests a second, and how long the middle and the slowest twentieth took, in ms. */
export const figuresOf = (slices) => {
  const took = slices.flatMap((slice) => slice.took).sort((a, b) => a - b);
  const seconds = slices.reduce((sum, slice) => sum + slice.seconds, 0);
  return { rps: took.length / seconds, p50: percentile(took, 0.5), p95: percentile(took, 0.95) };
};

const geometric = (numbers) => Math.exp(numbers.reduce((sum, one) => sum + Math.log(one), 0) / numbers.length);

/** How the systems compare: each ratio is of figures of one run. */
const RATIOS = [
  { name: 'requests, of @neo4j/graphql', of: 'rps', system: 'mandat', by: 'rival' },
  { name: 'p50, of the bare route', of: 'p50', system: 'mandat', by: 'bare' },
  { name: 'requests with caches, of @neo4j/graphql', of: 'rps', system: 'cached', by: 'rival' },
];

/** The ratios of each operation, and their geometric means. */
export const ratiosOf = (figures) =>
  RATIOS.filter(({ system, by }) => Object.values(figures).every((of) => of[system] && of[by])).map(({ name, of, system, by }) => {
    const each = Object.fromEntries(Object.entries(figures).map(([operation, measured]) => [operation, measured[system][of] / measured[by][of]]));
    return { name, each, mean: geometric(Object.values(each)) };
  });

const digits = (number) => (number < 10 ? number.toFixed(2) : number < 100 ? number.toFixed(1) : number.toFixed(0));

const row = (cells) => `| ${cells.join(' | ')} |`;

/** The figures as a table in Markdown: requests a second, p50 and p95 in ms, then ratios. */
export const tableOf = (operations, systems, figures, ratios) => {
  const head = ['operation', ...systems.map(({ title }) => title), ...ratios.map(({ name }) => name)];
  const cell = ({ rps, p50, p95 }) => `${rps.toFixed(0)}/s · ${digits(p50)} · ${digits(p95)}`;
  return [
    row(head),
    row(head.map(() => '---')),
    ...operations.map(({ name, title }) =>
      row([title, ...systems.map((system) => cell(figures[name][system.name])), ...ratios.map(({ each }) => digits(each[name]))]),
    ),
    row(['**geometric mean**', ...systems.map(() => ''), ...ratios.map(({ mean }) => `**${digits(mean)}**`)]),
  ].join('\n');
};
