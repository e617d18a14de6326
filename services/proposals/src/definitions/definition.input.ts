import { DateScalar } from '@duban/kernel/graphql';
import { Field, ID, InputType } from 'type-graphql';
import { KeyedInput } from '../case-command/case-command.input.js';

@InputType({ description: '拟程序草案: a change of the locality’s own process' })
export class DraftProcessInput extends KeyedInput {
  @Field(() => String, {
    description:
      '正文: YAML of the locality’s own layer, only what differs from the level above; 200,000 characters at most',
  })
  text: string;

  @Field(() => String, { nullable: true, description: '说明: why' })
  note?: string | null;
}

@InputType({ description: '对草案操作: what every command on a draft carries' })
export class DraftCommandInput extends KeyedInput {
  @Field(() => ID, { description: '草案编号: the draft' })
  draftId: string;
}

@InputType({ description: '修改程序草案: another text for a draft' })
export class ReviseProcessInput extends DraftCommandInput {
  @Field(() => String, { description: '正文: YAML of the locality’s own layer' })
  text: string;
}

@InputType({ description: '检查程序草案: the checks and the proof' })
export class CheckProcessInput extends DraftCommandInput {}

@InputType({ description: '批准程序草案: publishes it' })
export class ApproveProcessInput extends DraftCommandInput {
  @Field(() => DateScalar, { description: '生效日期: the first day on which cases are handed over under it' })
  effectiveFrom: string;

  @Field(() => String, { nullable: true, description: '说明: by what decision' })
  note?: string | null;
}

@InputType({ description: '退回程序草案: does not approve it' })
export class RejectProcessInput extends DraftCommandInput {
  @Field(() => String, { description: '理由: why not' })
  reason: string;
}

@InputType({ description: '撤回程序草案: does not pursue it' })
export class WithdrawDraftInput extends DraftCommandInput {
  @Field(() => String, { nullable: true, description: '理由: why' })
  reason?: string | null;
}

@InputType({ description: '撤销批准: an approved version does not come into force' })
export class WithdrawApprovalInput extends DraftCommandInput {
  @Field(() => String, { description: '理由: why' })
  reason: string;
}

@InputType({ description: '合并程序更新: takes changes of a level above into a draft' })
export class MergeProcessInput extends KeyedInput {
  @Field(() => String, { description: '来源: whose update, as processOffers names it' })
  source: string;

  @Field(() => [String], {
    nullable: true,
    description: '采纳: paths of the offer; left out, all that the locality has not set itself',
  })
  take?: string[] | null;

  @Field(() => String, { nullable: true, description: '说明: why' })
  note?: string | null;
}

@InputType({ description: '锁定程序: parts that no level below may change' })
export class LockProcessInput extends KeyedInput {
  @Field(() => [String], { description: '路径: such as deadlines.reply; at least one' })
  paths: string[];

  @Field(() => String, { nullable: true, description: '说明: why' })
  note?: string | null;
}
