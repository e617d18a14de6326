import { type CheckDraft, checkDefinition, useCase, type Viewer } from '@duban/kernel';
import type { EvaluationAction } from '../../evaluation.access.js';
import type { SheetDeps } from '../sheet-desk.js';

/** Form, weights, facts, locks, and the examples that stand beside the sheets are run. Only a draft without any problem counts as checked. */
export const checkScoreSheets = useCase({
  action: 'sheet:check' satisfies EvaluationAction,
  execute: ({ sheets }: SheetDeps, viewer: Viewer, input: CheckDraft) =>
    checkDefinition(sheets, viewer, input),
});
