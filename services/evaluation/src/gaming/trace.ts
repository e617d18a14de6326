import type { Level } from '../facts/vocabulary.js';
import type { ReplySketch } from './reply-sketch.js';

type Trace = {
  readonly caseId: string;
  /** Of its event in the log of cases; of this service's own log below zero, so that both keep apart. */
  readonly position: number;
  readonly unitId: string;
  /** ISO instant at which it was so. */
  readonly at: string;
};

/** A rating from any side as signs look at it: when, for whom, how; never by whom. */
export type RatingTrace = Trace & {
  readonly kind: 'RATING';
  /** Ratings of one form are one. */
  readonly form: string;
  readonly level: Level;
  /** Last day on which it could be given. */
  readonly deadline: string | null;
  /** It was entered as it happened: not from paper, and not from a ledger of another day. */
  readonly prompt: boolean;
};

/** A class that was made better, with or without something that shows it. */
export type RaisedTrace = Trace & { readonly kind: 'RAISED'; readonly evidenced: boolean };

export type ReplyTrace = Trace & { readonly kind: 'REPLY'; readonly sketch: ReplySketch };

export type AnyTrace = RatingTrace | RaisedTrace | ReplyTrace;
