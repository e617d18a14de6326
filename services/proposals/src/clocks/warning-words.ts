import { WARNING_LEVELS, type WarningLevel, type WarningLevels } from '../process/warnings.js';
import type { Words } from './clock-words.js';
import type { Warning } from './warning.js';

export type LevelWords = { readonly label: Words; readonly colour: string };

/** A version that was stored before levels had names shows their codes. */
export const levelWords = (levels: WarningLevels | undefined, level: WarningLevel): LevelWords =>
  levels?.[level] ?? { label: { zh: level, en: level }, colour: '#6e7781' };

/** Why there is a warning: what it is about, since when, by which rule, and how it has risen. */
export function explainWarning(
  {
    label,
    reason,
    since,
    rule,
    code,
    escalations,
    repeats,
  }: Omit<Warning, 'key' | 'autoResolve' | 'restsWhenAcknowledged' | 'recipients'>,
  { label: level }: LevelWords,
): Words {
  const risen =
    escalations > 0 ? { zh: `，已升级 ${escalations} 次`, en: `, risen ${escalations} times` } : NOTHING;
  const told =
    repeats > 0 ? { zh: `，已重复提醒 ${repeats} 次`, en: `, told again ${repeats} times` } : NOTHING;
  return {
    zh: `${level.zh}：${label.zh}。${reason.zh}；自 ${since} 起${risen.zh}${told.zh}（规则“${rule}”，${code}）。`,
    en: `${level.en}: ${label.en}. ${reason.en}; since ${since}${risen.en}${told.en} (rule "${rule}", ${code}).`,
  };
}

const NOTHING: Words = { zh: '', en: '' };

/** For sorting: the more pressing first. */
export const levelRank = (level: WarningLevel): number => WARNING_LEVELS.indexOf(level);
