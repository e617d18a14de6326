import { DateScalar } from '@duban/kernel/graphql';
import { ArrayMaxSize } from 'class-validator';
import { Field, Float, ID, InputType, Int } from 'type-graphql';
import { ownId, ownIdOf } from '../graph/public-ids.input.js';
import type { ProposalContext } from '../proposal.context.js';
import type { GivenValue } from './given-value.js';

@InputType({ description: '人员: somebody named in a work record' })
class RecordPersonInput {
  @Field(() => String, { description: '姓名: name' })
  name: string;

  @Field(() => ID, { nullable: true, description: '代表(委员)资格: the mandate, for deputies and members' })
  mandateId?: string | null;
}

@InputType({ description: '材料: something that can be looked at' })
export class RecordEvidenceInput {
  @Field(() => String, { description: '名称: what it is' })
  title: string;

  @Field(() => String, { nullable: true, description: '出处: where it is kept, such as a file number' })
  reference?: string | null;
}

@InputType({ description: '票数: votes for one choice' })
class BallotCountInput {
  @Field(() => String, { description: '选项: code of the choice' })
  choice: string;

  @Field(() => Int, { description: '票数: how many' })
  count: number;
}

@InputType({ description: '字段内容: one field with the value that fits its type' })
export class RecordValueInput {
  @Field(() => String, { description: '字段: code of the field in the locality’s process' })
  field: string;

  @Field(() => String, { nullable: true, description: '文字: for TEXT' })
  text?: string | null;

  @Field(() => DateScalar, { nullable: true, description: '日期: for DATE' })
  date?: string | null;

  @Field(() => Float, { nullable: true, description: '数字: for NUMBER' })
  number?: number | null;

  @Field(() => String, { nullable: true, description: '选项: code of the choice, for CHOICE' })
  choice?: string | null;

  @Field(() => Boolean, { nullable: true, description: '是否: for YES_NO' })
  yesNo?: boolean | null;

  @ArrayMaxSize(500)
  @Field(() => [ID], { nullable: true, description: '单位: for UNITS' })
  unitIds?: string[] | null;

  @ArrayMaxSize(500)
  @Field(() => [RecordPersonInput], { nullable: true, description: '人员: for PERSONS' })
  persons?: RecordPersonInput[] | null;

  @ArrayMaxSize(500)
  @Field(() => [ID], { nullable: true, description: '件: for CASES' })
  proposalIds?: string[] | null;

  @ArrayMaxSize(50)
  @Field(() => [RecordEvidenceInput], { nullable: true, description: '材料: for EVIDENCE' })
  evidence?: RecordEvidenceInput[] | null;

  @ArrayMaxSize(50)
  @Field(() => [BallotCountInput], { nullable: true, description: '票数: for BALLOTS' })
  ballots?: BallotCountInput[] | null;
}

const given = <Value>(value: Value | null | undefined): Value | undefined => value ?? undefined;

export const evidenceOf = (evidence: readonly RecordEvidenceInput[] | null | undefined) =>
  (evidence ?? []).map(({ title, reference = null }) => ({ title, reference }));

/** What was filled in, with bare ids; what was left out stays out. */
export const valuesOf = (context: ProposalContext, values: readonly RecordValueInput[]): GivenValue[] =>
  values.map((one) => ({
    field: one.field,
    text: given(one.text),
    date: given(one.date),
    number: given(one.number),
    choice: given(one.choice),
    yesNo: given(one.yesNo),
    unitIds: one.unitIds?.map((id) => ownId(context, 'unit', id, 'unitIds')),
    persons: one.persons?.map(({ name, mandateId }) => ({
      name,
      mandateId: ownIdOf(context, 'mandate', mandateId, 'mandateId') ?? null,
    })),
    proposalIds: one.proposalIds?.map((id) => ownId(context, 'proposal', id, 'proposalIds')),
    evidence: one.evidence ? evidenceOf(one.evidence) : undefined,
    ballots: one.ballots?.map(({ choice, count }) => ({ choice, count })),
  }));
