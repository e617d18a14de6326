import { encodeId } from '@duban/kernel';
import { connectionOf, DateScalar, enumOf } from '@duban/kernel/graphql';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { CanonicalOutcomeEnum, ProposalKindEnum, SessionPeriodEnum } from '../evaluation.enums.type.js';
import { type CanonicalOutcome, outcomesIn } from '../facts/vocabulary.js';
import { LocalityType, ProposalType } from '../foreign.type.js';
import type { CaseSelection, Side } from './case-selection.js';
import { type CaseStage, stageOf } from './case-stage.js';
import type { SharedCase } from './shared-case.js';

export const FigureSideEnum = enumOf<Side>('FigureSide', '分子或分母: which of the two numbers of a figure', {
  NUMERATOR: '分子: what was counted',
  DENOMINATOR: '分母: out of which',
});

const CaseStageEnum = enumOf<CaseStage>(
  'CaseStage',
  '办理阶段: how far a case has come, the same everywhere',
  {
    SUBMITTED: '已提交: submitted',
    DOCKETED: '已立案: docketed',
    HANDED_OVER: '已交办: handed over',
    REPLIED: '已答复: all replies given that the first handover asked for',
    CLOSED: '已办结: handling ended',
    REJECTED: '不予立案: not docketed',
    CONVERTED: '转办: handled as something else',
    MERGED: '并案: part of another case',
    WITHDRAWN: '撤案: withdrawn',
  },
);

@ObjectType('SharedCase', {
  description:
    '件目: a case that a figure counts, as far as its locality shares it; no text, and no name of a person',
})
export class SharedCaseType {
  row: SharedCase;

  /** Of the viewer's own locality. */
  own: boolean;

  @Field(() => ID, { description: '编号: public id of the case' })
  id(): string {
    return encodeId({ kind: 'proposal', tenant: this.row.tenant, id: this.row.caseId });
  }

  @Field(() => LocalityType, { description: '地方: whose case it is' })
  locality(): LocalityType {
    return LocalityType.of(this.row.tenant);
  }

  @Field(() => ProposalType, {
    nullable: true,
    description: '建议提案: the case itself, of the own locality; null of others',
  })
  proposal(): ProposalType | null {
    return this.own ? ProposalType.of(this.row.tenant, this.row.caseId) : null;
  }

  @Field(() => String, { nullable: true, description: '案号: the case number; null before it is docketed' })
  caseNumber(): string | null {
    return this.row.caseNumber;
  }

  @Field(() => String, {
    nullable: true,
    description:
      '标题: null where the locality shares no texts (SharingLevel METADATA) and the case has not been disclosed with its title',
  })
  title(): string | null {
    return this.row.title;
  }

  @Field(() => ProposalKindEnum, { nullable: true, description: '类型: suggestion or proposal' })
  kind(): string | null {
    return this.row.kind;
  }

  @Field(() => SessionPeriodEnum, { nullable: true, description: '时段: in session or between sessions' })
  period(): string | null {
    return this.row.period;
  }

  @Field(() => Int, { nullable: true, description: '年度: year of the session' })
  year(): number | null {
    return this.row.year;
  }

  @Field(() => String, { nullable: true, description: '内容分类: canonical category' })
  category(): string | null {
    return this.row.canonicalCategory;
  }

  @Field(() => [String], { description: '重点督办层级: canonical tiers; none of an ordinary case' })
  tiers(): readonly string[] {
    return this.row.keyTiers?.split('|') ?? [];
  }

  @Field(() => [String], { description: '承办单位: names of the units that answer for it' })
  units(): readonly string[] {
    return this.row.units;
  }

  @Field(() => CaseStageEnum, { description: '办理阶段: how far it has come' })
  stage(): CaseStage {
    return stageOf(this.row);
  }

  @Field(() => [CanonicalOutcomeEnum], { description: '办理结果含义: none while it has no class' })
  outcomes(): readonly CanonicalOutcome[] {
    return this.row.outcomes === null ? [] : outcomesIn(this.row.outcomes);
  }

  @Field(() => DateScalar, { nullable: true, description: '提交日期: when it was submitted' })
  submittedOn(): string | null {
    return this.row.submittedOn;
  }

  @Field(() => DateScalar, { nullable: true, description: '立案日期: when it was docketed' })
  acceptedOn(): string | null {
    return this.row.acceptedOn;
  }

  @Field(() => DateScalar, { nullable: true, description: '交办日期: when it was first handed over' })
  handedOverOn(): string | null {
    return this.row.handedOverOn;
  }

  @Field(() => DateScalar, { nullable: true, description: '到期日: latest due date of its replies' })
  dueOn(): string | null {
    return this.row.dueOn;
  }

  @Field(() => DateScalar, { nullable: true, description: '办复日期: when all replies were out' })
  repliedOn(): string | null {
    return this.row.repliedOn;
  }

  @Field(() => DateScalar, { nullable: true, description: '办结日期: when the handling ended' })
  closedOn(): string | null {
    return this.row.closedOn;
  }

  @Field(() => DateScalar, { nullable: true, description: '办成日期: since when it is solved' })
  solvedOn(): string | null {
    return this.row.solvedOn;
  }

  static of(row: SharedCase, own: number): SharedCaseType {
    return Object.assign(new SharedCaseType(), { row, own: row.tenant === own });
  }
}

export const SharedCaseConnection = connectionOf(SharedCaseType, '件目', 'SharedCase');

@ObjectType('CaseTable', {
  description:
    '件目表: one page as CSV (UTF-8); the first begins with the headings, so pages follow each other as one file',
})
export class CaseTableType {
  @Field(() => String, {
    description:
      '文本: rows of CSV; a cell that a spreadsheet would take for a formula begins with an apostrophe',
  })
  text: string;

  @Field(() => Int, { description: '行数: cases in this page' })
  rows: number;

  @Field(() => String, { nullable: true, description: '尾游标: for after; null on an empty page' })
  endCursor: string | null;

  @Field(() => Boolean, { description: '有下一页: whether more follows' })
  hasNextPage: boolean;
}

@ObjectType('FigureCases', {
  description: '件目清单: the cases behind a number, as far as the viewer may see them',
})
export class FigureCasesType {
  selection: CaseSelection;

  @Field(() => Int, {
    nullable: true,
    description: '件数: the number itself, as the figure has it; null where there is none, or it is not told',
  })
  count: number | null;
}
