import { Arg } from 'type-graphql';

/** `language` of a label: zh, en, or a second language of the place. */
export const LanguageArg = (): ParameterDecorator =>
  Arg('language', () => String, {
    nullable: true,
    description:
      '语言: zh, en, or a second language of the place such as bo; where it has no word in it, Chinese',
  }) as ParameterDecorator;
