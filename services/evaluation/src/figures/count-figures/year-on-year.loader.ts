import type { Rounding } from '@duban/kernel';
import type { EvaluationContext } from '../../evaluation.context.js';
import { coverageOf } from '../coverage.js';
import { type Figure, figureOf } from '../figure.js';
import { type Population, yearBefore } from '../figure-filter.js';
import type { Asked } from '../tally.js';
import { type YearOnYear, yearOnYear } from '../year-on-year.js';
import { type CountedView, sharesNothing } from './count-figures.js';
import { mayBeCounted, type Subject, tallyOf } from './tally.loader.js';

type Compared = { readonly subject: Subject; readonly population: Population; readonly asked: Asked };

/** A figure beside the year before, both counted by the very statements that figures are counted by; null of those who share nothing. */
export async function comparedOf(
  context: EvaluationContext,
  { subject, population, asked }: Compared,
  rounding: Rounding,
): Promise<YearOnYear | null> {
  const figure = ({ tallies }: CountedView): Figure => figureOf(asked, tallies, rounding);
  const before = yearBefore(population);
  const [now, then] = await Promise.all([
    tallyOf(context, { subject, population, asked }),
    before && countedBefore(context, { subject, population: before, asked }),
  ]);
  if (sharesNothing(now)) return null;
  if (!before) return yearOnYear(figure(now), 'NO_YEAR', rounding);
  return yearOnYear(figure(now), then ? figure(then) : 'NO_DATA', rounding);
}

/** Null without a single case of that year, and where the locality was not below the viewer's then. */
export async function countedBefore(
  context: EvaluationContext,
  { subject, population, asked }: Omit<Compared, 'asked'> & { readonly asked: Asked | null },
): Promise<CountedView | null> {
  if ('root' in subject && !(await mayBeCounted(context, { root: subject.root, population }))) return null;
  const view = await tallyOf(context, { subject, population, asked });
  return coverageOf(view.tenants, view.tallies).reporting.length === 0 ? null : view;
}
