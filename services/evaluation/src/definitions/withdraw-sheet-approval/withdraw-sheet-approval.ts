import { useCase, type Viewer, type WithdrawApproval, withdrawDefinitionApproval } from '@duban/kernel';
import type { EvaluationAction } from '../../evaluation.access.js';
import type { SheetDeps } from '../sheet-desk.js';

/** 撤销批准: before its day. What would hold without it is stored again from that day on; nothing is deleted. */
export const withdrawSheetApproval = useCase({
  action: 'sheet:withdraw-approval' satisfies EvaluationAction,
  execute: ({ sheets }: SheetDeps, viewer: Viewer, input: WithdrawApproval) =>
    withdrawDefinitionApproval(sheets, viewer, input),
});
