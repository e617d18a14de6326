import type { Resident } from '../../kit/county.js';
import { must } from './case.js';
import type { Cast } from './cast.js';

export type Row = Readonly<Record<string, string>>;

/** Fifty cases of 2024, no two alike, as a small ledger has them; every seventh still waits for its reply. */
export async function importFifty(cast: Cast): Promise<Row[]> {
  const units = await unitNames(cast.admin);
  const rows = Array.from({ length: 50 }, (_, at) => rowOf(cast, units, at + 1));
  await must(cast.office, 'importLedger', { year: 2024, rows }, 'cases');
  return rows;
}

const MATTERS = ['公交', '养老', '学位', '停车', '饮水', '路灯', '菜场', '桥梁', '医疗', '河道'];
const CATEGORIES = ['城乡建设与管理', '社会保障与民生', '教科文卫体'];
const two = (number: number) => String(number).padStart(2, '0');

function rowOf({ deputies }: Cast, units: readonly string[], number: number): Row {
  const replied = number % 7 !== 0;
  const closed = replied && number % 2 === 0;
  const month = two(1 + (number % 3));
  return {
    caseNumber: `2024年会字第${String(number).padStart(4, '0')}号`,
    kind: '建议',
    title: `关于${MATTERS[number % 10]}问题的第 ${number} 件建议`,
    category: CATEGORIES[number % 3] as string,
    period: number % 5 === 0 ? '闭会' : '大会',
    proposerType: '个人',
    leadProposer: (deputies[number % 5] as Resident).name,
    submittedOn: `2024-01-${two(1 + (number % 28))}`,
    reviewResult: '立案',
    handedOverOn: `2024-0${2 + (number % 2)}-${two(1 + (number % 25))}`,
    unit: units[number % 4] as string,
    role: '独办',
    round: '1',
    ...(replied
      ? { repliedOn: `2024-${two(3 + Number(month))}-15`, outcomeClass: 'ABC'[number % 3] as string }
      : {}),
    ...(replied ? { attitude: '满意', result: number % 4 === 0 ? '基本满意' : '满意' } : {}),
    ...(closed ? { closedOn: '2024-11-20' } : {}),
    ...(number % 10 === 0 ? { keyTier: 'CONGRESS_LEADER' } : {}),
  };
}

async function unitNames(person: Resident): Promise<string[]> {
  const { viewer } = await person.get('{ viewer { locality { units(first: 4) { nodes { name } } } } }');
  return viewer.locality.units.nodes.map(({ name }: { name: string }) => name);
}
