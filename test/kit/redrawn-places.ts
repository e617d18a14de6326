import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The day on which the map of the province `980000` changed. */
const DAY = '2025-07-01';
const EVE = '2025-06-30';

type Redrawn = {
  readonly number: number;
  readonly name: string;
  readonly parents: readonly { readonly locality: number; readonly from?: string; readonly to?: string }[];
  readonly from?: string;
  readonly to?: string;
  readonly successors?: readonly number[];
  readonly ratingsFrom?: number;
};

export const REDRAWN_PROVINCE = { number: 980_000, name: '改划省' };
export const REDRAWN_CITIES = [
  { number: 981_000, name: '改划一市' },
  { number: 982_000, name: '改划二市' },
];

/** One county moves from the first city to the second, one is split into two, one in each city. */
export const REDRAWN_COUNTIES: readonly Redrawn[] = [
  {
    number: 981_001,
    name: '改隶县',
    parents: [
      { locality: 981_000, to: EVE },
      { locality: 982_000, from: DAY },
    ],
  },
  {
    number: 981_002,
    name: '分设县',
    to: EVE,
    successors: [981_003, 982_001],
    parents: [{ locality: 981_000, to: EVE }],
  },
  { number: 981_003, name: '分设一县', from: DAY, parents: [{ locality: 981_000, from: DAY }] },
  {
    number: 982_001,
    name: '分设二县',
    from: DAY,
    ratingsFrom: 3,
    parents: [{ locality: 982_000, from: DAY }],
  },
];

/** Writes a county's history into its file, which is a copy of another county's. */
export function redraw(folder: string, { parents, from, to, successors, ratingsFrom }: Redrawn): void {
  const file = join(folder, 'locality.yaml');
  const above = parents.map(
    ({ locality, from: since = '2000-01-01', to: until }) =>
      `  - { locality: ${locality}, from: ${since}${until ? `, to: ${until}` : ''} }\n`,
  );
  const ended = `${to ? `to: ${to}\n` : ''}${successors ? `successors: [${successors.join(', ')}]\n` : ''}${ratingsFrom ? `ratingsFrom: ${ratingsFrom}\n` : ''}`;
  const text = readFileSync(file, 'utf8')
    .replace(/^from: \S+.*\n/m, `from: ${from ?? '2000-01-01'}\n${ended}`)
    .replace(/^parents:\n(?: {2}- .*\n)+/m, `parents:\n${above.join('')}`);
  writeFileSync(file, text);
}
