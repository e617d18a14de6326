import { COMPARABLE_BLOCKS, setsWithin } from './partition.js';
import { all, any, atLeast, type Counter, is, not, over, type Predicate, present } from './predicate.js';

/** One side of a metric: which items count, and what of them is added up (left out: the items themselves). */
export type Term = {
  readonly zh: string;
  readonly en: string;
  readonly where: Predicate;
  readonly sum?: Counter;
};

export const term = (zh: string, en: string, where: Predicate, sum?: Counter): Term => ({
  zh,
  en,
  where,
  sum,
});

export const MERGED = present('mergedOn');
export const WITHDRAWN = present('withdrawnOn');

export const submitted = term(
  '已提交的件(不含草稿)',
  'items submitted, drafts excluded',
  present('submittedOn'),
);
export const accepted = term(
  '立案且未并案的件',
  'items accepted and not merged into another',
  all(present('acceptedOn'), not(MERGED)),
);
export const handedOver = term(
  '已交办的件',
  'items handed over at least once',
  all(present('handedOverOn'), atLeast('answering', 1)),
);
export const active = term(
  '已交办、未撤案、未并案的件',
  'items handed over, neither withdrawn nor merged',
  all(handedOver.where, not(WITHDRAWN), not(MERGED)),
);
export const replied = term(
  '应答复单位均已答复的件',
  'of these, items with every required reply',
  all(active.where, present('repliedOn')),
);
export const closed = term('已办结的件', 'of these, items closed', all(active.where, present('closedOn')));
export const classified = term(
  '已定结果类别的件',
  'items with a result class',
  all(active.where, present('outcomes')),
);
export const rated = term(
  '已评价的件',
  'items rated on the axis, in the round asked for',
  all(active.where, present('satisfaction')),
);
export const satisfied = (...levels: string[]): Predicate => all(active.where, is('satisfaction', ...levels));
export const rehandled = term(
  '二次办理的件',
  'items handled a second time or more',
  all(active.where, atLeast('rounds', 2)),
);
export const registered = term(
  '登记在册的跟踪事项',
  'entries ever put on the register',
  active.where,
  'tracked',
);
export const due = term(
  '已答复或已到期的件',
  'items replied to, and items with a reply overdue',
  all(active.where, any(present('repliedOn'), over('openDueOn'))),
);
export const dueStrict = term(
  '已答复或已超原定期限的件',
  'items replied to, and items with a reply overdue by its first due date',
  all(active.where, any(present('repliedOn'), over('openDueOriginalOn'))),
);

export const SOLVED = is('outcomes', 'SOLVED');
export const SOLVED_OR_PLANNED = is('outcomes', ...setsWithin(COMPARABLE_BLOCKS.slice(0, 2).flat()));
