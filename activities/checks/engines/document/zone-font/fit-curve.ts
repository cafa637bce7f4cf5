export interface Sample {
  readonly at: number;
  readonly value: number;
}

export type Curve = (at: number) => number;

/** The least squares' line or parabola; undefined where the samples do not decide it. */
export function fitPolynomial(samples: readonly Sample[], degree: 1 | 2): Curve | undefined {
  if (samples.length <= degree) return undefined;
  const middle = samples.reduce((sum, { at }) => sum + at, 0) / samples.length;
  const spread = Math.max(...samples.map(({ at }) => Math.abs(at - middle)));
  if (spread === 0) return undefined;
  const size = degree + 1;
  const powers = (at: number): number[] =>
    Array.from({ length: size }, (_, power) => ((at - middle) / spread) ** power);
  const rows = Array.from({ length: size }, () => new Array<number>(size + 1).fill(0));
  for (const { at, value } of samples) {
    const terms = powers(at);
    rows.forEach((row, r) => {
      terms.forEach((term, c) => (row[c] = (row[c] ?? 0) + (terms[r] ?? 0) * term));
      row[size] = (row[size] ?? 0) + (terms[r] ?? 0) * value;
    });
  }
  const solution = solved(rows);
  return solution === undefined
    ? undefined
    : (at) => powers(at).reduce((sum, term, power) => sum + term * (solution[power] ?? 0), 0);
}

/** Gauss–Jordan; normal equations of so few, well scaled terms need no pivoting. */
function solved(rows: number[][]): number[] | undefined {
  for (const [at, row] of rows.entries()) {
    const divisor = row[at] ?? 0;
    if (Math.abs(divisor) < 1e-9) return undefined;
    row.forEach((value, column) => (row[column] = value / divisor));
    for (const other of rows) {
      if (other === row) continue;
      const factor = other[at] ?? 0;
      row.forEach((value, column) => (other[column] = (other[column] ?? 0) - factor * value));
    }
  }
  return rows.map((row) => row.at(-1) ?? 0);
}
