import type { GivenClass, Part } from './case-file.js';
import { compareOutcomes, type ItemRules, worstLevel } from './item-rules.js';
import type { Axis, Level } from './vocabulary.js';

/** The assignments an item's value is read from. */
export type Rated = {
  /** In force and owing a reply, of every round. */
  readonly owed: readonly Part[];
  /** Those of them that speak for the item now. */
  readonly speaking: readonly Part[];
  readonly leadProposerId: string | null;
  readonly rules: ItemRules;
};

type GivenLevel = { readonly level: Level; readonly at: string };

/** The item's class: that of its worst (or best) unit, once every unit that speaks for it has one. */
export function finalClass({ owed, speaking, rules }: Rated): GivenClass | null {
  const byId = new Map(owed.map((part) => [part.id, part]));
  const classes = speaking.map((part) => carried(part, byId, (each) => classOf(each, rules), rules));
  return combineClasses(classes, rules);
}

function combineClasses(classes: readonly (GivenClass | null)[], rules: ItemRules): GivenClass | null {
  const given = classes.filter((each) => each !== null);
  if (given.length === 0 || given.length < classes.length) return null;
  const sign = rules.classOfSeparateUnits === 'WORST' ? 1 : -1;
  const chosen = given.reduce((best, each) =>
    sign * compareOutcomes(each.outcomes, best.outcomes) > 0 ? each : best,
  );
  return { ...chosen, at: lastOf(given) };
}

const classOf = (part: Part, rules: ItemRules): GivenClass | null =>
  part.confirmed ?? (rules.classCounts === 'CLAIMED_UNTIL_CONFIRMED' ? part.claimed : null);

/** A part without a class of its own yet still has that of the assignments it took on. */
function carried(
  part: Part,
  byId: ReadonlyMap<string, Part>,
  read: (part: Part) => GivenClass | null,
  rules: ItemRules,
): GivenClass | null {
  const own = read(part);
  if (own) return own;
  const before = predecessorsOf(part, byId);
  return combineClasses(
    before.map((each) => carried(each, byId, read, rules)),
    rules,
  );
}

/** The level of the first round: every unit of it rated, the least satisfied one decides. */
export function firstLevel({ owed, leadProposerId, rules }: Rated, axis: Axis): GivenLevel | null {
  const round = Math.min(...owed.map((part) => part.round));
  const first = owed.filter((part) => part.round === round && !part.rehanded);
  return combineLevels(first.map((part) => levelOf(part, axis, leadProposerId, rules)));
}

/** The level of the latest round that was rated, unit by unit. */
export function finalLevel({ owed, speaking, leadProposerId, rules }: Rated, axis: Axis): GivenLevel | null {
  const byId = new Map(owed.map((part) => [part.id, part]));
  const read = (part: Part): GivenLevel | null =>
    levelOf(part, axis, leadProposerId, rules) ?? combineLevels(predecessorsOf(part, byId).map(read));
  return combineLevels(speaking.map(read));
}

function levelOf(part: Part, axis: Axis, leadProposerId: string | null, rules: ItemRules): GivenLevel | null {
  const ratings = [...part.ratings.values()].filter(
    (rating) => rating.axis === axis && (rules.raters === 'ALL' || rating.respondent === leadProposerId),
  );
  return combineLevels(ratings);
}

/** The least satisfied of all, dated by the last of them; null while one is missing. */
function combineLevels(levels: readonly (GivenLevel | null)[]): GivenLevel | null {
  const given = levels.filter((each) => each !== null);
  if (given.length < levels.length) return null;
  const level = worstLevel(given.map((each) => each.level));
  return level && { level, at: lastOf(given) };
}

/** ISO instants sort as text. */
const lastOf = (given: readonly { readonly at: string }[]): string =>
  given
    .map((each) => each.at)
    .sort()
    .at(-1) ?? '';

const predecessorsOf = (part: Part, byId: ReadonlyMap<string, Part>): Part[] =>
  part.predecessors.flatMap((id) => byId.get(id) ?? []);
