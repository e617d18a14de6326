import { beforeAll, describe, expect, test } from '@jest/globals';
import { Case, must } from './story/case.js';
import type { Cast } from './story/cast.js';
import { on } from './story/moments.js';
import { visit } from './story/place.js';

/* 淳安县 Chun'an: 建议关、交办关、督办关、示范关、成效关. */

const CODE = '330127';

describe("淳安 Chun'an: five gates", () => {
  let cast: Cast;
  let one: Case;

  beforeAll(async () => {
    cast = await visit(CODE);
  }, 180_000);

  test('CA-10: the first gate: item by item, adopt, revise or return, each with its reason', async () => {
    const reviewer = await cast.county.as('pre-reviewer');
    const drafted = async (title: string) => {
      one = await Case.drafted(cast, { title, ...on('2022-02-07') }, cast.deputies[1]);
      await one.do(one.lead, 'preSubmitProposal', on('2022-02-08'));
      return one;
    };
    const opinion = async (verdict: string, reasonCode?: string) => {
      const input = {
        proposalId: one.id,
        stage: 'pre-review',
        verdict,
        ...(reasonCode ? { reasonCode } : {}),
      };
      return reviewer.do('decideReview', { ...input, ...on('2022-02-10') });
    };
    await drafted('关于我家门前道路的建议');
    expect((await opinion('RETURN')).code).toBe('REASON_REQUIRED');
    expect((await opinion('REJECT', 'personal')).code).toBe('VERDICT_NOT_ALLOWED');
    await opinion('RETURN', 'personal');
    const returned = { proposalId: one.id, ...on('2022-02-11') };
    expect((await one.lead.do('submitProposal', returned)).code).toBe('NOT_REVISED');
    await drafted('关于千岛湖农村公路的建议');
    expect((await opinion('ADOPT')).code).toBe('REASON_REQUIRED');
    await opinion('REVISE', 'not-specific');
    await one.do(one.lead, 'reviseDraft', {
      body: '建议三年内把环湖二十公里村道拓宽到六米。',
      ...on('2022-02-12'),
    });
    await must(one.lead, 'preSubmitProposal', { proposalId: one.id, ...on('2022-02-13') });
    const adopted = {
      proposalId: one.id,
      stage: 'pre-review',
      verdict: 'ADOPT',
      reasonCode: 'meets-requirements',
    };
    await must(reviewer, 'decideReview', { ...adopted, ...on('2022-02-14') });
    await one.submit(on('2022-02-22'));
    await one.accept(on('2022-02-23'));
    expect(await one.docket({ year: 2022, ...on('2022-02-24') })).toBe('2022年会字第0001号');
  });

  test('CA-04: the legal limit runs from the handover', async () => {
    const [transport] = cast.heads;
    await one.allocate([{ head: transport, role: 'SOLE' }], on('2022-03-01'));
    await one.handOver(on('2022-03-01'));
    const { assignments } = await one.show('assignments { due { rule date anchor amount unit } }');
    expect(assignments).toEqual([
      { due: { rule: 'reply', date: '2022-06-01', anchor: 'HANDOVER', amount: 3, unit: 'MONTH' } },
    ]);
  });
});
