import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { isMap, isScalar, parseDocument, visit } from 'yaml';
import { repository } from '../start-up/started-platform.js';
import { GRADED } from './graded-sheet.js';
import { REDRAWN_CITIES, REDRAWN_COUNTIES, REDRAWN_PROVINCE, redraw } from './redrawn-places.js';

const PROVINCE = 900_000;
const CITY = 901_000;
const NEIGHBOUR = 902_000;
const CROWD = 930_000;

export type PlaceOptions = {
  /** Counties `901001` and on, below the city `901000` of the province `900000`. */
  readonly counties?: number;
  /** A second city `902000` in the province, with counties `902001` and `902002`. */
  readonly neighbour?: boolean;
  /** Counties with a city and a province to themselves, up to seven: `911001` in `911000` in `910000`, and on. */
  readonly secluded?: number;
  /** Counties with a process of their own, given as YAML: `901901` and on, in the city `901000`. */
  readonly processes?: readonly string[];
  /** A province whose counties move and are split in the middle of a year. */
  readonly redrawn?: boolean;
  /** Counties without people, each with a process that no other has: `930001` and on, in the city `901000`. */
  readonly crowd?: number;
  /** The process of the cities `901000` and `902000`, given as YAML; their counties inherit it. */
  readonly cityProcess?: string;
  /** Of the repository's folders these alone, beside the base: an installation that starts sooner. */
  readonly only?: readonly string[];
  /** Folders as somebody wrote them: files by name, by the folder's name. */
  readonly written?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Text put behind every name of a locality but its own (of people, groups, bodies, units, sections, categories), by number. */
  readonly marks?: Readonly<Record<number, string>>;
};

/**
 * The repository's localities and, below a province and a city of their own, as many counties as
 * wanted: a test that has a county to itself cannot be disturbed by another. Returns the folder.
 */
export function makePlaces(
  folder: string,
  {
    counties = 0,
    neighbour = false,
    secluded = 0,
    processes = [],
    redrawn = false,
    crowd = 0,
    cityProcess,
    marks = {},
    written = {},
    only,
  }: PlaceOptions,
): string {
  const root = join(folder, 'localities');
  const kept = only && ['base', 'hunan', 'hengyang', ...only];
  const wanted = (path: string) =>
    !kept || kept.includes(relative(join(repository, 'localities'), path).split('/')[0] || 'base');
  cpSync(join(repository, 'localities'), root, { recursive: true, filter: wanted });
  mkdirSync(join(folder, 'schema'), { recursive: true });
  symlinkSync(join(repository, 'schema', 'locality'), join(folder, 'schema', 'locality'));
  const copy = (from: string, to: string, place: Omit<Place, 'mark'>) =>
    copyPlace(root, from, to, { ...place, mark: marks[place.number] });
  const copyProvince = (to: string, place: Omit<Place, 'mark'>) => {
    copy('hunan', to, place);
    writeFileSync(join(root, to, 'scoring.yaml'), GRADED);
  };
  copyProvince('test-province', { number: PROVINCE, parent: 100_000, name: '测试省' });
  copy('hengyang', 'test-city', { number: CITY, parent: PROVINCE, name: '测试市' });
  if (neighbour) copy('hengyang', 'test-neighbour', { number: NEIGHBOUR, parent: PROVINCE, name: '邻接市' });
  for (const at of neighbour ? [1, 2] : [])
    copy('changning', `test-neighbour-${at}`, {
      number: NEIGHBOUR + at,
      parent: NEIGHBOUR,
      name: `邻接县${at}`,
    });
  const cities = ['test-city', ...(neighbour ? ['test-neighbour'] : [])];
  for (const city of cityProcess ? cities : [])
    writeFileSync(join(root, city, 'process.yaml'), cityProcess ?? '');
  for (let at = 1; at <= counties; at++)
    copy('changning', `test-county-${at}`, { number: CITY + at, parent: CITY, name: `测试县${at}` });
  for (let at = 1; at <= secluded; at++) {
    const province = PROVINCE + at * 10_000;
    const [city, county] = [province + 1_000, province + 1_001];
    copyProvince(`test-province-${at}`, { number: province, parent: 100_000, name: `独立省${at}` });
    copy('hengyang', `test-city-${at}`, { number: city, parent: province, name: `独立市${at}` });
    copy('changning', `test-secluded-${at}`, { number: county, parent: city, name: `独立县${at}` });
  }
  if (redrawn) {
    copyProvince('test-redrawn', { ...REDRAWN_PROVINCE, parent: 100_000 });
    for (const city of REDRAWN_CITIES)
      copy('hengyang', `test-redrawn-${city.number}`, { ...city, parent: REDRAWN_PROVINCE.number });
    for (const county of REDRAWN_COUNTIES) {
      const to = `test-redrawn-${county.number}`;
      copy('changning', to, { number: county.number, name: county.name, parent: 0 });
      redraw(join(root, to), county);
    }
  }
  processes.forEach((process, at) => {
    const to = `test-process-${at + 1}`;
    copy('changning', to, { number: CITY + 901 + at, parent: CITY, name: `自定县${at + 1}` });
    writeFileSync(join(root, to, 'process.yaml'), process);
  });
  for (let at = 1; at <= crowd; at++) addToCrowd(root, at);
  for (const [name, files] of Object.entries(written)) {
    mkdirSync(join(root, name));
    for (const [file, text] of Object.entries(files)) writeFileSync(join(root, name, file), text);
  }
  return root;
}

/** A county of a few lines; its process differs from every other one's in limits and words. */
function addToCrowd(root: string, at: number): void {
  const number = CROWD + at;
  const folder = join(root, `test-crowd-${at}`);
  mkdirSync(folder);
  const locality = `number: ${number}
code: "${number}"
names: {zh: 众县${at}}
level: COUNTY
from: 2000-01-01
parents: [{locality: ${CITY}, from: 2000-01-01}]
organs:
  - {code: deputy-affairs, kind: DEPUTY_AFFAIRS_COMMITTEE, name: 众县${at}代表联络委}
units:
  - {code: transport, name: 众县${at}交通运输局, shortName: 交通局, system: GOVERNMENT}
`;
  const process = `version: "${at}"
deadlines:
  acknowledge: {amount: ${1 + (at % 20)}}
  return: {amount: ${1 + (at % 13)}, unit: WORKDAY}
review:
  stages:
    office: {label: {zh: 众县${at}审查, en: Review ${at}}}
`;
  writeFileSync(join(folder, 'locality.yaml'), locality);
  writeFileSync(join(folder, 'process.yaml'), process);
}

type Place = {
  readonly number: number;
  readonly parent: number;
  readonly name: string;
  readonly mark?: string | undefined;
};

/** A demonstration locality under another number, code, name and parent. */
function copyPlace(root: string, from: string, to: string, { number, parent, name, mark }: Place): void {
  cpSync(join(root, from), join(root, to), { recursive: true });
  const file = join(root, to, 'locality.yaml');
  const text = readFileSync(file, 'utf8')
    .replace(/^number: \d+/m, `number: ${number}`)
    .replace(/^code: "\d+"/m, `code: "${number}"`)
    .replace(/^names: .*$/m, `names: {zh: ${name}}`)
    .replace(/locality: \d+/, `locality: ${parent}`);
  writeFileSync(file, text);
  if (mark === undefined) return;
  markNames(file, mark);
  markNames(join(root, to, 'people.yaml'), mark);
}

const NAMES = ['name', 'shortName', 'electoralUnit'];

/** Every name in the file gets the mark; sections are a map of codes to names. */
function markNames(file: string, mark: string): void {
  const document = parseDocument(readFileSync(file, 'utf8'));
  visit(document, {
    Pair(_, { key, value }) {
      if (!isScalar(key)) return;
      if (isScalar(value) && NAMES.includes(String(key.value))) value.value += mark;
      if (!isMap(value) || key.value !== 'sections') return;
      for (const { value: section } of value.items) if (isScalar(section)) section.value += mark;
    },
  });
  writeFileSync(file, document.toString({ lineWidth: 0 }));
}
