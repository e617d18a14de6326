import { sameFacts } from './fact.js';
import type { Version } from './fact-versions.js';

/** What has to be done to make stored versions equal to folded ones. */
export type Changes<Of> = {
  /** Stored, and not (or no longer so) in the fold. */
  readonly removed: readonly Of[];
  /** In the fold, and not (or not so) stored. */
  readonly written: readonly Of[];
};

/**
 * Compares versions of the same items by identity (`keyOf`: whose, from when). What a fold repeats
 * is left alone. The difference between the two sides is also what a sum over current versions
 * changes by: minus what is removed, plus what is written.
 */
export function changesOf<Of extends Version>(
  stored: readonly Of[],
  folded: readonly Of[],
  keyOf: (version: Of) => string,
): Changes<Of> {
  const [before, after] = [stored, folded].map(
    (versions) => new Map(versions.map((each) => [keyOf(each), each])),
  );
  const same = (key: string): boolean => {
    const [old, now] = [before?.get(key), after?.get(key)];
    return old !== undefined && now !== undefined && sameVersion(old, now);
  };
  return {
    removed: stored.filter((version) => !same(keyOf(version))),
    written: folded.filter((version) => !same(keyOf(version))),
  };
}

function sameVersion<Of extends Version>(a: Of, b: Of): boolean {
  const { facts: left, ...one } = a;
  const { facts: right, ...other } = b;
  return (
    sameFacts(left, right) &&
    (Object.keys(one) as (keyof typeof one)[]).every((name) => one[name] === (other as typeof one)[name])
  );
}
