import { type DraftText, draftDefinition, useCase, type Viewer } from '@duban/kernel';
import type { EvaluationAction } from '../../evaluation.access.js';
import type { SheetDeps } from '../sheet-desk.js';

/** A change of the locality's own sheets, on top of the version that comes into force last. */
export const draftScoreSheets = useCase({
  action: 'sheet:draft' satisfies EvaluationAction,
  execute: ({ sheets }: SheetDeps, viewer: Viewer, input: DraftText) =>
    draftDefinition(sheets, viewer, input),
});
