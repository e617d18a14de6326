import { type CalendarDate, dateInShanghai, mayTry } from '@duban/kernel';
import { DateScalar, failure, PageArgs, readId } from '@duban/kernel/graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Int, Resolver, Root } from 'type-graphql';
import { lastDayToObject } from '../../assessments/objection.js';
import { EVALUATION_ACCESS } from '../../evaluation.access.js';
import type { EvaluationContext } from '../../evaluation.context.js';
import { LocalityType, UnitType } from '../../foreign.type.js';
import { knownSections } from '../../runs/known-sections.query.js';
import { isOwnSection } from '../../runs/sections.js';
import type { Sheets } from '../../sheet/sheet.js';
import { EvidenceSourceEnum } from '../evidence.enums.type.js';
import type { KeptEvidence } from '../evidence.store.js';
import { EvidenceConnection, ScoreEvidenceType } from '../evidence.type.js';

@Resolver(() => LocalityType)
export class LocalityEvidence {
  @FieldResolver(() => EvidenceConnection.Connection, {
    description:
      '评分依据: grades, ratings and flags of a year, the latest first, corrected ones included; unit staff see those about their own unit and its sections, a section’s head those about the unit and the own section; NOT_GRANTED for another locality',
  })
  async scoreEvidence(
    @Root() { number }: LocalityType,
    @Ctx() context: EvaluationContext,
    @Arg('year', () => Int, { description: '年度: whose scores they count in' }) year: number,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('source', () => EvidenceSourceEnum, { nullable: true, description: '依据类别: this kind only' })
    source?: KeptEvidence['source'] | null,
    @Arg('code', () => String, { nullable: true, description: '代码: this one only' }) code?: string | null,
    @Arg('unitId', () => ID, { nullable: true, description: '承办单位: about this one only' })
    unitId?: string | null,
  ) {
    const { viewer } = context;
    if (number !== viewer.tenant) throw failure('NOT_GRANTED');
    const asked = unitId == null ? null : readId('unit', unitId, 'unitId').id;
    const subjectIds = (await ownOnly(context)) ?? (asked === null ? null : [asked]);
    const filter = { year, source: source ?? null, code: code ?? null, subjectIds };
    const { evidence } = await context.reads();
    const slice = await evidence.page(filter, page);
    const toNode = (kept: KeptEvidence) => new ScoreEvidenceType(viewer.tenant, kept);
    return EvidenceConnection.from(slice, toNode, () => evidence.count(filter));
  }
}

@Resolver(() => ScoreEvidenceType)
export class EvidenceFields {
  @FieldResolver(() => UnitType, {
    nullable: true,
    description:
      '评分单位: which unit gave it about itself or another one; null for others, and for the unit that was graded',
  })
  givenBy(
    @Root() { tenant, kept }: ScoreEvidenceType,
    @Ctx() { viewer }: EvaluationContext,
  ): UnitType | null {
    const { given } = kept;
    if (given?.assessor === 'SELF') return UnitType.of(tenant, given.id);
    const told = given?.assessor === 'PEER' && mayTry(EVALUATION_ACCESS, 'evidence:show', viewer.role);
    return told ? UnitType.of(tenant, given.id) : null;
  }

  @FieldResolver(() => DateScalar, {
    nullable: true,
    description: '申诉截止: the last day on which the unit may object; null where the sheet foresees none',
  })
  async objectionUntil(
    @Root() { kept }: ScoreEvidenceType,
    @Ctx() context: EvaluationContext,
  ): Promise<CalendarDate | null> {
    return kept.decided ? null : lastDayToObject(kept, await sheetsToday(context));
  }
}

/** Read once in an operation. */
const sheetsToday = (context: EvaluationContext): Promise<Sheets | null> =>
  context
    .loader<CalendarDate, Sheets | null>('sheets on a day', async (days) => {
      const { scores } = await context.reads();
      return Promise.all(days.map(async (day) => (await scores.sheetsOn(day))?.sheets ?? null));
    })
    .load(dateInShanghai(context.now()));

/** Who does not grade sees what is about their own unit and its sections alone, or the section that they head. */
async function ownOnly(context: EvaluationContext): Promise<readonly string[] | null> {
  const { viewer } = context;
  if (mayTry(EVALUATION_ACCESS, 'evidence:show', viewer.role)) return null;
  if (viewer.unitId === null) throw failure('FORBIDDEN');
  const { byId } = await knownSections(context);
  const own = [...byId.values()].filter((section) => isOwnSection(section, viewer));
  return [viewer.unitId, ...own.map(({ id }) => id)];
}
