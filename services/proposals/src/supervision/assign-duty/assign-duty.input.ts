import { Field, ID, InputType } from 'type-graphql';
import { CaseCommandInput } from '../../case-command/case-command.input.js';
import type { DutyKind } from '../../process/supervision.js';
import { DutyKindEnum } from '../duty-vocabulary.type.js';

@InputType({ description: '确定督办: a person or an organ supervises, leads or owns the case' })
export class AssignDutyInput extends CaseCommandInput {
  @Field(() => ID, { description: '建议提案: the case' })
  proposalId: string;

  @Field(() => DutyKindEnum, { description: '职责: what they do' })
  duty: DutyKind;

  @Field(() => String, {
    nullable: true,
    description: '重点层级: one of the locality’s tiers; quotas count by it',
  })
  tier?: string | null;

  @Field(() => String, { nullable: true, description: '姓名: of the person; or give organ' })
  name?: string | null;

  @Field(() => ID, { nullable: true, description: '代表(委员)资格: the person’s mandate' })
  mandateId?: string | null;

  @Field(() => ID, { nullable: true, description: '人员: the person' })
  personId?: string | null;

  @Field(() => String, { nullable: true, description: '机构: code of the organ; or give name' })
  organ?: string | null;
}
