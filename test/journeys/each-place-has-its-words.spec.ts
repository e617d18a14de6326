import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { type SharedDeployment, sharedDeployment } from '../kit/shared-deployment.js';
import { repository } from '../start-up/started-platform.js';

/* What each place of the source documents calls organs, roles, steps, stages, classes: as its files say. */

type Named = { readonly label?: Readonly<Record<string, string>> } | null;
type Table = Readonly<Record<string, Named>>;
type Words = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>;
// biome-ignore lint/suspicious/noExplicitAny: a file is read as it was written
type Written = any;
type Term = { readonly code: string; readonly name: string; readonly nameEn: string };

const read = (folder: string, file: string): Written =>
  parse(readFileSync(join(repository, 'localities', folder, file), 'utf8'));

/** Parts of a process whose entries have names, and where the graph tells them. */
const PARTS: readonly (readonly [field: string, path: readonly [string, string?]])[] = [
  ['reviewStages', ['review', 'stages']],
  ['reviewReasons', ['review', 'reasons']],
  ['outcomeClasses', ['outcomes', 'classes']],
  ['satisfactionLevels', ['feedback', 'levels']],
  ['rehandlingTriggers', ['rehandling', 'triggers']],
  ['keyTiers', ['keyTiers']],
  ['handoverFields', ['handover', 'fields']],
  ['responsibilityFields', ['responsibility', 'fields']],
  ['planFields', ['plans', 'fields']],
];

/** What a file says of a part, for a kind of cases: its own words go before those of both kinds. */
function written(file: Written, kind: string, [part, inner]: readonly [string, string?]): Table {
  const of = (process: Written): Table => (inner ? process?.[part]?.[inner] : process?.[part]) ?? {};
  return { ...of(file), ...of(file.byKind?.[kind]) };
}

const NPC = 'NPC_SUGGESTION';
const CPPCC = 'CPPCC_PROPOSAL';

/** Place, kind of cases, and something that only this place says. */
const PLACES: readonly (readonly [string, string, string, string])[] = [
  ['qinghai', '630000', NPC, '代表团审核'],
  ['laoshan', '370212', NPC, '沟通协调'],
  ['laoshan', '370212', CPPCC, '“一把手”'],
  ['chunan', '330127', NPC, '会前预审'],
  ['county-2024', '992024', NPC, '分办'],
  ['shaoyang', '430500', NPC, '重新回炉办理'],
  ['hengyang', '430400', NPC, '正在解决或计划解决'],
];

describe('each place is answered in its own words', () => {
  let deployment: SharedDeployment;
  beforeAll(async () => {
    deployment = await sharedDeployment();
  }, 240_000);

  const ask = async (code: string, kind: string, language: string) => {
    const terms = PARTS.map(([field]) => `${field} { code name nameEn }`).join(' ');
    const query = `query ($code: String!, $kind: ProposalKind!, $language: String!) { locality(code: $code) {
      organs { code name shortName } words(language: $language) { kind code label }
      process(kind: $kind) { languages ${terms} } } }`;
    const officer = await deployment.as(`${code}.deputy-affairs-officer`);
    return (await officer.get(query, { code, kind, language })).locality;
  };

  test.each(PLACES)(
    '%s (%s), %s: everything that its files name, among it “%s”',
    async (folder, code, kind, own) => {
      const file = read(folder, 'process.yaml');
      const shown = await ask(code, kind, 'zh');
      const inEnglish = await ask(code, kind, 'en');
      for (const [field, path] of PARTS) {
        const terms: readonly Term[] = shown.process[field];
        for (const [entry, said] of Object.entries(written(file, kind, path))) {
          const term = terms.find((one) => one.code === entry);
          if (said === null) expect(term).toBeUndefined();
          else if (said.label) expect(term).toMatchObject({ name: said.label.zh, nameEn: said.label.en });
        }
      }
      for (const [wordKind, words] of Object.entries((file.words ?? {}) as Words))
        for (const [wordCode, { zh, en }] of Object.entries(words)) {
          if (zh) expect(shown.words).toContainEqual({ kind: wordKind, code: wordCode, label: zh });
          if (en) expect(inEnglish.words).toContainEqual({ kind: wordKind, code: wordCode, label: en });
        }
      for (const { code: organ, name, shortName = name } of read(folder, 'locality.yaml').organs)
        expect(shown.organs).toContainEqual({ code: organ, name, shortName });
      expect(JSON.stringify(shown)).toContain(JSON.stringify(own).slice(1, -1));
    },
  );

  test('a second language stands beside Chinese and English where the place has a word in it', async () => {
    const { words, process } = await ask('630000', NPC, 'bo');
    expect(process.languages).toEqual(['zh', 'en', 'bo']);
    const congress = 'མཚོ་སྔོན་ཞིང་ཆེན་མི་དམངས་འཐུས་མི་ཚོགས་ཆེན།';
    expect(words).toContainEqual({ kind: 'ORGAN', code: 'congress', label: congress });
    expect(words).toContainEqual({ kind: 'ROLE', code: 'DEPUTY', label: 'མི་དམངས་འཐུས་མི།' });
    // Where it has none it is the place's Chinese word, else everybody's.
    expect(words).toContainEqual({ kind: 'STEP', code: 'entry.roll_over', label: '滚动办理' });
    expect(words).toContainEqual({ kind: 'PHASE', code: 'CLOSED', label: '已办结' });
    const elsewhere = await ask('430400', NPC, 'bo');
    expect(elsewhere.process.languages).toEqual(['zh', 'en']);
    expect(elsewhere.words).toContainEqual({ kind: 'ROLE', code: 'UNIT_HEAD', label: '主要领导' });
  });
});
