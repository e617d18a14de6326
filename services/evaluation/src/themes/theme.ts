import { accept, checkText, type NewEvent, type Outcome, type Refused, refuse } from '@duban/kernel';
import type { Population } from '../figures/figure-filter.js';

/** Which items a theme is about: what the filter of figures says in canonical terms, the same everywhere. */
export type ThemeFilter = Pick<
  Population,
  'category' | 'kind' | 'period' | 'system' | 'keyOnly' | 'year' | 'years' | 'from' | 'to'
>;

/** A theme as it is spoken of. */
export type ThemeWords = {
  readonly name: string;
  readonly nameEn: string | null;
  readonly description: string;
  readonly filter: ThemeFilter;
};

/** A theme with what has become of it. */
export type KeptTheme = ThemeWords & {
  readonly themeId: string;
  /** ISO instants. */
  readonly openedAt: string;
  readonly closedAt: string | null;
  readonly closingReason: string | null;
  /** How many events it is made of. */
  readonly version: number;
};

/** A case that somebody picked, by the locality whose it is. */
export type PickedCase = { readonly ownerId: number; readonly caseId: string };
type Picked = PickedCase & { readonly reason: string };

type About<More = object> = { readonly themeId: string } & More;
export type ThemeEvent =
  | NewEvent<'theme.opened', About<ThemeWords>>
  | NewEvent<'theme.revised', About<ThemeWords & { readonly reason: string }>>
  | NewEvent<'theme.case_added', About<Picked>>
  | NewEvent<'theme.case_removed', About<Picked>>
  | NewEvent<'theme.closed', About<{ readonly reason: string }>>;

/** What stands beside a theme when it is named. */
export type ThemeScene = {
  /** Whether the locality has anybody below it. */
  readonly hasBelow: boolean;
  /** Whether another open theme of the locality has this name. */
  readonly nameTaken: boolean;
};

/** 确立专题: by whoever has somebody below, on at least one canonical field, under a name of its own. */
export function decideOpening(
  themeId: string,
  words: ThemeWords,
  { hasBelow, nameTaken }: ThemeScene,
): Outcome<ThemeEvent> {
  if (!hasBelow) return refuse('THEME_NOBODY_BELOW');
  const wrong = checkWords(words) ?? (nameTaken ? refuse('THEME_NAME_TAKEN', { name: words.name }) : null);
  return wrong ?? accept({ type: 'theme.opened', payload: { themeId, ...words } });
}

/** What is said otherwise; what is left out stays. An empty English name takes it away. */
export type ThemeChange = {
  readonly name: string | null;
  readonly nameEn: string | null;
  readonly description: string | null;
  readonly filter: ThemeFilter | null;
  readonly reason: string;
};

/** 修订专题: something of it is said otherwise, as long as it is open. */
export function decideRevision(
  theme: KeptTheme,
  { reason, ...change }: ThemeChange,
  { nameTaken }: Pick<ThemeScene, 'nameTaken'>,
): Outcome<ThemeEvent> {
  const { themeId } = theme;
  const words: ThemeWords = {
    name: change.name ?? theme.name,
    nameEn: (change.nameEn ?? theme.nameEn) || null,
    description: change.description ?? theme.description,
    filter: change.filter ?? theme.filter,
  };
  const wrong = checkOpen(theme) ?? checkReason(reason) ?? checkWords(words);
  if (wrong) return wrong;
  if (nameTaken) return refuse('THEME_NAME_TAKEN', { name: words.name });
  if (sameWords(words, theme)) return refuse('THEME_UNCHANGED');
  return accept({ type: 'theme.revised', payload: { themeId, ...words, reason } });
}

/** So many cases at most are picked for a theme one by one. */
export const MOST_PICKED = 500;

/** What is known when a case is picked. */
export type PickScene = {
  readonly picked: readonly PickedCase[];
  /** Whether the viewer may see the case: it is their own, or its locality shares it. */
  readonly seen: boolean;
};

/** 选入专题: a case that the viewer may see, once. One that is not shared is answered as one that is not there. */
export function decideAdding(
  theme: KeptTheme,
  { ownerId, caseId, reason }: Picked,
  { picked, seen }: PickScene,
): Outcome<ThemeEvent> {
  const wrong = checkOpen(theme) ?? checkReason(reason);
  if (wrong) return wrong;
  if (!seen) return refuse('THEME_CASE_NOT_FOUND');
  if (isPicked({ ownerId, caseId }, picked)) return refuse('THEME_CASE_PICKED');
  if (picked.length >= MOST_PICKED) return refuse('THEME_CASES_FULL', { most: MOST_PICKED });
  const { themeId } = theme;
  return accept({ type: 'theme.case_added', payload: { themeId, ownerId, caseId, reason } });
}

/** 移出专题: one that was picked, whether or not it may still be seen. */
export function decideRemoval(
  theme: KeptTheme,
  { ownerId, caseId, reason }: Picked,
  picked: readonly PickedCase[],
): Outcome<ThemeEvent> {
  const wrong = checkOpen(theme) ?? checkReason(reason);
  if (wrong) return wrong;
  if (!isPicked({ ownerId, caseId }, picked)) return refuse('THEME_CASE_NOT_PICKED');
  const { themeId } = theme;
  return accept({ type: 'theme.case_removed', payload: { themeId, ownerId, caseId, reason } });
}

const isPicked = (one: PickedCase, picked: readonly PickedCase[]): boolean =>
  picked.some(({ ownerId, caseId }) => ownerId === one.ownerId && caseId === one.caseId);

/** 结束专题: nothing of it changes any more; its figures go on being counted. */
export function decideClosing(theme: KeptTheme, reason: string): Outcome<ThemeEvent> {
  const wrong = checkOpen(theme) ?? checkReason(reason);
  return wrong ?? accept({ type: 'theme.closed', payload: { themeId: theme.themeId, reason } });
}

const checkOpen = ({ closedAt }: KeptTheme): Refused | null =>
  closedAt === null ? null : refuse('THEME_CLOSED');

const checkReason = (reason: string): Refused | null => checkText('reason', reason, { max: 500 });

const checkWords = ({ name, nameEn, description, filter }: ThemeWords): Refused | null =>
  checkText('name', name, { max: 100 }) ??
  (nameEn === null ? null : checkText('nameEn', nameEn, { max: 200 })) ??
  checkText('description', description, { max: 2000 }) ??
  (saysWhat(filter) ? null : refuse('THEME_WITHOUT_FIELD'));

/** When alone says nothing of what it is about. */
const saysWhat = ({ category, kind, period, system, keyOnly }: ThemeFilter): boolean =>
  category !== null || kind !== null || period !== null || system !== null || keyOnly;

const sameWords = (one: ThemeWords, other: ThemeWords): boolean => written(one) === written(other);

const written = ({ name, nameEn, description, filter }: ThemeWords): string =>
  JSON.stringify([name, nameEn, description, themeFilter(filter)]);

/** The canonical part of a filter, its fields in one order. */
export const themeFilter = (of: ThemeFilter): ThemeFilter => ({
  category: of.category,
  kind: of.kind,
  period: of.period,
  system: of.system,
  keyOnly: of.keyOnly,
  year: of.year,
  years: of.years,
  from: of.from,
  to: of.to,
});
