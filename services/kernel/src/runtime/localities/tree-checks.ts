import { addDays } from '../../calendar.js';
import { LOCALITY_LEVELS } from '../../locality-vocabulary.js';
import type { FileProblem } from './file-problem.js';
import type { LocatedYaml } from './located-yaml.js';
import type { WrittenLocality } from './written-locality.js';

/** One locality's file among the others. */
export type PlacedLocality = { readonly yaml: LocatedYaml; readonly locality: WrittenLocality };

/** Files that do not fit their schema: they may still be somebody's parent. */
export type Unplaced = { readonly yaml: LocatedYaml };

/**
 * What only all files together can show: numbers and codes used twice, parents that do not exist or
 * are not above. Levels rise strictly, so that no circle can come about. A parent whose own file is
 * wrong is not reported a second time.
 */
export function checkTree(all: readonly PlacedLocality[], unplaced: readonly Unplaced[] = []): FileProblem[] {
  const pending = unplaced.map(({ yaml }) => Number((yaml.value as { number?: unknown } | null)?.number));
  const mayExist = (number: number): boolean => pending.some((each) => each === number || !(each >= 100_000));
  return [
    ...checkTwice(all, 'number'),
    ...checkTwice(all, 'code'),
    ...all.flatMap((each) => parentsOf(each, all, mayExist)),
    ...all.flatMap((each) => successorsOf(each, all, mayExist)),
  ];
}

/** A number is for ever; a code may be given to another locality once the one that had it has ended. */
function checkTwice(all: readonly PlacedLocality[], field: 'number' | 'code'): FileProblem[] {
  const known = new Map<string, PlacedLocality[]>();
  return all.flatMap((each) => {
    const value = String(each.locality[field]);
    const others = known.get(value) ?? [];
    known.set(value, [...others, each]);
    const earlier = others.find(
      (other) => field === 'number' || !isOver(other.locality, each.locality.from, each.locality.to),
    );
    if (!earlier) return [];
    return [
      each.yaml.problemAt([field], {
        zh: `${value} 已用于 ${earlier.yaml.file}。`,
        en: `${value} is already used in ${earlier.yaml.file}.`,
      }),
    ];
  });
}

/** Ended before another began, or begun after it had ended. */
const isOver = ({ from, to }: WrittenLocality, otherFrom: string, otherTo: string | undefined): boolean =>
  (to !== undefined && to < otherFrom) || (otherTo !== undefined && otherTo < from);

/** Whoever takes a locality's place is there on the day after its last one; so nobody succeeds himself, near or far. */
function successorsOf(
  { yaml, locality }: PlacedLocality,
  all: readonly PlacedLocality[],
  mayExist: (number: number) => boolean,
): FileProblem[] {
  const { to, successors = [] } = locality;
  if (to === undefined) return [];
  const next = addDays(to, 1);
  return successors.flatMap((number, index) => {
    const path = ['successors', index];
    const successor = all.find((each) => each.locality.number === number)?.locality;
    if (!successor && mayExist(number)) return [];
    if (!successor)
      return [
        yaml.problemAt(path, {
          zh: `没有登记号为 ${number} 的地方。请先为它建一个文件夹。`,
          en: `there is no locality with the number ${number}. Give it a folder first.`,
        }),
      ];
    if (successor.from <= next && (successor.to === undefined || successor.to >= next)) return [];
    return [
      yaml.problemAt(path, {
        zh: `承接的地方 ${number} 在 ${next} 不存在。请写当天已设立、尚未撤销的地方。`,
        en: `the successor ${number} is not there on ${next}. Name one that exists on that day.`,
      }),
    ];
  });
}

function parentsOf(
  { yaml, locality }: PlacedLocality,
  all: readonly PlacedLocality[],
  mayExist: (number: number) => boolean,
): FileProblem[] {
  return locality.parents.flatMap((parent, index) => {
    const path = ['parents', index, 'locality'];
    const above = all.find((each) => each.locality.number === parent.locality)?.locality;
    if (!above && mayExist(parent.locality)) return [];
    if (!above) {
      return [
        yaml.problemAt(path, {
          zh: `没有登记号为 ${parent.locality} 的地方。请先为它建一个文件夹。`,
          en: `there is no locality with the number ${parent.locality}. Give it a folder first.`,
        }),
      ];
    }
    if (LOCALITY_LEVELS.indexOf(above.level) < LOCALITY_LEVELS.indexOf(locality.level)) return [];
    if (above.number === locality.number) return [];
    return [
      yaml.problemAt(path, {
        zh: `${above.names.zh}的层级 ${above.level} 不高于本地方的 ${locality.level}。`,
        en: `the level ${above.level} of ${above.number} is not above this one's ${locality.level}.`,
      }),
    ];
  });
}

/** From the top down: what stands above is there before what stands below. */
export const fromTheTop = <Placed extends { readonly locality: { level: string; number: number } }>(
  all: readonly Placed[],
): Placed[] =>
  [...all].sort(
    (a, b) =>
      LOCALITY_LEVELS.indexOf(a.locality.level as never) -
        LOCALITY_LEVELS.indexOf(b.locality.level as never) || a.locality.number - b.locality.number,
  );
