/** What a rule decided: a past fact (`noun.verbed`) with its payload. Payloads hold strings, integers, booleans, null, arrays, objects: no floats, no dates. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue | undefined };

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

/**
 * Canonical JSON: keys sorted by code unit, `undefined` left out, numbers and strings as JSON writes
 * them. The bytes under every hash in the platform, and the same before and after a trip through JSON.
 */
export function canonicalJson(value: unknown): string {
  const plain = value instanceof Date ? value.toJSON() : value;
  if (plain === null || typeof plain !== 'object') return JSON.stringify(plain ?? null);
  if (Array.isArray(plain)) return `[${plain.map(canonicalJson).join(',')}]`;
  const known = plain as Record<string, unknown>;
  // One text that grows: of a whole process, lists and joins cost half as much again.
  let text = '';
  for (const key of Object.keys(known).sort()) {
    if (known[key] === undefined) continue;
    text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(known[key])}`;
  }
  return `{${text}}`;
}
