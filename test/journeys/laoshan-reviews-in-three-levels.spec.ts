import { beforeAll, describe, expect, test } from '@jest/globals';
import { Case } from './story/case.js';
import type { Cast } from './story/cast.js';
import { on } from './story/moments.js';
import { fieldsOf, visit } from './story/place.js';

/* 崂山区政协 the CPPCC of Laoshan: “1333” - 全会初审、会后再审、各部门联审. */

const CODE = '370212';

describe('崂山 Laoshan: a proposal passes three levels of review', () => {
  let cast: Cast;
  let one: Case;

  beforeAll(async () => {
    cast = await visit(CODE);
  }, 180_000);

  const decide = async (login: string, stage: string, day: string, more: object = {}) => {
    const reviewer = await cast.county.as(login);
    return reviewer.do('decideReview', { proposalId: one.id, stage, verdict: 'ACCEPT', ...more, ...on(day) });
  };
  const docketed = async (day: string) => {
    const input = { proposalId: one.id, year: 2025, ...on(day) };
    return cast.committee.do('docketProposal', input, 'proposal { caseNumber }');
  };

  test('LC-08: at the plenary session, after it, and by the departments together; numbered only after the third', async () => {
    one = await Case.drafted(cast, { title: '关于推动工业上楼的提案', ...on('2025-01-06') }, cast.member);
    await one.submit(on('2025-01-07'));
    expect((await decide('proposal-committee-officer', 'after-session', '2025-01-08')).code).toBe(
      'REVIEWER_NOT_OF_STAGE',
    );
    await decide('docket-reviewer', 'plenary', '2025-01-08');
    await decide('proposal-committee-officer', 'after-session', '2025-01-20');
    expect((await docketed('2025-01-21')).code).toBe('REVIEW_NOT_FINISHED');
    await decide('docket-reviewer', 'departments', '2025-01-22');
    expect((await decide('docket-reviewer', 'departments', '2025-01-22')).code).toBe('REVIEW_ALREADY_GIVEN');
    expect((await docketed('2025-01-22')).code).toBe('REVIEW_NOT_FINISHED');
    await decide('docket-reviewer-2', 'departments', '2025-01-23');
    expect((await docketed('2025-01-24')).proposal.caseNumber).toBe('2025年第0001号提案');
  });

  test('LC-05: category, unit, person and time limit are fixed, or it is not handed over', async () => {
    const [unit] = cast.heads;
    await one.allocate([{ head: unit, role: 'SOLE' }], on('2025-02-10'));
    const person = fieldsOf({ person: '投资科科长' }, unit.unitId);
    const due = fieldsOf({ due: '2025-04-30' });
    const given = (fields: object[]) =>
      cast.government.do('handOverProposal', { proposalId: one.id, fields, ...on('2025-02-10') });
    expect((await given(due)).code).toBe('FIELD_MISSING');
    expect((await given(person)).code).toBe('FIELD_MISSING');
    expect((await given([...person, ...due])).code).toBeUndefined();
    expect(await one.show('category dueOn handover { fields { field value unit { id } } }')).toEqual({
      category: 'urban-construction',
      dueOn: '2025-04-30',
      handover: {
        fields: [
          { field: 'person', value: '投资科科长', unit: { id: unit.unitId } },
          { field: 'due', value: '2025-04-30', unit: null },
        ],
      },
    });
  });
});
