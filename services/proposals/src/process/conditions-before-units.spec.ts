import { expect, test } from '@jest/globals';
import { baseProcess } from '../testing/process-files.kit.js';
import { celConditions } from './conditions.cel.js';
import type { Process } from './process.js';
import { checkProcess } from './process-checks.js';

const base = baseProcess();
const conditions = celConditions();
const wrong = (process: Process) =>
  checkProcess(process, conditions).map(({ path, en }) => `${path.join('.')}: ${en}`);
const numbered = (when: string): Process => ({
  ...base,
  numbering: { ...base.numbering, busy: { ...base.numbering.proposal, when } as never },
});
const limited = (step: 'HANDOVER' | 'REPLY', when: string): Process => {
  const anchor = step === 'HANDOVER' ? 'DOCKETING' : 'HANDOVER';
  const busy = { step, anchor, when, amount: 5, unit: 'DAY', lateEffect: 'ACCEPT' } as const;
  return { ...base, deadlines: { ...base.deadlines, busy } };
};

const NEVER = 'no unit has the case there, so unit.load is never known; ask for facts of the case.';

test.each([
  ['a number', numbered('unit.load > 20'), [`numbering.busy.when: ${NEVER}`]],
  [
    'the time limit of the handover',
    limited('HANDOVER', 'unit.load > 20'),
    [`deadlines.busy.when: ${NEVER}`],
  ],
  [
    'a value derived from it',
    {
      ...limited('HANDOVER', 'derived.busy'),
      derived: { busy: { label: { zh: '忙', en: 'Busy' }, value: 'unit.load > 20' } },
    },
    [`deadlines.busy.when: ${NEVER}`],
  ],
  ['the time limit of a unit’s reply may ask', limited('REPLY', 'unit.load > 20'), []],
  ['facts of the case may be asked', limited('HANDOVER', 'case.hard'), []],
] as const)('a condition on the load of a unit: %s', (_, process, problems) => {
  expect(wrong(process as Process)).toEqual(problems);
});
