import { encodeId } from '@duban/kernel';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type EvaluationContext, valueOrFail } from '../../evaluation.context.js';
import { FigureCasesType } from '../../shared-cases/shared-case.type.js';
import type { PickedCase } from '../theme.js';
import { ThemeStepType, ThemeType } from '../theme.type.js';
import { idsOfPicks, selectPicks } from './show-picks.js';

const MOST_STEPS = 100;

/** What was picked for a theme one by one; of it, what its localities share now. */
@Resolver(() => ThemeType)
export class ThemeCases {
  @FieldResolver(() => FigureCasesType, {
    description:
      '选入件: cases picked one by one, of the own locality and of those below that share them; one whose locality shares it no longer is counted and hidden. What others read is logged',
  })
  async casesPicked(
    @Root() { kept: { themeId } }: ThemeType,
    @Ctx() context: EvaluationContext,
  ): Promise<FigureCasesType> {
    const { themes } = await context.reads();
    const cases = await themes.picked(themeId);
    const selection = valueOrFail(await context.run(selectPicks, { themeId, cases }));
    return Object.assign(new FigureCasesType(), { selection, count: cases.length });
  }

  @FieldResolver(() => [ThemeStepType], {
    description: '变更记录: what was done with it, the last first, at most 100',
  })
  async history(
    @Root() { kept: { themeId } }: ThemeType,
    @Ctx() context: EvaluationContext,
  ): Promise<ThemeStepType[]> {
    const { themes } = await context.reads();
    const events = (await themes.history(themeId)).toReversed().slice(0, MOST_STEPS);
    const cases = events.flatMap(({ payload }) => pickedIn(payload) ?? []);
    const selection = valueOrFail(await context.run(selectPicks, { themeId, cases }));
    const seen = valueOrFail(await context.run(idsOfPicks, selection));
    return events.map((event) => {
      const about = pickedIn(event.payload);
      return ThemeStepType.of(event, about && seen.has(about.caseId) ? publicIdOf(about) : null);
    });
  }
}

function pickedIn(payload: unknown): PickedCase | null {
  const { ownerId, caseId } = payload as Partial<PickedCase>;
  return ownerId === undefined || caseId === undefined ? null : { ownerId, caseId };
}

const publicIdOf = ({ ownerId, caseId }: PickedCase): string =>
  encodeId({ kind: 'proposal', tenant: ownerId, id: caseId });
