import { type MergeOffered, mergeDefinition, useCase, type Viewer } from '@duban/kernel';
import type { EvaluationAction } from '../../evaluation.access.js';
import type { SheetDeps } from '../sheet-desk.js';

/** Takes chosen changes of a level above (or of the own file) into a draft. */
export const mergeScoreSheets = useCase({
  action: 'sheet:merge' satisfies EvaluationAction,
  execute: ({ sheets }: SheetDeps, viewer: Viewer, input: MergeOffered) =>
    mergeDefinition(sheets, viewer, input),
});
