import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { stateOf, stateWithLimits } from '../../graph/case-files.reference.js';
import { Unit } from '../../graph/foreign.type.js';
import {
  AllocationAnswer,
  FieldValue,
  HandoverDetails,
  Matter,
  Precheck,
} from '../../graph/handover.type.js';
import { Proposal } from '../../graph/proposal.type.js';
import type { ProposalContext } from '../../proposal.context.js';

/** What was fixed before and with the handover of a case. */
@Resolver(() => Proposal)
export class ProposalHandover {
  @FieldResolver(() => [Matter], { description: '事项: what the case is split into, in order' })
  async matters(@Root() { tenant, row }: Proposal, @Ctx() context: ProposalContext): Promise<Matter[]> {
    return (await stateOf(context, row.id)).matters.map((one) => new Matter(tenant, one));
  }

  @FieldResolver(() => Precheck, {
    nullable: true,
    description: '预交办: who was asked about the proposed units; null where nobody is',
  })
  async precheck(@Root() { row }: Proposal, @Ctx() context: ProposalContext): Promise<Precheck | null> {
    const { precheck } = await stateWithLimits(context, row.id);
    return precheck && new Precheck(precheck);
  }

  @FieldResolver(() => HandoverDetails, {
    nullable: true,
    description: '交办情况: what was fixed when it was handed over; null before',
  })
  async handover(
    @Root() { row }: Proposal,
    @Ctx() context: ProposalContext,
  ): Promise<HandoverDetails | null> {
    const { handover } = await stateOf(context, row.id);
    return handover && new HandoverDetails(handover);
  }
}

@Resolver(() => Matter)
export class MatterLinks {
  @FieldResolver(() => [Unit], { description: '承办单位: units that answer for it' })
  units(@Root() { tenant, fact }: Matter): Unit[] {
    return fact.unitIds.map((unitId) => new Unit(tenant, unitId));
  }
}

@Resolver(() => FieldValue)
export class FieldValueLinks {
  @FieldResolver(() => Unit, { nullable: true, description: '单位: for what is given for each unit' })
  unit(@Root() { fact }: FieldValue, @Ctx() { viewer }: ProposalContext): Unit | null {
    return fact.unitId == null ? null : new Unit(viewer.tenant, fact.unitId);
  }
}

@Resolver(() => AllocationAnswer)
export class AllocationAnswerLinks {
  @FieldResolver(() => Unit, { nullable: true, description: '单位: who answered; null: the proposer' })
  unit(@Root() { fact }: AllocationAnswer, @Ctx() { viewer }: ProposalContext): Unit | null {
    return fact.unitId === null ? null : new Unit(viewer.tenant, fact.unitId);
  }

  @FieldResolver(() => Unit, {
    nullable: true,
    description: '建议单位: the unit that should have it instead',
  })
  proposedUnit(@Root() { fact }: AllocationAnswer, @Ctx() { viewer }: ProposalContext): Unit | null {
    return fact.proposedUnitId === null ? null : new Unit(viewer.tenant, fact.proposedUnitId);
  }
}
