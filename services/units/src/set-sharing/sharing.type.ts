import type { SharingLevel } from '@duban/kernel';
import { DateTimeScalar, enumOf, RoleEnum } from '@duban/kernel/graphql';
import { Field, ObjectType } from 'type-graphql';
import { currentLevel, type SharingRow } from './sharing.js';

export const SharingLevelEnum = enumOf<SharingLevel>(
  'SharingLevel',
  '共享范围: what a locality lets those above it see of its cases',
  {
    NONE: '不提供: nothing; figures of those above are made without it, and say so',
    COUNTS: '仅统计: what is counted, and no case; where nothing was said',
    METADATA:
      '件目: which cases there are, by number, kind, category, unit, stage, dates and outcome, without a word of their texts or a name',
    FULL: '全部: titles and texts as well',
  },
);

@ObjectType('SharingStatement', {
  description: '共享范围设置: what the locality said once; never changed, only replaced by the next',
})
export class SharingStatementType {
  @Field(() => SharingLevelEnum, { description: '共享范围: how much is seen' })
  level: SharingLevel;

  @Field(() => String, { description: '理由: why' })
  reason: string;

  @Field(() => RoleEnum, { description: '设置人角色: in which role it was said' })
  role: string;

  @Field(() => DateTimeScalar, { description: '设置时间: from when on it holds' })
  setAt: Date;
}

@ObjectType('LocalitySharing', {
  description: '共享: what those above see of the locality’s cases, and since when',
})
export class LocalitySharingType {
  @Field(() => SharingLevelEnum, { description: '共享范围: what holds now' })
  level: SharingLevel;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: '起始时间: since when; null where nothing was ever said',
  })
  since: Date | null;

  @Field(() => [SharingStatementType], { description: '历次设置: all that was said, the last first' })
  history: readonly SharingStatementType[];

  static of(said: readonly SharingRow[]): LocalitySharingType {
    const [last] = said;
    return Object.assign(new LocalitySharingType(), {
      level: currentLevel(said),
      since: last?.setAt ?? null,
      history: said.map(({ level, reason, role, setAt }) =>
        Object.assign(new SharingStatementType(), { level, reason, role, setAt }),
      ),
    });
  }
}
