import { DateScalar } from '@duban/kernel/graphql';
import { Field, ID, InputType } from 'type-graphql';
import { CaseCommandInput } from '../../case-command/case-command.input.js';
import { GrantKindEnum, GrantSightEnum } from '../../graph/grant.type.js';
import type { GrantKind, GrantSight } from '../grant.js';

@InputType({ description: '授权其他地方: lets another locality see a case and give its opinion, for a time' })
export class GrantCaseInput extends CaseCommandInput {
  @Field(() => ID, { description: '建议提案: the case' })
  proposalId: string;

  @Field(() => ID, {
    description: '被授权地方: a locality above or below; a neighbour by decision of the level above',
  })
  localityId: string;

  @Field(() => GrantKindEnum, { description: '协作方式: for what' })
  kind: GrantKind;

  @Field(() => String, {
    nullable: true,
    description:
      '本地协作方式: code of a form of this kind in the locality’s process; the kind’s own when left out',
  })
  form?: string | null;

  @Field(() => GrantSightEnum, { description: '可见范围: how much it may see' })
  sees: GrantSight;

  @Field(() => DateScalar, { description: '截止日: the last day on which it holds' })
  until: string;

  @Field(() => String, { description: '理由: why' })
  reason: string;
}
