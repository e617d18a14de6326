import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { processOf } from '../../case-command/case-command.js';
import { Assignment } from '../../graph/assignment.type.js';
import { declaredCloses, fileOf } from '../../graph/case-files.reference.js';
import { Proposal } from '../../graph/proposal.type.js';
import type { ProposalContext } from '../../proposal.context.js';
import { hiddenRecords } from '../../records/hidden-records.js';
import { Clock } from '../clock.type.js';
import { clocksOf } from '../clocks-of.js';

/** The clocks of a case under the process it was handed over under. */
async function clocksOn(context: ProposalContext, proposalId: string): Promise<Clock[]> {
  const file = await fileOf(context, proposalId);
  const deps = await context.reads();
  const version = await processOf(deps, file);
  const { process, calendar } = version;
  const { viewer } = context;
  const closes = await declaredCloses(context);
  const hidden = hiddenRecords(file.state, viewer);
  return clocksOf(file.state, process, deps.now(), { ...version, closes })
    .filter(({ subject }) => !hidden.has(subject.id))
    .map((one) => new Clock(viewer.tenant, one, calendar));
}

@Resolver(() => Proposal)
export class ProposalClocks {
  @FieldResolver(() => [Clock], {
    description: '计时: every clock of the case that runs, was met, was missed or has ended, earliest first',
  })
  clocks(@Root() { row }: Proposal, @Ctx() context: ProposalContext): Promise<Clock[]> {
    return clocksOn(context, row.id);
  }
}

@Resolver(() => Assignment)
export class AssignmentClocks {
  @FieldResolver(() => [Clock], {
    description: '计时: the clocks of this unit in this round, earliest first',
  })
  async clocks(@Root() { row }: Assignment, @Ctx() context: ProposalContext): Promise<Clock[]> {
    const clocks = await clocksOn(context, row.proposal_id);
    return clocks.filter(({ facts }) => facts.subject.assignmentId === row.id);
  }
}
