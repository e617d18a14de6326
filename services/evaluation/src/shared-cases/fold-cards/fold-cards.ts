import { inOccurredOrder } from '../../facts/case-event.js';
import type { FoldedCase } from '../../facts/fold-cases/fold-cases.js';
import { cardOf } from '../case-card.js';
import type { CardFiles } from '../case-card.store.js';

/** Brings what some cases are found by up to date with all that has happened to them. */
export const foldCards = (files: CardFiles, cases: readonly FoldedCase[]): Promise<void> =>
  files.set(
    cases.map(({ caseId, events, versions, assignments }) =>
      cardOf(caseId, inOccurredOrder(events), versions.at(-1)?.facts ?? null, assignments),
    ),
  );
