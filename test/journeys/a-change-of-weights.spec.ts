import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Resident } from '../kit/county.js';
import type { Person } from '../kit/person.js';
import { must } from './story/case.js';
import { type Cast, takeCast } from './story/cast.js';

const DRAFT = 'draft { id phase changes { text } }';
const YEAR = new Date().getFullYear();
const day = (ahead = 0): string =>
  new Date(Date.now() + ahead * 86_400_000).toLocaleDateString('sv', { timeZone: 'Asia/Shanghai' });
const weights = (archive: number, opinion: number): string =>
  `version: "2"\nsheets:\n  graded:\n    indicators:\n      archive: { weight: ${archive} }\n      opinion: { weight: ${opinion} }\n`;

describe('a change of weights is tried on a year before it counts', () => {
  let cast: Cast;
  let evaluator: Resident;
  let province: { readonly admin: Person; readonly office: Person; readonly name: string };

  beforeAll(async () => {
    cast = await takeCast('secluded');
    evaluator = await cast.county.as('evaluator');
    const code = `${cast.county.code.slice(0, 2)}0000`;
    const [admin, office] = await Promise.all(
      ['tenant-admin', 'deputy-affairs-officer'].map((role) => cast.deployment.as(`${code}.${role}`)),
    );
    const { viewer } = await (admin as Person).get('{ viewer { locality { name } } }');
    province = { admin: admin as Person, office: office as Person, name: viewer.locality.name };
    for (const year of [YEAR, YEAR - 1]) {
      await grade(cast.heads[0], 'MANUAL', 'archive', '90', year);
      await grade(cast.heads[0], 'SURVEY', 'opinion', '6', year);
      await grade(cast.heads[1], 'MANUAL', 'archive', '60', year);
      await grade(cast.heads[1], 'SURVEY', 'opinion', '9', year);
    }
  }, 180_000);

  const grade = ({ unitId }: Resident, source: string, code: string, value: string, year: number) =>
    must(evaluator, 'recordScoreEvidence', { source, code, year, unitId, value }, 'evidence { id }');
  const at = async (selection: string, who: Person = cast.admin) =>
    (await who.get(`{ viewer { locality { ${selection} } } }`)).viewer.locality;
  const scores = async (year: number): Promise<string[]> => {
    const query = `query ($id: ID!) { unit(id: $id) { score(sheet: "graded", year: ${year}) { total } } }`;
    const [first, second] = cast.heads;
    const units = [first, second].map(({ unitId }) => evaluator.get(query, { id: unitId }));
    return (await Promise.all(units)).map(({ unit }) => unit.score.total);
  };
  const weightsOn = async (asOf: string): Promise<Record<string, string>> => {
    const { scoreSheets } = await at(
      `scoreSheets(asOf: "${asOf}T12:00:00+08:00") { code indicators { code weight } }`,
    );
    const { indicators } = scoreSheets.find(({ code }: { code: string }) => code === 'graded');
    return Object.fromEntries(
      indicators.map(({ code, weight }: { code: string; weight: string }) => [code, weight]),
    );
  };

  let sheetDraftId: string;

  test('a sum that is not the maximum is refused at the check, with its place and its code', async () => {
    ({ id: sheetDraftId } = (
      await must(cast.admin, 'draftScoreSheets', { text: weights(30, 31) }, DRAFT)
    ).draft);
    const refused = await cast.admin.do('checkScoreSheets', { sheetDraftId });
    expect(refused).toMatchObject({
      code: 'SHEET_HAS_PROBLEMS',
      message: expect.stringContaining('各指标分值之和为 101,须等于满分 100'),
    });
    const { scoreSheetDraft } = await cast.admin.get(
      `{ scoreSheetDraft(id: "${sheetDraftId}") { problems { code path } } }`,
    );
    expect(scoreSheetDraft.problems).toEqual([
      { code: 'WEIGHTS_NOT_MAXIMUM', path: 'sheets.graded.maximum' },
    ]);
  });

  test('corrected and checked, it is tried on last year: who gains and who loses, and by what', async () => {
    await must(cast.admin, 'reviseScoreSheets', { sheetDraftId, text: weights(10, 50) }, DRAFT);
    const told = await must(cast.admin, 'checkScoreSheets', { sheetDraftId }, DRAFT);
    expect(told.draft.changes.text).toBe(
      '考核表“测试考核”的指标“档案管理”的分值由 30 改为 10；考核表“测试考核”的指标“第三方测评”的分值由 30 改为 50',
    );
    expect(await scores(YEAR - 1)).toEqual(['75', '75']);
    const { scoreSheetDraft } = await cast.office.get(
      `{ scoreSheetDraft(id: "${sheetDraftId}") { whatIf(sheet: "graded", year: ${YEAR - 1}) { winners losers
        moves { unit { id } before after shifts { code difference } } } } }`,
    );
    const { winners, losers, moves } = scoreSheetDraft.whatIf;
    expect({ winners, losers }).toEqual({ winners: 1, losers: 1 });
    const move = (head: Resident) =>
      moves.find(({ unit }: { unit: { id: string } }) => unit.id === head.unitId);
    expect(move(cast.heads[0])).toMatchObject({ before: '75', after: '65' });
    expect(move(cast.heads[1])).toMatchObject({ before: '75', after: '85' });
    expect(await scores(YEAR - 1)).toEqual(['75', '75']);
  });

  test('CA-16: revised sheets: somebody else approves it; it counts from its day, and the year that is over keeps its sheet', async () => {
    const own = await cast.admin.do('approveScoreSheets', { sheetDraftId, effectiveFrom: day() });
    expect(own.code).toBe('SHEET_OWN_APPROVAL');
    const note = '考核领导小组决定';
    await must(cast.office, 'approveScoreSheets', { sheetDraftId, effectiveFrom: day(1), note }, DRAFT);
    expect(await weightsOn(day())).toMatchObject({ archive: '30', opinion: '30' });
    expect(await weightsOn(day(1))).toMatchObject({ archive: '10', opinion: '50' });
    expect(await scores(YEAR)).toEqual(['75', '75']);
    const today = (await must(cast.admin, 'draftScoreSheets', { text: weights(20, 40) }, DRAFT)).draft.id;
    await must(cast.admin, 'checkScoreSheets', { sheetDraftId: today }, DRAFT);
    await must(cast.office, 'approveScoreSheets', { sheetDraftId: today, effectiveFrom: day() }, DRAFT);
    expect(await scores(YEAR)).toEqual(['70', '80']);
    expect(await scores(YEAR - 1)).toEqual(['75', '75']);
  });

  test('what is in force says where each value comes from, and how it differs from the level above', async () => {
    const { effectiveScoreSheets, scoreSheetDiffToParent, scoreSheetVersions } = await at(
      `effectiveScoreSheets(below: "sheets.graded.indicators") { values { path value source { level name } } }
       scoreSheetDiffToParent { text } scoreSheetVersions { origin effectiveFrom }`,
      cast.office,
    );
    const from = (code: string) =>
      effectiveScoreSheets.values.find(({ path }: { path: string }) => path.endsWith(`${code}.weight`));
    expect(from('archive')).toMatchObject({ value: '20', source: { level: 'COUNTY' } });
    expect(from('onTime')).toMatchObject({
      value: '40',
      source: { level: 'PROVINCE', name: province.name },
    });
    expect(scoreSheetDiffToParent.text).toContain('指标“档案管理”的分值由 30 改为 20');
    expect(scoreSheetVersions).toMatchObject([
      { origin: 'PUBLISHED', effectiveFrom: day() },
      { origin: 'PUBLISHED', effectiveFrom: day(1) },
      { origin: 'FILE' },
    ]);
  });

  test('the province locks a core indicator: a county that changes it is refused, and told who locked it', async () => {
    const paths = ['sheets.graded.indicators.archive'];
    const locked = 'draft { id text }';
    const { draft } = await must(province.admin, 'lockScoreSheets', { paths, note: '全省统一' }, locked);
    const unfinished = await province.admin.do('checkScoreSheets', { sheetDraftId: draft.id });
    expect(unfinished).toMatchObject({
      code: 'SHEET_HAS_PROBLEMS',
      message: expect.stringContaining('尚未填写分值'),
    });
    const text = draft.text.replace('weight: null', 'weight: 100');
    await must(province.admin, 'reviseScoreSheets', { sheetDraftId: draft.id, text }, DRAFT);
    await must(province.admin, 'checkScoreSheets', { sheetDraftId: draft.id }, DRAFT);
    const approval = { sheetDraftId: draft.id, effectiveFrom: day() };
    await must(province.office, 'approveScoreSheets', approval, DRAFT);
    const { scoreSheetOffers } = await at('scoreSheetOffers { source { source name } changes { text } }');
    expect(scoreSheetOffers).toMatchObject([
      {
        source: { name: province.name },
        changes: [
          { text: '新增考核表“待定考核”的指标“按期办复”的分值：100' },
          { text: '考核表“测试考核”的指标“档案管理”已锁定，下级不能改动' },
        ],
      },
    ]);
    const { source } = scoreSheetOffers[0].source;
    const take = ['sheets.graded.cap'];
    expect((await cast.admin.do('mergeScoreSheets', { source, take })).code).toBe('SHEET_PATH_NOT_OFFERED');
    const merged = (await must(cast.admin, 'mergeScoreSheets', { source }, DRAFT)).draft;
    const refused = await cast.admin.do('checkScoreSheets', { sheetDraftId: merged.id });
    expect(refused).toMatchObject({
      code: 'SHEET_HAS_PROBLEMS',
      message: expect.stringContaining(`“sheets.graded.indicators.archive”已由上级“${province.name}”锁定`),
    });
  });

  test('what is drafted here is nobody else’s: the province sees versions, and no drafts', async () => {
    const locality = (selection: string) =>
      province.admin.ask(`{ locality(code: "${cast.county.code}") { ${selection} } }`);
    const { data } = await locality('scoreSheetVersions { origin sheetDraftId }');
    expect(data?.locality).toEqual({
      scoreSheetVersions: ['PUBLISHED', 'PUBLISHED', 'FILE'].map((origin) => ({
        origin,
        sheetDraftId: null,
      })),
    });
    const { errors } = await locality('scoreSheetDrafts { id }');
    expect(errors?.[0]?.extensions?.code).toBe('NOT_GRANTED');
  });
});
