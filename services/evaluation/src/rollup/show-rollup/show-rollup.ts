import { accept, query, type Rounding } from '@duban/kernel';
import type { EvaluationDeps } from '../../evaluation.deps.js';
import { chosenRows, type Having, type RowOrder } from '../chosen-rows.js';
import { countRows, type RowsAsked } from './count-rows.js';

export type ShowRollup = RowsAsked & {
  readonly rounding: Rounding;
  readonly having: readonly Having[];
  readonly order: RowOrder | null;
};

/** 分解汇总: the rows of a breakdown, chosen and sorted. */
export const showRollup = query({
  action: 'figures:count',
  purpose: 'COUNTS',
  async execute({ figures }: EvaluationDeps, viewer, asked: ShowRollup) {
    const rows = await countRows(figures, viewer.tenant, asked);
    if (!rows.accepted) return rows;
    const { rounding, having, order, question } = asked;
    return accept(chosenRows(rows.value, question.asked, rounding, having, order));
  },
});
