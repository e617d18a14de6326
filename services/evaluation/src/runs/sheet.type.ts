import { DateScalar, DecimalScalar } from '@duban/kernel/graphql';
import { Field, Int, ObjectType } from 'type-graphql';
import type { NamedSheet } from './sheet-version.js';

@ObjectType('SheetIndicator', { description: '考核指标: one indicator of a score sheet' })
export class SheetIndicatorType {
  @Field(() => String, { description: '代码: the indicator’s code' })
  code: string;

  @Field(() => String, { description: '名称: in Chinese' })
  name: string;

  @Field(() => String, { description: '英文名称: in English' })
  nameEn: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: '分值: points it is worth; null while nobody has entered them',
  })
  weight: string | null;

  @Field(() => String, { nullable: true, description: '依据: the clause it follows' })
  source: string | null;
}

@ObjectType('SheetIssue', { description: '考核表问题: what keeps a sheet from being used, and where' })
export class SheetIssueType {
  @Field(() => String, { description: '代码: such as WEIGHT_MISSING' })
  code: string;

  @Field(() => String, {
    description: '路径: where it stands, such as sheets.units.indicators.onTime.weight',
  })
  path: string;

  @Field(() => String, { description: '说明: what to write, in Chinese' })
  message: string;

  @Field(() => String, { description: '英文说明: the same in English' })
  messageEn: string;
}

@ObjectType('ScoreSheet', {
  description: '考核表: what is measured and what it is worth, by the locality’s own rule',
})
export class ScoreSheetType {
  @Field(() => String, { description: '代码: as score and ranking take it' })
  code: string;

  @Field(() => String, { description: '名称: in Chinese' })
  name: string;

  @Field(() => String, { description: '英文名称: in English' })
  nameEn: string;

  @Field(() => String, { nullable: true, description: '依据: the rule document it follows' })
  source: string | null;

  @Field(() => DecimalScalar, { description: '满分: what the weights sum to' })
  maximum: string;

  @Field(() => String, { description: '版本: of every level it is made of' })
  version: string;

  @Field(() => DateScalar, { description: '生效日期: the first day it holds' })
  effectiveFrom: string;

  @Field(() => Boolean, { description: '可计分: nothing is left to be entered' })
  complete: boolean;

  @Field(() => [SheetIssueType], { description: '待填: what is still to be entered, such as a weight' })
  issues: SheetIssueType[];

  @Field(() => [SheetIndicatorType], { description: '指标: in the order of the sheet' })
  indicators: SheetIndicatorType[];

  @Field(() => Int, { description: '版本序号: counts up with every change' })
  serial: number;

  static of({ code, sheet, version, open }: NamedSheet): ScoreSheetType {
    return Object.assign(new ScoreSheetType(), {
      code,
      name: sheet.name.zh,
      nameEn: sheet.name.en,
      source: sheet.source ?? null,
      maximum: String(sheet.maximum),
      version: version.version,
      effectiveFrom: version.effectiveFrom,
      complete: open.length === 0,
      issues: open.map(({ code: fault, path, zh, en }) =>
        Object.assign(new SheetIssueType(), {
          code: fault,
          path: path.join('.'),
          message: zh,
          messageEn: en,
        }),
      ),
      indicators: Object.entries(sheet.indicators).map(([own, { name, weight, source }]) =>
        Object.assign(new SheetIndicatorType(), {
          code: own,
          name: name.zh,
          nameEn: name.en,
          weight: weight === undefined ? null : String(weight),
          source: source ?? null,
        }),
      ),
      serial: version.serial,
    });
  }
}
