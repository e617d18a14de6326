import type { CalendarDate } from '@duban/kernel';
import type { CaseContext, MandateFact, UnitFact } from '../case/context.js';
import type { Process } from '../process/process.js';
import type { DirectoryMandate, DirectoryUnit } from './ledger.store.js';
import type { LedgerRow } from './ledger-columns.js';
import type { LedgerVocabulary } from './ledger-row.js';

/** A locality's own words as a ledger may write them: codes, labels, full and short names. */
export function vocabularyOf(
  process: Process,
  categoryNames: ReadonlyMap<string, string>,
  units: readonly DirectoryUnit[],
): LedgerVocabulary {
  const labelled = (entries: Readonly<Record<string, { readonly label: { readonly zh: string } }>>) =>
    new Map(
      Object.entries(entries).flatMap(([code, { label }]) => [
        [label.zh, code] as const,
        [code, code] as const,
      ]),
    );
  return {
    category: new Map(
      [...categoryNames].flatMap(([code, name]) => [[name, code] as const, [code, code] as const]),
    ),
    unit: new Map(
      units.flatMap(({ id, name, shortName }) => [[name, id] as const, [shortName ?? name, id] as const]),
    ),
    class: labelled(process.outcomes.classes),
    level: labelled(process.feedback.levels),
    tier: labelled(process.keyTiers),
  };
}

type Span = { readonly from: string | null; readonly to: string | null };

const activeOn = ({ from, to }: Span, on: CalendarDate): boolean =>
  (from === null || from <= on) && (to === null || to >= on);

/** Units and mandates as they stood on the dates of one case. */
export function directoryFacts(
  head: LedgerRow,
  units: readonly DirectoryUnit[],
  mandates: readonly DirectoryMandate[],
): Pick<CaseContext, 'units' | 'mandates'> {
  const submitted = head.submittedOn ?? '';
  const handedOver = head.handedOverOn ?? submitted;
  return {
    units: new Map(
      units.map((unit): [string, UnitFact] => [unit.id, { active: activeOn(unit, handedOver) }]),
    ),
    mandates: new Map(
      mandates.map(({ kind, ...mandate }): [string, MandateFact] => [
        mandate.id,
        { kind, active: activeOn(mandate, submitted) },
      ]),
    ),
  };
}

/** Finds a proposer by name: of the case's kind, and of several terms the one that was running. */
export function findMandate(
  mandates: readonly DirectoryMandate[],
  row: LedgerRow,
  name: string,
): string | null {
  const kind = row.kind === 'CPPCC_PROPOSAL' ? 'CPPCC_MEMBER' : 'DEPUTY';
  const named = mandates.filter((mandate) => mandate.name === name && mandate.kind === kind);
  const running = named.find((mandate) => activeOn(mandate, row.submittedOn ?? ''));
  return (running ?? named[0])?.id ?? null;
}
