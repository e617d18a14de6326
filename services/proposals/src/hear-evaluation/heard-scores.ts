/** A veto that stands in published scores. */
export type HeardVeto = {
  readonly veto: string;
  readonly label: { readonly zh: string; readonly en: string };
  /** Null where the score is about cases or about the locality. */
  readonly unitId: string | null;
  readonly scope: string;
  /** The section or person it falls upon, as the unit named it. */
  readonly scopeId: string | null;
  readonly effect: string;
};

export type HeardRun = {
  readonly runId: string;
  readonly sheet: string;
  readonly year: number;
  readonly vetoes: readonly HeardVeto[];
  /** ISO instant. */
  readonly at: string;
};

type Unread = Readonly<Record<string, unknown>>;

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const textOrNull = (value: unknown): string | null => (isText(value) ? value : null);
const asObject = (value: unknown): Unread =>
  typeof value === 'object' && value !== null ? (value as Unread) : {};

/** Another service wrote it and may write more: what is not understood is passed over. */
export function readPublication(payload: unknown, at: string): HeardRun | null {
  const { runId, sheet, year, vetoes } = asObject(payload);
  if (!isText(runId) || !isText(sheet) || typeof year !== 'number') return null;
  const read = Array.isArray(vetoes) ? vetoes.flatMap((one) => readVeto(asObject(one)) ?? []) : [];
  return { runId, sheet, year, vetoes: read, at };
}

function readVeto({ veto, label, unitId, scope, scopeId, effect }: Unread): HeardVeto | null {
  const { zh, en } = asObject(label);
  if (!isText(veto) || !isText(zh) || !isText(en) || !isText(scope) || !isText(effect)) return null;
  const upon = { unitId: textOrNull(unitId), scopeId: textOrNull(scopeId) };
  return { veto, label: { zh, en }, scope, effect, ...upon };
}

export const readRunId = (payload: unknown): string | null => textOrNull(asObject(payload).runId);
