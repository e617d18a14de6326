import { addDays, type CalendarDate, canonicalJson, type LocalityFile, type UnitEntry } from '@duban/kernel';
import type {
  Attached,
  LocalityEvent,
  LocalityFacts,
  PositionKind,
  UnitEvent,
  UnitFacts,
} from '../events.js';
import { type Attachment, FOREVER, type Place } from '../tree.js';
import { positionsOf } from '../unit.js';

/** Ids of what a file describes; they follow from its codes. */
export type FileIds = {
  organ(code: string): string;
  category(code: string): string;
  unit(code: string): string;
  section(unit: string, section: string): string;
  position(unit: string, kind: PositionKind, section: string | null): string;
};

/** A locality's file with the history of what stands above it, which other files decide as well. */
export type Described = {
  readonly file: LocalityFile;
  readonly attachments: readonly Attachment[];
  /** Where what it has left is counted after its end; nothing while it exists. */
  readonly successions?: readonly Attachment[];
};

export type UnitChange = { readonly unitId: string; readonly code: string; readonly event: UnitEvent };

/** The tree's view of a file: `to` is a last day there, `until` the day after here. */
export const placeOf = (file: LocalityFile): Place => ({
  number: file.number,
  from: file.from,
  until: dayAfter(file.to) ?? FOREVER,
  parents: file.parents.map(({ locality, from, to }) => ({
    parent: locality,
    from,
    until: dayAfter(to) ?? FOREVER,
  })),
  successors: file.successors,
});

const dayAfter = (lastDay: CalendarDate | null): CalendarDate | null =>
  lastDay === null ? null : addDays(lastDay, 1);
const same = (a: unknown, b: unknown): boolean => canonicalJson(a) === canonicalJson(b);

/**
 * What happened to a locality between two states of its file (`before` is null the first time). Only
 * what changed in the file counts, so that what people changed meanwhile stays as they made it.
 */
export function localityChanges(before: Described | null, after: Described, ids: FileIds): LocalityEvent[] {
  const lists = listsOf(after.file, ids);
  const registered: LocalityEvent = {
    type: before ? 'locality.amended' : 'locality.registered',
    payload: factsOf(after),
  };
  if (!before) return [registered, ...attached(null, after), ...succeeded(after), ...lists];
  const known = listsOf(before.file, ids);
  return [
    ...(same(factsOf(before), factsOf(after)) ? [] : [registered]),
    ...attached(before, after),
    ...(standsElsewhere(before, after) ? succeeded(after) : []),
    ...lists.filter((list, index) => !same(list, known[index])),
  ];
}

function factsOf({ file, attachments }: Described): LocalityFacts {
  const { number, code, names, level, from, to, ratingsFrom, successors } = file;
  const parent = attachments.at(-1)?.ancestors[0] ?? null;
  const life = { validFrom: from, validTo: dayAfter(to) };
  return {
    ...{ number, code, name: names.zh, names, level, parent, ...life },
    ...(ratingsFrom && { ratingsFrom }),
    // A file that was loaded long ago may not have the list.
    ...(successors?.length && { successors }),
  };
}

/** From the first span that differs on: each event replaces whatever was said about the days after it. */
function attached(before: Described | null, after: Described): LocalityEvent[] {
  const old = before?.attachments ?? [];
  const spans = after.attachments;
  const differs = spans.findIndex((span, index) => !same(span, old[index]));
  const shorter = old.length > spans.length ? spans.length - 1 : spans.length;
  const start = Math.max(0, differs === -1 ? shorter : differs);
  return spans.slice(start).map((span) => ({
    type: 'locality.attached',
    payload: attachedBy(after.file.number, span),
  }));
}

/** Whatever is said about what stands above is followed by what comes after the end: the one may cut the other. */
const standsElsewhere = (before: Described, after: Described): boolean =>
  !same(before.attachments, after.attachments) || !same(before.successions ?? [], after.successions ?? []);

const succeeded = ({ file, successions = [] }: Described): LocalityEvent[] =>
  successions
    .filter(({ ancestors }) => ancestors.length > 0)
    .map((span) => ({
      type: 'locality.succeeded',
      payload: { ...attachedBy(file.number, span), successors: file.successors },
    }));

const attachedBy = (number: number, { ancestors, from, until }: Attachment): Attached => ({
  number,
  parent: ancestors[0] as number,
  validFrom: from,
  validTo: until === FOREVER ? null : until,
  ancestors: ancestors.map((ancestor, index) => ({ number: ancestor, depth: index + 1 })),
});

function listsOf({ organs, categories, roles }: LocalityFile, ids: FileIds): LocalityEvent[] {
  return [
    {
      type: 'locality.organs_listed',
      payload: { organs: organs.map((organ) => ({ organId: ids.organ(organ.code), ...organ })) },
    },
    {
      type: 'locality.categories_listed',
      payload: {
        categories: categories.map(({ parent, ...category }) => ({
          categoryId: ids.category(category.code),
          parentId: parent === null ? null : ids.category(parent),
          ...category,
        })),
      },
    },
    { type: 'locality.roles_named', payload: { roles } },
  ];
}

/** What happened to the units: new ones first, so that whoever takes over is there; closings last. */
export function unitChanges(
  before: LocalityFile | null,
  after: LocalityFile,
  ids: FileIds,
  today: CalendarDate,
): UnitChange[] {
  const old = new Map(before?.units.map((unit) => [unit.code, unit]));
  const kept = new Set(after.units.map(({ code }) => code));
  const gone = [...old.values()].filter(({ code, to }) => !kept.has(code) && to === null);
  const changes = [
    ...after.units.flatMap((unit) => changesOf(old.get(unit.code) ?? null, unit, ids)),
    ...gone.map((unit) => closing({ ...unit, to: addDays(today, -1), successor: null }, ids)),
  ];
  const rank = ({ event }: UnitChange): number =>
    event.type === 'unit.registered' ? 0 : event.type === 'unit.closed' ? 2 : 1;
  return changes.sort((a, b) => rank(a) - rank(b));
}

function changesOf(before: UnitEntry | null, unit: UnitEntry, ids: FileIds): UnitChange[] {
  const unitId = ids.unit(unit.code);
  const change = (event: UnitEvent): UnitChange => ({ unitId, code: unit.code, event });
  const facts = unitFacts(unit, ids);
  if (!before) {
    const registered = change({ type: 'unit.registered', payload: facts });
    return unit.to === null ? [registered] : [registered, closing(unit, ids)];
  }
  const { name, shortName } = unit;
  const changes: UnitChange[] = [];
  if (before.name !== name || before.shortName !== shortName) {
    changes.push(change({ type: 'unit.renamed', payload: { unitId, name, shortName } }));
  }
  const { code, name: _name, shortName: _shortName, ...rest } = facts;
  const old = unitFacts(before, ids);
  if (!same(facts, { ...old, name, shortName }))
    changes.push(change({ type: 'unit.amended', payload: rest }));
  if (unit.to === null && before.to !== null)
    changes.push(change({ type: 'unit.reopened', payload: { unitId } }));
  const ended = unit.to !== before.to || unit.successor !== before.successor;
  return unit.to !== null && ended ? [...changes, closing(unit, ids)] : changes;
}

function closing({ code, to, from, successor }: UnitEntry, ids: FileIds): UnitChange {
  const lastDay = to === null || to < from ? from : to;
  const unitId = ids.unit(code);
  const successorId = successor === null ? null : ids.unit(successor);
  return {
    unitId,
    code,
    event: { type: 'unit.closed', payload: { unitId, validTo: addDays(lastDay, 1), successorId } },
  };
}

function unitFacts(unit: UnitEntry, ids: FileIds): UnitFacts {
  const sections = unit.sections.map(({ code, name }) => ({
    sectionId: ids.section(unit.code, code),
    code,
    name,
  }));
  return {
    unitId: ids.unit(unit.code),
    code: unit.code,
    name: unit.name,
    shortName: unit.shortName,
    system: unit.system,
    liaisonOrganId: unit.liaisonCommittee === null ? null : ids.organ(unit.liaisonCommittee),
    isHandlingUnit: unit.handling,
    validFrom: unit.from,
    sections,
    positions: positionsOf(sections, (kind, section) => ids.position(unit.code, kind, section?.code ?? null)),
  };
}
