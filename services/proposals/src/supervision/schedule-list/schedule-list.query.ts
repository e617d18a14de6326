import { dateInShanghai } from '@duban/kernel';
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { ProposalKind } from '../../case/vocabulary.js';
import { Locality } from '../../graph/foreign.type.js';
import { findProposal } from '../../graph/proposal.reference.js';
import { Proposal } from '../../graph/proposal.type.js';
import { requireOwn, requireReader } from '../../graph/readers.input.js';
import { ProposalKindEnum } from '../../graph/vocabulary.type.js';
import { closeOfYear } from '../../process/sessions.js';
import type { ProposalContext } from '../../proposal.context.js';
import { findRecord } from '../../records/record.reference.js';
import { WorkRecord } from '../../records/work-record.type.js';
import { scheduleOf } from '../schedule.js';
import { CongressSession } from '../session.type.js';
import { ScheduledEvent } from './scheduled-event.type.js';

@Resolver(() => Locality)
export class LocalitySchedule {
  @FieldResolver(() => [ScheduledEvent], {
    description:
      '定期工作: what is to be held in a year, what is on record, what is missing; NOT_GRANTED for another locality',
  })
  async schedule(
    @Root() locality: Locality,
    @Arg('year', () => Int, { description: '年度: which year' }) year: number,
    @Arg('kind', () => ProposalKindEnum, {
      nullable: true,
      description:
        '件别: whose process, where kinds of cases have rules of their own; left out, what all share',
    })
    kind: ProposalKind | null,
    @Ctx() context: ProposalContext,
  ): Promise<ScheduledEvent[]> {
    requireOwn(context, locality);
    requireReader(context);
    const { processes, lists } = await context.reads();
    const today = dateInShanghai(context.now());
    const { process, calendar } = await processes.getInForce(today, kind ?? null);
    const kinds = Object.values(process.schedule).map(({ fulfilledBy }) => fulfilledBy.record);
    const declared = await lists.sessionClose(year, kind ?? null);
    const closedOn = closeOfYear(process.sessions, year, declared);
    const records = await lists.heldRecords(kinds, year);
    const keyCaseIds = await lists.keyCases(year, kind ?? null);
    const planned = scheduleOf(process.schedule, { year, closedOn, today, calendar, records, keyCaseIds });
    return planned.map((one) => new ScheduledEvent(one));
  }

  @FieldResolver(() => [CongressSession], {
    description: '届次: the sessions that were declared, the latest first; NOT_GRANTED for another locality',
  })
  async sessions(@Root() locality: Locality, @Ctx() context: ProposalContext): Promise<CongressSession[]> {
    requireOwn(context, locality);
    requireReader(context);
    const { lists } = await context.reads();
    return (await lists.sessions(null)).map((row) => new CongressSession(row));
  }
}

@Resolver(() => ScheduledEvent)
export class ScheduledEventLinks {
  @FieldResolver(() => [WorkRecord], {
    description: '工作记录: what shows it; of those, the ones the viewer may see',
  })
  async records(@Root() { planned }: ScheduledEvent, @Ctx() context: ProposalContext): Promise<WorkRecord[]> {
    const found = await Promise.all(planned.recordIds.map((id) => findRecord(context, id)));
    return found.filter((one) => one !== null);
  }

  @FieldResolver(() => [Proposal], {
    description: '尚缺的重点件: key items that no record covers yet; of those, the ones the viewer may see',
  })
  async missingProposals(
    @Root() { planned }: ScheduledEvent,
    @Ctx() context: ProposalContext,
  ): Promise<Proposal[]> {
    const found = await Promise.all(planned.missingCaseIds.map((id) => findProposal(context, id)));
    return found.filter((one) => one !== null);
  }
}
