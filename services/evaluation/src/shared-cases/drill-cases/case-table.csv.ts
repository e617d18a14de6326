import { stringify } from 'csv-stringify/sync';
import { stageOf } from '../case-stage.js';
import type { SharedCase } from '../shared-case.js';

/** Headings of the table, and what stands below each. */
const COLUMNS: readonly (readonly [heading: string, cell: (row: SharedCase) => string | number | null])[] = [
  ['地方代码', ({ placeCode }) => placeCode],
  ['地方', ({ place }) => place],
  ['案号', ({ caseNumber }) => caseNumber],
  ['标题', ({ title }) => title],
  ['类型', ({ kind }) => kind],
  ['时段', ({ period }) => period],
  ['年度', ({ year }) => year],
  ['内容分类', ({ canonicalCategory }) => canonicalCategory],
  ['重点督办层级', ({ keyTiers }) => keyTiers],
  ['承办单位', ({ units }) => units.join('、')],
  ['办理阶段', stageOf],
  ['办理结果', ({ outcomes }) => outcomes],
  ['提交日期', ({ submittedOn }) => submittedOn],
  ['立案日期', ({ acceptedOn }) => acceptedOn],
  ['交办日期', ({ handedOverOn }) => handedOverOn],
  ['到期日', ({ dueOn }) => dueOn],
  ['办复日期', ({ repliedOn }) => repliedOn],
  ['办结日期', ({ closedOn }) => closedOn],
  ['办成日期', ({ solvedOn }) => solvedOn],
];

/** Rows as CSV, with the headings before the first ones. A cell that would be run as a formula is text. */
export function caseTable(cases: readonly SharedCase[], isFirst: boolean): string {
  const headings = isFirst ? [COLUMNS.map(([heading]) => heading)] : [];
  const rows = cases.map((row) => COLUMNS.map(([, cell]) => cell(row)));
  return stringify([...headings, ...rows], { bom: isFirst, escape_formulas: true });
}
