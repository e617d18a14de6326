import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { draftOf } from '../../case/draft-rules.js';
import { mayReadReplyDraft } from '../../case/visibility.js';
import { Assignment } from '../../graph/assignment.type.js';
import { stateOf } from '../../graph/case-files.reference.js';
import { Unit } from '../../graph/foreign.type.js';
import { Countersign, ReplyDraft } from '../../graph/reply-letter.type.js';
import type { ProposalContext } from '../../proposal.context.js';

@Resolver(() => Assignment)
export class AssignmentDraft {
  @FieldResolver(() => ReplyDraft, {
    nullable: true,
    description: '答复稿: what the unit means to answer; for the units of the case and the offices',
  })
  async replyDraft(@Root() { row }: Assignment, @Ctx() context: ProposalContext): Promise<ReplyDraft | null> {
    if (!mayReadReplyDraft(context.viewer)) return null;
    return ReplyDraft.of(draftOf(await stateOf(context, row.proposal_id), row.id) ?? null);
  }
}

@Resolver(() => Countersign)
export class CountersignLinks {
  @FieldResolver(() => Unit, { description: '会签单位: the co-unit' })
  unit(@Root() { unitId }: Countersign, @Ctx() { viewer }: ProposalContext): Unit {
    return new Unit(viewer.tenant, unitId);
  }
}
