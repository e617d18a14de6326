import type { RecordedEvent } from '@duban/kernel';
import {
  AXES,
  type Axis,
  isCanonicalOutcome,
  LEVELS,
  type Level,
  type Outcomes,
  outcomesText,
} from './vocabulary.js';

/**
 * What evaluation understands of a case's events. Another service writes them and may add types and
 * fields at any time: what is not known here is passed over, what is missing becomes null. Never an
 * import from that service.
 */
export type CaseEvent = {
  readonly type: string;
  readonly occurredAt: string;
  readonly recordedAt: string;
  /** In the log that it stands in. */
  readonly position: number;
  /** Recorded by this service itself, in its own log. */
  readonly own?: true;
  readonly data: Payload;
};

/** Reads a payload field by field; a field of another shape reads as absent. */
export class Payload {
  constructor(private readonly fields: Readonly<Record<string, unknown>>) {}

  has(name: string): boolean {
    return name in this.fields;
  }

  names(): readonly string[] {
    return Object.keys(this.fields);
  }

  text(name: string): string | null {
    const value = this.fields[name];
    return typeof value === 'string' && value !== '' ? value : null;
  }

  /** A bare UUID; anything else would stop the whole locality at this event. */
  id(name: string): string | null {
    const value = this.text(name);
    return value !== null && UUID.test(value) ? value : null;
  }

  integer(name: string): number | null {
    const value = this.fields[name];
    return typeof value === 'number' && Number.isSafeInteger(value) ? value : null;
  }

  flag(name: string): boolean {
    return this.fields[name] === true;
  }

  optionalFlag(name: string): boolean | null {
    const value = this.fields[name];
    return typeof value === 'boolean' ? value : null;
  }

  texts(name: string): readonly string[] {
    const value = this.fields[name];
    return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
  }

  object(name: string): Payload | null {
    const value = this.fields[name];
    return isRecord(value) ? new Payload(value) : null;
  }

  objects(name: string): readonly Payload[] {
    const value = this.fields[name];
    return Array.isArray(value) ? value.filter(isRecord).map((item) => new Payload(item)) : [];
  }

  /** A set of canonical outcomes in its written form; null when there is none. */
  outcomes(name = 'outcomes'): Outcomes | null {
    const known = this.texts(name).filter(isCanonicalOutcome);
    return known.length === 0 ? null : outcomesText(known);
  }

  axis(name = 'axis'): Axis | null {
    const value = this.text(name);
    return AXES.find((axis) => axis === value) ?? null;
  }

  level(name = 'canonicalLevel'): Level | null {
    const value = this.text(name);
    return LEVELS.find((level) => level === value) ?? null;
  }
}

export const readCaseEvent = ({
  type,
  occurredAt,
  recordedAt,
  position,
  payload,
}: RecordedEvent): CaseEvent => ({
  type,
  occurredAt,
  recordedAt,
  position,
  data: new Payload(isRecord(payload) ? payload : {}),
});

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const OWN_STREAM = /^ratings:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
const STREAM = /^proposal:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** The case a stream of the proposals service belongs to; null for any other stream. */
export const caseOfStream = (stream: string): string | null => STREAM.exec(stream)?.[1] ?? null;

export const streamOfCase = (caseId: string): string => `proposal:${caseId}`;

/** The case whose ratings are entered in a stream of this service's own log; null for any other stream. */
export const caseOfRatings = (stream: string): string | null => OWN_STREAM.exec(stream)?.[1] ?? null;

export const streamOfRatings = (caseId: string): string => `ratings:${caseId}`;

/** Order in which things were so; what was so at the same instant, in the order it was recorded, this service's own last. */
export const inOccurredOrder = (events: readonly CaseEvent[]): CaseEvent[] =>
  [...events].sort((a, b) =>
    a.occurredAt === b.occurredAt
      ? Number(a.own ?? false) - Number(b.own ?? false) || a.position - b.position
      : a.occurredAt < b.occurredAt
        ? -1
        : 1,
  );

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
