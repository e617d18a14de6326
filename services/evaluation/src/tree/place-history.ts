import {
  type CalendarDate,
  DEFAULT_SHARING,
  type RecordedEvent,
  SHARING_LEVELS,
  SHARING_SET,
  type SharingLevel,
} from '@duban/kernel';
import { Payload } from '../facts/case-event.js';
import type { Place } from './locality-tree.js';

/** Something that holds on days [validFrom, validTo). */
type Span = { readonly validFrom: CalendarDate; readonly validTo: string };

/** A locality above this one, for a time. Depth 1 is the parent. */
type Edge = Span & { readonly ancestor: number; readonly depth: number };

export type PlaceHistory = { readonly places: readonly Place[]; readonly edges: readonly Edge[] };

type Life = Span & Pick<Place, 'level' | 'ratingsFrom'>;
type Attachment = Span & { readonly parent: number; readonly ancestors: readonly Ancestor[] };
type Ancestor = { readonly number: number; readonly depth: number };

const FOREVER = 'infinity';

/** What the units service has to say about a locality's place; other events do not move it. */
export const PLACE_EVENTS = [
  'locality.registered',
  'locality.amended',
  'locality.attached',
  'locality.succeeded',
] as const;

/**
 * A locality's history in the tree, from all events about its place in the order they were recorded:
 * each attachment replaces what was said before about the days from its first one on. After its end it
 * stands where what it left is counted: below its successor, or what stands above several.
 */
export function placeHistory(tenant: number, events: readonly RecordedEvent[]): PlaceHistory {
  let life: Life | null = null;
  let attachments: readonly Attachment[] = [];
  let successions: readonly Attachment[] = [];
  for (const { type, payload } of events) {
    const data = new Payload((payload ?? {}) as Record<string, unknown>);
    const span = {
      validFrom: data.text('validFrom') ?? '1949-10-01',
      validTo: data.text('validTo') ?? FOREVER,
    };
    if (type === 'locality.attached') attachments = replaced(attachments, { ...span, ...aboveIn(data) });
    else if (type === 'locality.succeeded')
      successions = replaced(successions, { ...span, ...aboveIn(data) });
    else life = { ...span, level: data.text('level') ?? 'COUNTY', ratingsFrom: data.integer('ratingsFrom') };
  }
  if (!life) return { places: [], edges: [] };
  const { validTo, level, ratingsFrom } = life;
  const within = attachments.flatMap((each) => clipped(each, life as Span) ?? []);
  const after = successions.flatMap((each) => clipped(each, { validFrom: validTo, validTo: FOREVER }) ?? []);
  const left = after.map((each) => ({ ...each, tenant, level, ended: true, ratingsFrom }));
  return {
    places: [
      ...placesOf(tenant, life, within),
      ...left.map(({ ancestors: _above, ...place }): Place => place),
    ],
    edges: [...within, ...after].flatMap(edgesOf),
  };
}

export type Called = { readonly code: string; readonly name: string };

/** What the locality is called: as it was said last. */
export function calledIn(events: readonly RecordedEvent[]): Called | null {
  const said = events.findLast(
    ({ type }) => type === 'locality.registered' || type === 'locality.amended',
  )?.payload;
  const data = new Payload((said ?? {}) as Record<string, unknown>);
  const [code, name] = [data.text('code'), data.text('name')];
  return code === null || name === null ? null : { code, name };
}

/** What the locality lets those above it see: what it said last. */
export function sharingIn(events: readonly RecordedEvent[]): SharingLevel {
  const said = new Payload(
    (events.findLast(({ type }) => type === SHARING_SET)?.payload ?? {}) as Record<string, unknown>,
  ).text('level');
  return SHARING_LEVELS.find((level) => level === said) ?? DEFAULT_SHARING;
}

/** Places as they were known from one instant of recording to the next. */
export type KnownPlaces = {
  readonly places: readonly Place[];
  readonly knownFrom: string;
  readonly knownTo: string;
};

/** What was known of a locality's places, recording by recording; the last holds on. */
export function knownPlaces(tenant: number, events: readonly RecordedEvent[]): KnownPlaces[] {
  const instants = [...new Set(events.map(({ recordedAt }) => recordedAt))].sort();
  return instants.map((knownFrom, index) => {
    const heard = events.filter(({ recordedAt }) => recordedAt <= knownFrom);
    return {
      places: placeHistory(tenant, heard).places,
      knownFrom,
      knownTo: instants[index + 1] ?? FOREVER,
    };
  });
}

function aboveIn(data: Payload): Pick<Attachment, 'parent' | 'ancestors'> {
  const parent = data.integer('parent') ?? 0;
  const named = data.objects('ancestors').flatMap((each) => {
    const [number, depth] = [each.integer('number'), each.integer('depth')];
    return number && depth ? [{ number, depth }] : [];
  });
  return { parent, ancestors: named.length > 0 ? named : [{ number: parent, depth: 1 }] };
}

function replaced(known: readonly Attachment[], next: Attachment): Attachment[] {
  const before = known.flatMap(
    (each) => clipped(each, { validFrom: '0001-01-01', validTo: next.validFrom }) ?? [],
  );
  return next.parent > 0 ? [...before, next] : before;
}

/** The part of a span that lies within another; null when there is none. Days sort as text, and before `infinity`. */
function clipped<Of extends Span>(span: Of, within: Span): Of | null {
  const [, validFrom = ''] = [span.validFrom, within.validFrom].sort();
  const [validTo = ''] = [span.validTo, within.validTo].sort();
  return validFrom < validTo ? { ...span, validFrom, validTo } : null;
}

/** The locality's whole life, cut where what is above changes; nothing above is a place too (the top of the tree). */
function placesOf(tenant: number, life: Life, attachments: readonly Attachment[]): Place[] {
  const days = new Set([
    life.validFrom,
    ...attachments.flatMap(({ validFrom, validTo }) => [validFrom, validTo]),
  ]);
  const starts = [...days].filter((day) => day < life.validTo).sort();
  return starts.map((validFrom, index) => {
    const above = attachments.find((each) => each.validFrom <= validFrom && validFrom < each.validTo);
    const validTo = starts[index + 1] ?? life.validTo;
    const { level, ratingsFrom } = life;
    return { tenant, parent: above?.parent ?? null, level, ended: false, ratingsFrom, validFrom, validTo };
  });
}

const edgesOf = ({ ancestors, validFrom, validTo }: Attachment): Edge[] =>
  ancestors.map(({ number, depth }) => ({ ancestor: number, depth, validFrom, validTo }));
