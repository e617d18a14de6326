import { readId } from '@duban/kernel/graphql';
import { Field, ID, InputType } from 'type-graphql';
import { CommandInput } from '../command-input.type.js';
import type { PickCase } from './add-case-to-theme/add-case-to-theme.js';

@InputType({ description: '专题件: which theme, which case, and why' })
export abstract class ThemeCaseInput extends CommandInput {
  @Field(() => ID, { description: '编号: the theme' })
  themeId: string;

  @Field(() => ID, { description: '件: as a list behind a figure has it' })
  proposalId: string;

  @Field(() => String, { description: '理由: why, 1 to 500 characters' })
  reason: string;
}

export function readThemeCase({ themeId, proposalId, reason }: ThemeCaseInput): PickCase {
  const theme = readId('theme', themeId, 'themeId');
  const { tenant: ownerId, id: caseId } = readId('proposal', proposalId, 'proposalId');
  return { theme, one: { ownerId, caseId }, reason };
}
