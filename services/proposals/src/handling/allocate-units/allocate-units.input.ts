import { ArrayMaxSize } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import type { AssignmentRole } from '../../case/vocabulary.js';
import { CaseCommandInput } from '../../case-command/case-command.input.js';
import { AssignmentRoleEnum } from '../../graph/handling-vocabulary.type.js';
import { HandlingModeEnum } from '../../graph/handover-vocabulary.type.js';
import type { HandlingMode } from '../../process/handover.js';

@InputType({ description: '承办单位: one unit with its part' })
class AllocationInput {
  @Field(() => ID, { description: '单位: the unit' })
  unitId: string;

  @Field(() => AssignmentRoleEnum, { description: '承办角色: sole, lead, co or separate' })
  role: AssignmentRole;
}

@InputType({ description: '确定承办单位: decides who handles it, in which role' })
export class AllocateUnitsInput extends CaseCommandInput {
  @Field(() => ID, { description: '建议提案: the case' })
  proposalId: string;

  @ArrayMaxSize(50)
  @Field(() => [AllocationInput], {
    description: '承办单位: one sole unit, or a lead with co-units, or two or more separate units',
  })
  assignments: AllocationInput[];

  @Field(() => HandlingModeEnum, {
    nullable: true,
    description: '承办方式: what the roles make; some localities want it stated',
  })
  mode?: HandlingMode | null;
}
