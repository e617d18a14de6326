import { dateInShanghai, mayTry } from '@duban/kernel';
import { enumOf, failure } from '@duban/kernel/graphql';
import { Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import { EVALUATION_ACCESS } from '../../evaluation.access.js';
import type { EvaluationContext } from '../../evaluation.context.js';

import { LocalityType } from '../../foreign.type.js';
import type { FlagMeaning, FlagWord } from '../flag.js';

const FlagMeaningEnum = enumOf<FlagMeaning>('FlagMeaning', '标识含义: what a flag means everywhere', {
  SOLVABLE_NOT_SOLVED: '能解决的没有解决: it could have been solved this year and was not',
  HOT_ISSUE_NEGLECTED: '热点难点没有引起足够重视: a hot issue was not taken seriously',
  GOOD_PROPOSAL_NOT_ADOPTED: '好的建议没被采纳: a good suggestion was not adopted',
  PERFUNCTORY_REPLY: '官样文章: the reply is mere form',
  LOW_QUALITY: '质量不高: handled without quality',
  PRAISED: '表扬: praised by somebody of rank, or in public',
  CRITICISED: '通报批评: named in a report',
  DISHONEST: '弄虚作假: something was made up',
  OTHER: '其他: by its own words alone',
});

@ObjectType('ScoreFlag', { description: '标识: a word for what may be noted of somebody’s handling' })
class ScoreFlagType {
  @Field(() => String, { description: '代码: as recordScoreEvidence takes it' })
  code: string;

  @Field(() => String, { description: '名称: in Chinese' })
  name: string;

  @Field(() => String, { description: '英文名称: in English' })
  nameEn: string;

  @Field(() => FlagMeaningEnum, { description: '含义: what it means everywhere' })
  meaning: FlagMeaning;

  static of(code: string, { label, meaning }: FlagWord): ScoreFlagType {
    return Object.assign(new ScoreFlagType(), { code, name: label.zh, nameEn: label.en, meaning });
  }
}

@Resolver(() => LocalityType)
export class LocalityFlags {
  @FieldResolver(() => [ScoreFlagType], {
    description:
      '标识: the locality’s vocabulary of flags, by code; none where it has no vocabulary; NOT_GRANTED for another locality',
  })
  async scoreFlags(
    @Root() { number }: LocalityType,
    @Ctx() context: EvaluationContext,
  ): Promise<ScoreFlagType[]> {
    const { viewer } = context;
    if (number !== viewer.tenant) throw failure('NOT_GRANTED');
    if (!mayTry(EVALUATION_ACCESS, 'sheet:read', viewer.role)) throw failure('FORBIDDEN');
    const { scores } = await context.reads();
    const version = await scores.sheetsOn(dateInShanghai(context.now()));
    return Object.entries(version?.sheets.flags ?? {})
      .map(([code, word]) => ScoreFlagType.of(code, word))
      .sort((a, b) => (a.code < b.code ? -1 : 1));
  }
}
