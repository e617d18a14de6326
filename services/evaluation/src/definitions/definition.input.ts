import { DateScalar } from '@duban/kernel/graphql';
import { Field, ID, InputType } from 'type-graphql';
import { CommandInput } from '../command-input.type.js';

@InputType({ description: '拟考核表草案: a change of the locality’s own score sheets' })
export class DraftScoreSheetsInput extends CommandInput {
  @Field(() => String, {
    description:
      '正文: YAML of the locality’s own layer, only what differs from the level above; 200,000 characters at most',
  })
  text: string;

  @Field(() => String, { nullable: true, description: '说明: why' })
  note?: string | null;
}

@InputType({ description: '对考核表草案操作: what every command on a draft of score sheets carries' })
export class SheetDraftInput extends CommandInput {
  @Field(() => ID, { description: '草案编号: the draft' })
  sheetDraftId: string;
}

@InputType({ description: '修改考核表草案: another text for a draft' })
export class ReviseScoreSheetsInput extends SheetDraftInput {
  @Field(() => String, { description: '正文: YAML of the locality’s own layer' })
  text: string;
}

@InputType({ description: '检查考核表草案: weights, facts, locks, and the examples beside each sheet' })
export class CheckScoreSheetsInput extends SheetDraftInput {}

@InputType({ description: '批准考核表草案: publishes it' })
export class ApproveScoreSheetsInput extends SheetDraftInput {
  @Field(() => DateScalar, { description: '生效日期: the first day that is scored by it' })
  effectiveFrom: string;

  @Field(() => String, { nullable: true, description: '说明: by what decision' })
  note?: string | null;
}

@InputType({ description: '退回考核表草案: does not approve it' })
export class RejectScoreSheetsInput extends SheetDraftInput {
  @Field(() => String, { description: '理由: why not' })
  reason: string;
}

@InputType({ description: '撤回考核表草案: does not pursue it' })
export class WithdrawSheetDraftInput extends SheetDraftInput {
  @Field(() => String, { nullable: true, description: '理由: why' })
  reason?: string | null;
}

@InputType({ description: '撤销考核表批准: an approved version does not come into force' })
export class WithdrawSheetApprovalInput extends SheetDraftInput {
  @Field(() => String, { description: '理由: why' })
  reason: string;
}

@InputType({ description: '合并考核表更新: takes changes of a level above into a draft' })
export class MergeScoreSheetsInput extends CommandInput {
  @Field(() => String, { description: '来源: whose update, as scoreSheetOffers names it' })
  source: string;

  @Field(() => [String], {
    nullable: true,
    description: '采纳: paths of the offer; left out, all that the locality has not set itself',
  })
  take?: string[] | null;

  @Field(() => String, { nullable: true, description: '说明: why' })
  note?: string | null;
}

@InputType({ description: '锁定考核表: core indicators and whatever else no level below may change' })
export class LockScoreSheetsInput extends CommandInput {
  @Field(() => [String], { description: '路径: such as sheets.units.indicators.onTime; at least one' })
  paths: string[];

  @Field(() => String, { nullable: true, description: '说明: why' })
  note?: string | null;
}
