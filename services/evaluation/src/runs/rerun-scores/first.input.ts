import { badInput } from '@duban/kernel/graphql';
import { Arg, Int } from 'type-graphql';

/** How many of a list are wanted: what the answer may cost is known before it is made. */
export const FirstArg = (most: number): ParameterDecorator =>
  Arg('first', () => Int, {
    defaultValue: 20,
    description: `前几项: 1 to ${most}, 20 when left out`,
  }) as ParameterDecorator;

export function firstOf<Item>(items: readonly Item[], first: number, most: number): readonly Item[] {
  if (first < 1 || first > most)
    throw badInput(`first 须为 1 到 ${most} 的整数。`, `first has to be a whole number from 1 to ${most}.`);
  return items.slice(0, first);
}
