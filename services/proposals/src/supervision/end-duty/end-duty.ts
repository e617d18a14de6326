import type { CommandPayloads } from '../../case/commands.js';
import { caseCommand } from '../../case-command/case-command.js';

export type EndDuty = CommandPayloads['duty.end'];

/** 结束督办: where the process asks for a report, only after it. */
export const endDuty = caseCommand<EndDuty, 'duty.end'>({
  action: 'duty:end',
  notFound: 'DUTY_NOT_FOUND',
  find: (cases, { dutyId }) => cases.findByDuty(dutyId),
  command: ({ dutyId, reason }) => ({ kind: 'duty.end', dutyId, reason }),
});
