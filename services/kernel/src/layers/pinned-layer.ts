import { canonicalJson } from '../event.js';
import type { Layer } from './layer.js';

/** Whose document it is: the base's, which every place builds upon, or that of a level of the tree. */
export const LAYER_LEVELS = ['BASE', 'NATION', 'PROVINCE', 'CITY', 'COUNTY'] as const;
export type LayerLevel = (typeof LAYER_LEVELS)[number];

/** The number that stands for the base: registration numbers have six digits. */
export const BASE_NUMBER = 1;

/** What one level says itself, and who it is. */
export type SourceLayer = Layer & {
  /** Registration number; 1 for the base. */
  readonly locality: number;
  readonly level: LayerLevel;
  /** The locality's name in Chinese. */
  readonly name: string;
  /** Of what the document says, not of how it is written. */
  readonly hash: string;
};

/**
 * A document as a stored process was made of it. It stays what it was when the level above says
 * something else: a change above is offered, never applied.
 */
export type PinnedLayer = SourceLayer & {
  readonly origin: 'FILE' | 'PUBLISHED';
  /** In the own layer of a published process: the file's content that was known when it was drafted. */
  readonly fileHash?: string | null;
};

/** Whether two documents say the same. */
export const sameDocument = (one: unknown, other: unknown): boolean =>
  canonicalJson(one ?? null) === canonicalJson(other ?? null);
