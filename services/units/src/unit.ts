import {
  accept,
  addDays,
  type CalendarDate,
  checkText,
  isCalendarDate,
  type Outcome,
  type Refused,
  refuse,
  type UnitSystem,
} from '@duban/kernel';
import type { PositionFacts, SectionFacts, UnitEvent } from './events.js';

/** What the rules need to know of a handling unit (承办单位). `validTo`: first day it no longer exists; null while it does. */
export type Unit = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate | null;
  readonly successorId: string | null;
  readonly version: number;
};

export type UnitWish = {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly system: UnitSystem;
  readonly liaisonOrganId: string | null;
  readonly isHandlingUnit: boolean;
  readonly validFrom: CalendarDate;
  readonly sections: readonly { readonly code: string; readonly name: string }[];
};

/** Makes an id; the section it is for, where there is one. */
export type MakeId = () => string;

const CODE = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const MAX_SECTIONS = 100;

/** A new unit. `sameCode` and `sameName`: units of the locality that have them already, closed ones aside for the name. */
export function decideRegister(
  unitId: string,
  wish: UnitWish,
  known: { readonly sameCode: boolean; readonly sameName: boolean; readonly organExists: boolean },
  makeId: MakeId,
): Outcome<UnitEvent[]> {
  const refused = checkCode(wish.code) ?? checkNames(wish) ?? checkSections(wish.sections);
  if (refused) return refused;
  if (!isCalendarDate(wish.validFrom)) return refuse('DATE_INVALID', { field: 'from' });
  if (known.sameCode) return refuse('UNIT_CODE_TAKEN', { code: wish.code });
  if (known.sameName) return refuse('UNIT_NAME_TAKEN', { name: wish.name });
  if (!known.organExists) return refuse('ORGAN_NOT_FOUND');
  const sections = wish.sections.map(({ code, name }) => ({ sectionId: makeId(), code, name }));
  const positions = positionsOf(sections, makeId);
  return accept([{ type: 'unit.registered', payload: { ...wish, unitId, sections, positions } }]);
}

/** The four levels of responsibility: head and deputy head of the unit, head and handler of each section. */
export const positionsOf = (
  sections: readonly SectionFacts[],
  makeId: (kind: PositionFacts['kind'], section: SectionFacts | null) => string,
): PositionFacts[] => [
  { positionId: makeId('HEAD', null), kind: 'HEAD', sectionId: null },
  { positionId: makeId('DEPUTY_HEAD', null), kind: 'DEPUTY_HEAD', sectionId: null },
  ...sections.flatMap((section): PositionFacts[] =>
    (['SECTION_HEAD', 'HANDLER'] as const).map((kind) => ({
      positionId: makeId(kind, section),
      kind,
      sectionId: section.sectionId,
    })),
  ),
];

/** A new name; cases of before keep the unit, and so show the new name. A closed unit keeps the name it had. */
export function decideRename(
  unit: Unit,
  wish: { readonly name: string; readonly shortName: string },
  known: { readonly sameName: boolean },
): Outcome<UnitEvent[]> {
  const refused = checkNames(wish);
  if (refused) return refused;
  if (unit.validTo !== null) return refuse('UNIT_ALREADY_CLOSED', { lastDay: addDays(unit.validTo, -1) });
  if (unit.name === wish.name && unit.shortName === wish.shortName) return refuse('UNIT_NAME_UNCHANGED');
  if (known.sameName) return refuse('UNIT_NAME_TAKEN', { name: wish.name });
  return accept([
    { type: 'unit.renamed', payload: { unitId: unit.id, name: wish.name, shortName: wish.shortName } },
  ]);
}

/**
 * Closes a unit after its last day (机构改革). `successor` takes its work over: an open unit of the same
 * locality. Undefined: none was named; null: none was found.
 */
export function decideClose(
  unit: Unit,
  lastDay: CalendarDate,
  successor: Unit | null | undefined,
): Outcome<UnitEvent[]> {
  if (!isCalendarDate(lastDay)) return refuse('DATE_INVALID', { field: 'lastDay' });
  if (unit.validTo !== null) return refuse('UNIT_ALREADY_CLOSED', { lastDay: addDays(unit.validTo, -1) });
  if (lastDay < unit.validFrom) return refuse('UNIT_CLOSED_BEFORE_OPENED', { from: unit.validFrom });
  if (successor === null) return refuse('SUCCESSOR_NOT_FOUND');
  if (successor?.id === unit.id) return refuse('SUCCESSOR_IS_ITSELF');
  const validTo = addDays(lastDay, 1);
  if (successor && successor.validTo !== null && successor.validTo <= validTo) {
    return refuse('SUCCESSOR_CLOSED', { name: successor.name });
  }
  const payload = { unitId: unit.id, validTo, successorId: successor?.id ?? null };
  return accept([{ type: 'unit.closed', payload }]);
}

/** Somebody changed the unit since the caller saw it. */
export const checkVersion = (unit: Unit, expected: number | null | undefined): Refused | null =>
  expected === null || expected === undefined || expected === unit.version
    ? null
    : refuse('STALE_VERSION', { current: unit.version });

const checkCode = (code: string): Refused | null =>
  code.length <= 60 && CODE.test(code) ? null : refuse('CODE_MALFORMED', { code: code.slice(0, 60) });

const checkNames = ({ name, shortName }: { name: string; shortName: string }): Refused | null =>
  checkText('name', name, { max: 100 }) ?? checkText('shortName', shortName, { max: 30 });

function checkSections(sections: UnitWish['sections']): Refused | null {
  if (sections.length > MAX_SECTIONS) return refuse('TOO_MANY_SECTIONS', { max: MAX_SECTIONS });
  const seen = new Set<string>();
  for (const { code, name } of sections) {
    const refused = checkCode(code) ?? checkText('section.name', name, { max: 100 });
    if (refused) return refused;
    if (seen.has(code)) return refuse('SECTION_CODE_TWICE', { code });
    seen.add(code);
  }
  return null;
}
