import type { RecordedEvent } from '@duban/kernel';
import type { Page, Slice } from '@duban/kernel/graphql';
import type { Key } from '../evidence/evidence.store.js';
import type { KeptTheme, PickedCase, ThemeEvent } from './theme.js';

/** Null: open and closed ones. */
export type ThemeState = 'OPEN' | 'CLOSED' | null;

/** Themes of the transaction's locality. */
export type ThemeStore = {
  /** Null too for another locality's. */
  find(theme: Key): Promise<KeptTheme | null>;
  /** The open one of that name. */
  findOpen(name: string): Promise<KeptTheme | null>;
  /** The one opened last first. */
  page(state: ThemeState, page: Page): Promise<Slice<KeptTheme>>;
  count(state: ThemeState): Promise<number>;
  /** Cases picked for it, whether or not they may be seen. */
  picked(themeId: string): Promise<readonly PickedCase[]>;
  /** Everything that has happened to it, in order. */
  history(themeId: string): Promise<readonly RecordedEvent[]>;
  /** `before`: the theme as it was read; null when it is new. */
  append(event: ThemeEvent, before: KeptTheme | null): Promise<void>;
};
