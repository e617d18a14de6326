import { feedbackSight } from '../case/feedback-sight.js';
import type { UnitSight } from '../process/second-round.js';
import type { ProposalContext } from '../proposal.context.js';
import { listFeedback } from './case-children.reference.js';
import { processOfCase } from './case-process.reference.js';
import type { Feedback } from './feedback.type.js';

/** What the viewer sees of the forms of a case; its process is asked for only where it matters. */
export const sightOf = async (context: ProposalContext, proposalId: string): Promise<UnitSight> =>
  context.viewer.unitId === null
    ? 'PERSONS'
    : feedbackSight(context.viewer, await processOfCase(context, proposalId));

/** What says who it was: kept from whoever may see no more than how it was rated. */
export const forPersons = async <Value>(
  context: ProposalContext,
  proposalId: string,
  value: Value,
): Promise<Value | null> => ((await sightOf(context, proposalId)) === 'PERSONS' ? value : null);

/** Ratings of one case, as far as the viewer sees any. */
export async function seenFeedback(
  context: ProposalContext,
  key: 'proposal_id' | 'assignment_id' | 'reply_id',
  id: string,
): Promise<Feedback[]> {
  const all = await listFeedback(context, key, id);
  const [first] = all;
  return first && (await sightOf(context, first.row.proposal_id)) === 'NOTHING' ? [] : all;
}
