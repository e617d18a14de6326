import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { Locality } from '../../graph/foreign.type.js';
import { HandoverDetails } from '../../graph/handover.type.js';
import { HandoverBatch } from '../../graph/handover-batch.type.js';
import { findProposal } from '../../graph/proposal.reference.js';
import { Proposal } from '../../graph/proposal.type.js';
import { requireOwn, requireReader } from '../../graph/readers.input.js';
import type { ProposalContext } from '../../proposal.context.js';

/** A batch of the viewer's own locality, batched. */
export function findBatch(context: ProposalContext, id: string): Promise<HandoverBatch | null> {
  const load = async (ids: readonly string[]) => {
    const { batches } = await context.reads();
    const rows = new Map((await batches.find(ids)).map((row) => [row.id, row]));
    return ids.map((one) => {
      const row = rows.get(one);
      return row ? new HandoverBatch(context.viewer.tenant, row) : null;
    });
  };
  return context.loader<string, HandoverBatch | null>('handover batch', load).load(id);
}

@Resolver(() => Locality)
export class LocalityBatches {
  @FieldResolver(() => [HandoverBatch], {
    description:
      '集中交办: batches of the locality, the latest first, 100 at most; NOT_GRANTED for another locality',
  })
  async handoverBatches(
    @Root() locality: Locality,
    @Ctx() context: ProposalContext,
    @Arg('year', () => Int, {
      nullable: true,
      description: '年度: held in this year; every year when left out',
    })
    year?: number | null,
  ): Promise<HandoverBatch[]> {
    requireReader(context);
    requireOwn(context, locality);
    const { batches } = await context.reads();
    return (await batches.list(year ?? null)).map((row) => new HandoverBatch(context.viewer.tenant, row));
  }
}

@Resolver(() => HandoverBatch)
export class HandoverBatchLinks {
  @FieldResolver(() => [Proposal], { description: '建议提案: cases of the batch that the viewer may read' })
  async proposals(@Root() { row }: HandoverBatch, @Ctx() context: ProposalContext): Promise<Proposal[]> {
    const load = async (ids: readonly string[]) => {
      const { batches } = await context.reads();
      const groups = Map.groupBy(await batches.casesOf(ids), ({ batchId }) => batchId);
      return ids.map((id) => groups.get(id) ?? []);
    };
    const handed = await context.loader('cases of a batch', load).load(row.id);
    const cases = await Promise.all(handed.map(({ id }) => findProposal(context, id)));
    return cases.filter((one) => one !== null);
  }
}

@Resolver(() => HandoverDetails)
export class HandoverDetailsLinks {
  @FieldResolver(() => HandoverBatch, {
    nullable: true,
    description: '集中交办: the meeting or notice it was handed over with, together with others',
  })
  async batch(
    @Root() { fact }: HandoverDetails,
    @Ctx() context: ProposalContext,
  ): Promise<HandoverBatch | null> {
    return fact.batchId === null ? null : findBatch(context, fact.batchId);
  }
}
