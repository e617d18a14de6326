import { expect, test } from '@jest/globals';
import type { VetoLine } from '../score/score-tree.js';
import type { Sheet, SubjectKind } from '../sheet/sheet.js';
import type { VetoScope } from '../sheet/veto.js';
import { standingVetoes } from './standing-vetoes.js';

const name = { zh: '不满意一票否决', en: 'Dissatisfied' };
const sheet = (subject: SubjectKind) => ({ subject, vetoes: { dissatisfied: { name } } }) as unknown as Sheet;
const line = (scope: VetoScope, scopeId: string | null, stands: boolean): VetoLine => ({
  ...{ veto: 'dissatisfied', scope, scopeId, effect: 'INELIGIBLE_FOR_AWARD', grade: null },
  ...{ caseIds: stands ? ['c1'] : [], recordIds: [], liftedCaseIds: stands ? [] : ['c1'], stands },
});
const sections = [{ id: 's1', unitId: 'u1', code: '01', name: '一科', active: true }];

test.each<[string, SubjectKind, string, VetoLine, object | null]>([
  ['a unit', 'UNIT', 'u1', line('UNIT', 'u1', true), { unitId: 'u1', scopeId: null, cases: 1 }],
  ['a section of a unit', 'UNIT', 'u1', line('SECTION', '一科', true), { unitId: 'u1', scopeId: '一科' }],
  [
    'a section, scored itself',
    'SECTION',
    's1',
    line('SECTION', '一科', true),
    { unitId: 'u1', scopeId: '一科' },
  ],
  ['a case', 'PROPOSAL', 'c1', line('UNIT', 'c1', true), { unitId: null, scopeId: null }],
  ['what a later round lifted', 'UNIT', 'u1', line('UNIT', 'u1', false), null],
])('%s', (_, subject, subjectId, veto, told) => {
  const found = standingVetoes(sheet(subject), [{ subjectId, vetoes: [veto] }], sections);
  if (told === null) expect(found).toEqual([]);
  else expect(found).toEqual([expect.objectContaining({ label: name, veto: 'dissatisfied', ...told })]);
});
