import type { FileProblem, ProblemText } from './file-problem.js';
import type { LocatedYaml, YamlPath } from './located-yaml.js';
import { nearest } from './nearest.js';
import type { WrittenLocality } from './written-locality.js';
import type { WrittenPeople } from './written-people.js';

type Named = { readonly path: YamlPath; readonly name: string };

/**
 * What a schema cannot say about a `people.yaml`: names twice, references that lead nowhere, roles
 * nobody has. Without a usable `locality.yaml` (null) what refers to it is not judged.
 */
export function checkPeople(
  yaml: LocatedYaml,
  people: WrittenPeople,
  locality: WrittenLocality | null,
): FileProblem[] {
  const problems: FileProblem[] = [];
  const report = (path: YamlPath, text: ProblemText): void => {
    problems.push(yaml.problemAt(path, text));
  };
  const refer = (path: YamlPath, code: string | undefined, codes: readonly string[], where: string): void => {
    if (code === undefined || codes.includes(code)) return;
    const meant = nearest(code, codes);
    report(path, {
      zh: `${where} 中没有“${code}”。${meant.zh}`,
      en: `there is no "${code}" in ${where}. ${meant.en}`,
    });
  };
  checkNames(people, report);
  checkGroups(people, refer);
  for (const [index, { role, name }] of people.staff.entries()) {
    if (name !== undefined || role === 'SYSTEM') continue;
    report(['staff', index], {
      zh: '缺少 name。只有 SYSTEM 可以没有姓名。',
      en: 'name is missing. Only SYSTEM may go without.',
    });
  }
  if (locality) checkPlaces(people, locality, refer);
  return problems;
}

function namesOf(people: WrittenPeople): Named[] {
  const lists = (['deputies', 'members', 'staff'] as const).flatMap((list) =>
    people[list].map(({ name }, index) => ({ path: [list, index, 'name'], name: name ?? '' })),
  );
  const unitStaff = people.unitStaff.flatMap((line, index) =>
    (['head', 'deputyHead', 'sectionHead', 'handler'] as const).map((post) => ({
      path: ['unitStaff', index, post],
      name: line[post],
    })),
  );
  return [...lists, ...unitStaff].filter(({ name }) => name !== '');
}

/** A ledger names proposers by name alone, so a name stands for one person. */
function checkNames(people: WrittenPeople, report: (path: YamlPath, text: ProblemText) => void): void {
  const seen = new Set<string>();
  for (const { path, name } of namesOf(people)) {
    if (seen.has(name)) {
      report(path, {
        zh: `姓名“${name}”已出现过。请换一个,或加括号区分。`,
        en: `the name "${name}" stands here already. Choose another, or tell them apart in brackets.`,
      });
    }
    seen.add(name);
  }
}

type Refer = (path: YamlPath, code: string | undefined, codes: readonly string[], where: string) => void;

function checkGroups({ groups, deputies, members, staff }: WrittenPeople, refer: Refer): void {
  const codesOf = (kind?: string): string[] =>
    groups.filter((group) => kind === undefined || group.kind === kind).map(({ code }) => code);
  for (const [index, deputy] of deputies.entries()) {
    refer(['deputies', index, 'delegation'], deputy.delegation, codesOf('DELEGATION'), 'groups (DELEGATION)');
  }
  for (const [index, member] of members.entries()) {
    refer(['members', index, 'sector'], member.sector, codesOf('SECTOR'), 'groups (SECTOR)');
  }
  for (const [list, entries] of Object.entries({ deputies, members, staff })) {
    for (const [index, entry] of entries.entries()) {
      for (const [at, code] of (entry.groups ?? []).entries()) {
        refer([list, index, 'groups', at], code, codesOf(), 'groups');
      }
    }
  }
}

function checkPlaces({ staff, unitStaff }: WrittenPeople, locality: WrittenLocality, refer: Refer): void {
  const organs = locality.organs.map(({ code }) => code);
  const units = locality.units.map(({ code }) => code);
  for (const [index, { organ }] of staff.entries()) {
    refer(['staff', index, 'organ'], organ, organs, 'locality.yaml organs');
  }
  for (const [index, { unit, section }] of unitStaff.entries()) {
    refer(['unitStaff', index, 'unit'], unit, units, 'locality.yaml units');
    const sections = locality.units.find(({ code }) => code === unit)?.sections;
    if (!units.includes(unit)) continue;
    refer(['unitStaff', index, 'section'], section, Object.keys(sections ?? {}), `sections of ${unit}`);
  }
}
