import type { Viewer } from '@duban/kernel';
import { contentHash, type FileLayer, locateYaml, newId } from '@duban/kernel/runtime';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { effectiveProcess } from '../process/effective-process.js';
import { loadProcesses } from '../process/load-process/process-version.store.js';
import { id, PEOPLE, viewerAs } from '../testing/people.js';
import { baseLayer } from '../testing/process-files.kit.js';
import { ProposalsFixture, publicId, TENANT } from '../testing/proposals.fixture.js';

const PROVINCE = 999_000;
const admin = viewerAs('TENANT_ADMIN', { accountId: id(901), personId: id(911) });
const second = viewerAs('TENANT_ADMIN', { accountId: id(902), personId: id(912) });
const above = { admin: { ...admin, tenant: PROVINCE }, second: { ...second, tenant: PROVINCE } };

let fixture: ProposalsFixture;
const files = { province: '', county: '' };

const fileLayer = (
  source: string,
  locality: number,
  level: 'PROVINCE' | 'COUNTY',
  text: string,
): FileLayer => {
  const document = locateYaml(source, text).value;
  return {
    source,
    locality,
    level,
    name: level === 'PROVINCE' ? '某省' : '某县',
    document,
    text,
    hash: contentHash(document),
  };
};

/** What a start does with the files as they are now. */
async function start(): Promise<number[]> {
  const province = fileLayer('province', PROVINCE, 'PROVINCE', files.province);
  const county = fileLayer('county', TENANT, 'COUNTY', files.county);
  const categories = { roads: { name: '道路', canonical: 'URBAN_CONSTRUCTION' } };
  const wanted = [
    { number: PROVINCE, layers: [baseLayer(), province] },
    { number: TENANT, layers: [baseLayer(), province, county] },
  ].map(({ number, layers }) => {
    const { process } = effectiveProcess(layers);
    if (!process) throw new Error('the files are wrong');
    return { number, process, categories, layers, hash: contentHash({ process, categories }) };
  });
  return loadProcesses(fixture.database, wanted);
}

beforeAll(async () => {
  fixture = (await ProposalsFixture.open()).at('2099-03-02');
  await start();
});
afterAll(() => fixture?.close());

const localityOf = ({ tenant }: Viewer) =>
  publicId('locality', `00000000-0000-0000-0000-${String(tenant).padStart(12, '0')}`, tenant);
const show = async (viewer: Viewer, selection: string) => {
  const query = `query ($id: ID!) { _entities(representations: [{ __typename: "Locality", id: $id }]) { ... on Locality { ${selection} } } }`;
  return (await fixture.ask(viewer, query, { id: localityOf(viewer) }))._entities[0];
};
const drafted = async (viewer: Viewer, text: string, note?: string): Promise<string> =>
  (await fixture.does(viewer, 'draftProcess', { text, note }, 'draft { id }')).draft.id;
const checkedDraft = async (viewer: Viewer, text: string): Promise<string> => {
  const draftId = await drafted(viewer, text);
  await fixture.does(viewer, 'checkProcess', { draftId }, 'draft { phase }');
  return draftId;
};
const publish = async (by: { admin: Viewer; second: Viewer }, text: string, effectiveFrom: string) => {
  const draftId = await checkedDraft(by.admin, text);
  const { draft } = await fixture.does(
    by.second,
    'approveProcess',
    { draftId, effectiveFrom },
    'draft { version }',
  );
  return draft.version as string;
};
const replyLimit = async (viewer: Viewer, on: string) => {
  const { effectiveProcess: found } = await show(
    viewer,
    `effectiveProcess(on: "${on}", below: "deadlines.reply") { values { path value label source { source level } } }`,
  );
  return found.values.find(({ path }: { path: string }) => path === 'deadlines.reply.amount');
};

describe('a process that is published', () => {
  test('is drafted with an error, corrected, checked, approved by another and in force from its day on', async () => {
    const tries = `mutation ($input: DraftProcessInput!) { draftProcess(input: $input) { ... on DraftProcessRefusal {
      code message problems { line column message messageEn } } } }`;
    const input = { idempotencyKey: newId(), text: 'version: "2"\ndeadlines:\n  reply: {amount: two}\n' };
    const { draftProcess } = await fixture.ask(admin, tries, { input });
    expect(draftProcess).toMatchObject({
      code: 'PROCESS_HAS_PROBLEMS',
      problems: [{ line: 3, column: 19, message: expect.stringContaining('"two"') }],
    });
    const draftId = await drafted(admin, 'version: "2"\ndeadlines:\n  reply: {step: FEEDBACK}\n');
    expect((await fixture.refuses(admin, 'checkProcess', { draftId })).code).toBe('PROCESS_HAS_PROBLEMS');
    const judged = `{ processDraft(id: "${draftId}") { phase problems { line path message } changes { text } } }`;
    expect((await fixture.ask(admin, judged)).processDraft).toMatchObject({
      phase: 'DRAFT',
      problems: [
        { line: 3, path: 'deadlines', message: expect.stringContaining('REPLY') },
        { line: 1, path: 'deadlines.reply.anchor' },
      ],
      changes: null,
    });
    const text = 'version: "2"\ndeadlines:\n  reply: {amount: 2} # 缩短\n';
    await fixture.does(admin, 'reviseProcess', { draftId, text }, 'draft { id }');
    await fixture.does(admin, 'checkProcess', { draftId }, 'draft { phase }');
    expect((await fixture.ask(admin, judged)).processDraft).toEqual({
      phase: 'CHECKED',
      problems: [],
      changes: { text: '答复时限由 3 个月 改为 2 个月' },
    });
    const own = await fixture.refuses(admin, 'approveProcess', { draftId, effectiveFrom: '2099-03-03' });
    expect(own.code).toBe('PROCESS_OWN_APPROVAL');
    const past = await fixture.refuses(second, 'approveProcess', { draftId, effectiveFrom: '2099-03-01' });
    expect(past.code).toBe('PROCESS_EFFECTIVE_DATE_PASSED');
    const approval = { draftId, effectiveFrom: '2099-03-03', note: '主任会议决定' };
    await fixture.does(second, 'approveProcess', approval, 'draft { version }');
    expect(await replyLimit(admin, '2099-03-02')).toMatchObject({
      value: '3',
      source: { source: 'base', level: 'BASE' },
    });
    expect(await replyLimit(admin, '2099-03-03')).toMatchObject({
      value: '2',
      source: { source: 'county', level: 'COUNTY' },
    });
    const { processDraft } = await fixture.ask(
      admin,
      `{ processDraft(id: "${draftId}") { phase version effectiveFrom steps { type actorRole note } } }`,
    );
    expect(processDraft).toMatchObject({
      phase: 'APPROVED',
      version: 'base@1+county@2~3',
      effectiveFrom: '2099-03-03',
    });
    expect(processDraft.steps.map(({ type }: { type: string }) => type)).toEqual(
      ['drafted', 'revised', 'checked', 'approved'].map((step) => `process.${step}`),
    );
    expect(processDraft.steps.at(-1)).toMatchObject({ actorRole: 'TENANT_ADMIN', note: '主任会议决定' });
  });

  test('is compared with the one before in plain words', async () => {
    const { processVersions } = await show(
      admin,
      'processVersions { version origin effectiveFrom sources { name } }',
    );
    expect(processVersions.slice(0, 2)).toMatchObject([{ origin: 'PUBLISHED' }, { origin: 'FILE' }]);
    const [to, from] = processVersions.map(({ version }: { version: string }) => version);
    const { processDiff } = await show(
      admin,
      `processDiff(from: "${from}", to: "${to}") { text textEn changes { path kind from to } }`,
    );
    expect(processDiff).toEqual({
      text: '答复时限由 3 个月 改为 2 个月',
      textEn: 'time limit for the reply: from 3 months to 2 months',
      changes: [{ path: 'deadlines.reply.amount', kind: 'CHANGED', from: '3', to: '2' }],
    });
  });

  test('is not undone by the next start; a newer file is offered, and taken by choice', async () => {
    expect(await start()).toEqual([]);
    files.county = 'version: "3"\nreturns: {max: 2}\nlimits: {title: 60}\n';
    expect(await start()).toEqual([]);
    expect(await replyLimit(admin, '2099-03-03')).toMatchObject({ value: '2' });
    const selection = 'processOffers { kind source { source } changes { path from to own overridden text } }';
    const { processOffers } = await show(admin, selection);
    expect(processOffers).toMatchObject([
      {
        kind: 'FILE',
        source: { source: 'county' },
        changes: [{ path: 'limits.title', from: '100', to: '60' }, { path: 'returns.max' }],
      },
    ]);
    const wrong = { source: 'county', take: ['deadlines.cosign'] };
    expect((await fixture.refuses(admin, 'mergeProcess', wrong)).code).toBe('PROCESS_PATH_NOT_OFFERED');
    const { draft } = await fixture.does(
      admin,
      'mergeProcess',
      { source: 'county', take: ['returns.max'] },
      'draft { id text }',
    );
    expect(draft.text).toBe('version: "2"\ndeadlines:\n  reply: { amount: 2 } # 缩短\nreturns:\n  max: 2\n');
    await fixture.does(admin, 'checkProcess', { draftId: draft.id }, 'draft { id }');
    await fixture.does(
      second,
      'approveProcess',
      { draftId: draft.id, effectiveFrom: '2099-03-04' },
      'draft { id }',
    );
    expect(await show(admin, selection)).toEqual({ processOffers: [] });
    expect((await fixture.refuses(admin, 'mergeProcess', { source: 'county' })).code).toBe(
      'PROCESS_OFFER_NOT_FOUND',
    );
  });

  test('above is offered below, never applied, and merged value by value', async () => {
    await publish(
      above,
      'version: "5"\ndeadlines: {reply: {amount: 1}, acknowledge: {amount: 3}}\nreturns: {max: 3}\n',
      '2099-03-02',
    );
    expect(await start()).toEqual([]);
    fixture.at('2099-03-04');
    expect(await replyLimit(admin, '2099-03-04')).toMatchObject({ value: '2' });
    const { processOffers } = await show(
      admin,
      'processOffers { kind source { source level } changes { path to own overridden text } }',
    );
    expect(processOffers).toMatchObject([
      { kind: 'UPPER', source: { source: 'province', level: 'PROVINCE' } },
    ]);
    expect(processOffers[0].changes).toMatchObject([
      {
        path: 'deadlines.acknowledge.amount',
        to: '3',
        own: null,
        overridden: false,
        text: '签收时限由 5 个工作日 改为 3 个工作日',
      },
      { path: 'deadlines.reply.amount', to: '1', own: '2', overridden: true },
      { path: 'returns.max', to: '3', own: '2', overridden: true },
    ]);
    const take = ['deadlines.acknowledge.amount', 'deadlines.reply.amount'];
    const { draft } = await fixture.does(
      admin,
      'mergeProcess',
      { source: 'province', take },
      'draft { id text }',
    );
    expect(draft.text).toBe('version: "2"\nreturns:\n  max: 2\n');
    await fixture.does(admin, 'checkProcess', { draftId: draft.id }, 'draft { id }');
    await fixture.does(
      second,
      'approveProcess',
      { draftId: draft.id, effectiveFrom: '2099-03-05' },
      'draft { id }',
    );
    expect(await replyLimit(admin, '2099-03-05')).toMatchObject({
      value: '1',
      source: { source: 'province' },
    });
    expect(await show(admin, 'processOffers { kind }')).toEqual({ processOffers: [] });
  });

  test('with a locked part above cannot be changed below: it is said who locked it', async () => {
    const unknown = await fixture.refuses(above.admin, 'lockProcess', { paths: ['deadlines.never'] });
    expect(unknown.code).toBe('PROCESS_PATH_UNKNOWN');
    const lock = { paths: ['deadlines.reply.amount'], note: '全省统一' };
    const locked = (await fixture.does(above.admin, 'lockProcess', lock, 'draft { id text }')).draft;
    expect(locked.text).toContain('locks:\n  - deadlines.reply.amount\n');
    await fixture.does(above.admin, 'checkProcess', { draftId: locked.id }, 'draft { id }');
    const approval = { draftId: locked.id, effectiveFrom: '2099-03-04' };
    await fixture.does(above.second, 'approveProcess', approval, 'draft { id }');
    const { effectiveProcess: shown } = await show(
      above.admin,
      'effectiveProcess(below: "deadlines.reply") { values { path lockedBy { name } } }',
    );
    expect(shown.values).toContainEqual({ path: 'deadlines.reply.amount', lockedBy: { name: '某省' } });
    expect(shown.values).toContainEqual({ path: 'deadlines.reply.unit', lockedBy: null });
    const { processOffers } = await show(admin, 'processOffers { changes { path text } }');
    expect(processOffers[0].changes).toEqual([
      { path: 'locks.deadlines.reply.amount', text: '答复时限的数量已锁定，下级不能改动' },
    ]);
    const { draft } = await fixture.does(admin, 'mergeProcess', { source: 'province' }, 'draft { id }');
    const text = 'version: "2"\ndeadlines: {reply: {amount: 4}}\n';
    await fixture.does(admin, 'reviseProcess', { draftId: draft.id, text }, 'draft { id }');
    const refusal = await fixture.refuses(admin, 'checkProcess', { draftId: draft.id });
    expect(refusal.message).toContain('“deadlines.reply.amount”已由上级“某省”锁定');
    await fixture.does(admin, 'withdrawDraft', { draftId: draft.id, reason: '省里已定' }, 'draft { phase }');
    const again = await fixture.refuses(admin, 'checkProcess', { draftId: draft.id });
    expect(again.code).toBe('PROCESS_DRAFT_ENDED');
  });

  test('has categories of the files, also when these change after it', async () => {
    const versions = async () =>
      (await show(admin, 'processVersions { version }')).processVersions.length as number;
    const before = await versions();
    expect(await start()).toEqual([]);
    expect(await versions()).toBe(before);
  });
});

describe('of several at once', () => {
  const day = '2099-04-01';
  test('approvals of one draft exactly one wins', async () => {
    const draftId = await checkedDraft(admin, 'version: "8"\nreturns: {max: 4}\n');
    const approvers = [
      second,
      PEOPLE.congress,
      { ...second, accountId: id(990), personId: id(991) },
      { ...second, accountId: id(992), personId: id(993) },
    ];
    const answers = await Promise.all(approvers.map((viewer) => tryApproval(viewer, draftId)));
    expect(answers.filter((code) => code === undefined)).toHaveLength(1);
    expect(answers.filter((code) => code === 'PROCESS_DRAFT_ENDED')).toHaveLength(3);
  });

  test('drafts exactly one is approved; the others are outdated until they are revised', async () => {
    const drafts = await Promise.all(
      [5, 6, 7].map((max) => checkedDraft(admin, `version: "9"\nreturns: {max: ${max}}\n`)),
    );
    const answers = await Promise.all(drafts.map((draftId) => tryApproval(second, draftId)));
    expect(answers.filter((code) => code === undefined)).toHaveLength(1);
    expect(answers.filter((code) => code === 'PROCESS_DRAFT_OUTDATED')).toHaveLength(2);
  });

  async function tryApproval(viewer: Viewer, draftId: string): Promise<string | undefined> {
    const source = `mutation ($input: ApproveProcessInput!) { approveProcess(input: $input) { ... on Refusal { code } } }`;
    const input = { idempotencyKey: newId(), draftId, effectiveFrom: day };
    return (await fixture.ask(viewer, source, { input })).approveProcess.code;
  }
});

test('who may read and write definitions', async () => {
  const refused = async (viewer: Viewer, selection: string) => {
    const query = `query ($id: ID!) { _entities(representations: [{ __typename: "Locality", id: $id }]) { ... on Locality { ${selection} } } }`;
    const { errors } = await fixture.execute(viewer, query, { id: localityOf(admin) });
    return errors?.[0]?.extensions.code;
  };
  expect(await refused(PEOPLE.lead, 'processDrafts { id }')).toBe('FORBIDDEN');
  expect(await refused(PEOPLE.lead, 'processVersions { version }')).toBeUndefined();
  expect(await refused(above.admin, 'processVersions { version }')).toBeUndefined();
  expect(await refused(above.admin, 'processDrafts { id }')).toBe('NOT_GRANTED');
  expect(await refused(above.admin, 'processOffers { kind }')).toBe('NOT_GRANTED');
  const stranger = { ...admin, tenant: 999_001 };
  expect(await refused(stranger, 'processVersions { version }')).toBe('NOT_GRANTED');
  expect(await refused(admin, 'processDiff(from: "x", to: "y") { text }')).toBe('BAD_USER_INPUT');
  expect((await fixture.refuses(PEOPLE.lead, 'draftProcess', { text: '' })).code).toBe('ROLE_NOT_ALLOWED');
  const elsewhere = await drafted(above.admin, 'version: "9"\n');
  expect((await fixture.refuses(admin, 'checkProcess', { draftId: elsewhere })).code).toBe(
    'PROCESS_DRAFT_NOT_FOUND',
  );
  const draftId = await checkedDraft(admin, 'version: "9"\n');
  const leader = viewerAs('SUPERVISING_LEADER', { accountId: id(903), personId: id(913) });
  expect(
    (await fixture.refuses(leader, 'approveProcess', { draftId, effectiveFrom: '2099-05-01' })).code,
  ).toBe('NOT_PROCESS_APPROVER');
  const { draft } = await fixture.does(
    second,
    'rejectProcess',
    { draftId, reason: '再议' },
    'draft { phase steps { note } }',
  );
  expect(draft).toMatchObject({ phase: 'REJECTED', steps: [{}, {}, { note: '再议' }] });
});

describe('an approved version that is not in force yet', () => {
  const inForce = async (on: string) =>
    (
      await show(
        admin,
        `effectiveProcess(on: "${on}", below: "limits.title") { version { version } values { value } }`,
      )
    ).effectiveProcess;

  test('is withdrawn by an approver or an administrator; what held before holds from that day on', async () => {
    const before = await inForce('2099-12-01');
    const draftId = await checkedDraft(admin, 'version: "10"\nlimits: {title: 30}\n');
    await fixture.does(
      second,
      'approveProcess',
      { draftId, effectiveFrom: '2099-12-01' },
      'draft { version }',
    );
    expect(await inForce('2099-12-01')).toMatchObject({ values: [{ value: '30' }] });
    const waiting = await checkedDraft(admin, 'version: "11"\nlimits: {title: 31}\n');
    const reason = '主任会议决定暂缓';
    const undecided = await fixture.refuses(admin, 'withdrawApproval', { draftId: waiting, reason });
    expect(undecided.code).toBe('PROCESS_NOT_APPROVED');
    const selection = 'draft { phase steps { type note } }';
    const { draft } = await fixture.does(second, 'withdrawApproval', { draftId, reason }, selection);
    expect(draft.phase).toBe('REVOKED');
    expect(draft.steps.at(-1)).toEqual({ type: 'process.approval_withdrawn', note: reason });
    const after = await inForce('2099-12-01');
    expect(after.values).toEqual(before.values);
    expect(after.version.version).not.toBe(before.version.version);
    const again = await fixture.refuses(second, 'withdrawApproval', { draftId, reason });
    expect(again.code).toBe('PROCESS_NOT_APPROVED');
    const outdated = { draftId: waiting, effectiveFrom: '2099-12-02' };
    expect((await fixture.refuses(second, 'approveProcess', outdated)).code).toBe('PROCESS_DRAFT_OUTDATED');
  });

  test('is not withdrawn when another was approved on top of it, or once its day has come', async () => {
    const approved = async (title: number, effectiveFrom: string): Promise<string> => {
      const draftId = await checkedDraft(admin, `version: "12"\nlimits: {title: ${title}}\n`);
      await fixture.does(second, 'approveProcess', { draftId, effectiveFrom }, 'draft { version }');
      return draftId;
    };
    const first = await approved(41, '2099-12-10');
    const upon = await approved(42, '2099-12-11');
    const withdraw = async (draftId: string) =>
      (await fixture.refuses(second, 'withdrawApproval', { draftId, reason: '暂缓' })).code;
    expect(await withdraw(first)).toBe('PROCESS_BUILT_UPON');
    await fixture.does(second, 'withdrawApproval', { draftId: upon, reason: '暂缓' }, 'draft { phase }');
    expect((await inForce('2099-12-12')).values).toEqual([expect.objectContaining({ value: '41' })]);
    await fixture.does(second, 'withdrawApproval', { draftId: first, reason: '暂缓' }, 'draft { phase }');
    const now = fixture.now;
    const third = await approved(43, '2099-12-20');
    fixture.at('2099-12-20');
    expect(await withdraw(third)).toBe('PROCESS_IN_FORCE');
    fixture.now = now;
  });
});

describe('a level above', () => {
  test('reads what a locality below works by, and how that differs from its own; it does not change it', async () => {
    const asked = `query ($id: ID!) { _entities(representations: [{ __typename: "Locality", id: $id }]) { ... on Locality {
      effectiveProcess(below: "deadlines.reply") { values { path value source { level } } }
      processDiffToParent { text changes { path } } processVersions { version } } } }`;
    const [lower] = (await fixture.ask(above.admin, asked, { id: localityOf(admin) }))._entities;
    const [own] = (await fixture.ask(admin, asked, { id: localityOf(admin) }))._entities;
    expect(lower).toEqual(own);
    const drafts = asked.replace('processVersions { version }', 'processVersions { draftId }');
    const [told] = (await fixture.ask(above.admin, drafts, { id: localityOf(admin) }))._entities;
    expect(told.processVersions.every((one: { draftId: string | null }) => one.draftId === null)).toBe(true);
    expect(lower.effectiveProcess.values.length).toBeGreaterThan(0);
    expect(lower.processDiffToParent.changes.length).toBeGreaterThan(0);
    expect(lower.processDiffToParent.text).toMatch(/\p{Script=Han}/u);
  });

  test('what it locks is told in the comparison of its versions', async () => {
    const draftId = await checkedDraft(above.admin, 'version: "20"\nlocks: [limits.body]\n');
    const approval = { draftId, effectiveFrom: '2099-12-30' };
    await fixture.does(above.second, 'approveProcess', approval, 'draft { version }');
    const { processDiff } = await show(above.admin, 'processDiff { text changes { path kind } }');
    expect(processDiff.changes).toContainEqual({ path: 'locks.limits.body', kind: 'ADDED' });
    expect(processDiff.text).toContain('已锁定，下级不能改动');
  });
});
