import { beforeAll, describe, expect, test } from '@jest/globals';
import { Case } from './story/case.js';
import type { Cast } from './story/cast.js';
import { on } from './story/moments.js';
import { visit } from './story/place.js';

/* 邵阳市 Shaoyang: 县市区人大初步把关、大会审核；四问、四看、四不放过. */

const CODE = '430500';

describe('邵阳 Shaoyang: four questions, four looks, four things not let pass', () => {
  let cast: Cast;
  let one: Case;

  beforeAll(async () => {
    cast = await visit(CODE);
  }, 180_000);

  test("SY-03: the county's congress checks first; what it wrote down is entered with the name of who checked", async () => {
    const title = '关于加强乡镇医院建设的建议';
    one = await Case.drafted(
      cast,
      { title, category: 'education-health', ...on('2023-12-10') },
      cast.deputies[4],
    );
    const draft = { proposalId: one.id, ...on('2023-12-11') };
    expect((await one.lead.do('submitProposal', draft)).code).toBe('PRE_REVIEW_NOT_FINISHED');
    await one.do(one.lead, 'preSubmitProposal', on('2023-12-11'));
    const check = { proposalId: one.id, stage: 'county', verdict: 'ADOPT', ...on('2023-12-15') };
    expect((await cast.office.do('decideReview', check)).code).toBe('REVIEW_BY_LOWER_LOCALITY');
    const name = { onPaper: true, reviewerName: '新邵县人大常委会联工委' };
    await one.do(cast.office, 'decideReview', { ...check, ...name });
    await one.submit(on('2024-01-05'));
    expect((await one.show('phase reviews { stage verdict }')).reviews).toEqual([
      { stage: 'county', verdict: 'ADOPT' },
    ]);
  });

  test('SY-04: at the session it is reviewed and revised, and revised again', async () => {
    const revision = { stage: 'office', verdict: 'REQUEST_REVISION', reasonCode: 'not-specific' };
    for (const [day, body] of [
      ['2024-01-06', '建议为每个乡镇医院配备全科医生。'],
      ['2024-01-07', '建议三年内为六十所乡镇卫生院各配备两名全科医生，所需经费由市县分担。'],
    ] as const) {
      await one.do(cast.office, 'decideReview', { ...revision, ...on(day) });
      await one.do(one.lead, 'reviseDraft', { body, ...on(day) });
      await one.submit(on(day));
    }
    await one.accept(on('2024-01-08'));
    const { submissions, phase } = await one.show('phase submissions { contentVersion }');
    expect([phase, submissions.length]).toEqual(['ACCEPTED', 3]);
  });
});
