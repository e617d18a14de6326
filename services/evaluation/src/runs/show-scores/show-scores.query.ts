import { dateInShanghai } from '@duban/kernel';
import { badInput, DateTimeScalar } from '@duban/kernel/graphql';
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { type EvaluationContext, valueOrFail } from '../../evaluation.context.js';
import { LocalityType, ProposalType, SectionType, UnitType } from '../../foreign.type.js';
import type { SubjectKind } from '../../sheet/sheet.js';
import { AS_OF, boardOf, questionOf, requireOwn, SHEET, YEAR } from '../asked-scores.query.js';
import { ScoreType } from '../score.type.js';
import { ScoreSheetType } from '../sheet.type.js';
import { listSheets } from './show-scores.js';

type Asked = { readonly sheet: string; readonly year: number; readonly asOf?: string | null };

const SCORES_OTHERS: Readonly<Record<SubjectKind, readonly [zh: string, en: string]>> = {
  UNIT: ['这份考核表不以单位为对象。', 'this sheet does not score units.'],
  SECTION: ['这份考核表不以单位或科室为对象。', 'this sheet scores neither units nor sections.'],
  PROPOSAL: ['这份考核表不以件为对象。', 'this sheet does not score cases.'],
  LOCALITY: ['这份考核表不以地方为对象。', 'this sheet does not score the locality.'],
};

/** Somebody's running score; by a sheet for others, BAD_USER_INPUT. */
async function scoreOf(
  context: EvaluationContext,
  asked: Asked,
  kind: SubjectKind,
  subjectId: string,
): Promise<ScoreType> {
  const question = questionOf(context, asked);
  const board = await boardOf(context, question, kind === 'SECTION' ? 'SECTIONS' : 'SUBJECTS');
  if (board.sheet.subject !== kind) throw badInput(...SCORES_OTHERS[kind]);
  return ScoreType.of(context.viewer.tenant, question, board, board.scoreOf(subjectId));
}

@Resolver(() => LocalityType)
export class LocalityScores {
  @FieldResolver(() => [ScoreSheetType], {
    description:
      '考核表: what the locality scores by, drafts that still need a weight included; NOT_GRANTED for another locality',
  })
  async scoreSheets(
    @Root() locality: LocalityType,
    @Ctx() context: EvaluationContext,
    @Arg('asOf', () => DateTimeScalar, {
      nullable: true,
      description: '时点: in force then, also in days to come; now when left out',
    })
    asOf?: string | null,
  ): Promise<ScoreSheetType[]> {
    requireOwn(context, locality);
    const sheets = valueOrFail(await context.run(listSheets, dateInShanghai(asOf ?? context.now())));
    return sheets.map((sheet) => ScoreSheetType.of(sheet));
  }

  @FieldResolver(() => ScoreType, {
    description:
      '得分: the locality’s own running score by a sheet that scores it; NOT_GRANTED for another locality',
  })
  async score(
    @Root() locality: LocalityType,
    @Ctx() context: EvaluationContext,
    @Arg('sheet', () => String, SHEET) sheet: string,
    @Arg('year', () => Int, YEAR) year: number,
    @Arg('asOf', () => DateTimeScalar, AS_OF) asOf?: string | null,
  ): Promise<ScoreType> {
    requireOwn(context, locality);
    return scoreOf(context, { sheet, year, asOf }, 'LOCALITY', String(locality.number));
  }
}

@Resolver(() => UnitType)
export class UnitScore {
  @FieldResolver(() => ScoreType, {
    description: '得分: the unit’s running score by a sheet, any time of the year',
  })
  score(
    @Root() { unitId }: UnitType,
    @Ctx() context: EvaluationContext,
    @Arg('sheet', () => String, SHEET) sheet: string,
    @Arg('year', () => Int, YEAR) year: number,
    @Arg('asOf', () => DateTimeScalar, AS_OF) asOf?: string | null,
  ): Promise<ScoreType> {
    return scoreOf(context, { sheet, year, asOf }, 'UNIT', unitId);
  }
}

@Resolver(() => SectionType)
export class SectionScore {
  @FieldResolver(() => ScoreType, {
    description:
      '得分: the section’s running score by a sheet for sections, or by its unit’s sheet over what the section answers for; a veto on the section falls upon it here, and leaves its points as they are unless it says otherwise',
  })
  score(
    @Root() { sectionId }: SectionType,
    @Ctx() context: EvaluationContext,
    @Arg('sheet', () => String, SHEET) sheet: string,
    @Arg('year', () => Int, YEAR) year: number,
    @Arg('asOf', () => DateTimeScalar, AS_OF) asOf?: string | null,
  ): Promise<ScoreType> {
    return scoreOf(context, { sheet, year, asOf }, 'SECTION', sectionId);
  }
}

@Resolver(() => ProposalType)
export class ProposalScore {
  @FieldResolver(() => ScoreType, {
    description: '得分: the case’s score by a sheet that scores cases',
  })
  score(
    @Root() { caseId }: ProposalType,
    @Ctx() context: EvaluationContext,
    @Arg('sheet', () => String, SHEET) sheet: string,
    @Arg('year', () => Int, YEAR) year: number,
    @Arg('asOf', () => DateTimeScalar, AS_OF) asOf?: string | null,
  ): Promise<ScoreType> {
    return scoreOf(context, { sheet, year, asOf }, 'PROPOSAL', caseId);
  }
}
