import type { MergeOffer, OfferedChange } from '@duban/kernel';
import { Field, ObjectType } from 'type-graphql';
import { enumOf } from '../../graph/enum.type.js';
import { ProcessDifference, ProcessSource } from './process-value.type.js';

export const OfferKindEnum = enumOf<MergeOffer['kind']>('ProcessOfferKind', '更新来源: who offers it', {
  UPPER: '上级: a level above changed what it says',
  FILE: '文件: the own file changed after something was published here',
});

@ObjectType({
  description: '可合并的改动: one change that is offered, and what the locality itself says there',
})
export class OfferedDifference extends ProcessDifference {
  declare readonly change: OfferedChange;

  @Field(() => String, { nullable: true, description: '本地取值: as JSON; null when nothing is set here' })
  get own(): string | null {
    return this.change.own === undefined ? null : JSON.stringify(this.change.own);
  }

  @Field(() => Boolean, {
    description: '本地另有规定: true when the locality set it itself; taken, the change replaces that',
  })
  get overridden(): boolean {
    return this.change.overridden;
  }
}

@ObjectType({
  description: '程序更新: what a level above changed; it is offered and never applied by itself',
})
export class ProcessOffer {
  constructor(readonly offer: MergeOffer) {}

  @Field(() => ProcessSource, { description: '来源: who changed it' })
  get source(): ProcessSource {
    return new ProcessSource(this.offer.current);
  }

  @Field(() => OfferKindEnum, { description: '更新来源: a level above, or the own file' })
  get kind(): string {
    return this.offer.kind;
  }

  @Field(() => [OfferedDifference], { description: '改动: each may be taken or left' })
  get changes(): OfferedDifference[] {
    return this.offer.changes.map((change) => new OfferedDifference(change));
  }
}
