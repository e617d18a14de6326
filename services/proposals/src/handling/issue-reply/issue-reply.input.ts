import { DateScalar } from '@duban/kernel/graphql';
import { Field, ID, InputType, Int } from 'type-graphql';
import type { ContactRole, ReplyKind } from '../../case/vocabulary.js';
import type { LetterDisclosure } from '../../case/vocabulary-answering.js';
import { CaseCommandInput } from '../../case-command/case-command.input.js';
import { LetterDisclosureEnum } from '../../graph/answering-vocabulary.type.js';
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

@InputType({ description: '承诺事项: what a letter promises' })
export class CommitmentInput {
  @Field(() => String, { description: '内容: what is promised' })
  text: string;

  @Field(() => DateScalar, { description: '完成期限: the day by which it is to be kept, not in the past' })
  dueOn: string;
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

  @Field(() => [String], { nullable: true, description: '抄送: names of the bodies that get a copy' })
  copies?: string[] | null;

  @Field(() => String, { nullable: true, description: '联系人: whom to ask' })
  contactName?: string | null;

  @Field(() => String, { nullable: true, description: '联系电话: their number' })
  contactPhone?: string | null;

  @Field(() => LetterDisclosureEnum, {
    nullable: true,
    description: '公开属性: whether the public may read it',
  })
  disclosure?: LetterDisclosure | null;

  @Field(() => Boolean, {
    nullable: true,
    description: '附反馈意见表: whether the feedback form goes with it',
  })
  feedbackForm?: boolean | null;

  @Field(() => [Int], { nullable: true, description: '所答事项: numbers of the matters it answers' })
  matters?: number[] | null;

  @Field(() => [CommitmentInput], {
    nullable: true,
    description: '承诺事项: what the letter promises, each with a date',
  })
  commitments?: CommitmentInput[] | null;
}
