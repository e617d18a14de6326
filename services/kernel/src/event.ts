/** What a rule decided: a past fact (`noun.verbed`) with its payload. Payloads hold strings, integers, booleans, null, arrays, objects: no floats, no dates. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue | undefined };

export type NewEvent<Type extends string = string, Payload = unknown> = {
  readonly type: Type;
  readonly payload: Payload;
  /** ISO instant at which it was so. Left out: now. */
  readonly occurredAt?: string;
};

/** An event as the log keeps it. `position` has no gaps within (service, locality). */
export type RecordedEvent<Type extends string = string, Payload = unknown> = {
  readonly id: string;
  readonly tenant: number;
  readonly position: number;
  readonly stream: string;
  readonly streamVersion: number;
  readonly type: Type;
  readonly payload: Payload;
  readonly actorId: string | null;
  readonly actorRole: string;
  readonly actingFor: string | null;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly idempotencyKey: string | null;
};

/** Canonical JSON: keys sorted by code unit, `undefined` left out. The bytes under every hash in the platform. */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const entries = Object.entries(value as Record<string, unknown>)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`;
}
