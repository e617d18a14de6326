import { inOccurredOrder } from '../../facts/case-event.js';
import type { CaseHistory } from '../../facts/fact.store.js';
import type { DutyFiles } from '../duty.store.js';
import { dutiesOf } from '../duty-fold.js';

/** Brings what deputies and members did in some cases up to date with all that has happened to them. */
export const foldDuty = (files: DutyFiles, histories: readonly CaseHistory[]): Promise<void> =>
  files.set(histories.map(({ caseId, events }) => ({ caseId, duties: dutiesOf(inOccurredOrder(events)) })));
