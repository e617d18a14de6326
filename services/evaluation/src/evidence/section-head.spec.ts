import { encodeId, type Viewer } from '@duban/kernel';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { somebodyIn } from '../testing/evaluation-database.js';
import { ofLocality, ofUnit, ScoringService } from '../testing/scoring-service.js';
import { caseIdOf, OTHER_UNIT, SyntheticCase, UNIT } from '../testing/synthetic-case.js';

const HERE = 53;
const [OWN, BESIDE] = ['00000000-0000-7000-8000-0000000000c1', '00000000-0000-7000-8000-0000000000c2'];
const RECORD = '00000000-0000-7000-8000-0000000000f1';
const graded = (subject: string, measure: string) => `
  ${subject.toLowerCase()}s:
    name: { zh: 考核, en: sheet }
    subject: ${subject}
    maximum: 10
    rounding: { mode: HALF_UP, digits: 2 }
    indicators:
      ${subject.toLowerCase()}-work:
        name: { zh: 基础工作, en: work }
        weight: 6
        measure: { kind: MANUAL, assessment: { by: { ORGANISER: { weight: 1 } }, objectionDays: 5 } }
        mapping: { kind: LINEAR }
        missing: ZERO
      ${measure}`;
const FIRM = `firm:
        name: { zh: 四不放过, en: not let pass }
        weight: 4
        measure: { kind: FLAGS, code: perfunctory }
        mapping: { kind: COUNT_DEDUCTION, per: 1 }
        missing: FULL`;
const MORE = `more:
        name: { zh: 其他, en: more }
        weight: 4
        measure: { kind: MANUAL }
        mapping: { kind: LINEAR }
        missing: ZERO`;
const SHEETS = `version: "1"\nsheets:${graded('UNIT', FIRM)}${graded('SECTION', MORE)}\n`;

const evaluator = somebodyIn(HERE, 'EVALUATOR');
const staff = (role: Viewer['role'], sectionId: string | null = null): Viewer => ({
  ...somebodyIn(HERE, role),
  unitId: UNIT,
  sectionId,
});
const head = staff('SECTION_HEAD', OWN);

let service: ScoringService;
let keys = 0;
const says = async (who: Viewer, mutation: string, input: object, selection: string) => {
  const Name = mutation.charAt(0).toUpperCase() + mutation.slice(1);
  const source = `mutation ($input: ${Name}Input!) { ${mutation}(input: $input) { ... on Refusal { code } ... on ${Name}Success { ${selection} } } }`;
  keys += 1;
  const { data, errors } = await service.ask(who, source, {
    input: { idempotencyKey: `k${keys}`, ...input },
  });
  expect(errors).toBeUndefined();
  return data[mutation];
};
const grade = async (kind: 'unit' | 'section', id: string): Promise<string> => {
  const about = { [`${kind}Id`]: encodeId({ kind, tenant: HERE, id }) };
  const input = { source: 'MANUAL', code: `${kind}-work`, year: 2024, value: '60', ...about };
  return (await says(evaluator, 'recordScoreEvidence', input, 'evidence { id }')).evidence.id;
};
const object = (who: Viewer, evidenceId: string) =>
  says(who, 'objectToAssessment', { evidenceId, reason: '台账齐全' }, 'evidence { objection { reason } }');

let grades: Readonly<Record<'unit' | 'own' | 'beside' | 'other', string>>;

beforeAll(async () => {
  const file = new SyntheticCase(caseIdOf(1), HERE).submitted('2024-01-10').docketed('2024-01-15');
  file.handedOver('2024-02-01').add('2024-03-01', 'record.entered', {
    ...{ recordId: RECORD, canonical: 'OTHER', flags: ['perfunctory'] },
    subject: { assignmentId: file.id(1), unitId: UNIT },
  });
  service = await ScoringService.start({ [HERE]: SHEETS }, [file]);
  const section = (sectionId: string, name: string) => ({ sectionId, code: name, name });
  const sections = [section(OWN, '业务科'), section(BESIDE, '办公室')];
  await service.unitsRegistered(HERE, [
    { unitId: UNIT, name: 'u', ...{ sections } },
    { unitId: OTHER_UNIT, name: 'v' },
  ]);
  grades = {
    unit: await grade('unit', UNIT),
    own: await grade('section', OWN),
    beside: await grade('section', BESIDE),
    other: await grade('unit', OTHER_UNIT),
  };
});
afterAll(() => service?.close());

describe('a section’s head', () => {
  const seenBy = async (who: Viewer): Promise<string[]> => {
    const asked = ofLocality(HERE, 'scoreEvidence(year: 2024, first: 20) { nodes { id } }');
    const { data } = await service.ask(who, asked);
    const ids = data._entities[0].scoreEvidence.nodes.map(({ id }: { id: string }) => id);
    return Object.entries(grades).flatMap(([name, id]) => (ids.includes(id) ? name : []));
  };

  test('sees what its section and its unit were given; the unit sees all of its sections, and nobody sees others', async () => {
    expect(await seenBy(head)).toEqual(['unit', 'own']);
    expect(await seenBy(staff('UNIT_HEAD'))).toEqual(['unit', 'own', 'beside']);
    expect(await seenBy(evaluator)).toEqual(['unit', 'own', 'beside', 'other']);
  });

  test('objects to its section’s grade, once; that of another section or of the unit is not there for it', async () => {
    for (const name of ['unit', 'beside', 'other'] as const)
      expect(await object(head, grades[name])).toEqual({ code: 'EVIDENCE_NOT_FOUND' });
    expect(await object(head, grades.own)).toEqual({ evidence: { objection: { reason: '台账齐全' } } });
    expect(await object(staff('UNIT_HEAD'), grades.own)).toEqual({ code: 'OBJECTION_MADE_BEFORE' });
    expect((await object(staff('UNIT_HEAD'), grades.beside)).evidence).toBeDefined();
  });
});

test('SY-25: what a work record’s flag cost names the record, beside the case', async () => {
  const lines = 'lines { indicator costs { proposal { id } workRecordId evidence { id } } }';
  const { data, errors } = await service.ask(
    evaluator,
    ofUnit(HERE, UNIT, `score(sheet: "units", year: 2024) { ${lines} }`),
  );
  expect(errors).toBeUndefined();
  const costs = (code: string) =>
    data._entities[0].score.lines.find(({ indicator }: { indicator: string }) => indicator === code).costs;
  expect(costs('firm')).toEqual([
    {
      proposal: { id: encodeId({ kind: 'proposal', tenant: HERE, id: caseIdOf(1) }) },
      workRecordId: encodeId({ kind: 'record', tenant: HERE, id: RECORD }),
      evidence: null,
    },
  ]);
  expect(costs('unit-work')).toEqual([{ proposal: null, workRecordId: null, evidence: { id: grades.unit } }]);
});
