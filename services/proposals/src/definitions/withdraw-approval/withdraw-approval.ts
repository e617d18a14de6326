import { useCase, withdrawDefinitionApproval } from '@duban/kernel';
import type { ProcessOfKinds } from '../../process/effective-process.js';

/** 撤销批准: before its day. What would hold without it is stored again from that day on; nothing is deleted. */
export const withdrawApproval = useCase({
  action: 'process:approve',
  execute: withdrawDefinitionApproval<ProcessOfKinds>,
});
