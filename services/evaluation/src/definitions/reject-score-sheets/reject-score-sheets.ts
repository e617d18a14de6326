import { type RejectDraft, rejectDefinition, useCase, type Viewer } from '@duban/kernel';
import type { EvaluationAction } from '../../evaluation.access.js';
import type { SheetDeps } from '../sheet-desk.js';

/** Whoever could approve it says why not. */
export const rejectScoreSheets = useCase({
  action: 'sheet:reject' satisfies EvaluationAction,
  execute: ({ sheets }: SheetDeps, viewer: Viewer, input: RejectDraft) =>
    rejectDefinition(sheets, viewer, input),
});
