import { addDays, type CalendarDate, type RecordedEvent } from '@duban/kernel';
import type { KnownSection, UnitDirectory } from './unit-directory.store.js';

/** What this service reads of units' events; whatever else they say is theirs. */
type UnitPayload = {
  readonly unitId: string;
  readonly name?: string;
  readonly system?: string;
  readonly isHandlingUnit?: boolean;
  readonly validFrom?: CalendarDate;
  readonly sections?: readonly KnownSection[];
  /** The day after the last one. */
  readonly validTo?: CalendarDate;
};

/** Takes over which units and sections a locality has: a record or a score can be about no other. */
export async function foldUnits(directory: UnitDirectory, events: readonly RecordedEvent[]): Promise<void> {
  for (const event of events) if (event.type.startsWith('unit.')) await foldUnit(directory, event);
}

async function foldUnit(directory: UnitDirectory, { type, payload }: RecordedEvent): Promise<void> {
  const { unitId, name, system, isHandlingUnit: handling, validFrom: from, ...unit } = payload as UnitPayload;
  const sections = unit.sections ?? [];
  if (type === 'unit.registered')
    await directory.register({
      unitId,
      name: name ?? '',
      system: system ?? null,
      handling: handling ?? true,
      from: from ?? null,
      sections,
    });
  if (type === 'unit.renamed' || type === 'unit.amended')
    await directory.amend(unitId, { name, system, handling, from });
  if (type === 'unit.amended') await directory.setSections(unitId, sections);
  if (type === 'unit.closed') await directory.end(unitId, unit.validTo ? addDays(unit.validTo, -1) : null);
  if (type === 'unit.reopened') await directory.end(unitId, null);
}
