import type { CalendarDate } from '@duban/kernel';

type OnEntry = { readonly entryId: string };

export type RegisterPayloads = {
  'proposal.mark_attention': { readonly reason: string };
  'entry.plan': OnEntry & {
    readonly responsible: string;
    readonly milestones: readonly { readonly title: string; readonly dueOn: CalendarDate }[];
  };
  'entry.cross_term': OnEntry & { readonly toTerm: number };
  'entry.rate': OnEntry & {
    /** Left out: the viewer's own mandate. Given: the office enters a signed paper form. */
    readonly respondent?: string;
    readonly level: string;
    readonly comment?: string | null;
  };
};
