import { composeDraft, type TextProblem } from '@duban/kernel';
import { DefinitionComparison } from '@duban/kernel/graphql/definitions';
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { EvaluationContext } from '../../evaluation.context.js';
import { LocalityType } from '../../foreign.type.js';
import { SheetProblemType } from '../../whatif/what-if.type.js';
import { diffSheets } from '../sheet-language.js';
import { ScoreSheetDraft } from './sheet-draft.type.js';
import { ownDraftId, requireDesk } from './sheet-readers.input.js';

/** Problems as the graph tells them; what does not fit the schema has no code of its own. */
export const problemsOf = (problems: readonly TextProblem[]): SheetProblemType[] =>
  problems
    .slice(0, 100)
    .map((problem) => SheetProblemType.of({ ...problem, code: problem.code ?? 'NOT_THE_SCHEMA' }));

@Resolver(() => LocalityType)
export class LocalitySheetDrafts {
  @FieldResolver(() => [ScoreSheetDraft], {
    description:
      '考核表草案: all drafts, the latest first; NOT_GRANTED for another locality, also for one above',
  })
  async scoreSheetDrafts(
    @Root() locality: LocalityType,
    @Ctx() context: EvaluationContext,
  ): Promise<ScoreSheetDraft[]> {
    const { definitions } = await requireDesk(context, locality.number, 'sheet:read-drafts');
    const { drafts } = await definitions.drafts();
    return [...drafts.values()].reverse().map((draft) => new ScoreSheetDraft(locality.number, draft));
  }
}

@Resolver()
export class SheetDraftQueries {
  @Query(() => ScoreSheetDraft, {
    nullable: true,
    description: '考核表草案: one by its id; null when there is none that the viewer may read',
  })
  async scoreSheetDraft(
    @Ctx() context: EvaluationContext,
    @Arg('id', () => ID, { description: '编号: the public id' }) id: string,
  ): Promise<ScoreSheetDraft | null> {
    const { tenant } = context.viewer;
    const { definitions } = await requireDesk(context, tenant, 'sheet:read-drafts');
    const { drafts } = await definitions.drafts();
    const draft = drafts.get(ownDraftId(context, id, 'id'));
    return draft ? new ScoreSheetDraft(tenant, draft) : null;
  }
}

@Resolver(() => ScoreSheetDraft)
export class SheetDraftJudgement {
  @FieldResolver(() => [SheetProblemType], {
    description:
      '问题: what the checks find in it now, 100 at most; empty when it can be checked, was, or has ended',
  })
  async problems(
    @Root() { draft }: ScoreSheetDraft,
    @Ctx() context: EvaluationContext,
  ): Promise<SheetProblemType[]> {
    const found: TextProblem[] = [];
    if (draft.phase !== 'DRAFT') return [];
    const { sheets } = await context.reads();
    await composeDraft(sheets, draft, (problems) => found.push(...problems));
    return problemsOf(found);
  }

  @FieldResolver(() => DefinitionComparison, {
    nullable: true,
    description:
      '改动: how it differs from the version that comes into force last; null while it has problems',
  })
  async changes(
    @Root() { draft }: ScoreSheetDraft,
    @Ctx() context: EvaluationContext,
  ): Promise<DefinitionComparison | null> {
    const { sheets } = await context.reads();
    const composed = await composeDraft(sheets, draft, () => undefined);
    const drafted = composed.accepted ? composed.value.definition : null;
    if (!drafted) return null;
    const { definition } = await sheets.definitions.latest();
    return new DefinitionComparison(diffSheets(definition, drafted, sheets.texts.labels));
  }
}
