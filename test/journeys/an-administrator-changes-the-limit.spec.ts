import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Person } from '../kit/person.js';
import { Case, must } from './story/case.js';
import { type Cast, takeCast } from './story/cast.js';
import { monthsLater } from './story/moments.js';

const DRAFT = 'draft { id phase }';
const day = (ahead = 0): string =>
  new Date(Date.now() + ahead * 86_400_000).toLocaleDateString('sv', { timeZone: 'Asia/Shanghai' });

describe('an administrator changes the reply limit without a programmer', () => {
  let cast: Cast;
  let old: Case;
  let city: { readonly admin: Person; readonly office: Person; readonly name: string };
  let version: string;

  beforeAll(async () => {
    cast = await takeCast('secluded');
    const code = `${cast.county.code.slice(0, 3)}000`;
    const [admin, office] = await Promise.all(
      ['tenant-admin', 'deputy-affairs-officer'].map((role) => cast.deployment.as(`${code}.${role}`)),
    );
    const { viewer } = await (admin as Person).get('{ viewer { locality { name } } }');
    city = { admin: admin as Person, office: office as Person, name: viewer.locality.name };
    old = await handedOver();
  }, 180_000);

  async function handedOver(): Promise<Case> {
    return (await Case.drafted(cast)).handedOver([{ head: cast.heads[0], role: 'SOLE' }]);
  }
  const dueOf = async (one: Case): Promise<string> =>
    (await one.show('assignments { due { date } }')).assignments[0].due.date;
  const at = async (selection: string, who: Person = cast.admin) =>
    (await who.get(`{ viewer { locality { ${selection} } } }`)).viewer.locality;
  const replyLimit = async (on: string) => {
    const { effectiveProcess } = await at(
      `effectiveProcess(on: "${on}", below: "deadlines.reply") { values { path value source { level name } } }`,
    );
    return effectiveProcess.values.find(({ path }: { path: string }) => path === 'deadlines.reply.amount');
  };
  const draft = async (text: string, admin: Person = cast.admin): Promise<string> =>
    (await must(admin, 'draftProcess', { text }, DRAFT)).draft.id;
  const published = async (
    who: { admin: Person; office: Person },
    draftId: string,
    effectiveFrom = day(),
  ) => {
    await must(who.admin, 'checkProcess', { draftId }, DRAFT);
    await must(who.office, 'approveProcess', { draftId, effectiveFrom }, DRAFT);
  };

  test('a slip of the pen is pointed at, with its line and column and what to write', async () => {
    const text = 'version: "2"\ndeadlines:\n  reply: { amount: 2, unit: MONTHS }\n';
    const query = `mutation ($input: DraftProcessInput!) { draftProcess(input: $input) {
      ... on DraftProcessRefusal { code problems { line column message messageEn } } } }`;
    const { data } = await cast.admin.ask(query, { input: { idempotencyKey: 'slip', text } });
    expect(data?.draftProcess).toMatchObject({
      code: 'PROCESS_HAS_PROBLEMS',
      problems: [{ line: 3, column: 29, message: expect.stringContaining('MONTH') }],
    });
  });

  test('corrected and checked, it is approved by somebody else: old cases keep their limit, new ones have the new', async () => {
    const draftId = await draft('version: "2"\ndeadlines:\n  reply: { amount: 2 }\n');
    const early = await cast.office.do('approveProcess', { draftId, effectiveFrom: day() });
    expect(early.code).toBe('PROCESS_NOT_CHECKED');
    await must(cast.admin, 'checkProcess', { draftId }, DRAFT);
    const own = await cast.admin.do('approveProcess', { draftId, effectiveFrom: day() });
    expect(own.code).toBe('PROCESS_OWN_APPROVAL');
    const { processDraft } = await cast.office.get(
      `{ processDraft(id: "${draftId}") { changes { text textEn } } }`,
    );
    expect(processDraft.changes.text).toBe('答复时限由 3 个月 改为 2 个月');
    await must(cast.office, 'approveProcess', { draftId, effectiveFrom: day(), note: '主任会议决定' }, DRAFT);
    const fresh = await handedOver();
    expect(await dueOf(old)).toBe(monthsLater(day(), 3));
    expect(await dueOf(fresh)).toBe(monthsLater(day(), 2));
    expect(await replyLimit(day())).toMatchObject({ value: '2', source: { level: 'COUNTY' } });
  });

  test('another change comes into force tomorrow, and not today', async () => {
    await published(cast, await draft('version: "3"\ndeadlines:\n  reply: { amount: 1 } # 再缩短\n'), day(1));
    expect(await replyLimit(day())).toMatchObject({ value: '2' });
    expect(await replyLimit(day(1))).toMatchObject({ value: '1' });
    expect(await dueOf(await handedOver())).toBe(monthsLater(day(), 2));
    const { processVersions, processDiff } = await at(
      'processVersions { version origin effectiveFrom } processDiff { text }',
    );
    expect(processDiff.text).toBe('答复时限由 2 个月 改为 1 个月');
    expect(processVersions.slice(0, 2)).toMatchObject([
      { origin: 'PUBLISHED', effectiveFrom: day(1) },
      { origin: 'PUBLISHED', effectiveFrom: day() },
    ]);
    ({ version } = processVersions[0]);
  });

  test('who did what stands in the draft', async () => {
    const { processDrafts } = await at('processDrafts { version steps { type actorRole } }', cast.office);
    const done = processDrafts.find((one: { version: string }) => one.version === version);
    expect(done.steps).toEqual([
      { type: 'process.drafted', actorRole: 'TENANT_ADMIN' },
      { type: 'process.checked', actorRole: 'TENANT_ADMIN' },
      { type: 'process.approved', actorRole: 'DEPUTY_AFFAIRS_OFFICER' },
    ]);
  });

  test('an update of the city is offered, never applied, and merged value by value', async () => {
    const text = 'version: "4"\ndeadlines: { acknowledge: { amount: 3 }, return: { amount: 7 } }\n';
    await published(city, await draft(text, city.admin));
    const { processOffers } = await at(
      'processOffers { source { source name level } changes { path from to own text } }',
    );
    expect(processOffers).toMatchObject([
      {
        source: { name: city.name, level: 'CITY' },
        changes: expect.arrayContaining([
          expect.objectContaining({ path: 'deadlines.acknowledge.amount', from: '5', to: '3', own: null }),
          expect.objectContaining({ text: '退办时限由 5 个工作日 改为 7 个工作日' }),
        ]),
      },
    ]);
    const { source } = processOffers[0].source;
    const unknown = await cast.admin.do('mergeProcess', { source, take: ['deadlines.cosign'] });
    expect(unknown.code).toBe('PROCESS_PATH_NOT_OFFERED');
    const take = ['deadlines.acknowledge.amount'];
    const merged = await must(
      cast.admin,
      'mergeProcess',
      { source, take },
      'draft { id text changes { text } }',
    );
    expect(merged.draft.text).toContain('# 再缩短');
    expect(merged.draft.changes.text).toBe('签收时限由 5 个工作日 改为 3 个工作日');
    await published(cast, merged.draft.id, day(1));
    expect((await at('processOffers { kind }')).processOffers).toEqual([]);
  });

  test('what the city locks cannot be changed below, and it is said who locked it', async () => {
    await published(city, await draft('version: "5"\nlocks: [deadlines.feedback.amount]\n', city.admin));
    const { processOffers } = await at('processOffers { source { source } }');
    const { source } = processOffers[0].source;
    const merged = await must(cast.admin, 'mergeProcess', { source, take: [] }, DRAFT);
    const draftId = merged.draft.id;
    const text = 'version: "6"\ndeadlines: { feedback: { amount: 30 } }\n';
    await must(cast.admin, 'reviseProcess', { draftId, text }, DRAFT);
    const refused = await cast.admin.do('checkProcess', { draftId });
    expect(refused).toMatchObject({
      code: 'PROCESS_HAS_PROBLEMS',
      message: expect.stringContaining(`“deadlines.feedback.amount”已由上级“${city.name}”锁定`),
    });
    const { processDraft } = await cast.admin.get(
      `{ processDraft(id: "${draftId}") { problems { line column path } } }`,
    );
    expect(processDraft.problems).toEqual([{ line: 2, column: 34, path: 'deadlines.feedback.amount' }]);
  });
});
