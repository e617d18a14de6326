import type { CalendarDate } from '@duban/kernel';
import { DateScalar } from '@duban/kernel/graphql';
import { Field, InputType, Int } from 'type-graphql';
import type { ProposalKind } from '../../case/vocabulary.js';
import { KeyedInput } from '../../case-command/case-command.input.js';
import { ProposalKindEnum } from '../../graph/vocabulary.type.js';

@InputType({ description: '登记届次: when a session opens and closes' })
export class DeclareSessionInput extends KeyedInput {
  @Field(() => ProposalKindEnum, { description: '件别: whose session' })
  kind: ProposalKind;

  @Field(() => Int, { description: '年度: the year it belongs to' })
  year: number;

  @Field(() => Int, { description: '届: the term' })
  term: number;

  @Field(() => Int, { description: '次: the session of the term' })
  session: number;

  @Field(() => DateScalar, { description: '开幕日期: when it opens' })
  opensOn: CalendarDate;

  @Field(() => DateScalar, { nullable: true, description: '闭幕日期: when it closes, once that is known' })
  closesOn?: CalendarDate | null;
}
