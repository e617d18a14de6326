import type { Rounding } from '@duban/kernel';
import { type Figure, figureOf } from '../figures/figure.js';
import {
  type FigureFilter,
  isFault,
  narrowedTo,
  type Population,
  readFilter,
  yearBefore,
} from '../figures/figure-filter.js';
import { outcomeShares } from '../figures/outcome-share.js';
import { type Asked, type Counted, recount } from '../figures/tally.js';
import { type YearOnYear, yearOnYear } from '../figures/year-on-year.js';
import type { Scope } from '../printed/claim.js';
import type { Records } from '../printed/judge-claims.js';
import { populationOver } from '../printed/questions.js';
import { blocksOf, isOutcomes, type Report, type ReportFigure } from '../report/report.js';
import { type Answer, type WrittenBlock, writeReport } from '../report/write-report.js';
import { NOW, ONE_DIGIT } from './published-years.js';

/** For specs: the same questions as the service answers, counted in memory. */
export type Recounted = {
  compared(asked: Asked, population: Population, rounding: Rounding): YearOnYear;
  report(report: Report, filter: FigureFilter): WrittenBlock[];
  /** What a published text is checked against. */
  records(filter: FigureFilter): Records;
};

export function populationOf(filter: FigureFilter): Population {
  const population = readFilter(filter, NOW);
  if (isFault(population)) throw new Error(population.en);
  return population;
}

export function recounted(rows: readonly Counted[]): Recounted {
  const figure = (asked: Asked, population: Population, rounding: Rounding): Figure =>
    figureOf(asked, recount(rows, population, [asked]), rounding);
  const compared: Recounted['compared'] = (asked, population, rounding) => {
    const before = yearBefore(population);
    const now = figure(asked, population, rounding);
    if (!before) return yearOnYear(now, 'NO_YEAR', rounding);
    const known = recount(rows, before, []).some(({ items }) => items > 0);
    return yearOnYear(now, known ? figure(asked, before, rounding) : 'NO_DATA', rounding);
  };
  const answer = (one: ReportFigure, whole: Population, rounding: Rounding): Answer => {
    const population = narrowedTo(whole, one.only);
    if (!population) return { outside: true };
    if (isOutcomes(one)) return { shares: outcomeShares(recount(rows, population, []), rounding) };
    const { metric: name, axis = 'RESULT', round = 'FINAL' } = one;
    return { compared: compared({ name, axis, round }, population, rounding) };
  };
  return {
    compared,
    records: (filter) => {
      const whole = populationOf(filter);
      const over = (scope: Scope): Population | 'OUTSIDE' | null => {
        const population = populationOver(whole, scope);
        if (population === null || population === 'OUTSIDE') return population;
        const year = populationOver(whole, { ...scope, kind: null, period: null, keyOnly: false });
        if (year === null || year === 'OUTSIDE') return year;
        return recount(rows, year, []).some(({ items }) => items > 0) ? population : null;
      };
      return {
        sums: (asked, scope) => {
          const population = over(scope);
          if (population === null || population === 'OUTSIDE') return population;
          const { numerator, denominator } = figure(asked, population, ONE_DIGIT);
          return { numerator: numerator ?? 0, denominator: denominator ?? 0 };
        },
        shares: (scope) => {
          const population = over(scope);
          if (population === null || population === 'OUTSIDE') return population;
          return outcomeShares(recount(rows, population, []), ONE_DIGIT);
        },
      };
    },
    report: (report, filter) => {
      const population = populationOf(filter);
      const blocks = new Map(blocksOf(report));
      return writeReport(report, { year: population.year, sameTime: population.asOf !== null }, (code) => {
        const { figures = {}, rounding = report.rounding } = blocks.get(code) ?? {};
        const answers = Object.entries(figures).map(
          ([name, one]) => [name, answer(one, population, rounding)] as const,
        );
        return Object.fromEntries(answers);
      });
    },
  };
}
