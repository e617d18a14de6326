import { encodeLocalityId } from '@duban/kernel';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Person } from '../kit/person.js';
import { Case } from './story/case.js';
import { type Cast, takeCast } from './story/cast.js';
import { gaveOpinion, granted, grantsOf, inDays, opened } from './story/grants.js';
import { on } from './story/moments.js';

const [CITY, PROVINCE] = [901_000, 900_000];

describe('a county refers a case up: shown for a purpose, until a day, every reading on record', () => {
  let cast: Cast;
  let one: Case;
  let city: Person;
  let province: Person;
  let caseGrantId: string;
  const held = async (person: Person): Promise<string[]> =>
    (await person.get('{ viewer { locality { grantedCases { id } } } }')).viewer.locality.grantedCases.map(
      ({ id }: { id: string }) => id,
    );

  beforeAll(async () => {
    cast = await takeCast();
    city = await cast.deployment.as(`${CITY}.deputy-affairs-officer`);
    province = await cast.deployment.as(`${PROVINCE}.deputy-affairs-officer`);
    one = await Case.drafted(cast, on('2026-01-10'));
    await one.handedOver([{ head: cast.heads[0], role: 'SOLE' }], on('2026-01-12'));
  });

  test('the process says which forms there are, for how long, and how much is seen', async () => {
    const query =
      '{ viewer { locality { process { grantForms { code name canonical to sees does amount unit ownLevelFirst } } } } }';
    const { grantForms } = (await cast.office.get(query)).viewer.locality.process;
    expect(grantForms).toHaveLength(8);
    expect(grantForms).toContainEqual({
      ...{ code: 'REFER_UP', name: '上报', canonical: 'REFER_UP', to: ['ABOVE'], sees: 'FULL' },
      ...{ does: ['ADVICE', 'DECISION'], amount: 12, unit: 'MONTH', ownLevelFirst: false },
    });
  });

  test('before it is granted, the city cannot see it', async () => {
    const { proposal } = await city.get('query ($id: ID!) { proposal(id: $id) { title } }', { id: one.id });
    expect(proposal).toBeNull();
  });

  test('granted, the city’s officer reads it, and that is logged; the province still sees nothing', async () => {
    caseGrantId = await granted(cast.office, one, CITY, 'REFER_UP');
    expect(await held(city)).toContain(caseGrantId);
    const shown = await opened(city, caseGrantId);
    expect(shown).toMatchObject({
      ...{ title: '关于在城西新区增设公交站的建议', phase: 'HANDED_OVER' },
      body: expect.stringContaining('增设站点'),
      grant: { kind: 'REFER_UP', label: '上报', form: 'REFER_UP', from: { code: cast.county.code } },
    });
    expect(shown.steps.map(({ title }: { title: string }) => title)).toEqual(
      expect.arrayContaining(['提交', '交办', '授权其他地方']),
    );
    await opened(city, caseGrantId);
    expect((await province.do('openGrantedCase', { caseGrantId })).code).toBe('GRANT_NOT_FOUND');
    expect(await grantsOf(one)).toMatchObject([
      {
        to: { code: String(CITY) },
        readings: Array(2).fill({ role: 'DEPUTY_AFFAIRS_OFFICER', saw: 'FULL' }),
      },
    ]);
  });

  test('the city acts under it: advice and a decision, and nothing that the form does not cover', async () => {
    await gaveOpinion(city, caseGrantId, 'ADVICE', '建议列入市公交规划');
    await gaveOpinion(city, caseGrantId, 'DECISION', '由市交通运输局牵头');
    const review = { caseGrantId, kind: 'REVIEW', text: '同意' };
    expect((await city.do('giveOpinion', review)).code).toBe('GRANT_DOES_NOT_COVER');
    const [{ opinions }] = (await grantsOf(one)) as [{ opinions: object[] }];
    expect(opinions).toMatchObject([
      { kind: 'ADVICE', text: '建议列入市公交规划', from: { code: String(CITY) } },
      { kind: 'DECISION', text: '由市交通运输局牵头' },
    ]);
  });

  test('the province is shown the facts alone', async () => {
    const facts = await granted(cast.government, one, PROVINCE, 'INSPECTION', { sees: 'METADATA' });
    expect(await opened(province, facts)).toMatchObject({ body: null, steps: null, phase: 'HANDED_OVER' });
    expect((await grantsOf(one)).at(-1).readings).toEqual([
      { role: 'DEPUTY_AFFAIRS_OFFICER', saw: 'METADATA' },
    ]);
  });

  test('on the day after its last it shows nothing any more, and no reading is logged', async () => {
    const over = await granted(cast.office, one, PROVINCE, 'REFER_UP', {
      ...on('2026-02-01'),
      until: '2026-03-01',
    });
    expect(await held(province)).not.toContain(over);
    expect((await province.do('openGrantedCase', { caseGrantId: over })).code).toBe('GRANT_NOT_FOUND');
    expect((await grantsOf(one)).at(-1).readings).toEqual([]);
  });

  test('revoked, it shows nothing either; what was read and said stays on record', async () => {
    const input = { caseGrantId, reason: '已办妥' };
    await one.do(cast.office, 'revokeCaseGrant', input);
    expect((await city.do('openGrantedCase', { caseGrantId })).code).toBe('GRANT_NOT_FOUND');
    expect(await held(city)).not.toContain(caseGrantId);
    const [first] = await grantsOf(one);
    expect([first.revokedAt === null, first.readings.length, first.opinions.length]).toEqual([false, 2, 2]);
  });

  test('LN-23: jointly supervised only when the own level has done its part, for three years at most', async () => {
    const early = { localityId: encodeLocalityId(CITY), kind: 'JOINT_SUPERVISION', sees: 'FULL' };
    const joint = { proposalId: one.id, ...early, until: inDays(1000), reason: '涉及市级政策' };
    expect((await cast.office.do('grantCase', joint)).code).toBe('OWN_LEVEL_NOT_DONE');
    await one.answered(cast.heads[0], 'B', on('2026-03-10'));
    const tooLong = { ...joint, until: inDays(1200) };
    expect((await cast.office.do('grantCase', tooLong)).code).toBe('GRANT_UNTIL_INVALID');
    const together = await granted(cast.office, one, CITY, 'JOINT_SUPERVISION', joint);
    await gaveOpinion(city, together, 'SUPERVISION', '市区两级联合到现场督办');
    expect((await grantsOf(one)).at(-1)).toMatchObject({
      label: '联合督办',
      opinions: [{ kind: 'SUPERVISION' }],
    });
  });
});
