import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type EvaluationContext, valueOrFail } from '../../evaluation.context.js';
import { ItemRulesType } from '../../facts/item-rules.type.js';
import type { Subject } from '../count-figures/tally.loader.js';
import type { Population } from '../figure-filter.js';
import { FiguresType } from '../figures.type.js';
import { showItemRules, showUnitItemRules } from './show-item-rules.js';

type Wanted = { readonly subject: Subject; readonly population: Population };
type Lines = readonly (string | null)[];

@Resolver(() => FiguresType)
export class FiguresItemRules {
  @FieldResolver(() => [ItemRulesType], {
    description:
      '取值规则: every way in which the cases behind these figures got their class and their levels; more than one where cases were handed over under different rules, and none where nothing was handed over',
  })
  async itemRules(
    @Root() { subject, population }: FiguresType,
    @Ctx() context: EvaluationContext,
  ): Promise<ItemRulesType[]> {
    const lines = await context
      .loader<Wanted, Lines>(
        'item rules',
        (all) => readAll(context, all),
        ({ subject: of, population: { key } }) => `${JSON.stringify(of)} ${key}`,
      )
      .load({ subject, population });
    return lines.map(ItemRulesType.of);
  }
}

/** All subjects of one population in one statement. */
async function readAll(context: EvaluationContext, all: readonly Wanted[]): Promise<Lines[]> {
  const found = new Map<Wanted, Lines>();
  for (const group of Map.groupBy(
    all,
    ({ subject, population }) => `${'root' in subject} ${population.key}`,
  ).values()) {
    const read = await readGroup(context, group);
    for (const [index, wanted] of group.entries()) found.set(wanted, read[index] ?? []);
  }
  return all.map((wanted) => found.get(wanted) ?? []);
}

async function readGroup(context: EvaluationContext, group: readonly Wanted[]): Promise<readonly Lines[]> {
  const [{ population } = { population: null }] = group;
  if (population === null) return [];
  const roots = group.flatMap(({ subject }) => ('root' in subject ? subject.root : []));
  const unitIds = group.flatMap(({ subject }) => ('unitId' in subject ? subject.unitId : []));
  return valueOrFail(
    roots.length > 0
      ? await context.run(showItemRules, { roots, population })
      : await context.run(showUnitItemRules, { unitIds, population }),
  );
}
