/**
 * What a locality lets those above it see of its cases (共享范围), from least to most: nothing at all;
 * what is counted; which cases there are, without their texts; the texts as well.
 */
export const SHARING_LEVELS = ['NONE', 'COUNTS', 'METADATA', 'FULL'] as const;
export type SharingLevel = (typeof SHARING_LEVELS)[number];

/** What holds where a locality has said nothing. */
export const DEFAULT_SHARING: SharingLevel = 'COUNTS';

/** The event by which a locality says so; its payload is `Shared`. */
export const SHARING_SET = 'locality.sharing_set';
export type Shared = { readonly level: SharingLevel; readonly reason: string };

/** Whether at least so much is shared. */
export const sharesAtLeast = (level: SharingLevel, wanted: SharingLevel): boolean =>
  SHARING_LEVELS.indexOf(level) >= SHARING_LEVELS.indexOf(wanted);

/** The levels at which at least so much is shared. */
export const levelsFrom = (wanted: SharingLevel): readonly SharingLevel[] =>
  SHARING_LEVELS.filter((level) => sharesAtLeast(level, wanted));
