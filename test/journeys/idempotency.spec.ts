import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { Case } from './story/case.js';
import { type Cast, takeCast } from './story/cast.js';

describe('idempotency', () => {
  let cast: Cast;
  beforeAll(async () => {
    cast = await takeCast();
  }, 180_000);

  test('twenty at once with one key: one effect, one answer', async () => {
    const [lead] = cast.deputies;
    const idempotencyKey = 'twenty at once';
    const title = '关于二十次点击的建议';
    const input = { idempotencyKey, ...DRAFT, title };
    const drafted = await atOnce(20, () => lead.do('draftProposal', input, 'proposal { id version }'));
    expect(distinct(drafted)).toHaveLength(1);
    const own = '{ proposals(first: 0, filter: { titleContains: "关于二十次点击" }) { totalCount } }';
    expect((await lead.get(own)).proposals.totalCount).toBe(1);
    const [one, next] = await Promise.all([accepted(cast), accepted(cast)]);
    const docket = { idempotencyKey, proposalId: one.id, year: 2022 };
    const number = 'proposal { version caseNumber }';
    const docketed = await atOnce(20, () => cast.office.do('docketProposal', docket, number));
    expect(distinct(docketed)).toEqual([
      JSON.stringify({ proposal: { version: 4, caseNumber: '2022年会字第0001号' } }),
    ]);
    expect(await next.docket({ year: 2022 })).toBe('2022年会字第0002号');
  });

  test('a key is its owner’s own', async () => {
    const input = { idempotencyKey: 'the same key', ...DRAFT };
    const [one, other] = cast.deputies;
    const drafted = await Promise.all(
      [one, other].map((who) => who.do('draftProposal', input, 'proposal { id }')),
    );
    expect(distinct(drafted)).toHaveLength(2);
  });

  test('a refusal does not use up the key', async () => {
    const one = await Case.drafted(cast);
    const input = { idempotencyKey: randomUUID(), proposalId: one.id };
    expect((await one.lead.do('submitProposal', { ...input, expectedVersion: 7 })).code).toBe(
      'STALE_VERSION',
    );
    expect((await one.lead.do('submitProposal', input)).code).toBeUndefined();
  });

  test('of ten who saw the same version one is heard, the others are told what it is now', async () => {
    const one = await Case.drafted(cast);
    const revise = (_: unknown, at: number) =>
      one.lead.do('reviseDraft', { proposalId: one.id, expectedVersion: 1, title: `第 ${at} 稿` });
    const answers = await atOnce(10, revise);
    const stale = answers.filter(({ code }) => code === 'STALE_VERSION');
    expect(stale).toHaveLength(9);
    for (const { message, messageEn } of stale) {
      expect(message).toContain('当前版本 2');
      expect(messageEn).toContain('version is now 2');
    }
    expect((await one.show('version', one.lead)).version).toBe(2);
  });

  test('five who did not look are all heard, one after the other', async () => {
    const one = await Case.drafted(cast);
    await one.handedOver([{ head: cast.heads[0], role: 'SOLE' }]);
    const { version } = await one.show('version');
    await atOnce(5, () => one.contact(cast.heads[0], 'DURING'));
    const { timeline } = await one.show('timeline { version type }');
    expect(timeline.slice(version).map((each: { type: string }) => each.type)).toEqual(
      Array(5).fill('contact.recorded'),
    );
    expect(timeline.map((each: { version: number }) => each.version)).toEqual(
      timeline.map((_: unknown, at: number) => at + 1),
    );
  });
});

const DRAFT = {
  kind: 'NPC_SUGGESTION',
  period: 'IN_SESSION',
  proposerType: 'INDIVIDUAL',
  title: '关于增设路灯的建议',
  body: '夜间照明不足。',
  category: 'urban-construction',
};

const atOnce = <Answer>(count: number, ask: (_: unknown, at: number) => Promise<Answer>): Promise<Answer[]> =>
  Promise.all(Array.from({ length: count }, ask));

const distinct = (answers: readonly unknown[]): string[] => [
  ...new Set(answers.map((one) => JSON.stringify(one))),
];

async function accepted(cast: Cast): Promise<Case> {
  const one = await Case.drafted(cast);
  await one.submit();
  await one.accept();
  return one;
}
