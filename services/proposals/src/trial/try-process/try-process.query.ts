import { composeDraft } from '@duban/kernel';
import { badInput } from '@duban/kernel/graphql';
import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, Resolver, Root } from 'type-graphql';
import type { ProposalKind } from '../../case/vocabulary.js';
import { ProcessDraft } from '../../definitions/show-definitions/process-draft.type.js';
import { ProcessVersion } from '../../definitions/show-definitions/process-version.type.js';
import { requireDefinitions } from '../../definitions/show-definitions/show-definitions.query.js';
import { Locality } from '../../graph/foreign.type.js';
import { ownIdOf } from '../../graph/public-ids.input.js';
import { ProposalKindEnum } from '../../graph/vocabulary.type.js';
import type { ProcessOfKinds } from '../../process/effective-process.js';
import type { ProposalContext } from '../../proposal.context.js';
import { DIFFERENCES } from '../case-difference.js';
import { ProcessTrial, TrialCase, TrialCount, TrialUnit } from '../trial.type.js';
import { tryProcess } from './try-process.js';

const MOST = 1000;

@ArgsType()
class TrialArgs {
  @Field(() => Int, { description: '年度: cases that are counted under this year' })
  year: number;

  @Field(() => ProposalKindEnum, { nullable: true, description: '件别: of this kind; of all when left out' })
  kind?: ProposalKind | null;

  @Field(() => Int, { defaultValue: MOST, description: '件数: how many in this part, 1000 at most' })
  first: number;

  @Field(() => ID, { nullable: true, description: '续算位置: `next` of the part before' })
  after?: string | null;
}

const SHOWN_AS = {
  description:
    '试算: a year’s real cases lived again under it, a part at a time: which would have gone otherwise, and why first',
} as const;

/** The trial of a process for those who draft processes. */
async function trialOf(
  context: ProposalContext,
  process: ProcessOfKinds,
  { year, kind = null, first, after }: TrialArgs,
): Promise<ProcessTrial> {
  if (first < 1 || first > MOST)
    throw badInput(`first 须在 1 至 ${MOST} 之间。`, `first must be between 1 and ${MOST}.`);
  const from = ownIdOf(context, 'proposal', after, 'after') ?? null;
  const range = { year, kind: kind ?? null, after: from, most: first };
  const { tenant } = context.viewer;
  const { counts, different, units, ...result } = await tryProcess(await context.reads(), process, range);
  const shown = different.map((one) => new TrialCase(tenant, one));
  const last = result.cases.at(-1);
  return Object.assign(new ProcessTrial(), {
    total: result.total,
    done: result.done,
    cases: result.cases.length,
    next: result.done < result.total && last ? TrialCase.idOf(tenant, last.id) : null,
    counts: DIFFERENCES.map((difference) =>
      Object.assign(new TrialCount(), { difference, cases: counts[difference] }),
    ),
    different: shown,
    units: units.map((one) => new TrialUnit(tenant, one)),
  });
}

@Resolver(() => ProcessDraft)
export class DraftTrial {
  @FieldResolver(() => ProcessTrial, {
    nullable: true,
    description: `${SHOWN_AS.description}; null while the draft has problems`,
  })
  async trial(
    @Root() { draft }: ProcessDraft,
    @Ctx() context: ProposalContext,
    @Args(() => TrialArgs) args: TrialArgs,
  ): Promise<ProcessTrial | null> {
    const deps = await requireDefinitions(context, new Locality(context.viewer.tenant), 'process:draft');
    const composed = await composeDraft(deps, draft, () => undefined);
    const definition = composed.accepted ? composed.value.definition : null;
    return definition && trialOf(context, definition, args);
  }
}

@Resolver(() => ProcessVersion)
export class VersionTrial {
  @FieldResolver(() => ProcessTrial, SHOWN_AS)
  async trial(
    @Root() { stored, tenant }: ProcessVersion,
    @Ctx() context: ProposalContext,
    @Args(() => TrialArgs) args: TrialArgs,
  ): Promise<ProcessTrial> {
    await requireDefinitions(context, new Locality(tenant), 'process:draft');
    return trialOf(context, stored.definition, args);
  }
}
