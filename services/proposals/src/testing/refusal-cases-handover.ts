import type { Command } from '../case/commands.js';
import { given, handOver, split } from './handover.kit.js';
import { id, PEOPLE, UNITS } from './people.js';
import { type RefusalCase, refusal } from './refusal-case.js';
import type { Story } from './story.js';
import { withFour, withHandover, withMatters, withPrecheck, withSix } from './strict-process.js';

const { government, transport, water, second, lead } = PEOPLE;

const allocated = (story: Story) => story.allocated();

const four = (due: string) =>
  handOver(given('person', '李科员', { unitId: UNITS.transport }), given('due', due));

const HANDING_OVER: readonly RefusalCase[] = [
  refusal(
    'FIELD_MISSING',
    'LC-05 no person named',
    allocated,
    government,
    handOver(given('due', '2026-03-01')),
    {
      process: withFour,
    },
  ),
  refusal(
    'FIELD_MISSING',
    'CA-11 T15 no supervising leader',
    allocated,
    government,
    handOver(given('official', '副县长'), given('due', '2026-03-01'), given('standard', '按期建成')),
    { process: withSix },
  ),
  refusal('FIELD_UNKNOWN', 'a field nobody has', allocated, government, handOver(given('colour', '红'))),
  refusal('FIELD_VALUE_INVALID', 'a date that is none', allocated, government, four('2026-02-30'), {
    process: withFour,
  }),
  refusal(
    'FIELD_VALUE_INVALID',
    'for a unit that is not on the case',
    allocated,
    government,
    handOver(given('person', '某人', { unitId: UNITS.water }), given('due', '2026-03-01')),
    { process: withFour },
  ),
  refusal(
    'PERSON_NOT_FOUND',
    'nobody known',
    allocated,
    government,
    handOver(given('person', '某人', { unitId: UNITS.transport, personId: id(9) })),
    { process: withFour },
  ),
  refusal('HANDOVER_DUE_INVALID', 'later than the law', allocated, government, four('2026-09-01'), {
    process: withFour,
  }),
  refusal('HANDOVER_DUE_INVALID', 'before the handover', allocated, government, four('2026-01-01'), {
    process: withFour,
  }),
  refusal('NOTICE_REQUIRED', 'CT-13 no notice', allocated, government, handOver(), {
    process: withHandover({ notice: 'REQUIRED' }),
  }),
  refusal(
    'HANDLING_MODE_REQUIRED',
    'CT-12 no mode',
    (story) => story.docketed(),
    government,
    { kind: 'units.allocate', assignments: [{ unitId: UNITS.transport, role: 'SOLE' }] },
    { process: withHandover({ modeRequired: true }) },
  ),
  refusal(
    'ALLOCATION_MIXED',
    'CT-12 another mode than the roles make',
    (story) => story.docketed(),
    government,
    { kind: 'units.allocate', assignments: [{ unitId: UNITS.transport, role: 'SOLE' }], mode: 'SEPARATE' },
  ),
  refusal('MATTERS_MISSING', 'CT-11 not split', allocated, government, handOver(), { process: withMatters }),
  refusal(
    'MATTER_WITHOUT_UNIT',
    'CT-11 a matter for a stranger',
    allocated,
    government,
    split([UNITS.water]),
  ),
  refusal('MATTER_WITHOUT_UNIT', 'CT-11 a matter for nobody', allocated, government, split([])),
  refusal('MATTERS_MISSING', 'no matters', allocated, government, { kind: 'matters.split', matters: [] }),
];

const answer: Command = { kind: 'allocation.answer', agrees: true };
const objection: Command = { kind: 'allocation.answer', agrees: false, reason: '应由水务部门承办。' };
const ASKING: readonly RefusalCase[] = [
  refusal('ALLOCATION_NOT_ASKED', 'nobody is asked here', allocated, lead, answer),
  refusal('ALLOCATION_NOT_ASKED', 'another deputy', allocated, second, answer, { process: withPrecheck }),
  refusal('ALLOCATION_NOT_ASKED', 'another unit', allocated, water, answer, { process: withPrecheck }),
  refusal(
    'ALLOCATION_NOT_ANSWERED',
    'the unit is silent',
    (story) => story.allocated().does(lead, answer),
    government,
    handOver(),
    {
      process: withPrecheck,
    },
  ),
  refusal(
    'ALLOCATION_OBJECTED',
    'the unit objects in the first round',
    (story) => story.allocated().does(lead, answer).does(transport, objection),
    government,
    handOver(),
    { process: withPrecheck },
  ),
  refusal(
    'REASON_REQUIRED',
    'objects without a reason',
    allocated,
    transport,
    { kind: 'allocation.answer', agrees: false },
    { process: withPrecheck },
  ),
];

export const HANDOVER_CASES: readonly RefusalCase[] = [...HANDING_OVER, ...ASKING];
