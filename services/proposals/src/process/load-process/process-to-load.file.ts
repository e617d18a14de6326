import { createHash } from 'node:crypto';
import { canonicalJson } from '@duban/kernel';
import type { SourceLayer } from '../../definitions/pinned-layer.js';
import type { ProcessOfKinds } from '../effective-process.js';
import type { StoredCategories } from '../process.store.typeorm.js';

/** A level's file as it is now. */
export type FileLayer = SourceLayer & { readonly text: string };

/** The process a locality's files make now, and the files, from the base down. `hash` is of everything that is stored. */
export type ProcessToLoad = {
  readonly number: number;
  readonly process: ProcessOfKinds;
  readonly categories: StoredCategories;
  readonly layers: readonly FileLayer[];
  readonly hash: string;
};

export const contentHash = (content: unknown): string =>
  createHash('sha256').update(canonicalJson(content)).digest('hex');
