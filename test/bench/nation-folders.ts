import { cpSync, existsSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MOVED_ON, type NationPlace } from '@duban/evaluation/nation';
import { repository } from '../start-up/started-platform.js';

const BEGAN = '2000-01-01';
const EVE = new Date(Date.parse(MOVED_ON) - 86_400_000).toISOString().slice(0, 10);

/** Writes a folder for every place of the country, below `folder`, beside the repository's base; gives the folder of them all. */
export function writeNation(folder: string, places: readonly NationPlace[]): string {
  const root = join(folder, 'localities');
  const base = join(repository, 'localities', 'base');
  linkSchema(folder);
  if (existsSync(root)) {
    // What everybody has is what it is today.
    cpSync(base, join(root, 'base'), { recursive: true });
    return root;
  }
  const made = `${root}.new`;
  cpSync(base, join(made, 'base'), { recursive: true });
  const asked = new Set(places.flatMap((place) => (isFirst(place, places) ? place.number : [])));
  for (const place of places) {
    const own = join(made, String(place.number));
    mkdirSync(own, { recursive: true });
    writeFileSync(join(own, 'locality.yaml'), localityOf(place));
    if (asked.has(place.number)) writeFileSync(join(own, 'people.yaml'), PEOPLE);
  }
  renameSync(made, root);
  return root;
}

/** What files of a locality may contain, of this repository: what is loaded may be older than where it lies now. */
function linkSchema(folder: string): void {
  const link = join(folder, 'schema', 'locality');
  mkdirSync(join(folder, 'schema'), { recursive: true });
  rmSync(link, { force: true });
  symlinkSync(join(repository, 'schema', 'locality'), link);
}

/** The first of each level is the one that is asked about. */
const isFirst = (place: NationPlace, places: readonly NationPlace[]): boolean =>
  places.find(({ level }) => level === place.level) === place;

function localityOf({ number, level, ancestors, before }: NationPlace): string {
  const [parent] = ancestors;
  const parents = [
    ...(before ? [`{locality: ${before[0]}, from: ${BEGAN}, to: ${EVE}}`] : []),
    ...(parent ? [`{locality: ${parent}, from: ${before ? MOVED_ON : BEGAN}}`] : []),
  ];
  return `number: ${number}
code: "${number}"
names: {zh: 第${number}号}
level: ${level}
from: ${BEGAN}
parents: [${parents.join(', ')}]
organs:
  - {code: deputy-affairs, kind: DEPUTY_AFFAIRS_COMMITTEE, name: 第${number}号联工委}
units:
  - {code: transport, name: 第${number}号交通局, shortName: 交通局, system: GOVERNMENT, sections: {office: 办公室}}
`;
}

const PEOPLE = `terms:
  DEPUTY: {name: 本届, from: 2022-01-01}
  CPPCC_MEMBER: {name: 本届, from: 2022-01-01}
groups:
  - {code: delegation-1, kind: DELEGATION, name: 第一代表团}
  - {code: sector-1, kind: SECTOR, name: 教育界}
deputies:
  - {name: 陈立秋, delegation: delegation-1, electoralUnit: 第一选区}
members:
  - {name: 钟白露, sector: sector-1}
staff:
  - {role: UPPER_TENANT_ANALYST, name: 石立秋}
unitStaff:
  - {unit: transport, section: office, head: 张柳岸, deputyHead: 段麦浪, sectionHead: 王谷雨, handler: 罗处暑}
`;
