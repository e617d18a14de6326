import type { GivenClass, Part } from './case-file.js';
import { type Counting, countingRatings } from './counting-ratings.js';
import { compareOutcomes, type ItemRules, worstLevel } from './item-rules.js';
import type { Axis, Level } from './vocabulary.js';

/** The assignments an item's value is read from. */
export type Rated = Counting & {
  /** In force and owing a reply, of every round. */
  readonly owed: readonly Part[];
  /** Those of them that speak for the item now. */
  readonly speaking: readonly Part[];
};

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

/** A later claim (in a follow-up reply) does not take back what was confirmed, unless claims count by themselves. */
function classOf({ claimed, confirmed }: Part, { classCounts }: ItemRules): GivenClass | null {
  if (classCounts === 'CONFIRMED_ONLY' || !claimed) return confirmed;
  return confirmed && confirmed.at >= claimed.at ? confirmed : claimed;
}

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
export function firstLevel({ owed, ...counting }: Rated, axis: Axis): Level | null {
  const round = Math.min(...owed.map((part) => part.round));
  const first = owed.filter((part) => part.round === round && !part.rehanded);
  return combineLevels(first.map((part) => levelOf(part, axis, counting)));
}

/** The level of the latest round that was rated, unit by unit. */
export function finalLevel({ owed, speaking, ...counting }: Rated, axis: Axis): Level | null {
  const byId = new Map(owed.map((part) => [part.id, part]));
  const read = (part: Part): Level | null =>
    levelOf(part, axis, counting) ?? combineLevels(predecessorsOf(part, byId).map(read));
  return combineLevels(speaking.map(read));
}

const levelOf = (part: Part, axis: Axis, counting: Counting): Level | null =>
  combineLevels(countingRatings(part, axis, counting).map((rating) => rating.level));

/** The least satisfied of all; null while one is missing. */
const combineLevels = (levels: readonly (Level | null)[]): Level | null => {
  const given = levels.filter((level) => level !== null);
  return given.length < levels.length ? null : worstLevel(given);
};

/** ISO instants sort as text. */
const lastOf = (given: readonly { readonly at: string }[]): string =>
  given
    .map((each) => each.at)
    .sort()
    .at(-1) ?? '';

const predecessorsOf = (part: Part, byId: ReadonlyMap<string, Part>): Part[] =>
  part.predecessors.flatMap((id) => byId.get(id) ?? []);
