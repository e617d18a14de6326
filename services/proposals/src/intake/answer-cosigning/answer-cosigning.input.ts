import { enumOf } from '@duban/kernel/graphql';
import { Field, ID, InputType } from 'type-graphql';
import { CaseCommandInput } from '../../case-command/case-command.input.js';

const CosigningAnswerEnum = enumOf<'CONFIRM' | 'DECLINE'>(
  'CosigningAnswer',
  '联名答复: to an invitation to sign',
  {
    CONFIRM: '同意: signs the text as it stands',
    DECLINE: '谢绝: does not sign',
  },
);

@InputType({ description: '答复联名邀请: signs or declines' })
export class AnswerCosigningInput extends CaseCommandInput {
  @Field(() => ID, { description: '建议提案: the case' })
  proposalId: string;

  @Field(() => CosigningAnswerEnum, { description: '答复: confirm or decline' })
  answer: 'CONFIRM' | 'DECLINE';

  @Field(() => ID, {
    nullable: true,
    description:
      '代表(委员)资格: whose answer it is; the viewer’s own when left out, given by an office that enters it from paper',
  })
  mandateId?: string | null;

  @Field(() => String, { nullable: true, description: '理由: why it is declined' })
  reason?: string | null;
}
