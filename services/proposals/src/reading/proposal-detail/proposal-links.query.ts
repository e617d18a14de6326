import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Assignment } from '../../graph/assignment.type.js';
import {
  childRows,
  listAssignments,
  listContacts,
  listEntries,
  listReplies,
} from '../../graph/case-children.reference.js';
import { CoSignature } from '../../graph/case-detail.type.js';
import { actionsOn } from '../../graph/case-files.reference.js';
import { Contact } from '../../graph/contact.type.js';
import { Feedback } from '../../graph/feedback.type.js';
import { seenFeedback, sightOf } from '../../graph/feedback-sight.reference.js';
import { Locality, Mandate } from '../../graph/foreign.type.js';
import { findProposal } from '../../graph/proposal.reference.js';
import { Proposal } from '../../graph/proposal.type.js';
import { Reply } from '../../graph/reply.type.js';
import { TrackingEntry } from '../../graph/tracking-entry.type.js';
import type { ProposalContext } from '../../proposal.context.js';
import { AvailableAction } from '../action-list/available-action.type.js';

/** What a case is connected with. Each is batched over all cases of a list. */
@Resolver(() => Proposal)
export class ProposalLinks {
  @FieldResolver(() => Locality, { description: '地方: the locality it belongs to' })
  locality(@Root() proposal: Proposal): Locality {
    return new Locality(proposal.tenant);
  }

  @FieldResolver(() => Mandate, { description: '领衔人: mandate of the lead proposer' })
  leadProposer(@Root() { tenant, row }: Proposal): Mandate {
    return new Mandate(tenant, row.lead_mandate_id);
  }

  @FieldResolver(() => String, { description: '正文: the text as it stands' })
  async body(@Root() { row }: Proposal, @Ctx() context: ProposalContext): Promise<string> {
    const load = async (ids: readonly string[]): Promise<string[]> => {
      const { reads } = await context.reads();
      const bodies = new Map((await reads.bodies(ids)).map(({ id, body }) => [id, body]));
      return ids.map((id) => bodies.get(id) ?? '');
    };
    return context.loader('proposal body', load).load(row.id);
  }

  @FieldResolver(() => [CoSignature], { description: '联名: who was invited to sign, and what became of it' })
  async cosignatures(@Root() { row }: Proposal, @Ctx() context: ProposalContext): Promise<CoSignature[]> {
    const rows = await childRows(context, 'cosignature', 'proposal_id', row.id);
    return rows.map((one) =>
      CoSignature.of({
        mandateId: one.mandate_id,
        status: one.status as never,
        invitedAt: one.invited_at,
        due: one.due,
        answeredAt: one.answered_at,
        reason: one.reason,
      }),
    );
  }

  @FieldResolver(() => [Assignment], { description: '承办任务: one for each unit and round, in order' })
  assignments(@Root() { row }: Proposal, @Ctx() context: ProposalContext): Promise<Assignment[]> {
    return listAssignments(context, 'proposal_id', row.id);
  }

  @FieldResolver(() => [Reply], { description: '答复: of all units and rounds, in order' })
  replies(@Root() { row }: Proposal, @Ctx() context: ProposalContext): Promise<Reply[]> {
    return listReplies(context, 'proposal_id', row.id);
  }

  @FieldResolver(() => [Contact], { description: '沟通: contacts with the proposer, in order' })
  contacts(@Root() { row }: Proposal, @Ctx() context: ProposalContext): Promise<Contact[]> {
    return listContacts(context, 'proposal_id', row.id);
  }

  @FieldResolver(() => [Feedback], { description: '评价: all ratings, in order' })
  feedback(@Root() { row }: Proposal, @Ctx() context: ProposalContext): Promise<Feedback[]> {
    return seenFeedback(context, 'proposal_id', row.id);
  }

  @FieldResolver(() => [Feedback], {
    description: '最近评价: the ratings of the form given last, one for each axis; empty before the first',
  })
  async latestFeedback(
    @Root() { tenant, row }: Proposal,
    @Ctx() context: ProposalContext,
  ): Promise<Feedback[]> {
    const load = async (ids: readonly string[]) => {
      const { reads } = await context.reads();
      const groups = Map.groupBy(await reads.latestFeedback(ids), (one) => one.proposal_id);
      return ids.map((id) => (groups.get(id) ?? []).map((one) => new Feedback(tenant, one)));
    };
    const latest = await context.loader('latest feedback', load).load(row.id);
    return latest.length > 0 && (await sightOf(context, row.id)) === 'NOTHING' ? [] : latest;
  }

  @FieldResolver(() => [TrackingEntry], { description: '跟踪台账记录: promises on the register, in order' })
  trackingEntries(@Root() { row }: Proposal, @Ctx() context: ProposalContext): Promise<TrackingEntry[]> {
    return listEntries(context, 'proposal_id', row.id);
  }

  @FieldResolver(() => Proposal, { nullable: true, description: '并入: the case it was merged into' })
  async mergedInto(@Root() { row }: Proposal, @Ctx() context: ProposalContext): Promise<Proposal | null> {
    return row.merged_into_id === null ? null : findProposal(context, row.merged_into_id);
  }

  @FieldResolver(() => [Proposal], { description: '并入本件的件: cases that were merged into this one' })
  async absorbed(@Root() { row }: Proposal, @Ctx() context: ProposalContext): Promise<Proposal[]> {
    const load = async (ids: readonly string[]) => {
      const { reads } = await context.reads();
      const groups = Map.groupBy(await reads.merged(ids), ({ mergedIntoId }) => mergedIntoId);
      return ids.map((id) => groups.get(id) ?? []);
    };
    const merged = await context.loader('absorbed', load).load(row.id);
    const cases = await Promise.all(merged.map(({ id }) => findProposal(context, id)));
    return cases.filter((one) => one !== null);
  }

  @FieldResolver(() => [AvailableAction], {
    description: '可办事项: what the viewer can do on the case now, and why not; for its parts see there',
  })
  availableActions(@Root() { row }: Proposal, @Ctx() context: ProposalContext): Promise<AvailableAction[]> {
    return actionsOn(context, row.id);
  }
}

@Resolver(() => CoSignature)
export class CoSignatureLinks {
  @FieldResolver(() => Mandate, { description: '联名人: mandate of the co-signer' })
  mandate(@Root() { mandateId }: CoSignature, @Ctx() { viewer }: ProposalContext): Mandate {
    return new Mandate(viewer.tenant, mandateId);
  }
}
