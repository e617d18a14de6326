import { encodeId, fillText } from '@duban/kernel';
import { Field, ID, ObjectType } from 'type-graphql';
import type { AvailableAction as Offered } from '../../case/available-actions.js';
import { PROPOSAL_REFUSALS } from '../../case/refusals.js';
import { ReplyKindEnum } from '../../graph/handling-vocabulary.type.js';
import { MUTATION_NAMES } from '../../graph/mutation-names.js';

@ObjectType({
  description: '可办事项: something that can be tried now, or why not; told by the rules that decide',
})
export class AvailableAction {
  constructor(
    readonly tenant: number,
    readonly offered: Offered,
    readonly proposalId: string,
  ) {}

  @Field(() => String, { description: '权限: the action as in the access matrix' })
  get action(): string {
    return this.offered.action;
  }

  @Field(() => String, { description: '操作: name of the mutation' })
  get mutation(): string {
    return MUTATION_NAMES[this.offered.command] ?? this.offered.command;
  }

  @Field(() => ReplyKindEnum, {
    nullable: true,
    description: '答复种类: for replies, each kind has its own conditions',
  })
  get variant(): string | null {
    return this.offered.command === 'reply.issue' ? (this.offered.variant ?? null) : null;
  }

  @Field(() => String, {
    nullable: true,
    description: '记录种类: for work records, the locality’s kind that can be entered',
  })
  get recordKind(): string | null {
    return this.offered.command === 'record.enter' ? (this.offered.variant ?? null) : null;
  }

  @Field(() => Boolean, { description: '可办: whether some input to it would be accepted now' })
  get possible(): boolean {
    return this.offered.possible;
  }

  @Field(() => String, { nullable: true, description: '拒绝代码: why it cannot be done now' })
  get refusalCode(): string | null {
    return this.offered.refusalCode ?? null;
  }

  @Field(() => String, { nullable: true, description: '原因: why it cannot be done now, in Chinese' })
  get reason(): string | null {
    return this.text('zh');
  }

  @Field(() => String, { nullable: true, description: '英文原因: the same in English' })
  get reasonEn(): string | null {
    return this.text('en');
  }

  @Field(() => ID, { nullable: true, description: '承办任务: the assignment it is about' })
  get assignmentId(): string | null {
    return this.idOf('assignment', this.offered.assignmentId);
  }

  @Field(() => ID, { nullable: true, description: '答复: the reply it is about' })
  get replyId(): string | null {
    return this.idOf('reply', this.offered.replyId);
  }

  @Field(() => ID, { nullable: true, description: '跟踪台账记录: the entry it is about' })
  get entryId(): string | null {
    return this.idOf('entry', this.offered.entryId);
  }

  @Field(() => ID, { nullable: true, description: '工作记录: the record it is about' })
  get recordId(): string | null {
    return this.idOf('record', this.offered.recordId);
  }

  private text(language: 'zh' | 'en'): string | null {
    const { refusalCode, params = {} } = this.offered;
    return refusalCode ? fillText(PROPOSAL_REFUSALS[refusalCode][language], params) : null;
  }

  private idOf(kind: string, id: string | undefined): string | null {
    return id === undefined ? null : encodeId({ kind, tenant: this.tenant, id });
  }
}
