import { Field, ID, InputType } from 'type-graphql';
import type { ContactRole, ReplyKind } from '../../case/vocabulary.js';
import { CaseCommandInput } from '../../case-command/case-command.input.js';
import { ContactRoleEnum, ReplyKindEnum } from '../../graph/handling-vocabulary.type.js';

@InputType({ description: '签发人: who signs a reply' })
export class SignatoryInput {
  @Field(() => String, { description: '姓名: name, at most 100 characters' })
  name: string;

  @Field(() => ID, { nullable: true, description: '人员: the person, where known' })
  personId?: string | null;

  @Field(() => ContactRoleEnum, { description: '身份: what they are' })
  role: ContactRole;
}

@InputType({ description: '签发答复: issues the unit’s letter' })
export class IssueReplyInput extends CaseCommandInput {
  @Field(() => ID, { description: '承办任务: the assignment' })
  assignmentId: string;

  @Field(() => ReplyKindEnum, { description: '答复种类: interim, formal or follow-up' })
  kind: ReplyKind;

  @Field(() => String, { description: '文号: number of the letter, at most 100 characters' })
  documentNumber: string;

  @Field(() => String, { description: '正文: text of the reply' })
  body: string;

  @Field(() => String, {
    nullable: true,
    description: '自评类别: the class the unit claims; needed for a formal reply',
  })
  claimedClass?: string | null;

  @Field(() => SignatoryInput, { description: '签发人: who signs it' })
  signatory: SignatoryInput;
}
