import type { Person } from '../../kit/person.js';
import { until } from '../../start-up/started-platform.js';
import type { Cast } from './cast.js';

export type Figure = {
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly display: string | null;
  readonly reason: string | null;
};
export type Figures = Readonly<Record<string, Figure>>;

/** Figures of a place as somebody sees them, by the name of the metric. */
export async function figuresOf(
  person: Person,
  code: string,
  metrics: readonly string[],
  filter: Readonly<Record<string, unknown>> = {},
): Promise<Figures> {
  const asked = metrics.map(
    (metric) => `${metric}: metric(name: ${metric}) { numerator denominator display reason }`,
  );
  const data = await person.get(
    `query ($code: String!, $filter: FigureFilter!) {
      locality(code: $code) { figures(filter: $filter) { ${asked.join('\n')} } } }`,
    { code, filter },
  );
  return data.locality.figures;
}

const FRESHNESS = `query ($code: String!) {
  locality(code: $code) { figures(filter: {}) { freshness { secondsBehind position } } } }`;

/** Waits until the figures of a place contain everything that has been recorded; gives the number of events. */
export async function caughtUp(person: Person, code: string): Promise<number> {
  return until(`the figures of ${code} contain everything`, async () => {
    const { locality } = await person.get(FRESHNESS, { code });
    const { secondsBehind, position } = locality.figures.freshness;
    return secondsBehind === 0 && (position as number) > 0 && (position as number);
  });
}

/** The same figures of a secluded county, of its city and of its province, as shown there: `1`, `1/1`, or the display. */
export async function figuresUpwards(cast: Cast, metrics: readonly string[]): Promise<string[]> {
  const { code } = cast.county;
  const province = Number(code.slice(0, 2)) * 10_000;
  const above = [province + 1_000, province].map(String);
  const analysts = await Promise.all(above.map((one) => cast.deployment.as(`${one}.upper-tenant-analyst`)));
  // What lies above follows a moment after the county.
  await caughtUp(cast.office, code);
  for (const [at, analyst] of analysts.entries()) await caughtUp(analyst, above[at] as string);
  const levels = await Promise.all([
    figuresOf(cast.office, code, metrics),
    ...analysts.map((analyst, at) => figuresOf(analyst, above[at] as string, metrics)),
  ]);
  return levels.map((figures) => metrics.map((metric) => told(figures[metric] as Figure)).join(' '));
}

const told = ({ numerator, denominator, reason }: Figure): string =>
  reason ? 'none' : denominator === null ? String(numerator) : `${numerator}/${denominator}`;
