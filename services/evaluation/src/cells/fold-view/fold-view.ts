import type { CalendarDate } from '@duban/kernel';
import type { ViewStore } from '../view.store.js';
import { planView } from '../view-plan.js';

/**
 * Brings the cells of one inner node up to date with the own cells of everything below it, in one
 * transaction with the positions it has reached: each change is in them exactly once, whoever folds it
 * and however often it is tried. A locality that moves in the tree leaves one view and joins another
 * with its whole sum. Gives false when it has to be done once more: somebody else is at it, or it begins
 * anew.
 */
export async function foldView(view: ViewStore, day: CalendarDate): Promise<boolean> {
  if (!(await view.claim())) return false;
  const plan = planView(await view.members(day));
  if (plan === null) {
    await view.clear();
    return false;
  }
  if (plan.leave.length > 0) await view.leave(plan.leave);
  if (plan.advance.length > 0) await view.advance(plan.advance);
  if (plan.join.length > 0) await view.join(plan.join);
  if (plan.leave.length > 0 || plan.join.length > 0) await view.noteMembers();
  return true;
}
