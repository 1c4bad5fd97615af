/** A figure of one archive. */
export interface Row {
  value: number;
  /** Whether it is a cost that grows with the archive, whose exponent is asked. */
  grows?: boolean;
}

type Column = ReadonlyMap<string, Row>;

/** Figures as lines: a name, and a column for each size. */
export function sayTable(sizes: readonly number[], columns: readonly Column[]): string {
  const names = [...columns[0]!.keys()];
  const width = Math.max(...names.map((name) => name.length));
  const line = (name: string, cells: string[]) => [name.padEnd(width), ...cells.map((cell) => cell.padStart(10))].join(' ');
  return [
    '',
    line(
      '',
      sizes.map((size) => `${size}`),
    ),
    ...names.map((name) =>
      line(
        name,
        columns.map((column) => say(column.get(name)?.value)),
      ),
    ),
  ].join('\n');
}

/**
 * How each cost grows from size to size: the exponent to which the content's bytes, and the statements, have to be raised to grow as
 * fast. The slope between two points on paper with logarithms on both sides; over all sizes, the line of least squares.
 */
export function exponents(sizes: readonly number[], columns: readonly Column[]): string {
  if (columns.length < 2) return '';
  const content = columns.map((column) => column.get('content, MB')!.value);
  const statements = columns.map((column) => column.get('statements')!.value);
  const names = [...columns[0]!].filter(([, { grows }]) => grows).map(([name]) => name);
  const width = Math.max(...names.map((name) => name.length));
  const heads = sizes.slice(1).map((size, index) => `${sizes[index]}→${size}`);
  const line = (name: string, cells: string[]) => [name.padEnd(width), ...cells.map((cell) => cell.padStart(12))].join(' ');
  return [
    '\nExponents against bytes of content; the last column against statements',
    line('', [...heads, 'all', 'statements']),
    ...names.map((name) => {
      const values = columns.map((column) => column.get(name)?.value ?? 0);
      const steps = values.slice(1).map((_, index) => slope(content.slice(index, index + 2), values.slice(index, index + 2)));
      return line(
        name,
        [...steps, slope(content, values), slope(statements, values)].map((each) => each.toFixed(2)),
      );
    }),
  ].join('\n');
}

/** The slope of the line of least squares through the logarithms of two lists. */
export function slope(xs: readonly number[], ys: readonly number[]): number {
  const points = xs.map((x, index) => [Math.log(x), Math.log(Math.max(ys[index]!, 0.001))] as const);
  const mean = (which: 0 | 1) => points.reduce((sum, point) => sum + point[which], 0) / points.length;
  const [mx, my] = [mean(0), mean(1)];
  return points.reduce((sum, [x, y]) => sum + (x - mx) * (y - my), 0) / points.reduce((sum, [x]) => sum + (x - mx) ** 2, 0);
}

const say = (value: number | undefined) =>
  value === undefined ? '–' : value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(value < 10 ? 2 : 1);
