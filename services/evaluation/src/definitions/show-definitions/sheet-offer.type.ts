import type { MergeOffer, OfferedChange } from '@duban/kernel';
import { Field, ObjectType } from 'type-graphql';
import { register } from '../../evaluation.enums.type.js';
import { SheetDifference, SheetSource } from './sheet-value.type.js';

export const SheetOfferKindEnum = register<MergeOffer['kind']>(
  'SheetOfferKind',
  '考核表更新来源: who offers it',
  {
    UPPER: '上级: a level above changed what it says',
    FILE: '文件: the own file changed after something was published here',
  },
);

@ObjectType({
  description: '可合并的考核表改动: one change that is offered, and what the locality itself says there',
})
export class OfferedSheetDifference extends SheetDifference {
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
  description: '考核表更新: what a level above changed; it is offered and never applied by itself',
})
export class SheetOffer {
  constructor(readonly offer: MergeOffer) {}

  @Field(() => SheetSource, { description: '来源: who changed it' })
  get source(): SheetSource {
    return new SheetSource(this.offer.current);
  }

  @Field(() => SheetOfferKindEnum, { description: '更新来源: a level above, or the own file' })
  get kind(): string {
    return this.offer.kind;
  }

  @Field(() => [OfferedSheetDifference], { description: '改动: each may be taken or left' })
  get changes(): OfferedSheetDifference[] {
    return this.offer.changes.map((change) => new OfferedSheetDifference(change));
  }
}
