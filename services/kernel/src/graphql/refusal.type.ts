import 'reflect-metadata';
import { Field, InterfaceType } from 'type-graphql';
import type { RefusalParams } from '../refusal.js';

/** What every refusal of a mutation shows. The texts come from the subgraph's catalogue of refusals. */
@InterfaceType({ description: '拒绝: why something was not done; an expected answer, not an error' })
export abstract class Refusal {
  @Field(() => String, { description: '代码: a past fact in capitals, from the documented catalogue' })
  code: string;

  @Field(() => String, { description: '说明: the reason and what to do, in Chinese' })
  message: string;

  @Field(() => String, { description: '英文说明: the same in English' })
  messageEn: string;

  params: RefusalParams;
}
