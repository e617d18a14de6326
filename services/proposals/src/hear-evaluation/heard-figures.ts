/** A number as it was confirmed, and as it is counted now. */
export type DifferingNumber = {
  readonly metric: string;
  readonly label: { readonly zh: string; readonly en: string };
  readonly numerator: number;
  /** Null for a plain number. */
  readonly denominator: number | null;
  readonly numeratorNow: number;
  readonly denominatorNow: number | null;
};

/** How a year's confirmed figures stand to what is counted; no numbers: they agree, or nobody stands for them. */
export type HeardFigures = {
  readonly year: number;
  readonly kind: string;
  readonly numbers: readonly DifferingNumber[];
  /** ISO instant. */
  readonly at: string;
};

type Unread = Readonly<Record<string, unknown>>;

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isCount = (value: unknown): value is number => typeof value === 'number';
const countOrNull = (value: unknown): number | null => (isCount(value) ? value : null);
const asObject = (value: unknown): Unread =>
  typeof value === 'object' && value !== null ? (value as Unread) : {};

export function readYear(payload: unknown): Pick<HeardFigures, 'year' | 'kind'> | null {
  const { year, kind } = asObject(payload);
  return isCount(year) && isText(kind) ? { year, kind } : null;
}

/** Another service wrote it and may write more: what is not understood is passed over. */
export function readDiffering(payload: unknown, at: string): HeardFigures | null {
  const year = readYear(payload);
  const { numbers } = asObject(payload);
  if (!year || !Array.isArray(numbers)) return null;
  return { ...year, numbers: numbers.flatMap((one) => readNumber(asObject(one)) ?? []), at };
}

function readNumber({ metric, label, numerator, numeratorNow, ...more }: Unread): DifferingNumber | null {
  const { zh, en } = asObject(label);
  if (!isText(metric) || !isText(zh) || !isText(en) || !isCount(numerator) || !isCount(numeratorNow))
    return null;
  const [denominator, denominatorNow] = [more.denominator, more.denominatorNow].map(countOrNull);
  const counts = { numerator, denominator: denominator ?? null };
  return { metric, label: { zh, en }, ...counts, numeratorNow, denominatorNow: denominatorNow ?? null };
}
