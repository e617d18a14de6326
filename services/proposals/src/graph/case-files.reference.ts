import { withLimitsKnown } from '../case/late-limits.js';
import type { Assignment, CaseState } from '../case/state.js';
import { processOf } from '../case-command/case-command.js';
import { closesOf, countsFromClose, type DeclaredCloses } from '../process/sessions.js';
import type { ProposalContext } from '../proposal.context.js';
import { listActions } from '../reading/action-list/action-list.js';
import { AvailableAction } from '../reading/action-list/available-action.type.js';
import type { CaseFile } from '../store/proposal.store.js';

/** The state of a case the viewer was shown, folded from its events; all that are asked for in one statement. */
export async function stateOf(context: ProposalContext, proposalId: string): Promise<CaseState> {
  return (await fileOf(context, proposalId)).state;
}

/** The case as it was loaded. */
export async function fileOf(context: ProposalContext, proposalId: string): Promise<CaseFile> {
  const load = async (ids: readonly string[]): Promise<CaseFile[]> => {
    const { cases } = await context.reads();
    const files = await cases.findMany(ids);
    return ids.map((id) => files.get(id) ?? cases.blank(id));
  };
  return context.loader('case file', load).load(proposalId);
}

/** When declared sessions closed: asked for once, however many cases are shown. */
export async function declaredCloses(context: ProposalContext): Promise<DeclaredCloses> {
  const load = async (asked: readonly string[]): Promise<readonly DeclaredCloses[]> => {
    const { sessions } = await context.reads();
    const closes = closesOf(await sessions.all());
    return asked.map(() => closes);
  };
  return context.loader('closes of sessions', load).load('declared');
}

/** The state with every time limit that is known by now: also those that waited for a session to close. */
export async function stateWithLimits(context: ProposalContext, proposalId: string): Promise<CaseState> {
  const file = await fileOf(context, proposalId);
  const version = await processOf(await context.reads(), file);
  if (!countsFromClose(version.process)) return file.state;
  const closes = await declaredCloses(context);
  return withLimitsKnown(file.state, version.process, { ...version, closes });
}

/** One assignment as the fold has it: with its requests and opinions. */
export async function assignmentState(
  context: ProposalContext,
  row: { readonly id: string; readonly proposal_id: string },
): Promise<Assignment> {
  const state = await stateWithLimits(context, row.proposal_id);
  const found = state.assignments.find(({ assignmentId }) => assignmentId === row.id);
  if (!found) throw new Error(`assignment ${row.id} is not in the events of its case`);
  return found;
}

type About = {
  readonly assignmentId?: string;
  readonly replyId?: string;
  readonly entryId?: string;
  readonly recordId?: string;
};

/** What the viewer may do on a case: on the case itself, or on the one thing in it that is named. */
export async function actionsOn(
  context: ProposalContext,
  proposalId: string,
  about: About = {},
): Promise<AvailableAction[]> {
  const load = async (ids: readonly string[]) => {
    const files = await Promise.all(ids.map((id) => fileOf(context, id)));
    return listActions(await context.reads(), context.viewer, files);
  };
  const offered = await context.loader('available actions', load).load(proposalId);
  const { assignmentId, replyId, entryId, recordId } = about;
  return offered
    .filter(
      (one) =>
        one.assignmentId === assignmentId &&
        one.replyId === replyId &&
        one.entryId === entryId &&
        one.recordId === recordId,
    )
    .map((one) => new AvailableAction(context.viewer.tenant, one, proposalId));
}
