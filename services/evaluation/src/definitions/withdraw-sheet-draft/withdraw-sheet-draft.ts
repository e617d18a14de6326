import { useCase, type Viewer, type WithdrawDraft, withdrawDefinition } from '@duban/kernel';
import type { EvaluationAction } from '../../evaluation.access.js';
import type { SheetDeps } from '../sheet-desk.js';

/** The draft is not pursued. */
export const withdrawSheetDraft = useCase({
  action: 'sheet:withdraw-draft' satisfies EvaluationAction,
  execute: ({ sheets }: SheetDeps, viewer: Viewer, input: WithdrawDraft) =>
    withdrawDefinition(sheets, viewer, input),
});
