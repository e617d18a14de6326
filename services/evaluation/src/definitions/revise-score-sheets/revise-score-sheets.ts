import { type ReviseText, reviseDefinition, useCase, type Viewer } from '@duban/kernel';
import type { EvaluationAction } from '../../evaluation.access.js';
import type { SheetDeps } from '../sheet-desk.js';

/** Another text for a draft that has not ended; it has to be checked again. */
export const reviseScoreSheets = useCase({
  action: 'sheet:revise' satisfies EvaluationAction,
  execute: ({ sheets }: SheetDeps, viewer: Viewer, input: ReviseText) =>
    reviseDefinition(sheets, viewer, input),
});
