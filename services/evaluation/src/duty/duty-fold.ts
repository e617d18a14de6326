import type { CaseEvent } from '../facts/case-event.js';

/** What one deputy or member did in one case. */
export type CaseDuty = {
  readonly mandateId: string;
  /** Put it forward, or joined those who did. */
  readonly led: boolean;
  readonly joined: boolean;
  /** Forms on which they rated a reply, and contacts with a unit that they took part in. */
  readonly ratings: number;
  readonly contacts: number;
};

const NOTHING = { led: false, joined: false, ratings: 0, contacts: 0 } as const;

/** Everybody's part in one case; a draft is nobody's. */
export function dutiesOf(events: readonly CaseEvent[]): CaseDuty[] {
  const submitted = events.findLast(({ type }) => type === 'proposal.submitted')?.data;
  if (!submitted) return [];
  const duties = new Map<string, CaseDuty>();
  const add = (mandateId: string | null, change: (duty: CaseDuty) => Partial<CaseDuty>): void => {
    if (!mandateId) return;
    const before = duties.get(mandateId) ?? { mandateId, ...NOTHING };
    duties.set(mandateId, { ...before, ...change(before) });
  };
  add(submitted.id('leadProposerId'), () => ({ led: true }));
  for (const cosigner of idsIn(submitted.texts('cosignerIds'))) add(cosigner, () => ({ joined: true }));
  const forms = new Set<string>();
  for (const { type, data, position } of events) {
    if (type === 'contact.recorded')
      for (const mandateId of new Set(data.objects('participants').map((one) => one.id('mandateId'))))
        add(mandateId, ({ contacts }) => ({ contacts: contacts + 1 }));
    if (type !== 'feedback.given') continue;
    // One form has an event for each axis.
    const form = data.text('formId') ?? String(position);
    if (!forms.has(form)) add(data.id('respondent'), ({ ratings }) => ({ ratings: ratings + 1 }));
    forms.add(form);
  }
  return [...duties.values()];
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const idsIn = (texts: readonly string[]): readonly string[] => texts.filter((text) => UUID.test(text));
