import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { buildASTSchema, parse } from 'graphql';
import { Resident } from '../kit/county.js';
import { repository } from '../start-up/started-platform.js';
import { nobodys } from './refusals/attempt.js';
import { Case } from './story/case.js';
import { type Cast, takeCast } from './story/cast.js';
import { everythingElsewhere } from './story/everything-elsewhere.js';
import { everythingOnCases } from './story/everything-once.js';

type Input = Readonly<Record<string, unknown>>;

/** Says everything twice with the same key, and then something else with that key. */
class Insistent extends Resident {
  readonly said: { mutation: string; same: boolean; other: string }[] = [];

  constructor(one: Resident) {
    super(one, one.name, one.mandateId, one.unitId);
  }

  override async do(mutation: string, input: Input, selection?: string) {
    const keyed = { idempotencyKey: randomUUID(), ...input };
    const first = await super.do(mutation, keyed, selection);
    const again = await super.do(mutation, keyed, selection);
    const other = await super.do(mutation, { ...keyed, ...otherwise(mutation, keyed) }, selection);
    this.said.push({ mutation, same: JSON.stringify(first) === JSON.stringify(again), other: other.code });
    return first;
  }
}

/** The same mutation with one thing said differently. */
function otherwise(mutation: string, input: Input): Input {
  const text = ['reason', 'name', 'shortName', 'term', 'validFrom'].find((key) => key in input);
  if (text) return { [text]: text === 'validFrom' ? '2025-01-02' : `${input[text]}。` };
  if (mutation === 'importLedger') return { dryRun: true };
  if (mutation === 'closeUnit') return { lastDay: '2025-01-01' };
  if (mutation === 'endGrant') return { lastDay: '2099-01-01' };
  const year = ['toYear', 'fromYear', 'year'].find((key) => key in input);
  if (year && ['rollOverRegister', 'closeUnitYear'].includes(mutation))
    return { [year]: Number(input[year]) + 1 };
  if ('accountId' in input) return { accountId: nobodys(String(input.accountId)) };
  return { onPaper: true };
}

const mutations = (): string[] => {
  const sdl = readFileSync(join(repository, 'schema', 'supergraph.graphql'), 'utf8');
  const schema = buildASTSchema(parse(sdl), { assumeValidSDL: true });
  return Object.keys(schema.getMutationType()?.getFields() ?? {}).sort();
};

describe('idempotency', () => {
  let cast: Cast;
  beforeAll(async () => {
    cast = await takeCast();
  }, 180_000);

  test('every mutation said twice is done once and answered the same; its key is good for nothing else', async () => {
    const twice = <Kind>(one: Kind) => (one instanceof Resident ? new Insistent(one) : one);
    const insistent = Object.fromEntries(
      Object.entries(cast).map(([name, one]) => [name, Array.isArray(one) ? one.map(twice) : twice(one)]),
    ) as Cast;
    await everythingOnCases(insistent);
    await everythingElsewhere(insistent.admin);
    const said = Object.values(insistent)
      .flat()
      .flatMap((one) => (one instanceof Insistent ? one.said : []));
    expect(said.filter(({ same, other }) => !same || other !== 'IDEMPOTENCY_KEY_REUSED')).toEqual([]);
    expect([...new Set(said.map(({ mutation }) => mutation))].sort()).toEqual(mutations());
  }, 120_000);

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
