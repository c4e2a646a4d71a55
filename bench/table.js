export const percentile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? null;

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

/** The ratios of each operation that both systems answer, and their geometric means. */
export const ratiosOf = (figures) =>
  RATIOS.map(({ name, of, system, by }) => {
    const both = Object.entries(figures).filter(([, measured]) => measured[system] && measured[by]);
    const each = Object.fromEntries(both.map(([operation, measured]) => [operation, measured[system][of] / measured[by][of]]));
    return { name, each, mean: geometric(Object.values(each)) };
  }).filter(({ each }) => Object.keys(each).length > 0);

const digits = (number) => (number < 10 ? number.toFixed(2) : number < 100 ? number.toFixed(1) : number.toFixed(0));

const cellOf = (figure, written) => (figure === undefined ? '–' : written(figure));

export const row = (cells) => `| ${cells.join(' | ')} |`;

/** The figures as a table in Markdown: requests a second, p50 and p95 in ms, then ratios. */
export const tableOf = (operations, systems, figures, ratios) => {
  const head = ['operation', ...systems.map(({ title }) => title), ...ratios.map(({ name }) => name)];
  const cell = ({ rps, p50, p95 }) => `${rps.toFixed(0)}/s · ${digits(p50)} · ${digits(p95)}`;
  return [
    row(head),
    row(head.map(() => '---')),
    ...operations.map(({ name, title }) =>
      row([title, ...systems.map((system) => cellOf(figures[name][system.name], cell)), ...ratios.map(({ each }) => cellOf(each[name], digits))]),
    ),
    row(['**geometric mean**', ...systems.map(() => ''), ...ratios.map(({ mean }) => `**${digits(mean)}**`)]),
  ].join('\n');
};
