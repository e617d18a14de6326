import { dateInShanghai, encodeId, encodeLocalityId, type PinnedLayer, type Viewer } from '@duban/kernel';
import { contentHash, type FileLayer, locateYaml, newId } from '@duban/kernel/runtime';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { graphql } from 'graphql';
import { loadSheets } from '../runs/load-sheets/load-sheets.js';
import { sheetLoads } from '../runs/load-sheets/load-sheets.store.typeorm.js';
import { effectiveSheets } from '../sheet/effective-sheets.js';
import { buildEvaluationSubgraph } from '../subgraph.js';
import {
  type EvaluationDatabase,
  evaluationDatabase,
  eventsOf,
  eventually,
  quiet,
  somebodyIn,
} from '../testing/evaluation-database.js';
import { fileOf, JUDGE, LANGUAGE } from '../testing/scoring.kit.js';
import { caseIdOf, OTHER_UNIT, SyntheticCase, UNIT } from '../testing/synthetic-case.js';
import { type Wiring, wire } from '../wiring.js';
import { judgeSheets } from './judge-sheets.js';

const [PROVINCE, HERE, ELSEWHERE] = [40, 41, 42];
const day = (ahead = 0): string => dateInShanghai(Date.now() + ahead * 86_400_000);
const YEAR = 2024;
const { schema } = buildEvaluationSubgraph();

/** The province's: two indicators that sum to 100, and an example. */
const SHEET = `version: "1"
sheets:
  units:
    name: { zh: 承办单位考核, en: units }
    subject: UNIT
    maximum: 100
    rounding: { mode: HALF_UP, digits: 2 }
    indicators:
      onTime:
        name: { zh: 按期办复, en: replied in time }
        weight: 60
        when: item.due
        measure: { kind: SHARE, that: item.onTime }
        mapping: { kind: LINEAR }
        missing: EXCLUDE_AND_RENORMALISE
      contacted:
        name: { zh: 沟通, en: contacted }
        weight: 40
        when: item.active
        measure: { kind: SHARE, that: item.contacted }
        mapping: { kind: LINEAR }
        missing: EXCLUDE_AND_RENORMALISE
    examples:
      - name: 都按期，都沟通
        cases: [{ times: 2, facts: { repliedOn: "2026-04-01", contacts: 1 } }]
        score: 100
`;
const weights = (onTime: number, contacted: number, version = '2'): string =>
  `version: "${version}"\nsheets:\n  units:\n    indicators:\n      onTime: { weight: ${onTime} }\n      contacted: { weight: ${contacted} }\n`;

/** One unit is late with one of two, and the other speaks to nobody. */
const cases = [1, 2, 3].map((number) => {
  const unitId = number <= 2 ? UNIT : OTHER_UNIT;
  const file = new SyntheticCase(caseIdOf(number), HERE, 1)
    .submitted('2024-01-10')
    .docketed('2024-01-15')
    .handedOver('2024-02-01', [{ unitId }]);
  const assignmentId = file.id(1);
  if (number <= 2) file.add('2024-02-10', 'contact.recorded', { assignmentId, phase: 'BEFORE' });
  return file.replied(number === 1 ? '2024-06-10' : '2024-05-01', assignmentId, 'A', ['SOLVED']);
});

let database: EvaluationDatabase;
let wiring: Wiring;
const files = { province: SHEET, county: 'version: "1"\n' };

const fileLayer = (
  source: string,
  locality: number,
  level: PinnedLayer['level'],
  text: string,
): FileLayer => {
  const document = locateYaml(source, text).value;
  const name = { base: '通用', province: '某省', county: '某县' }[source] ?? source;
  return { source, locality, level, name, document, text, hash: contentHash(document) };
};

/** What a start does with the files as they are now. */
function start(): Promise<number[]> {
  const base = fileLayer('base', 1, 'BASE', fileOf('base/scoring.yaml'));
  const province = fileLayer('province', PROVINCE, 'PROVINCE', files.province);
  const wanted = [
    { number: PROVINCE, layers: [base, province] },
    { number: HERE, layers: [base, province, fileLayer('county', HERE, 'COUNTY', files.county)] },
    { number: ELSEWHERE, layers: [base, fileLayer('elsewhere', ELSEWHERE, 'COUNTY', 'version: "1"\n')] },
  ].map(({ number, layers }) => {
    const effective = effectiveSheets(layers, LANGUAGE, JUDGE);
    return { number, layers, effective, hash: contentHash(effective.sheets) };
  });
  return loadSheets(sheetLoads(wiring.database, LANGUAGE, JUDGE), wanted);
}

beforeAll(async () => {
  database = await evaluationDatabase();
  await database.register([
    { number: PROVINCE, level: 'PROVINCE', ancestors: [] },
    { number: HERE, level: 'COUNTY', ancestors: [PROVINCE] },
    { number: ELSEWHERE, level: 'COUNTY', ancestors: [] },
  ]);
  await database.record(eventsOf(cases));
  wiring = await wire({
    databaseUrl: database.url('evaluation', 'app'),
    relayUrl: database.url('evaluation', 'relay'),
    log: quiet,
  });
  expect(await start()).toEqual([PROVINCE, HERE, ELSEWHERE]);
  await eventually(async () =>
    (await Promise.all(wiring.consumers.map((consumer) => consumer.caughtUp()))).every(Boolean),
  );
});

afterAll(async () => {
  await wiring?.close();
  await database?.close();
});

const account = (number: number): string => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const someone = (tenant: number, role: Viewer['role'], number: number): Viewer => ({
  ...somebodyIn(tenant, role),
  accountId: account(number),
});
const admin = someone(HERE, 'TENANT_ADMIN', 1);
const office = someone(HERE, 'DEPUTY_AFFAIRS_OFFICER', 2);
const above = {
  admin: someone(PROVINCE, 'TENANT_ADMIN', 3),
  office: someone(PROVINCE, 'DEPUTY_AFFAIRS_OFFICER', 4),
};

async function execute(viewer: Viewer, source: string, variableValues: Record<string, unknown> = {}) {
  const contextValue = wiring.context({ viewer, requestId: 'test' });
  try {
    return await graphql({ schema, source, variableValues, contextValue });
  } finally {
    await contextValue.close();
  }
}

// biome-ignore lint/suspicious/noExplicitAny: a test reads whatever it asked for
async function ask(viewer: Viewer, source: string, variables?: Record<string, unknown>): Promise<any> {
  const { data, errors } = await execute(viewer, source, variables);
  if (errors) throw new Error(errors.map(({ message }) => message).join('\n'));
  return JSON.parse(JSON.stringify(data));
}

const OF_LOCALITY = (selection: string): string =>
  `query ($id: ID!) { _entities(representations: [{ __typename: "Locality", id: $id }]) { ... on Locality { ${selection} } } }`;
const show = async (viewer: Viewer, selection: string, number = viewer.tenant) =>
  (await ask(viewer, OF_LOCALITY(selection), { id: encodeLocalityId(number) }))._entities[0];
const codeOf = async (viewer: Viewer, selection: string, number: number) =>
  (await execute(viewer, OF_LOCALITY(selection), { id: encodeLocalityId(number) })).errors?.[0]?.extensions
    .code;

const DRAFT = 'draft { id phase text version effectiveFrom changes { text textEn } }';
async function tell(viewer: Viewer, mutation: string, input: object, selection = DRAFT) {
  const name = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}`;
  const source = `mutation ($input: ${name}Input!) { ${mutation}(input: $input) { ... on ${name}Success { ${selection} }
    ... on ${name}Refusal { code message problems { code path line column message } } } }`;
  return (await ask(viewer, source, { input: { idempotencyKey: newId(), ...input } }))[mutation];
}
const refused = async (viewer: Viewer, mutation: string, input: object): Promise<string> =>
  (await tell(viewer, mutation, input)).code;

async function checked(viewer: Viewer, text: string): Promise<string> {
  const { draft } = await tell(viewer, 'draftScoreSheets', { text });
  const told = await tell(viewer, 'checkScoreSheets', { sheetDraftId: draft.id });
  expect(told).toMatchObject({ draft: { phase: 'CHECKED' } });
  return draft.id;
}
async function publish(who: { admin: Viewer; office: Viewer }, text: string, effectiveFrom = day()) {
  const sheetDraftId = await checked(who.admin, text);
  const { draft } = await tell(who.office, 'approveScoreSheets', { sheetDraftId, effectiveFrom });
  expect(draft).toMatchObject({ phase: 'APPROVED', effectiveFrom });
  return { sheetDraftId, version: draft.version as string };
}
const weightOn = async (asOf: string, viewer = admin): Promise<string[]> => {
  const { scoreSheets } = await show(
    viewer,
    `scoreSheets(asOf: "${asOf}T12:00:00+08:00") { indicators { code weight } }`,
  );
  return scoreSheets[0].indicators.map(({ weight }: { weight: string }) => weight);
};
const scoreOf = async (unitId: string, year: number): Promise<string> => {
  const id = encodeId({ kind: 'unit', tenant: HERE, id: unitId });
  const source = `{ _entities(representations: [{ __typename: "Unit", id: "${id}" }]) { ... on Unit { score(sheet: "units", year: ${year}) { total } } } }`;
  return (await ask(admin, source))._entities[0].score.total;
};

describe('a change of weights', () => {
  let sheetDraftId: string;

  test.each([
    ['weights that sum to 101', weights(61, 40), 'WEIGHTS_NOT_MAXIMUM', 'sheets.units.maximum'],
    [
      'a weight nobody entered',
      'version: "2"\nsheets: { units: { indicators: { onTime: { weight: null } } } }\n',
      'WEIGHT_MISSING',
      'sheets.units.indicators.onTime.weight',
    ],
    [
      'a fact nobody knows',
      'version: "2"\nsheets: { units: { indicators: { onTime: { when: item.weather } } } }\n',
      'UNKNOWN_FACT',
      'sheets.units.indicators.onTime.when',
    ],
    [
      'an example that comes to something else',
      'version: "2"\nsheets: { units: { examples: [{ name: 错例, cases: [{ facts: {} }], score: 12 }] } }\n',
      'EXAMPLE_DIFFERS',
      'sheets.units.examples.0.score',
    ],
  ])('with %s is refused at its check', async (_, text, code, path) => {
    const { draft } = await tell(admin, 'draftScoreSheets', { text });
    const told = await tell(admin, 'checkScoreSheets', { sheetDraftId: draft.id });
    expect(told).toMatchObject({ code: 'SHEET_HAS_PROBLEMS', problems: [{ code, path }] });
    const { scoreSheetDraft } = await ask(
      admin,
      `{ scoreSheetDraft(id: "${draft.id}") { phase problems { code path } changes { text } } }`,
    );
    expect(scoreSheetDraft).toEqual({ phase: 'DRAFT', problems: [{ code, path }], changes: null });
    expect(
      await refused(office, 'approveScoreSheets', { sheetDraftId: draft.id, effectiveFrom: day() }),
    ).toBe('SHEET_NOT_CHECKED');
  });

  test('that is no sheet at all is told where, and not even drafted', async () => {
    const told = await tell(admin, 'draftScoreSheets', { text: 'version: "2"\nsheet: {}\n' });
    expect(told).toMatchObject({
      code: 'SHEET_HAS_PROBLEMS',
      problems: [{ code: 'NOT_THE_SCHEMA', line: 2 }],
    });
  });

  test('is told in plain words, and tried on a year before it counts', async () => {
    ({ id: sheetDraftId } = (await tell(admin, 'draftScoreSheets', { text: weights(30, 70) })).draft);
    const told = await tell(admin, 'checkScoreSheets', { sheetDraftId });
    expect(told.draft.changes.text).toBe(
      '考核表“承办单位考核”的指标“沟通”的分值由 40 改为 70；考核表“承办单位考核”的指标“按期办复”的分值由 60 改为 30',
    );
    const trial = `{ scoreSheetDraft(id: "${sheetDraftId}") { whatIf(sheet: "units", year: ${YEAR}) {
      winners losers problems { code } moves { unit { id } before after } } } }`;
    const { whatIf } = (await ask(office, trial)).scoreSheetDraft;
    expect(whatIf).toMatchObject({ winners: 1, losers: 1, problems: [] });
    const unit = (id: string) => ({ id: encodeId({ kind: 'unit', tenant: HERE, id }) });
    expect(whatIf.moves).toEqual([
      { unit: unit(OTHER_UNIT), before: '60', after: '30' },
      { unit: unit(UNIT), before: '70', after: '85' },
    ]);
    expect(await scoreOf(UNIT, YEAR)).toBe('70');
  });

  test('is approved by somebody else, from today on', async () => {
    const approve = (who: Viewer, effectiveFrom: string) =>
      refused(who, 'approveScoreSheets', { sheetDraftId, effectiveFrom });
    expect(await approve(admin, day())).toBe('SHEET_OWN_APPROVAL');
    expect(await approve(someone(HERE, 'SUPERVISING_LEADER', 9), day())).toBe('NOT_SHEET_APPROVER');
    expect(await approve(office, day(-1))).toBe('SHEET_EFFECTIVE_DATE_PASSED');
    const note = '主任会议决定';
    const approval = { sheetDraftId, effectiveFrom: day(1), note };
    const { draft } = await tell(office, 'approveScoreSheets', approval);
    expect(draft).toMatchObject({
      phase: 'APPROVED',
      version: expect.stringMatching(/^base@.+\+province@1\+county@2~2$/),
    });
    expect(await refused(office, 'approveScoreSheets', approval)).toBe('SHEET_DRAFT_ENDED');
  });

  test('is in force from its day; what ended before keeps its sheet', async () => {
    expect(await weightOn(day())).toEqual(['60', '40']);
    expect(await weightOn(day(1))).toEqual(['30', '70']);
    expect(await scoreOf(UNIT, YEAR)).toBe('70');
    const { scoreSheetVersions, scoreSheetDiff } = await show(
      admin,
      'scoreSheetVersions { version origin effectiveFrom sheetDraftId sources { name level } sheets } scoreSheetDiff { text }',
    );
    expect(scoreSheetVersions).toMatchObject([
      { origin: 'PUBLISHED', effectiveFrom: day(1), sheetDraftId, sheets: ['units'] },
      { origin: 'FILE', effectiveFrom: day(), sheetDraftId: null },
    ]);
    expect(scoreSheetVersions[0].sources.map(({ name }: { name: string }) => name)).toEqual([
      '通用',
      '某省',
      '某县',
    ]);
    expect(scoreSheetDiff.text).toContain('分值由 60 改为 30');
  });

  test('counts today when it is approved today, and every value says where it comes from', async () => {
    const { sheetDraftId: inForce } = await publish({ admin, office }, weights(50, 50));
    expect(await weightOn(day())).toEqual(['50', '50']);
    expect(await scoreOf(UNIT, YEAR)).toBe('70');
    const withdrawal = { sheetDraftId: inForce, reason: '暂缓' };
    expect(await refused(office, 'withdrawSheetApproval', withdrawal)).toBe('SHEET_IN_FORCE');
    const { effectiveScoreSheets, scoreSheetDiffToParent } = await show(
      admin,
      `effectiveScoreSheets(below: "sheets.units.indicators.onTime") { version { version } values { path value words label source { level } lockedBy { name } } }
       scoreSheetDiffToParent { text }`,
    );
    const values = effectiveScoreSheets.values as { path: string }[];
    expect(values.find(({ path }) => path.endsWith('onTime.weight'))).toMatchObject({
      value: '50',
      label: '考核表“承办单位考核”的指标“按期办复”的分值',
      source: { level: 'COUNTY' },
      lockedBy: null,
    });
    expect(values.find(({ path }) => path.endsWith('onTime.missing'))).toMatchObject({
      words: '不计，分值由其他指标分担',
      source: { level: 'PROVINCE' },
    });
    expect(scoreSheetDiffToParent.text).toContain('分值由 60 改为 50');
  });

  test('is not undone by the next start; a newer file is offered, and taken by choice', async () => {
    expect(await start()).toEqual([]);
    files.county = 'version: "3"\nsheets: { units: { rankedFrom: 3 } }\n';
    expect(await start()).toEqual([]);
    const { scoreSheetOffers } = await show(
      admin,
      'scoreSheetOffers { kind source { source } changes { path to } }',
    );
    expect(scoreSheetOffers).toEqual([
      {
        kind: 'FILE',
        source: { source: 'county' },
        changes: [{ path: 'sheets.units.rankedFrom', to: '3' }],
      },
    ]);
    const merge = (input: object) => tell(admin, 'mergeScoreSheets', { source: 'county', ...input });
    expect((await merge({ take: ['sheets.units.cap'] })).code).toBe('SHEET_PATH_NOT_OFFERED');
    expect((await merge({ source: 'base' })).code).toBe('SHEET_OFFER_NOT_FOUND');
    expect((await merge({})).draft.text).toContain('rankedFrom: 3');
  });
});

describe('a core indicator', () => {
  test('that the province locks is offered below, and cannot be changed there: it is said who locked it', async () => {
    expect(await refused(above.admin, 'lockScoreSheets', { paths: ['sheets.units.never'] })).toBe(
      'SHEET_PATH_UNKNOWN',
    );
    const paths = ['sheets.units.indicators.onTime'];
    const { draft } = await tell(above.admin, 'lockScoreSheets', { paths, note: '全省统一' });
    expect(draft.text).toContain('locks:\n  - sheets.units.indicators.onTime\n');
    await tell(above.admin, 'checkScoreSheets', { sheetDraftId: draft.id });
    const approval = { sheetDraftId: draft.id, effectiveFrom: day() };
    expect(await tell(above.office, 'approveScoreSheets', approval)).toMatchObject({
      draft: { phase: 'APPROVED' },
    });
    expect(await start()).toEqual([]);
    const { scoreSheetOffers } = await show(
      admin,
      'scoreSheetOffers { kind source { source level } changes { text } }',
    );
    expect(scoreSheetOffers).toContainEqual({
      kind: 'UPPER',
      source: { source: 'province', level: 'PROVINCE' },
      changes: [{ text: '考核表“承办单位考核”的指标“按期办复”已锁定，下级不能改动' }],
    });
    const merged = (await tell(admin, 'mergeScoreSheets', { source: 'province' })).draft;
    const told = await tell(admin, 'checkScoreSheets', { sheetDraftId: merged.id });
    expect(told).toMatchObject({
      code: 'SHEET_HAS_PROBLEMS',
      message: expect.stringContaining('“sheets.units.indicators.onTime”已由上级“某省”锁定'),
      problems: [{ code: 'LOCKED' }],
    });
    const text = 'version: "5"\nsheets: { units: { rankedFrom: 2 } }\n';
    const sheetDraftId = merged.id;
    expect(await tell(admin, 'reviseScoreSheets', { sheetDraftId, text })).toMatchObject({
      draft: { phase: 'DRAFT' },
    });
    await tell(admin, 'checkScoreSheets', { sheetDraftId });
    await tell(office, 'approveScoreSheets', { sheetDraftId, effectiveFrom: day() });
    const { effectiveScoreSheets } = await show(
      admin,
      'effectiveScoreSheets(below: "sheets.units.indicators.onTime.weight") { values { value lockedBy { name } } }',
    );
    expect(effectiveScoreSheets.values).toEqual([{ value: '60', lockedBy: { name: '某省' } }]);
  });
});

describe('drafts', () => {
  test('end when they are sent back or given up', async () => {
    const { id: sheetDraftId } = (await tell(admin, 'draftScoreSheets', { text: weights(60, 40) })).draft;
    const back = await tell(office, 'rejectScoreSheets', { sheetDraftId, reason: '再议' });
    expect(back.draft.phase).toBe('REJECTED');
    expect(await refused(admin, 'reviseScoreSheets', { sheetDraftId, text: weights(60, 40) })).toBe(
      'SHEET_DRAFT_ENDED',
    );
    const other = (await tell(admin, 'draftScoreSheets', { text: weights(60, 40) })).draft.id;
    const gone = await tell(admin, 'withdrawSheetDraft', { sheetDraftId: other, reason: '不再需要' });
    expect(gone.draft.phase).toBe('WITHDRAWN');
    const { scoreSheetDrafts } = await show(office, 'scoreSheetDrafts { id phase steps { type note } }');
    expect(scoreSheetDrafts.slice(0, 2)).toMatchObject([
      { id: other, phase: 'WITHDRAWN', steps: [{ type: 'sheet.drafted' }, { type: 'sheet.withdrawn' }] },
      { id: sheetDraftId, phase: 'REJECTED', steps: [{}, { type: 'sheet.rejected', note: '再议' }] },
    ]);
  });

  test('of two one is approved; the other is outdated until it is revised', async () => {
    const text = (from: number) => `version: "7"\nsheets: { units: { rankedFrom: ${from} } }\n`;
    const drafts = [await checked(admin, text(4)), await checked(admin, text(5))];
    const approvals = await Promise.all(
      drafts.map((sheetDraftId) =>
        tell(office, 'approveScoreSheets', { sheetDraftId, effectiveFrom: day(2) }),
      ),
    );
    expect(approvals.map(({ code }) => code).sort()).toEqual(['SHEET_DRAFT_OUTDATED', undefined]);
    const early = approvals.findIndex(({ code }) => code === undefined);
    const [first = '', second = ''] = early === 0 ? drafts : drafts.reverse();
    await tell(admin, 'reviseScoreSheets', { sheetDraftId: second, text: text(6) });
    await tell(admin, 'checkScoreSheets', { sheetDraftId: second });
    await tell(office, 'approveScoreSheets', { sheetDraftId: second, effectiveFrom: day(3) });
    const withdrawal = { sheetDraftId: first, reason: '暂缓' };
    expect(await refused(office, 'withdrawSheetApproval', withdrawal)).toBe('SHEET_BUILT_UPON');
  });

  test('are nobody else’s: neither a level above nor a neighbour sees them, both see no more than they may', async () => {
    const drafts = 'scoreSheetDrafts { id }';
    const versions = 'scoreSheetVersions { version sheetDraftId }';
    expect(await codeOf(above.admin, drafts, HERE)).toBe('NOT_GRANTED');
    expect(await codeOf(above.admin, 'scoreSheetOffers { kind }', HERE)).toBe('NOT_GRANTED');
    expect(await codeOf(somebodyIn(HERE, 'UNIT_HANDLER'), drafts, HERE)).toBe('FORBIDDEN');
    expect(await codeOf(somebodyIn(HERE, 'UNIT_HANDLER'), versions, HERE)).toBeUndefined();
    expect(await codeOf(admin, 'scoreSheetDiff(from: "x") { text }', HERE)).toBe('BAD_USER_INPUT');
    const seen = await show(above.admin, versions, HERE);
    expect(seen.scoreSheetVersions.length).toBeGreaterThan(1);
    expect(seen.scoreSheetVersions.every((one: { sheetDraftId: null }) => one.sheetDraftId === null)).toBe(
      true,
    );
    expect(await show(someone(ELSEWHERE, 'TENANT_ADMIN', 5), versions, HERE)).toBeNull();
    const foreign = await checked(above.admin, files.province.replace('version: "1"', 'version: "9"'));
    expect(await refused(admin, 'checkScoreSheets', { sheetDraftId: foreign })).toBe('SHEET_DRAFT_NOT_FOUND');
    expect((await ask(admin, `{ scoreSheetDraft(id: "${foreign}") { id } }`)).scoreSheetDraft).toBeNull();
    expect(await refused(somebodyIn(HERE, 'EVALUATOR'), 'draftScoreSheets', { text: '' })).toBe(
      'ROLE_NOT_ALLOWED',
    );
  });

  test('leave a sheet that a level above has not finished to that level, and finish it when they speak of it', async () => {
    const unfinished = SHEET.replace('  units:', '  drafted:').replace('weight: 40', 'weight: null');
    const written = `${SHEET}${unfinished.split('sheets:\n')[1]}`;
    const layers = [
      fileLayer('province', PROVINCE, 'PROVINCE', written),
      fileLayer('county', HERE, 'COUNTY', weights(50, 50)),
    ].map(({ text: _, ...layer }): PinnedLayer => ({ ...layer, origin: 'FILE' }));
    expect(judgeSheets(layers, LANGUAGE, JUDGE).problems).toEqual([]);
    const [province] = layers as [PinnedLayer];
    const speaks = fileLayer(
      'county',
      HERE,
      'COUNTY',
      'version: "1"\nsheets: { drafted: { rankedFrom: 2 } }\n',
    );
    expect(judgeSheets([province, { ...speaks, origin: 'FILE' }], LANGUAGE, JUDGE).problems).toMatchObject([
      { code: 'WEIGHT_MISSING', path: ['sheets', 'drafted', 'indicators', 'contacted', 'weight'] },
    ]);
  });

  test('begin where a locality scores by nothing yet; an approval withdrawn before its day leaves all as it was', async () => {
    const who = {
      admin: someone(ELSEWHERE, 'TENANT_ADMIN', 5),
      office: someone(ELSEWHERE, 'EVALUATOR', 6),
    };
    expect((await show(who.admin, 'scoreSheets { code }')).scoreSheets).toEqual([]);
    await publish(who, SHEET);
    expect((await show(who.admin, 'scoreSheets { code complete }')).scoreSheets).toEqual([
      { code: 'units', complete: true },
    ]);
    const { sheetDraftId } = await publish(
      who,
      SHEET.replace('weight: 60', 'weight: 70').replace('weight: 40', 'weight: 30'),
      day(1),
    );
    expect(await weightOn(day(1), who.admin)).toEqual(['70', '30']);
    const withdraw = (viewer: Viewer) =>
      tell(viewer, 'withdrawSheetApproval', { sheetDraftId, reason: '暂缓' });
    expect((await withdraw(someone(ELSEWHERE, 'SUPERVISING_LEADER', 9))).code).toBe('NOT_SHEET_APPROVER');
    expect((await withdraw(who.office)).draft.phase).toBe('REVOKED');
    expect((await withdraw(who.office)).code).toBe('SHEET_NOT_APPROVED');
    expect(await weightOn(day(1), who.admin)).toEqual(['60', '40']);
  });
});
