import { type ApproveDraft, approveDefinition, useCase, type Viewer } from '@duban/kernel';
import type { EvaluationAction } from '../../evaluation.access.js';
import type { SheetDeps } from '../sheet-desk.js';

/** Another person publishes a checked draft from a date on; years that ended before keep their sheets. */
export const approveScoreSheets = useCase({
  action: 'sheet:approve' satisfies EvaluationAction,
  execute: ({ sheets }: SheetDeps, viewer: Viewer, input: ApproveDraft) =>
    approveDefinition(sheets, viewer, input),
});
