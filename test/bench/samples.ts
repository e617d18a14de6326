import { performance } from 'node:perf_hooks';

/** Times of one thing done many times, in milliseconds. */
export class Samples {
  readonly #times: number[] = [];

  async time<Result>(work: () => Promise<Result>): Promise<Result> {
    const begun = performance.now();
    const result = await work();
    this.#times.push(performance.now() - begun);
    return result;
  }

  /** A time that was taken otherwise, in any one unit. */
  add(time: number): void {
    this.#times.push(time);
  }

  addAll(others: Samples): void {
    this.#times.push(...others.#times);
  }

  /** What `share` of all times stays within. */
  within(share: number): number {
    const sorted = [...this.#times].sort((a, b) => a - b);
    return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  }

  get count(): number {
    return this.#times.length;
  }

  get median(): number {
    const sorted = [...this.#times].sort((a, b) => a - b);
    const middle = sorted.length >> 1;
    const [low = 0, high = 0] = [sorted[(sorted.length - 1) >> 1], sorted[middle]];
    return (low + high) / 2;
  }

  /** Median, then the least and the most in brackets. */
  get text(): string {
    return `${ms(this.median)} (${ms(Math.min(...this.#times))} – ${ms(Math.max(...this.#times))})`;
  }
}

export const ms = (value: number): string => (value < 10 ? value.toFixed(2) : value.toFixed(1));

/** A table in Markdown; the first row are the headings. */
export function table(rows: readonly (readonly string[])[]): string {
  const [headings = [], ...body] = rows;
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(headings), line(headings.map(() => '---')), ...body.map(line)].join('\n');
}
