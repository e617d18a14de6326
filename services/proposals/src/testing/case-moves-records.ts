import type { Viewer } from '@duban/kernel';
import type { Command } from '../case/commands.js';
import type { CaseState } from '../case/state.js';
import { isAlive, type Model, type ModelRecord } from './case-model.js';
import type { Move } from './case-move.js';
import { headOf, PEOPLE } from './people.js';

const { lead, congress, transport } = PEOPLE;
const PLAN = [{ field: 'content', text: '每月督办一次。' }];
const LOOK = [
  { field: 'place', text: '城西' },
  { field: 'findings', text: '正在勘查。' },
];
const PROMPT = [
  { field: 'kind', choice: 'ADVICE' },
  { field: 'content', text: '请加快。' },
];
const CONFIRMED = [{ field: 'implemented', yesNo: true }];

const entered = (kind: string, assignment: number | null): ModelRecord => ({
  kind,
  assignment,
  answered: false,
  signed: new Set(),
});

/** Something put on record about the case: only once it was submitted. */
const onCase = (viewer: Viewer, record: string, values: readonly object[], mayEnter = true): Move => ({
  viewer,
  command: () => ({ kind: 'record.enter', record, values }) as Command,
  may: (model) => mayEnter && isAlive(model) && model.submitted,
  change: (model) => void model.records.push(entered(record, null)),
});

/** The same about an assignment that was handed over, whatever has become of it since. */
const onAssignment = (index: number, record: string, values: readonly object[]): Move => ({
  viewer: congress,
  command: ({ assignments }) =>
    ({
      ...{ kind: 'record.enter', record, values },
      assignmentId: assignments[index]?.assignmentId ?? '',
    }) as Command,
  may: (model) => isAlive(model) && model.handedOver && model.assignments[index]?.phase !== 'PENDING',
  change: (model) => void model.records.push(entered(record, index)),
});

const recordId = ({ records }: CaseState, index: number): string => records[index]?.recordId ?? '';

/** What follows a record: its unit answers a prompt, three sides sign a confirmation, the office corrects. */
function following(now: Model, index: number): Move[] {
  const { kind, assignment } = now.records[index] as ModelRecord;
  const unit = headOf(now.assignments[assignment ?? -1]?.unit ?? '');
  const of = ({ records }: Model) => records[index] as ModelRecord;
  const signs = (viewer: Viewer, signer: string): Move => ({
    viewer,
    command: (state) => ({ kind: 'record.sign', recordId: recordId(state, index), name: '某' }),
    may: (model) =>
      isAlive(model) && of(model).kind === 'joint-confirmation' && !of(model).signed.has(signer),
    change: (model) => void of(model).signed.add(signer),
  });
  return [
    {
      viewer: unit,
      command: (state) => ({ kind: 'record.answer', recordId: recordId(state, index), text: '已整改。' }),
      may: (model) => isAlive(model) && of(model).kind === 'work-prompt' && !of(model).answered,
      change(model) {
        of(model).answered = true;
      },
    },
    signs(lead, 'proposer'),
    signs(unit, 'head'),
    {
      viewer: congress,
      command: (state) =>
        ({
          ...{ kind: 'record.correct', recordId: recordId(state, index), reason: '笔误。' },
          values: VALUES[kind],
        }) as Command,
      may: isAlive,
      change: (model) => of(model).signed.clear(),
    },
  ];
}

const VALUES: Readonly<Record<string, readonly object[]>> = {
  'supervision-plan': PLAN,
  'on-site-supervision': LOOK,
  'work-prompt': PROMPT,
  'joint-confirmation': CONFIRMED,
};

/** A life has room for few of them beside the rest. */
const MOST = 2;

const entering = (model: Model): Move[] => [
  onCase(congress, 'supervision-plan', PLAN),
  onCase(lead, 'on-site-supervision', LOOK),
  onCase(transport, 'supervision-plan', PLAN, false),
  ...model.assignments.flatMap((_, index) => [
    onAssignment(index, 'work-prompt', PROMPT),
    onAssignment(index, 'joint-confirmation', CONFIRMED),
  ]),
];

/** Work records of a case, and what is done with them. */
export const recordMoves = (model: Model): Move[] => [
  ...(model.records.length < MOST ? entering(model) : []),
  ...model.records.flatMap((_, index) => following(model, index)),
];
