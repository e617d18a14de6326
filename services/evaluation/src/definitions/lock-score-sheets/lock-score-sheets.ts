import { type LockPaths, lockDefinition, useCase, type Viewer } from '@duban/kernel';
import type { EvaluationAction } from '../../evaluation.access.js';
import type { SheetDeps } from '../sheet-desk.js';

/** Drafts what a level above does not let those below change, such as a core indicator. */
export const lockScoreSheets = useCase({
  action: 'sheet:lock' satisfies EvaluationAction,
  execute: ({ sheets }: SheetDeps, viewer: Viewer, input: LockPaths) => lockDefinition(sheets, viewer, input),
});
