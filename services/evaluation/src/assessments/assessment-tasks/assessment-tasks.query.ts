import { type CalendarDate, dateInShanghai, mayTry } from '@duban/kernel';
import { DateScalar, DecimalScalar, failure } from '@duban/kernel/graphql';
import { Arg, Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { EVALUATION_ACCESS } from '../../evaluation.access.js';
import { type EvaluationContext, readYear } from '../../evaluation.context.js';
import { AssessorEnum } from '../../evidence/evidence.enums.type.js';
import { codesIn } from '../../evidence/evidence-codes.js';
import { LocalityType } from '../../foreign.type.js';
import { type Assessor, daysOf } from '../../sheet/assessment.js';
import { kindsFor } from '../assessment.js';

@ObjectType('AssessmentTask', { description: '评分任务: what somebody is asked to grade units for' })
class AssessmentTaskType {
  @Field(() => String, { description: '代码: as giveAssessment takes it' })
  code: string;

  @Field(() => DecimalScalar, { description: '满值: what counts as full' })
  full: string;

  @Field(() => [AssessorEnum], { description: '评分人: as what the viewer may grade; never empty' })
  as: Assessor[];

  @Field(() => DateScalar, { nullable: true, description: '起始日期: the first day; null for any time' })
  from: CalendarDate | null;

  @Field(() => DateScalar, { nullable: true, description: '截止日期: the last day; null for any time' })
  to: CalendarDate | null;

  @Field(() => Int, { nullable: true, description: '申诉期: days in which a unit may object; null for none' })
  objectionDays: number | null;
}

@Resolver(() => LocalityType)
export class LocalityAssessmentTasks {
  @FieldResolver(() => [AssessmentTaskType], {
    description:
      '评分任务: what the sheets in force ask the viewer to grade units for, by code; NOT_GRANTED for another locality',
  })
  async assessmentTasks(
    @Root() { number }: LocalityType,
    @Ctx() context: EvaluationContext,
    @Arg('year', () => Int, { description: '年度: whose scores they count in' }) year: number,
  ): Promise<AssessmentTaskType[]> {
    const { viewer } = context;
    if (number !== viewer.tenant) throw failure('NOT_GRANTED');
    if (!mayTry(EVALUATION_ACCESS, 'assessment-tasks:show', viewer.role)) throw failure('FORBIDDEN');
    const { scores } = await context.reads();
    const version = await scores.sheetsOn(dateInShanghai(context.now()));
    const codes = version ? codesIn(version.sheets) : [];
    return codes.flatMap(({ source, code, full, assessment }) => {
      const as = source === 'MANUAL' && assessment ? kindsFor(assessment, viewer) : [];
      if (as.length === 0) return [];
      const days = assessment?.window && daysOf(assessment.window, readYear(year));
      const task = { code, full, as, from: days?.from ?? null, to: days?.to ?? null };
      return Object.assign(new AssessmentTaskType(), {
        ...task,
        objectionDays: assessment?.objectionDays ?? null,
      });
    });
  }
}
