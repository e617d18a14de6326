import type { CaseCard } from './case-card.js';

/** Where the relay keeps what cases are found by. */
export type CardFiles = {
  /** In place of what was kept of these cases. */
  set(cards: readonly CaseCard[]): Promise<void>;
};
