import type { RefusalCatalogue } from '@duban/kernel';

/** Refusals of the import as a whole; what is wrong in a row is told at its cell. */
export const LEDGER_REFUSALS = {
  LEDGER_HAS_PROBLEMS: {
    zh: '台账有 {problems} 处问题,未导入任何内容。请改正后重新导入。',
    en: 'The ledger has {problems} problems; nothing was recorded. Correct them and import it again.',
  },
  LEDGER_DRY_RUN: {
    zh: '试运行:{rows} 行,可导入 {cases} 件、{events} 个事件,{unchanged} 件此前已导入。未导入任何内容。',
    en: 'Dry run: {rows} rows, {cases} cases and {events} events would be recorded, {unchanged} cases were recorded before. Nothing was recorded.',
  },
  LEDGER_TOO_LONG: {
    zh: '一次最多 {max} 行;更大的台账请用导入命令。',
    en: 'At most {max} rows at once; use the import command for a larger ledger.',
  },
} as const satisfies RefusalCatalogue;
