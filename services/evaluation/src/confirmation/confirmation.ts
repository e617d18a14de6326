import { accept, checkText, type NewEvent, type Outcome, type Role, refuse } from '@duban/kernel';
import type { MetricName } from '../figures/metrics.js';

/** Which figures: one year's, of one kind of cases, with everything below the locality. */
export type FigureYear = { readonly year: number; readonly kind: string };

/** One number as it was when it was confirmed. */
export type ConfirmedNumber = {
  readonly metric: MetricName;
  /** Null where it is not told, by the protection of few ratings below. */
  readonly numerator: number | null;
  readonly denominator: number | null;
};

export type FiguresEvent =
  | NewEvent<
      'figures.confirmed',
      FigureYear & { readonly numbers: readonly ConfirmedNumber[]; readonly note: string | null }
    >
  | NewEvent<'figures.unlocked', FigureYear & { readonly reason: string }>;

/** What the rules look at: whether it is confirmed here, and how things stand right below and above. */
export type ConfirmationScene = {
  readonly role: Role;
  readonly confirmed: boolean;
  readonly below: readonly { readonly tenant: number; readonly confirmed: boolean }[];
  readonly confirmedAbove: boolean;
  /** The current year: its figures are not over. */
  readonly thisYear: number;
};

/** Whose figures they are: each office answers for its own kind of cases. */
const OFFICE_OF: Readonly<Record<string, Role>> = {
  NPC_SUGGESTION: 'DEPUTY_AFFAIRS_OFFICER',
  CPPCC_PROPOSAL: 'PROPOSAL_COMMITTEE_OFFICER',
};

/** 确认统计数据: once everybody right below has, and once only. */
export function decideConfirmation(
  asked: FigureYear & { readonly note: string | null },
  numbers: readonly ConfirmedNumber[],
  scene: ConfirmationScene,
): Outcome<FiguresEvent> {
  const { year, kind, note } = asked;
  if (OFFICE_OF[kind] !== scene.role) return refuse('FIGURES_OTHER_OFFICE');
  if (year > scene.thisYear) return refuse('FIGURES_YEAR_AHEAD', { year });
  if (scene.confirmed) return refuse('FIGURES_CONFIRMED', { year });
  const open = scene.below.filter(({ confirmed }) => !confirmed);
  if (open.length > 0)
    return refuse('FIGURES_BELOW_OPEN', { year, open: open.length, of: scene.below.length });
  const wrong = note === null ? null : checkText('note', note, { max: 500 });
  return wrong ?? accept({ type: 'figures.confirmed', payload: { year, kind, numbers, note } });
}

/** 解除确认: with a reason, from the top down. */
export function decideUnlocking(
  { year, kind, reason }: FigureYear & { readonly reason: string },
  { role, confirmed, confirmedAbove }: ConfirmationScene,
): Outcome<FiguresEvent> {
  if (OFFICE_OF[kind] !== role) return refuse('FIGURES_OTHER_OFFICE');
  if (!confirmed) return refuse('FIGURES_NOT_CONFIRMED', { year });
  if (confirmedAbove) return refuse('FIGURES_CONFIRMED_ABOVE', { year });
  return (
    checkText('reason', reason, { max: 500 }) ??
    accept({ type: 'figures.unlocked', payload: { year, kind, reason } })
  );
}

/** A number that is told. */
export type ToldNumber = ConfirmedNumber & { readonly numerator: number };
const isTold = (one: ConfirmedNumber | undefined): one is ToldNumber => (one?.numerator ?? null) !== null;

/** Numbers that are no longer what was confirmed, with what they are now; of what is told, then and now. */
export const changedSince = (
  confirmed: readonly ConfirmedNumber[],
  now: readonly ConfirmedNumber[],
): { readonly before: ToldNumber; readonly now: ToldNumber }[] =>
  confirmed.flatMap((before) => {
    const current = now.find(({ metric }) => metric === before.metric);
    if (!isTold(before) || !isTold(current)) return [];
    const same = current.numerator === before.numerator && current.denominator === before.denominator;
    return same ? [] : [{ before, now: current }];
  });
