import type { CaseEvents } from '../case/events.js';

type Designated = Pick<CaseEvents['proposal.key_designated'], 'decidedBy' | 'reason' | 'rule'>;

/** The rule that made a case a key item; null when somebody did. Older events name it in their reason, and nobody who decided. */
export const keyRuleOf = ({ decidedBy, reason, rule }: Designated): string | null => {
  if (rule !== undefined || decidedBy !== null) return rule ?? null;
  return /（([^（）]+)）$/.exec(reason ?? '')?.[1] ?? null;
};
