import {
  accept,
  checkText,
  DEFAULT_SHARING,
  type Outcome,
  refuse,
  type Shared,
  type SharingLevel,
} from '@duban/kernel';

/** What a locality said once: how much is seen of it from above, and why. */
export type SharingRow = {
  readonly ordinal: number;
  readonly level: SharingLevel;
  readonly reason: string;
  /** The role of whoever set it. */
  readonly role: string;
  readonly setAt: Date;
};

/** What holds, given what was said, the last first. */
export const currentLevel = ([last]: readonly SharingRow[]): SharingLevel => last?.level ?? DEFAULT_SHARING;

/** It holds at once: who withdraws something does not want it seen until tomorrow. */
export function decideSharing(said: readonly SharingRow[], wish: Shared): Outcome<Shared> {
  const wrong = checkText('reason', wish.reason, { max: 500 });
  if (wrong) return wrong;
  if (currentLevel(said) === wish.level) return refuse('SHARING_UNCHANGED', { level: wish.level });
  return accept({ level: wish.level, reason: wish.reason });
}
