import { refuse, useCase, type Viewer } from '@duban/kernel';
import type { CommandPayloads } from '../../case/commands.js';
import { maySee } from '../../case/visibility.js';
import {
  type CommandMeta,
  checkVersion,
  decideOn,
  type Receipt,
  record,
} from '../../case-command/case-command.js';
import type { CaseChange, CaseFile, CommandDeps } from '../../store/proposal.store.js';

export type IssueReply = CommandPayloads['reply.issue'];

/** 签发答复: the unit's letter. The authors of cases that were merged into this one are sent it in the same transaction. */
export const issueReply = useCase<CommandDeps, IssueReply & CommandMeta, Receipt>({
  action: 'reply:issue',
  async execute(deps: CommandDeps, viewer: Viewer, input: IssueReply & CommandMeta) {
    const file = await deps.cases.findByAssignment(input.assignmentId);
    if (!file || !maySee(file.state, viewer)) return refuse('ASSIGNMENT_NOT_FOUND');
    const stale = checkVersion(file, input);
    if (stale) return stale;
    const { expectedVersion: _seen, onPaper: _paper, occurredAt: _at, ...letter } = input;
    const decision = await decideOn(deps, viewer, file, { kind: 'reply.issue', ...letter }, input);
    if (!decision.accepted) return decision;
    const answered = await answerMerged(deps, viewer, decision.value, input);
    return 'accepted' in answered ? answered : record(deps, [decision.value, ...answered]);
  },
});

/** Interim replies are for the lead case alone; a formal or follow-up one answers every author. */
async function answerMerged(
  deps: CommandDeps,
  viewer: Viewer,
  { file, events }: CaseChange,
  meta: CommandMeta,
) {
  const reply = events.find((event) => event.type === 'reply.issued')?.payload;
  const changes: CaseChange[] = [];
  if (!reply || reply.kind === 'INTERIM') return changes;
  const { replyId, documentNumber } = reply;
  for (const { proposalId } of file.state.absorbed) {
    const merged = (await deps.cases.find(proposalId)) as CaseFile;
    const decision = await decideOn(
      deps,
      viewer,
      merged,
      { kind: 'merged.answer', replyId, documentNumber },
      meta,
    );
    if (!decision.accepted) return decision;
    changes.push(decision.value);
  }
  return changes;
}
