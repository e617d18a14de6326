import { enumOf } from '@duban/kernel/graphql';
import { Field, ObjectType } from 'type-graphql';
import { RatingSourceEnum } from '../ratings/rating.enums.type.js';
import { type ItemRules, rulesCounted } from './item-rules.js';
import { rulesInWords } from './item-rules-words.js';
import type { RatingSource } from './vocabulary.js';

const ClassOfSeparateUnitsEnum = enumOf<ItemRules['classOfSeparateUnits']>(
  'ClassOfSeparateUnits',
  '分办件类别: which class a case with separate units has',
  { WORST: '取最差: the worst of theirs', BEST: '取最好: the best of theirs' },
);

const CountedRatersEnum = enumOf<ItemRules['raters']>('CountedRaters', '计入评价人: whose ratings count', {
  ALL: '每位评价人: everybody’s, and the least satisfied one decides',
  LEAD_RATER: '仅领衔人: the lead proposer’s alone',
});

const ClassCountsEnum = enumOf<ItemRules['classCounts']>('ClassCounts', '类别计入: when a class counts', {
  CONFIRMED_ONLY: '经确认: once the office has confirmed it',
  CLAIMED_UNTIL_CONFIRMED: '确认前按所报: as the unit claims it until then',
});

@ObjectType('ItemRules', {
  description: '取值规则: how one case gets one value out of several units, raters and sources',
})
export class ItemRulesType {
  @Field(() => ClassOfSeparateUnitsEnum, { description: '分办件类别: worst or best of the separate units' })
  classOfSeparateUnits: ItemRules['classOfSeparateUnits'];

  @Field(() => CountedRatersEnum, { description: '计入评价人: whose ratings count' })
  raters: ItemRules['raters'];

  @Field(() => ClassCountsEnum, { description: '类别计入: when a class counts' })
  classCounts: ItemRules['classCounts'];

  @Field(() => [RatingSourceEnum], {
    description: '评价来源: those that count, the first before the others; all stay to be seen as ratings',
  })
  sources: readonly RatingSource[];

  @Field(() => String, { description: '说明: the same in a sentence, in Chinese' })
  text: string;

  @Field(() => String, { description: '说明(英文): the same in English' })
  textEn: string;

  static of(this: void, line: string | null): ItemRulesType {
    const rules = rulesCounted(line);
    const { zh: text, en: textEn } = rulesInWords(rules);
    return Object.assign(new ItemRulesType(), { ...rules, text, textEn });
  }
}
