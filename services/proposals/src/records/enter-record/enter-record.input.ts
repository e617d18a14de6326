import { ArrayMaxSize } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import type { ProposalKind } from '../../case/vocabulary.js';
import { CaseCommandInput } from '../../case-command/case-command.input.js';
import { ProposalKindEnum } from '../../graph/vocabulary.type.js';
import { RecordValueInput } from '../record.input.js';

@InputType({
  description: '录入工作记录: puts something on record: on a case, or about a unit, a person or the locality',
})
export class EnterRecordInput extends CaseCommandInput {
  @Field(() => String, { description: '种类: code of a kind of work record in the locality’s process' })
  record: string;

  @Field(() => ID, {
    nullable: true,
    description: '建议提案: the case, for kinds about a case or a part of it',
  })
  proposalId?: string | null;

  @Field(() => ID, { nullable: true, description: '承办任务: the assignment, for kinds about one' })
  assignmentId?: string | null;

  @Field(() => ID, { nullable: true, description: '跟踪台账记录: the entry, for kinds about one' })
  entryId?: string | null;

  @Field(() => ID, { nullable: true, description: '单位: the unit, for kinds about one' })
  unitId?: string | null;

  @Field(() => ID, { nullable: true, description: '代表(委员)资格: the mandate, for kinds about a person' })
  mandateId?: string | null;

  @Field(() => ProposalKindEnum, {
    nullable: true,
    description: '件别: whose rules, for a record apart from cases; left out, what all kinds share',
  })
  caseKind?: ProposalKind | null;

  @ArrayMaxSize(100)
  @Field(() => [RecordValueInput], { description: '内容: the fields that are filled' })
  values: RecordValueInput[];
}
