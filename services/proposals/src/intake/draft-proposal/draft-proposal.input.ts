import { ArrayMaxSize, IsOptional } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import type { ProposalKind, ProposerType, SessionPeriod } from '../../case/vocabulary.js';
import { CommandInput } from '../../case-command/case-command.input.js';
import {
  DisclosureConsentEnum,
  ProposalKindEnum,
  ProposerTypeEnum,
  SessionPeriodEnum,
} from '../../graph/vocabulary.type.js';

@InputType({ description: '起草: starts a case' })
export class DraftProposalInput extends CommandInput {
  @Field(() => ProposalKindEnum, { description: '件别: suggestion or proposal' })
  kind: ProposalKind;

  @Field(() => SessionPeriodEnum, { description: '时段: in session or between sessions' })
  period: SessionPeriod;

  @Field(() => ProposerTypeEnum, { description: '提出方式: individual, joint or a collective' })
  proposerType: ProposerType;

  @Field(() => ID, {
    nullable: true,
    description: '领衔人: mandate of the lead proposer; the viewer’s own when left out',
  })
  leadProposerId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: '集体名称: delegation, party, sector or group, for collective forms',
  })
  collective?: string | null;

  @Field(() => String, { description: '标题: one line' })
  title: string;

  @Field(() => String, { description: '正文: the text' })
  body: string;

  @Field(() => String, { nullable: true, description: '分类: code of the locality’s category' })
  category?: string | null;

  @IsOptional()
  @ArrayMaxSize(50)
  @Field(() => [ID], { nullable: true, description: '建议承办单位: units that should handle it' })
  suggestedUnitIds?: string[] | null;

  @Field(() => DisclosureConsentEnum, {
    nullable: true,
    description: '公开意愿: what may be disclosed; nothing when left out',
  })
  disclosureConsent?: 'FULL' | 'TITLE_ONLY' | 'NONE' | null;
}
