import { dateInShanghai } from '@duban/kernel';
import { connectionOf, PageArgs } from '@duban/kernel/graphql';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, InputType, Resolver, Root } from 'type-graphql';
import { fileOf } from '../../graph/case-files.reference.js';
import { Locality } from '../../graph/foreign.type.js';
import { Proposal } from '../../graph/proposal.type.js';
import { ownId } from '../../graph/public-ids.input.js';
import { requireOwn, requireReader, requireStanding, requireTexts } from '../../graph/readers.input.js';
import type { ProposalContext } from '../../proposal.context.js';
import { Warning, WarningCodeEnum, WarningCount, WarningLevelEnum } from '../warning.type.js';
import { levelRank } from '../warning-words.js';
import { type WarningsOnCase, warningsOn } from './warnings-on.js';

@InputType({
  description: '筛选: which warnings; conditions add up, the values of one list are alternatives',
})
class WarningFilterInput {
  @Field(() => [WarningCodeEnum], { nullable: true, description: '代码: what is warned of' })
  codes?: string[] | null;

  @Field(() => [WarningLevelEnum], { nullable: true, description: '级别: how pressing' })
  levels?: string[] | null;

  @Field(() => [ID], { nullable: true, description: '承办单位: about one of these units' })
  unitIds?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: '含已解除: true for those that are over as well' })
  resolved?: boolean | null;
}

@ArgsType()
class WarningListArgs extends PageArgs {
  @Field(() => WarningFilterInput, {
    nullable: true,
    description: '筛选: which warnings; all open ones when left out',
  })
  filter?: WarningFilterInput | null;
}

const WarningList = connectionOf(Warning, '预警');

@Resolver(() => Proposal)
export class ProposalWarnings {
  @FieldResolver(() => [Warning], {
    description: '预警: what holds now, the most pressing first; with `resolved` also what is over',
  })
  async warnings(
    @Root() { row }: Proposal,
    @Ctx() context: ProposalContext,
    @Arg('resolved', () => Boolean, {
      defaultValue: false,
      description: '含已解除: true for those that are over as well',
    })
    resolved: boolean,
  ): Promise<Warning[]> {
    const load = async (ids: readonly string[]): Promise<readonly WarningsOnCase[]> => {
      const files = await Promise.all(ids.map((id) => fileOf(context, id)));
      return warningsOn(await context.reads(), context.viewer, files);
    };
    const { holding, past, levels } = await context
      .loader<string, WarningsOnCase>('warnings of cases', load)
      .load(row.id);
    const { viewer } = context;
    const nothing = { raisedAt: null, acknowledgedAt: null, acknowledgedBy: null, acknowledgement: null };
    const now = holding
      .map(({ recorded, ...one }) => ({
        ...nothing,
        ...recorded,
        ...one,
        proposalId: row.id,
        resolvedAt: null,
      }))
      .sort((a, b) => levelRank(b.level) - levelRank(a.level));
    return [...now, ...(resolved ? past : [])].map((one) => new Warning(viewer, one, levels));
  }
}

@Resolver(() => Locality)
export class LocalityWarnings {
  @FieldResolver(() => WarningList.Connection, {
    description:
      '预警: of cases that the viewer may read, since longest first; NOT_GRANTED for another locality',
  })
  async warnings(
    @Root() locality: Locality,
    @Ctx() context: ProposalContext,
    @Args(() => WarningListArgs) args: WarningListArgs,
  ): Promise<object> {
    requireOwn(context, locality);
    requireReader(context);
    requireTexts('unitIds', args.filter?.unitIds);
    const unitIds = args.filter?.unitIds?.map((id) => ownId(context, 'unit', id, 'unitIds'));
    const deps = await context.reads();
    const { process } = await deps.processes.getInForce(dateInShanghai(context.now()), null);
    const { slice, total } = await deps.lists.warnings(context.viewer, { ...args.filter, unitIds }, args);
    return WarningList.from(slice, (row) => new Warning(context.viewer, row, process.warningLevels), total);
  }

  @FieldResolver(() => [WarningCount], {
    description:
      '预警件数: open warnings by code and level, of this locality and of each one below it; NOT_GRANTED elsewhere',
  })
  async warningCounts(@Root() locality: Locality, @Ctx() context: ProposalContext): Promise<WarningCount[]> {
    const own = await requireStanding(context, locality);
    const { lists } = await context.reads('COUNTS');
    const counted = await lists.warningCounts();
    return counted
      .filter(({ tenant }) => own || tenant === locality.number)
      .map(({ tenant, ...rest }) =>
        Object.assign(new WarningCount(), rest, { locality: new Locality(tenant) }),
      );
  }
}
