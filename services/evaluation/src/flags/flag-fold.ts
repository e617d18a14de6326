import { type CaseEvent, inOccurredOrder } from '../facts/case-event.js';

/** A flag that a work record of a case raises, as long as the record says so. */
export type CaseFlag = {
  readonly recordId: string;
  readonly code: string;
  /** Whose handling it is about; null: the case as a whole. */
  readonly unitId: string | null;
  /** ISO instants; until null: it stands. */
  readonly from: string;
  readonly until: string | null;
};

/** The flags of one case from all that has happened to it: a corrected record lowers what it no longer says. */
export function flagsOf(events: readonly CaseEvent[]): CaseFlag[] {
  const over: CaseFlag[] = [];
  const standing = new Map<string, readonly CaseFlag[]>();
  const units = new Map<string, string | null>();
  for (const { type, data, occurredAt: at } of inOccurredOrder(events)) {
    const recordId = data.id('recordId');
    if (!recordId || !SAYING.includes(type)) continue;
    if (type === 'record.entered') units.set(recordId, data.object('subject')?.id('unitId') ?? null);
    const [before, said] = [standing.get(recordId) ?? [], data.texts('flags')];
    const unitId = units.get(recordId) ?? null;
    over.push(...before.filter(({ code }) => !said.includes(code)).map((flag) => ({ ...flag, until: at })));
    const raised = [...new Set(said)].map(
      (code) =>
        before.find((flag) => flag.code === code) ?? { recordId, code, unitId, from: at, until: null },
    );
    standing.set(recordId, raised);
  }
  const all = [...over, ...[...standing.values()].flat()];
  return all.filter(({ from, until }) => until === null || from < until);
}

const SAYING = ['record.entered', 'record.corrected'];
