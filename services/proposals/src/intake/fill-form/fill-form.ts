import type { CommandPayloads } from '../../case/commands.js';
import { caseCommand } from '../../case-command/case-command.js';

export type FillForm = CommandPayloads['form.fill'] & { readonly proposalId: string };

/** 填写提交表: what the author says and wishes beside the text; the text and its signatures stay as they are. */
export const fillForm = caseCommand<FillForm, 'form.fill'>({
  action: 'proposal:revise',
  notFound: 'PROPOSAL_NOT_FOUND',
  find: (cases, { proposalId }) => cases.find(proposalId),
  command: ({ origin, originNote, formation, repeatedYears, wishesContact, ...rest }) => ({
    kind: 'form.fill',
    ...{ origin, originNote, formation, repeatedYears, wishesContact },
    ...{
      replyNotNeeded: rest.replyNotNeeded,
      contactPerson: rest.contactPerson,
      checklist: rest.checklist,
    },
  }),
});
