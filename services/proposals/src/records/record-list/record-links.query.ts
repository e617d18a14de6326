import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Assignment } from '../../graph/assignment.type.js';
import { findAssignment } from '../../graph/case-children.reference.js';
import { Mandate, Unit } from '../../graph/foreign.type.js';
import { findProposal } from '../../graph/proposal.reference.js';
import { Proposal } from '../../graph/proposal.type.js';
import type { ProposalContext } from '../../proposal.context.js';
import { WorkRecord } from '../work-record.type.js';

/** What a record is about. */
@Resolver(() => WorkRecord)
export class WorkRecordLinks {
  @FieldResolver(() => Proposal, { nullable: true, description: '建议提案: the case it is on' })
  async proposal(@Root() { row }: WorkRecord, @Ctx() context: ProposalContext): Promise<Proposal | null> {
    return row.proposal_id === null ? null : findProposal(context, row.proposal_id);
  }

  @FieldResolver(() => Assignment, { nullable: true, description: '承办任务: the assignment it is about' })
  async assignment(@Root() { row }: WorkRecord, @Ctx() context: ProposalContext): Promise<Assignment | null> {
    return row.assignment_id === null ? null : findAssignment(context, row.assignment_id);
  }

  @FieldResolver(() => Unit, { nullable: true, description: '单位: the unit, or that of the assignment' })
  unit(@Root() { tenant, row }: WorkRecord): Unit | null {
    return row.unit_id === null ? null : new Unit(tenant, row.unit_id);
  }

  @FieldResolver(() => Mandate, { nullable: true, description: '代表(委员)资格: the person it is about' })
  mandate(@Root() { tenant, row }: WorkRecord): Mandate | null {
    return row.mandate_id === null ? null : new Mandate(tenant, row.mandate_id);
  }
}
