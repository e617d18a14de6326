import { findProposalBehind } from '../graph/proposal.reference.js';
import { Proposal } from '../graph/proposal.type.js';
import type { ProposalContext } from '../proposal.context.js';
import { findRecord } from './record.reference.js';
import type { RecordReceipt } from './record-command/record-command.js';
import { WorkRecord } from './work-record.type.js';

export const RECORD_SHOWN = {
  record: { type: () => WorkRecord, description: '工作记录: the record as it is now' },
  proposal: {
    type: () => Proposal,
    description: '建议提案: the case it is on; null for a record apart from any',
    nullable: true,
  },
} as const;

/** The record after the command, and its case. */
export async function showRecord(context: ProposalContext, { recordId, proposalId }: RecordReceipt) {
  const record = await findRecord(context, recordId);
  if (!record) throw new Error('the record was written but cannot be read');
  const proposal = proposalId === null ? null : await findProposalBehind(context, proposalId);
  return { record, proposal };
}
