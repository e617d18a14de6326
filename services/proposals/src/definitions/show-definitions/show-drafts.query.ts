import { composeDraft, type TextProblem } from '@duban/kernel';
import { DefinitionComparison } from '@duban/kernel/graphql/definitions';
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Locality } from '../../graph/foreign.type.js';
import { ownId } from '../../graph/public-ids.input.js';
import type { ProposalContext } from '../../proposal.context.js';
import { diffProcesses } from '../process-diff.js';
import { ProcessDraft } from './process-draft.type.js';
import { ProcessProblem } from './process-problem.type.js';

import { requireDefinitions } from './show-definitions.query.js';

/** Problems as the graph tells them. */
export const problemsOf = (problems: readonly TextProblem[]): ProcessProblem[] =>
  problems
    .slice(0, 100)
    .map(({ zh, en, ...place }) =>
      Object.assign(new ProcessProblem(), { ...place, message: zh, messageEn: en }),
    );

@Resolver(() => Locality)
export class LocalityDrafts {
  @FieldResolver(() => [ProcessDraft], { description: '程序草案: all drafts, the latest first' })
  async processDrafts(@Root() locality: Locality, @Ctx() context: ProposalContext): Promise<ProcessDraft[]> {
    const { definitions } = await requireDefinitions(context, locality, 'process:read-drafts');
    const { drafts } = await definitions.drafts();
    return [...drafts.values()].reverse().map((draft) => new ProcessDraft(locality.number, draft));
  }
}

@Resolver()
export class DraftQueries {
  @Query(() => ProcessDraft, {
    nullable: true,
    description: '程序草案: one by its id; null when there is none that the viewer may read',
  })
  async processDraft(
    @Ctx() context: ProposalContext,
    @Arg('id', () => ID, { description: '编号: the public id' }) id: string,
  ): Promise<ProcessDraft | null> {
    const { tenant } = context.viewer;
    const { definitions } = await requireDefinitions(context, new Locality(tenant), 'process:read-drafts');
    const { drafts } = await definitions.drafts();
    const draft = drafts.get(ownId(context, 'draft', id));
    return draft ? new ProcessDraft(tenant, draft) : null;
  }
}

@Resolver(() => ProcessDraft)
export class DraftJudgement {
  @FieldResolver(() => [ProcessProblem], {
    description:
      '问题: what the checks find in it now, 100 at most; empty when it can be checked, was, or has ended',
  })
  async problems(
    @Root() { draft }: ProcessDraft,
    @Ctx() context: ProposalContext,
  ): Promise<ProcessProblem[]> {
    const found: TextProblem[] = [];
    if (draft.phase !== 'DRAFT') return [];
    await composeDraft(await context.reads(), draft, (problems) => found.push(...problems));
    return problemsOf(found);
  }

  @FieldResolver(() => DefinitionComparison, {
    nullable: true,
    description:
      '改动: how it differs from the version that comes into force last; null while it has problems',
  })
  async changes(
    @Root() { draft }: ProcessDraft,
    @Ctx() context: ProposalContext,
  ): Promise<DefinitionComparison | null> {
    const deps = await context.reads();
    const composed = await composeDraft(deps, draft, () => undefined);
    if (!composed.accepted) return null;
    const latest = await deps.definitions.latest();
    const drafted = composed.value.definition;
    return drafted && new DefinitionComparison(diffProcesses(latest.definition, drafted, deps.texts.labels));
  }
}
