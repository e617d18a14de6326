import { accept, query, refuse } from '@duban/kernel';
import type { EvaluationDeps } from '../../evaluation.deps.js';
import { DEFAULT_ROUNDING, isTold } from '../../figures/figure.js';
import { narrowedTo, type Population } from '../../figures/figure-filter.js';
import type { PlaceDimension } from '../../rollup/dimension.js';
import { figureIn, type RollupRow } from '../../rollup/rollup.js';
import { countRows, type RowsAsked } from '../../rollup/show-rollup/count-rows.js';
import type { ScoreQuestion } from '../../runs/score-question.js';
import { scoringSheet } from '../../runs/sheet-version.js';
import type { SubjectScore } from '../../score/score-tree.js';
import type { Sheet } from '../../sheet/sheet.js';
import { type Counts, measuredBy, type Sides, type Wish, wishesOf, yardstickFault } from '../yardstick.js';

/** The sheet that is to be the yardstick, as the viewer's own locality has it for the year. */
export const findYardstick = query({
  action: 'figures:count',
  async execute({ scores }: EvaluationDeps, _viewer, { sheet, sheetDay }: ScoreQuestion) {
    const found = scoringSheet(await scores.sheetsOn(sheetDay), sheet);
    if (!found.accepted) return found;
    const fault = yardstickFault(found.value.sheet);
    return fault ? refuse('NOT_A_YARDSTICK', { sheet, part: fault.part }) : accept(found.value.sheet);
  },
});

export type YardstickAsked = {
  readonly root: number;
  readonly sheet: Sheet;
  readonly population: Population;
  readonly place: PlaceDimension;
};

/** 通用标尺: every locality of a level by one sheet over canonical facts, whatever sheets it has itself. */
export const showYardstick = query({
  action: 'figures:count',
  purpose: 'COUNTS',
  async execute({ figures }: EvaluationDeps, { tenant }, { root, sheet, population, place }: YardstickAsked) {
    const counted = new Map<number, Counts>();
    for (const [index, wish] of wishesOf(sheet).entries()) {
      const rows = await countRows(figures, tenant, questionOf(wish, root, population, place));
      if (!rows.accepted) return rows;
      for (const row of rows.value) addTo(counted, row, wish, index === 0);
    }
    return accept<readonly SubjectScore[]>(measuredBy(sheet, [...counted.values()]));
  },
});

/** How many items there are is counted whatever is asked; a breakdown is never without a metric. */
const ITEMS_ALONE = [{ name: 'RECEIVED', axis: 'RESULT', round: 'FINAL' }] as const;

function questionOf(
  { only, asked }: Wish,
  root: number,
  population: Population,
  place: PlaceDimension,
): RowsAsked {
  const wanted = asked.length > 0 ? asked : ITEMS_ALONE;
  return {
    root,
    population: narrowedTo(population, only) ?? population,
    question: { by: [place], place, facts: [], asked: wanted },
  };
}

/** A locality above the level asked for has its own items alone, and is not measured beside the others. */
function addTo(counted: Map<number, Counts>, row: RollupRow, { codes, asked }: Wish, isWhole: boolean): void {
  if (row.place === null || row.ownOnly) return;
  const before = counted.get(row.place) ?? { locality: row.place, cases: 0, sides: new Map<string, Sides>() };
  const own = codes.flatMap((code, at): [string, Sides][] => {
    const one = asked[at];
    const figure = one && figureIn(row, one, DEFAULT_ROUNDING);
    return figure && isTold(figure) ? [[code, figure]] : [];
  });
  const items = row.tallies.reduce((sum, { items }) => sum + items, 0);
  counted.set(row.place, {
    ...before,
    cases: isWhole ? items : before.cases,
    sides: new Map([...before.sides, ...own]),
  });
}
