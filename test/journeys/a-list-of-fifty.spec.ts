import { beforeAll, describe, expect, test } from '@jest/globals';
import { Case } from './story/case.js';
import { type Cast, takeCast } from './story/cast.js';
import { importFifty, type Row } from './story/fifty-cases.js';

const NODE = `id caseNumber title category period phase year keyTier currentClass dueOn repliedAt
  submittedAt handedOverAt changedAt leadProposer { id person { name } }
  assignments { unit { id name } } latestFeedback { axis level }`;
const LIST = `query ($filter: ProposalFilterInput, $orderBy: ProposalOrder!, $first: Int, $after: String, $last: Int, $before: String) {
  proposals(filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {
    totalCount edges { cursor } nodes { ${NODE} }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;

type Node = Readonly<Record<string, string | null>> & {
  readonly id: string;
  readonly leadProposer: { readonly id: string; readonly person: { readonly name: string } };
  readonly assignments: readonly { readonly unit: { readonly id: string; readonly name: string } }[];
};
type Page = {
  readonly totalCount: number;
  readonly nodes: readonly Node[];
  readonly edges: readonly { readonly cursor: string }[];
  readonly pageInfo: Readonly<Record<string, unknown>>;
};

describe('a list of fifty', () => {
  let cast: Cast;
  let rows: Row[];
  let all: readonly Node[];

  const page = async (variables: object): Promise<Page> =>
    (await cast.office.get(LIST, { orderBy: 'CASE_NUMBER', ...variables })).proposals;
  const idsOf = (nodes: readonly Node[]) => nodes.map(({ id }) => id);

  beforeAll(async () => {
    cast = await takeCast();
    rows = await importFifty(cast);
    all = (await page({ first: 50 })).nodes;
  }, 180_000);

  test('fifty cases with their unit, their proposer and the latest feedback, in one request', () => {
    expect(all).toHaveLength(50);
    const shown = all.map(({ title, caseNumber, leadProposer, assignments, latestFeedback }) => ({
      title,
      caseNumber,
      leadProposer: leadProposer.person.name,
      unit: assignments[0]?.unit.name,
      levels: (latestFeedback as unknown as { level: string }[]).map(({ level }) => level),
    }));
    const LEVELS: Record<string, string> = { 满意: 'SATISFIED', 基本满意: 'BASICALLY_SATISFIED' };
    expect(shown).toEqual(
      rows.map(({ title, caseNumber, leadProposer, unit, attitude, result }) => ({
        title,
        caseNumber,
        leadProposer,
        unit,
        levels: [attitude, result].flatMap((level) => (level ? [LEVELS[level]] : [])),
      })),
    );
  });

  test.each([
    ['CASE_NUMBER', (one: Node) => one.caseNumber ?? '', 1],
    ['SUBMITTED_EARLIEST', (one: Node) => one.submittedAt ?? '', 1],
    ['SUBMITTED_LATEST', (one: Node) => one.submittedAt ?? '', -1],
    ['HANDED_OVER_LATEST', (one: Node) => one.handedOverAt ?? '', -1],
    ['CHANGED_LATEST', (one: Node) => one.changedAt ?? '', -1],
    ['DUE_EARLIEST', (one: Node) => one.dueOn ?? '9999', 1],
  ] as const)(
    'sorted by %s; pages of seven, forwards and backwards, are the whole',
    async (orderBy, key, sign) => {
      const whole = (await page({ orderBy, first: 50 })).nodes;
      const keys = whole.map(key);
      expect(keys).toEqual([...keys].sort((a, b) => (a < b ? -sign : a > b ? sign : 0)));
      const forwards: string[] = [];
      for (let after: unknown = null, more: unknown = true; more; ) {
        const { nodes, pageInfo, totalCount } = await page({ orderBy, first: 7, after });
        forwards.push(...idsOf(nodes));
        expect(totalCount).toBe(50);
        [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
      }
      expect(forwards).toEqual(idsOf(whole));
      const backwards: string[] = [];
      for (let before: unknown = null, more: unknown = true; more; ) {
        const { nodes, pageInfo } = await page({ orderBy, last: 7, before });
        backwards.unshift(...idsOf(nodes));
        [before, more] = [pageInfo.startCursor, pageInfo.hasPreviousPage];
      }
      expect(backwards).toEqual(idsOf(whole));
    },
  );

  test('each filter finds what it says, and the total counts just that', async () => {
    const [one] = all as [Node];
    const filters: readonly (readonly [object, (node: Node) => boolean])[] = [
      [{ kinds: ['CPPCC_PROPOSAL'] }, () => false],
      [{ kinds: ['NPC_SUGGESTION', 'CPPCC_PROPOSAL'] }, () => true],
      [{ periods: ['INTER_SESSION'] }, ({ period }) => period === 'INTER_SESSION'],
      [{ years: [2024] }, () => true],
      [{ years: [2023, 2025] }, () => false],
      [{ years: [] }, () => false],
      [{ phases: ['CLOSED'] }, ({ phase }) => phase === 'CLOSED'],
      [{ unitIds: [unitOf(one)] }, (node) => unitOf(node) === unitOf(one)],
      [{ leadProposerId: one.leadProposer.id }, (node) => node.leadProposer.id === one.leadProposer.id],
      [{ categories: ['livelihood'] }, ({ category }) => category === 'livelihood'],
      [{ classes: ['A', 'C'] }, ({ currentClass }) => currentClass === 'A' || currentClass === 'C'],
      [{ keyTiers: ['CONGRESS_LEADER'] }, ({ keyTier }) => keyTier === 'CONGRESS_LEADER'],
      [{ hard: true }, () => false],
      [{ titleContains: '公交' }, ({ title }) => title?.includes('公交') ?? false],
      [{ titleContains: '%' }, () => false],
      [
        { submittedFrom: '2024-01-10', submittedTo: '2024-01-20' },
        ({ submittedAt }) => between(submittedAt, '2024-01-10', '2024-01-20'),
      ],
      [
        { handedOverFrom: '2024-02-05', handedOverTo: '2024-03-01' },
        ({ handedOverAt }) => between(handedOverAt, '2024-02-05', '2024-03-01'),
      ],
      [{ dueTo: '2024-05-20' }, ({ dueOn }) => dueOn !== null && (dueOn ?? '') <= '2024-05-20'],
      [{ overdue: true }, ({ repliedAt }) => repliedAt === null],
      [
        { phases: ['HANDED_OVER'], periods: ['IN_SESSION'], titleContains: '学位' },
        ({ phase, period, title }) =>
          phase === 'HANDED_OVER' && period === 'IN_SESSION' && (title?.includes('学位') ?? false),
      ],
    ];
    for (const [filter, holds] of filters) {
      const { nodes, totalCount } = await page({ filter, first: 50 });
      expect({ filter, found: idsOf(nodes) }).toEqual({ filter, found: idsOf(all.filter(holds)) });
      expect(totalCount).toBe(nodes.length);
    }
  });

  test('several totals come with a page in the same request', async () => {
    const data = await cast.office.get(`{
      page: proposals(first: 3) { nodes { id } totalCount }
      closed: proposals(first: 0, filter: { phases: [CLOSED] }) { totalCount nodes { id } }
      late: proposals(first: 0, filter: { overdue: true }) { totalCount } }`);
    expect(data.page).toEqual({
      nodes: expect.arrayContaining([{ id: expect.any(String) }]),
      totalCount: 50,
    });
    expect(data.closed).toEqual({ totalCount: rows.filter(({ closedOn }) => closedOn).length, nodes: [] });
    expect(data.late.totalCount).toBe(rows.filter(({ repliedOn }) => !repliedOn).length);
  });

  test('what comes in between two pages neither repeats nor hides anything', async () => {
    const orderBy = 'SUBMITTED_LATEST';
    const before = idsOf((await page({ orderBy, first: 50 })).nodes);
    const seen: string[] = [];
    for (let after: unknown = null, more: unknown = true; more; ) {
      const { nodes, pageInfo } = await page({ orderBy, first: 9, after });
      seen.push(...idsOf(nodes));
      [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
      await Promise.all([submitted('2024-01-31'), submitted('2024-01-08')]);
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.filter((id) => before.includes(id))).toEqual(before);
    expect((await page({ first: 1 })).totalCount).toBe(50 + 2 * Math.ceil(seen.length / 9));
  });

  const submitted = async (day: string) => {
    const moment = { occurredAt: `${day}T08:00:00.000Z` };
    const one = await Case.drafted(cast, moment);
    await one.submit(moment);
  };
});

const unitOf = ({ assignments }: Node): string => assignments[0]?.unit.id ?? '';

const between = (instant: string | null | undefined, from: string, to: string): boolean => {
  if (!instant) return false;
  const date = new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10);
  return from <= date && date <= to;
};
