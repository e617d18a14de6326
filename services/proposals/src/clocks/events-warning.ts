import type { CalendarDate } from '@duban/kernel';
import type { WarningCode, WarningLevel } from '../process/warnings.js';
import type { Subject } from './clock.js';
import type { Words } from './clock-words.js';

type About = {
  readonly warningId: string;
  /** The case; null when it is about a unit, a person or the locality. */
  readonly proposalId: string | null;
  readonly rule: string;
  readonly code: WarningCode;
  readonly level: WarningLevel;
  readonly since: CalendarDate;
};

/** Events of the stream of warnings of a case or a locality: `warning:<uuid>`, beside the case's own. */
export type WarningEvents = {
  'warning.raised': About & {
    readonly label: Words;
    readonly reason: Words;
    readonly subject: Subject;
    readonly recipients: readonly string[];
    readonly escalations: number;
    readonly repeats: number;
  };
  'warning.escalated': About & { readonly recipients: readonly string[]; readonly escalations: number };
  /** Told again; `repeats` counts also those that fell due while nobody was looking. */
  'warning.repeated': About & { readonly recipients: readonly string[]; readonly repeats: number };
  /** Somebody whom it was told has taken note. */
  'warning.acknowledged': About & { readonly role: string; readonly note: string | null };
  'warning.resolved': About;
};

export type WarningEvent = {
  [Type in keyof WarningEvents]: {
    readonly type: Type;
    readonly payload: WarningEvents[Type];
    readonly occurredAt: string;
  };
}[keyof WarningEvents];
