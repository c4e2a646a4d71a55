export interface Spot {
  x: number;
  y: number;
}

/** As many in one row as a small body has. */
const IN_A_ROW = 12;

/** Where dots stand in a box 100 wide: one row of few, else a half-circle, from left to right as they are counted. */
export const halfCircle = (count: number): { spots: Spot[]; radius: number; height: number } => {
  if (count <= IN_A_ROW) {
    const radius = 3;
    return { radius, height: 2 * radius + 1, spots: Array.from({ length: count }, (_, at) => ({ x: radius + 0.5 + at * 8, y: radius + 0.5 })) };
  }
  const rows = Math.max(2, Math.round(Math.sqrt(count / 5)));
  const radii = Array.from({ length: rows }, (_, row) => 22 + ((row + 1) * 25) / rows);
  const total = radii.reduce((sum, one) => sum + one, 0);
  const counts = radii.map((one) => Math.floor((count * one) / total));
  for (let at = rows - 1, left = count - counts.reduce((sum, one) => sum + one, 0); left > 0; at = (at + rows - 1) % rows, left -= 1)
    counts[at] = (counts[at] ?? 0) + 1;
  const spaced = radii.map((one, row) => (Math.PI * one) / Math.max(1, (counts[row] ?? 1) - 1));
  const radius = Math.min(2.6, 0.44 * Math.min(25 / rows, ...spaced));
  const spots = radii.flatMap((one, row) => {
    const here = counts[row] ?? 0;
    return Array.from({ length: here }, (_, at) => ({ angle: here === 1 ? Math.PI / 2 : (Math.PI * at) / (here - 1), one }));
  });
  spots.sort((a, b) => a.angle - b.angle || b.one - a.one);
  return {
    radius,
    height: 50 + 2 * radius,
    spots: spots.map(({ angle, one }) => ({ x: 50 - one * Math.cos(angle), y: 48.5 + radius - one * Math.sin(angle) })),
  };
};
