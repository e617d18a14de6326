import type { RecordedEvent } from '@duban/kernel';
import {
  type Consumer,
  type Database,
  type Log,
  startConsumer,
  type Transaction,
} from '@duban/kernel/runtime';
import { lookAtLocality } from '../clocks/warning.store.typeorm.js';
import { readDiffering, readYear } from './heard-figures.js';
import { hearFigures } from './heard-figures.store.js';
import { readHeard } from './heard-rating.js';
import { hearRating } from './heard-rating.store.js';
import { readPublication, readRunId } from './heard-scores.js';
import { endScores, hearScores } from './heard-scores.store.js';

/**
 * Hears what the evaluation side says: ratings beside the form, scores with vetoes, figures that are no
 * longer what was confirmed. Written by the relay, in the transaction that moves its cursor.
 */
export const followEvaluation = (database: Database, log: Log): Consumer =>
  startConsumer({
    database,
    source: 'evaluation',
    consumer: 'proposals',
    log,
    apply: (tx, _tenant, events) => hearEvaluation(tx, events),
  });

type Hear = (tx: Transaction, event: RecordedEvent) => Promise<boolean>;

/** What each event changes here; false: nothing that a rule about the locality looks at. */
const HEARD: Readonly<Record<string, Hear>> = {
  'rating.recorded': async (tx, { payload, occurredAt }) => {
    const rating = readHeard(payload, occurredAt);
    if (rating) await hearRating(tx, rating);
    return false;
  },
  'scores.published': async (tx, { payload, occurredAt }) => {
    const publication = readPublication(payload, occurredAt);
    if (publication) await hearScores(tx, publication);
    return publication !== null;
  },
  'scores.superseded': endRun,
  'scores.withdrawn': endRun,
  'figures.differed': async (tx, { payload, occurredAt }) => {
    const heard = readDiffering(payload, occurredAt);
    if (heard) await hearFigures(tx, heard);
    return heard !== null;
  },
  'figures.agreed': noDifference,
  'figures.confirmed': noDifference,
  'figures.unlocked': noDifference,
};

async function endRun(tx: Transaction, { payload }: RecordedEvent): Promise<boolean> {
  const runId = readRunId(payload);
  if (runId !== null) await endScores(tx, runId);
  return runId !== null;
}

async function noDifference(tx: Transaction, { payload, occurredAt }: RecordedEvent): Promise<boolean> {
  const year = readYear(payload);
  if (year) await hearFigures(tx, { ...year, numbers: [], at: occurredAt });
  return year !== null;
}

/** Writes down what was heard, in the order in which it was said, and has the locality looked at anew. */
export async function hearEvaluation(tx: Transaction, events: readonly RecordedEvent[]): Promise<void> {
  let changed = false;
  for (const event of events) changed = ((await HEARD[event.type]?.(tx, event)) ?? false) || changed;
  if (changed) await lookAtLocality(tx);
}
