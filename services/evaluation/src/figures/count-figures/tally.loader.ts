import { type EvaluationContext, valueOrFail } from '../../evaluation.context.js';
import type { Population } from '../figure-filter.js';
import { type Asked, askedKey } from '../tally.js';
import {
  type CountedView,
  chooseLocalities,
  countFigures,
  countUnitFigures,
  listLocalities,
  type View,
} from './count-figures.js';

/** Whose figures: a locality's (its number) or a unit's of the own locality (its id). */
export type Subject = { readonly root: number } | { readonly unitId: string };

type Wanted = { readonly subject: Subject; readonly population: Population; readonly asked: Asked | null };

const subjectKey = (subject: Subject): string =>
  'root' in subject ? `l${subject.root}` : `u${subject.unitId}`;

/** True when the viewer may count the locality; asked for a list of localities in one go. */
export const mayBeCounted = (context: EvaluationContext, view: View): Promise<boolean> =>
  context
    .loader<View, boolean>(
      'countable localities',
      async (views) => valueOrFail(await context.run(chooseLocalities, views)),
      ({ root, population }) => `${root} ${population.day}`,
    )
    .load(view);

/** The localities that a subject's figures are summed over. */
export const localitiesOf = async (
  context: EvaluationContext,
  subject: Subject,
  population: Population,
): Promise<readonly number[]> =>
  'root' in subject
    ? valueOrFail(await context.run(listLocalities, { root: subject.root, population }))
    : [context.viewer.tenant];

/**
 * The numbers of one subject that answer one question (or only its coverage and classes, when nothing
 * is asked: then locality by locality). All questions about one population that an operation asks are
 * counted in one statement, for all its subjects together.
 */
export const tallyOf = (context: EvaluationContext, wanted: Wanted): Promise<CountedView> =>
  context
    .loader<Wanted, CountedView>(
      'tallies',
      (all) => countAll(context, all),
      ({ subject, population, asked }) =>
        `${subjectKey(subject)} ${population.key} ${asked ? askedKey(asked) : ''}`,
    )
    .load(wanted);

async function countAll(context: EvaluationContext, all: readonly Wanted[]): Promise<CountedView[]> {
  const found = new Map<string, CountedView>();
  const groups = Map.groupBy(all, (wanted) => `${'root' in wanted.subject} ${viewOf(wanted)}`);
  for (const group of groups.values()) {
    const subjects = unique(
      group.map(({ subject }) => subject),
      subjectKey,
    );
    const views = await countGroup(context, subjects, group);
    for (const [index, subject] of subjects.entries())
      found.set(`${subjectKey(subject)} ${viewOf(group[0] as Wanted)}`, views[index] as CountedView);
  }
  return all.map((wanted) => found.get(`${subjectKey(wanted.subject)} ${viewOf(wanted)}`) as CountedView);
}

async function countGroup(
  context: EvaluationContext,
  subjects: readonly Subject[],
  group: readonly Wanted[],
): Promise<readonly CountedView[]> {
  const { population, asked: first } = group[0] as Wanted;
  const asked = unique(
    group.flatMap((each) => each.asked ?? []),
    askedKey,
  );
  const roots = subjects.flatMap((subject) => ('root' in subject ? subject.root : []));
  const unitIds = subjects.flatMap((subject) => ('unitId' in subject ? subject.unitId : []));
  return valueOrFail(
    roots.length > 0
      ? await context.run(countFigures, { roots, population, asked, each: first === null })
      : await context.run(countUnitFigures, { unitIds, population, asked }),
  );
}

/** Numbers of one population are counted together; who reports, apart from sums. */
const viewOf = ({ population, asked }: Wanted): string => `${asked === null} ${population.key}`;
const unique = <Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] => [
  ...new Map(items.map((item) => [keyOf(item), item])).values(),
];
