import type { FileProblem, ProblemText } from './file-problem.js';
import type { LocatedYaml, YamlPath } from './located-yaml.js';
import { nearest } from './nearest.js';
import type { WrittenCategory, WrittenLocality, WrittenUnit } from './written-locality.js';

type Report = (path: YamlPath, text: ProblemText) => void;

/** What a schema cannot say about one locality's file: codes written twice, references that lead nowhere, dates out of order. */
export function checkLocality(yaml: LocatedYaml, locality: WrittenLocality): FileProblem[] {
  const problems: FileProblem[] = [];
  const report: Report = (path, text) => problems.push(yaml.problemAt(path, text));
  checkUnique('organs', locality.organs, report);
  checkUnique('units', locality.units, report);
  checkOrder(locality, [], report);
  checkParents(locality, report);
  checkUnits(locality, report);
  if (locality.categories) checkCategories(locality.categories, report);
  return problems;
}

function checkUnique(list: string, entries: readonly { code: string }[], report: Report): void {
  const first = new Map<string, number>();
  for (const [index, { code }] of entries.entries()) {
    const earlier = first.get(code);
    if (earlier === undefined) first.set(code, index);
    else {
      report([list, index, 'code'], {
        zh: `代码“${code}”已用于 ${list} 的第 ${earlier + 1} 项。请换一个。`,
        en: `the code "${code}" is already used by item ${earlier + 1} of ${list}. Choose another.`,
      });
    }
  }
}

function checkOrder({ from, to }: { from?: string; to?: string }, path: YamlPath, report: Report): void {
  if (from === undefined || to === undefined || from <= to) return;
  report([...path, 'to'], {
    zh: `结束日期 ${to} 早于起始日期 ${from}。`,
    en: `the last day ${to} is before the first day ${from}.`,
  });
}

function checkParents({ level, parents, from, number }: WrittenLocality, report: Report): void {
  if (level === 'NATION' ? parents.length > 0 : parents.length === 0) {
    report(['parents'], {
      zh:
        level === 'NATION'
          ? '全国没有上级,请写 []。'
          : '缺少上级。请写 - {locality: 上级登记号, from: 起始日期}。',
      en:
        level === 'NATION'
          ? 'the nation has nothing above it: write [].'
          : 'the locality above is missing: write - {locality: its number, from: first day}.',
    });
  }
  const seen = parents.map((parent, index) => ({ ...parent, index }));
  for (const [index, parent] of seen.entries()) {
    checkOrder(parent, ['parents', index], report);
    if (parent.locality === number) {
      report(['parents', index, 'locality'], {
        zh: '上级不能是自己。',
        en: 'a locality cannot be its own parent.',
      });
    }
    if (parent.from < from) {
      report(['parents', index, 'from'], {
        zh: `早于本地方的起始日期 ${from}。`,
        en: `this is before the locality's own first day ${from}.`,
      });
    }
    const other = seen.slice(0, index).find((each) => overlap(each, parent));
    if (!other) continue;
    report(['parents', index, 'from'], {
      zh: `与第 ${other.index + 1} 个上级的时间重叠。前一个请写 to(最后一日)。`,
      en: `it overlaps with parent ${other.index + 1}. Give the earlier one a last day (to).`,
    });
  }
}

type Span = { from: string; to?: string };
const overlap = (a: Span, b: Span): boolean => a.from <= (b.to ?? '9999') && b.from <= (a.to ?? '9999');

function checkUnits({ units, organs, from }: WrittenLocality, report: Report): void {
  const organCodes = organs.map(({ code }) => code);
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  for (const [index, unit] of units.entries()) {
    checkOrder({ from: unit.from ?? from, to: unit.to }, ['units', index], report);
    if (unit.liaisonCommittee !== undefined && !organCodes.includes(unit.liaisonCommittee)) {
      const meant = nearest(unit.liaisonCommittee, organCodes);
      report(['units', index, 'liaisonCommittee'], {
        zh: `organs 中没有“${unit.liaisonCommittee}”。${meant.zh}`,
        en: `there is no "${unit.liaisonCommittee}" among the organs. ${meant.en}`,
      });
    }
    checkSuccessor(unit, index, byCode, report);
  }
}

function checkSuccessor(
  unit: WrittenUnit,
  index: number,
  units: ReadonlyMap<string, WrittenUnit>,
  report: Report,
): void {
  const path = ['units', index, 'successor'];
  const passed = new Set([unit.code]);
  for (let code = unit.successor; code !== undefined; code = units.get(code)?.successor) {
    if (!units.has(code)) {
      const meant = nearest(code, [...units.keys()]);
      if (passed.size > 1) return;
      report(path, {
        zh: `units 中没有“${code}”。${meant.zh}`,
        en: `there is no "${code}" among the units. ${meant.en}`,
      });
      return;
    }
    if (passed.has(code)) {
      report(path, { zh: '承接关系成环。', en: 'the successors go round in a circle.' });
      return;
    }
    passed.add(code);
  }
}

/** Codes are unique over the whole tree, and each leaf comes to a canonical category. */
export function checkCategories(categories: readonly WrittenCategory[], report: Report): void {
  const seen = new Set<string>();
  const visit = (list: readonly WrittenCategory[], path: YamlPath, inherited: boolean): void => {
    for (const [index, { code, canonical, children }] of list.entries()) {
      const here = [...path, index];
      if (seen.has(code)) {
        report([...here, 'code'], {
          zh: `分类代码“${code}”重复。请换一个。`,
          en: `the category code "${code}" is used twice. Choose another.`,
        });
      }
      seen.add(code);
      const mapped = inherited || canonical !== undefined;
      if (children) visit(children, [...here, 'children'], mapped);
      else if (!mapped) {
        report(here, {
          zh: `分类“${code}”没有通用分类。请在它或其上级写 canonical。`,
          en: `the category "${code}" comes to no canonical category. Write canonical here or above.`,
        });
      }
    }
  };
  visit(categories, ['categories'], false);
}
