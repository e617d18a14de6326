import { beforeAll, describe, expect, test } from '@jest/globals';
import { Case, must } from './story/case.js';
import type { Cast } from './story/cast.js';
import { caughtUp, figuresOf } from './story/figures.js';
import { on } from './story/moments.js';
import { handedOver, visit } from './story/place.js';

/* One county, 2024: 建议和提案由县政府统一办理. Its name is not known, so it has a reserved code. */

const CODE = '992024';
const SUGGESTION = { reviewers: { office: 'deputy-affairs-officer' }, year: 2024, when: on('2024-04-25') };
const PROPOSAL = { ...SUGGESTION, reviewers: { office: 'proposal-committee-officer' } };

describe('a county handles suggestions and proposals in one process', () => {
  let cast: Cast;
  const cases: Case[] = [];

  beforeAll(async () => {
    cast = await visit(CODE);
  }, 180_000);

  const given = async (title: string, at: number, input: object = {}, lead = cast.deputies[0]) => {
    const one = await Case.drafted(cast, { title, ...input, ...on('2024-04-20') }, lead);
    const head = cast.heads[at] ?? cast.heads[0];
    await handedOver(one, [{ head, role: 'SOLE' }], lead === cast.member ? PROPOSAL : SUGGESTION);
    cases.push(one);
    return one;
  };
  const count = async (filter: object, metric = 'HANDED_OVER_COUNT') =>
    (await figuresOf(cast.office, CODE, [metric], { year: 2024, ...filter }))[metric]?.numerator;

  test('CT-01 CT-02: both kinds go the same way, and are counted apart, in session and between sessions', async () => {
    await given('关于扩建县第二小学的建议', 0);
    await given('关于整治县城停车的建议', 3);
    await given('关于修复灌溉渠的建议', 1, { period: 'INTER_SESSION' });
    await given('关于规范食品小作坊的提案', 2, {}, cast.member);
    await caughtUp(cast.office, CODE);
    const counted = [{}, { kind: 'CPPCC_PROPOSAL' }, { period: 'INTER_SESSION', kind: 'NPC_SUGGESTION' }];
    expect(await Promise.all(counted.map((filter) => count(filter)))).toEqual([4, 1, 1]);
    const numbers = await Promise.all(cases.map(async (one) => (await one.show('caseNumber')).caseNumber));
    expect(numbers).toEqual([
      '2024年会字第0001号',
      '2024年会字第0002号',
      '2024年平字第0001号',
      '2024年第0001号提案',
    ]);
    for (const one of cases) expect((await one.show('phase dueOn')).dueOn).toBe('2024-07-25');
  });

  test('CT-14: each unit sends its receipt; what is not its matter goes back until a unit is responsible', async () => {
    const [school, parking] = cases as [Case, Case];
    const receipt = { note: '同意承办，由基础教育科室负责', ...on('2024-04-26') };
    await school.of(cast.heads[0], 'acknowledgeAssignment', receipt);
    const back = { reason: '停车管理属住建部门职责', ...on('2024-04-28') };
    await parking.of(cast.heads[3], 'requestReturn', back);
    const assignmentId = await parking.assignmentOf(cast.heads[3]);
    const unitId = (await cast.county.as('unit-head-5')).unitId;
    const moved = { assignmentId, decision: 'APPROVE', unitId, ...on('2024-04-30') };
    await must(cast.government, 'decideReturn', moved);
    const shown = await parking.show('assignments { phase unit { id } }');
    expect(shown.assignments).toEqual([
      { phase: 'REASSIGNED', unit: { id: cast.heads[3].unitId } },
      { phase: 'HANDED_OVER', unit: { id: unitId } },
    ]);
  });

  test('CT-06: the units with most items are seen from their load', async () => {
    const load =
      'query ($first: Int) { viewer { locality { units(first: $first) { nodes { shortName workload(year: 2024) { total open } } } } } }';
    const { viewer } = await cast.admin.get(load, { first: 20 });
    type Loaded = { shortName: string; workload: { total: number } };
    const busy = viewer.locality.units.nodes.filter(({ workload }: Loaded) => workload.total > 0);
    expect(busy.map(({ shortName, workload }: Loaded) => [shortName, workload.total]).sort()).toEqual([
      ['县住建局', 1],
      ['县发展改革委', 1],
      ['县市场监管局', 1],
      ['县教体局', 1],
    ]);
  });

  test('CT-18 CT-19: asked before, told during, visited after; a reply without is sent, and it is noted', async () => {
    const [school, , canal] = cases as [Case, Case, Case];
    const [education, development] = [cast.heads[0], cast.heads[1]];
    await school.contact(education, 'BEFORE', { channel: 'PHONE', ...on('2024-05-06') });
    await school.contact(education, 'DURING', { channel: 'PHONE', ...on('2024-05-20') });
    await school.reply(education, 'A', on('2024-06-03'));
    await school.contact(education, 'AFTER', on('2024-06-10'));
    await canal.acknowledge(development, on('2024-04-26'));
    await canal.reply(development, 'B', on('2024-06-03'));
    const reply = 'timeline { type unmetGuards }';
    const warned = async (one: Case) => {
      const { timeline } = await one.show(reply);
      const issued = timeline.find(({ type }: { type: string }) => type === 'reply.issued');
      return issued.unmetGuards;
    };
    expect(await warned(school)).toEqual([]);
    expect(await warned(canal)).toEqual(['contact-before-handling', 'contact-during-handling']);
  });

  test('CT-03: the report of August: everyone met, while most is still being handled', async () => {
    for (const one of cases.slice(1)) {
      const { assignments } = await one.show('assignments { phase unit { id } }');
      const heads = [...cast.heads, await cast.county.as('unit-head-5')];
      const head = heads.find(({ unitId }) => unitId === assignments.at(-1).unit.id) as (typeof heads)[0];
      if (assignments.at(-1).phase === 'HANDED_OVER') await one.acknowledge(head, on('2024-05-07'));
      const phase = assignments.at(-1).phase === 'REPLIED' ? 'AFTER' : 'BEFORE';
      await one.contact(head, phase, on('2024-06-20'));
    }
    await caughtUp(cast.office, CODE);
    const asOf = '2024-08-10T04:00:00Z';
    const figures = await figuresOf(cast.office, CODE, ['CONTACT_RATE', 'COMPLETION_RATE'], {
      year: 2024,
      asOf,
    });
    expect(figures).toMatchObject({
      CONTACT_RATE: { numerator: 4, denominator: 4 },
      COMPLETION_RATE: { numerator: 0, denominator: 4 },
    });
  });
});
