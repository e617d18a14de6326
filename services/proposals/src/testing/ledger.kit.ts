import { workingCalendar } from '@duban/kernel/runtime';
import { groupRows } from '../import-ledger/ledger-group.js';
import { parseLedgerRow } from '../import-ledger/ledger-row.js';
import { directoryFacts, vocabularyOf } from '../import-ledger/ledger-words.js';
import { LedgerRefused } from '../import-ledger/replay-case.js';
import { type ReplayedCase, replayGroup } from '../import-ledger/replay-group.js';
import { MAPPINGS_ONLY } from '../process/condition.js';
import { id, viewerAs } from './people.js';
import { processOf } from './process-files.kit.js';

/* A small place and ledgers of a few rows, for the specs of this folder. */

const open = { from: null, to: null };
const { process } = processOf('base');
if (!process) throw new Error('the base process does not hold');
const PROCESS = process;
const UNITS = [
  { id: id(1), name: '市交通运输局', shortName: '交通局', ...open },
  { id: id(2), name: '市水利局', shortName: null, ...open },
];
const MANDATES = ['张领衔', '李联名', '王并案'].map((name, at) => ({
  id: id(10 + at),
  name,
  kind: 'DEPUTY' as const,
  ...open,
}));
const CATEGORIES = new Map([['transport', '交通运输']]);

export const WORDS = vocabularyOf(PROCESS, CATEGORIES, UNITS);

/** One good row; what a test is about is overridden. */
export const cells = (also: Readonly<Record<string, string>> = {}): Record<string, string> => ({
  案号: '0001',
  类型: '建议',
  标题: '关于增设公交站的建议',
  分类: '交通运输',
  时段: '大会',
  提出方式: '个人',
  领衔人: '张领衔',
  提出日期: '2023-01-10',
  审查结果: '立案',
  交办日期: '2023-02-28',
  承办单位: '交通局',
  承办角色: '独办',
  轮次: '1',
  答复日期: '2023-04-20',
  面复: '是',
  结果类别: 'A',
  态度评价: '满意',
  结果评价: '满意',
  办结日期: '2023-05-01',
  ...also,
});

/** The codes that the rows of one group give: of the cells, of the group, of the rules; none: the cases. */
export function importRows(...rows: readonly Record<string, string>[]): {
  problems: string[];
  cases: readonly ReplayedCase[];
} {
  const parsed = rows.map((row, at) => parseLedgerRow(row, at + 2, WORDS));
  const told = (problems: readonly { column: string; code: string }[]) =>
    problems.map(({ column, code }) => `${column} ${code}`);
  const bad = parsed.flatMap(({ problems }) => told(problems));
  if (bad.length > 0) return { problems: bad, cases: [] };
  const { group, problems } = groupRows(
    parsed.flatMap(({ row }) => row ?? []),
    2023,
    (_, number) => id(Number(number)),
  );
  if (!group) return { problems: told(problems), cases: [] };
  try {
    return { problems: [], cases: replayGroup(group, frame()) };
  } catch (error) {
    if (error instanceof LedgerRefused) return { problems: told([error.problem]), cases: [] };
    throw error;
  }
}

function frame(): Parameters<typeof replayGroup>[1] {
  let count = 1000;
  return {
    process: PROCESS,
    viewer: viewerAs('TENANT_ADMIN'),
    now: '2024-06-01T00:00:00.000Z',
    people: (name) => MANDATES.find((mandate) => mandate.name === name)?.id ?? null,
    happened: () => undefined,
    context: ({ rows: [head] }, _, other) => ({
      persons: new Set<string>(),
      source: 'LEDGER',
      conditions: MAPPINGS_ONLY,
      calendar: workingCalendar(),
      ...directoryFacts(head, UNITS, MANDATES),
      organs: new Map(),
      held: [],
      caseIds: new Set(),
      categories: new Map([['transport', 'INDUSTRY_TRANSPORT']]),
      nextSerial: null,
      numberTaken: false,
      nextEntrySerial: 1,
      other,
      sessionClose: null,
      newId: () => id(++count),
    }),
  };
}
