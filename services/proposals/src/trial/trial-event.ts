import type { CaseEvent } from '../case/events.js';

/** An event as it really was, with who did it. A recorded event has all of it. */
export type TrialEvent = CaseEvent & {
  readonly actorRole: string;
  readonly actorId: string | null;
};

/** Payloads are read by their names: what another version of the rules wrote may have more or less. */
export type Payload = Readonly<Record<string, unknown>>;

export const payloadOf = ({ payload }: Pick<CaseEvent, 'payload'>): Payload => payload as Payload;

export const textOf = (payload: Payload, name: string): string => {
  const value = payload[name];
  return typeof value === 'string' ? value : '';
};

export const listOf = (payload: Payload, name: string): readonly Payload[] => {
  const value = payload[name];
  return Array.isArray(value) ? (value as readonly Payload[]) : [];
};
