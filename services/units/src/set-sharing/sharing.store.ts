import type { Shared } from '@duban/kernel';
import type { SharingRow } from './sharing.js';

/** What the own locality lets those above it see. */
export type SharingStore = {
  /** All that was said, the last first. */
  said(): Promise<readonly SharingRow[]>;
  /** The same, for whoever is going to say something: two at once take turns. */
  saidForChange(): Promise<readonly SharingRow[]>;
  say(shared: Shared): Promise<void>;
};
