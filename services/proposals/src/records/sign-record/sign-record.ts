import type { CommandPayloads } from '../../case/commands.js';
import { caseCommand } from '../../case-command/case-command.js';
import { recordCommand } from '../record-command/record-command.js';
import { signRecord as decideSignature, maySignRecord } from '../record-rules.js';

export type SignRecord = CommandPayloads['record.sign'];

const signOnCase = caseCommand<SignRecord, 'record.sign'>({
  action: 'record:sign',
  notFound: 'RECORD_NOT_FOUND',
  find: (cases, { recordId }) => cases.findByRecord(recordId),
  command: ({ recordId, signer, name }) => ({
    ...{ kind: 'record.sign', recordId, name },
    ...(signer === undefined ? {} : { signer }),
  }),
});

/** 签名: the record is complete when all have signed. */
export const signRecord = recordCommand<SignRecord>({
  action: 'record:sign',
  onCase: signOnCase,
  decide(scene, { record }, input) {
    const refusal = maySignRecord(scene, record);
    if (refusal) return refusal;
    const signed = decideSignature(scene, record, input);
    return signed.accepted
      ? { accepted: true, value: { type: 'record.signed', payload: signed.value } }
      : signed;
  },
});
