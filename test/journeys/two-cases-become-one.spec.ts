import { beforeAll, describe, expect, test } from '@jest/globals';
import { Case } from './story/case.js';
import { type Cast, takeCast } from './story/cast.js';
import { on } from './story/moments.js';

describe('two cases become one', () => {
  let cast: Cast;
  let first: Case;
  let second: Case;

  beforeAll(async () => {
    cast = await takeCast();
  }, 180_000);

  test('the second is put into the first', async () => {
    const [, , lead, ally] = cast.deputies;
    first = await Case.drafted(cast, on('2025-01-10'));
    await first.submit(on('2025-01-11'));
    await first.accept(on('2025-01-12'));
    expect(await first.docket(on('2025-01-13'))).toBe('2025年会字第0001号');
    second = await Case.drafted(cast, { title: '关于学府路公交线路的建议', ...on('2025-01-10') }, lead);
    await second.do(lead, 'inviteCosigner', { mandateId: ally.mandateId, ...on('2025-01-10') });
    await second.do(ally, 'answerCosigning', { answer: 'CONFIRM', ...on('2025-01-11') });
    await second.submit(on('2025-01-12'));
    await second.do(cast.office, 'mergeProposal', {
      intoId: first.id,
      reason: '内容相同',
      ...on('2025-01-14'),
    });
    expect(await second.show('phase caseNumber mergedInto { caseNumber }')).toEqual({
      phase: 'MERGED',
      caseNumber: null,
      mergedInto: { caseNumber: '2025年会字第0001号' },
    });
    expect((await first.show('absorbed { id }')).absorbed).toEqual([{ id: second.id }]);
  });

  test('what has taken another in is neither merged nor withdrawn', async () => {
    const third = await Case.drafted(cast, on('2025-01-10'), cast.deputies[4]);
    await third.submit(on('2025-01-11'));
    await third.accept(on('2025-01-12'));
    await third.docket(on('2025-01-15'));
    const merge = { proposalId: first.id, intoId: third.id };
    expect((await cast.office.do('mergeProposal', merge)).code).toBe('MERGE_HAS_MERGED');
    const withdraw = { proposalId: first.id, letter: '撤回申请' };
    expect((await first.lead.do('withdrawProposal', withdraw)).code).toBe('WITHDRAWAL_HAS_MERGED');
  });

  test('each author is answered: lead, co-signers, and those of the merged case', async () => {
    const [unit] = cast.heads;
    const [lead, , other, ally] = cast.deputies;
    await first.allocate([{ head: unit, role: 'SOLE' }], on('2025-02-10'));
    await first.handOver(on('2025-02-10'));
    const replyId = await first.answered(unit, 'A', on('2025-03-10'));
    const { replies } = await first.show('replies { addressees { id } }');
    expect(new Set(replies[0].addressees.map(({ id }: { id: string }) => id))).toEqual(
      new Set([lead.mandateId, other.mandateId, ally.mandateId]),
    );
    const { timeline } = await second.show('timeline { type occurredAt }', other);
    expect(timeline.at(-1)).toEqual({ type: 'merged.answered', occurredAt: on('2025-03-10').occurredAt });
    expect((await second.show('mergedInto { replies { id body } }', ally)).mergedInto.replies[0].id).toBe(
      replyId,
    );
  });

  test('a case is withdrawn in writing: as a draft, under review, numbered, handed over, answered', async () => {
    const [unit] = cast.heads;
    const moments: Record<string, (one: Case) => Promise<unknown>> = {
      DRAFT: async () => undefined,
      SUBMITTED: (one) => one.submit(on('2025-02-01')),
      DOCKETED: async (one) => {
        await one.submit(on('2025-02-01'));
        await one.accept(on('2025-02-02'));
        await one.docket(on('2025-02-03'));
      },
      HANDED_OVER: (one) => one.handedOver([{ head: unit, role: 'SOLE' }], on('2025-02-03')),
      'HANDED_OVER, answered': async (one) => {
        await one.handedOver([{ head: unit, role: 'SOLE' }], on('2025-02-03'));
        await one.answered(unit, 'A', on('2025-02-10'));
      },
    };
    for (const [name, before] of Object.entries(moments)) {
      const one = await Case.drafted(cast, on('2025-01-20'));
      await before(one);
      expect((await one.show('phase', one.lead)).phase).toBe(name.split(',')[0]);
      await one.do(one.lead, 'withdrawProposal', { letter: `撤回申请:${name}`, ...on('2025-02-20') });
      const shown = 'phase withdrawnAt withdrawal { letter } assignments { phase }';
      expect(await one.show(shown, one.lead)).toMatchObject({
        phase: 'WITHDRAWN',
        withdrawnAt: on('2025-02-20').occurredAt,
        withdrawal: { letter: `撤回申请:${name}` },
        assignments: name.startsWith('HANDED_OVER') ? [{ phase: 'ENDED' }] : [],
      });
      const again = { proposalId: one.id, letter: '再次撤回' };
      expect((await one.lead.do('withdrawProposal', again)).code).toBe('WRONG_PHASE');
    }
  });

  test('what is not accepted says why; what is converted says into what', async () => {
    const refused = { stage: 'office', reasonCode: 'personal', reasonText: '反映本人房产纠纷' };
    const one = await Case.drafted(cast, on('2025-01-20'));
    await one.submit(on('2025-01-21'));
    const verdict = (input: object) =>
      cast.office.do('decideReview', { proposalId: one.id, ...refused, ...input });
    expect((await verdict({ verdict: 'REJECT', reasonCode: null })).code).toBe('REASON_REQUIRED');
    expect((await verdict({ verdict: 'REJECT', reasonCode: 'boring' })).code).toBe('REASON_UNKNOWN');
    await verdict({ verdict: 'REJECT' });
    const review = 'phase reviews { verdict reasonCode reasonText convertedTo }';
    expect(await one.show(review, one.lead)).toEqual({
      phase: 'REJECTED',
      reviews: [
        { verdict: 'REJECT', reasonCode: 'personal', reasonText: '反映本人房产纠纷', convertedTo: null },
      ],
    });
    const other = await Case.drafted(cast, on('2025-01-20'));
    await other.submit(on('2025-01-21'));
    const letter = {
      stage: 'office',
      verdict: 'CONVERT',
      reasonCode: 'complaint',
      convertedTo: '转信访部门',
    };
    await other.do(cast.office, 'decideReview', letter);
    expect(await other.show('phase reviews { convertedTo }', other.lead)).toEqual({
      phase: 'CONVERTED',
      reviews: [{ convertedTo: '转信访部门' }],
    });
    expect((await cast.office.do('docketProposal', { proposalId: one.id, year: 2025 })).code).toBe(
      'WRONG_PHASE',
    );
  });

  test('a revision is asked for, made, and reviewed again', async () => {
    const one = await Case.drafted(cast, on('2025-01-20'));
    await one.submit(on('2025-01-21'));
    const revision = { stage: 'office', verdict: 'REQUEST_REVISION', reasonCode: 'several-matters' };
    await one.do(cast.office, 'decideReview', revision);
    expect((await one.lead.do('submitProposal', { proposalId: one.id })).code).toBe('NOT_REVISED');
    await one.do(one.lead, 'reviseDraft', { body: '只建议增设公交站一事。' });
    await one.submit();
    await one.accept();
    expect((await one.show('submissions { contentVersion }')).submissions).toHaveLength(2);
  });

  test('case numbers run on without gaps; a withdrawn one is not given again', async () => {
    const accepted = async (input: object, lead = cast.deputies[0]) => {
      const one = await Case.drafted(cast, { ...input, ...on('2024-01-20') }, lead);
      await one.submit(on('2024-01-21'));
      await one.accept(on('2024-01-22'));
      return one;
    };
    const numbersOf = (series: string, from: number, to: number) =>
      Array.from(
        { length: to - from + 1 },
        (_, at) => `2024年${series}第${String(from + at).padStart(4, '0')}号`,
      );
    const gone = await accepted({});
    expect(await gone.docket({ year: 2024 })).toBe('2024年会字第0001号');
    await gone.do(gone.lead, 'withdrawProposal', { letter: '撤回申请' });
    const many = await Promise.all(Array.from({ length: 16 }, () => accepted({})));
    const numbers = await Promise.all(many.map((one) => one.docket({ year: 2024 })));
    expect(numbers.sort()).toEqual(numbersOf('会字', 2, 17));
    const between = await accepted({ period: 'INTER_SESSION' });
    expect(await between.docket({ year: 2024 })).toBe('2024年平字第0001号');
    const proposal = await accepted({}, cast.member);
    expect(await proposal.docket({ year: 2024 })).toBe('2024年第0001号提案');
  });
});
