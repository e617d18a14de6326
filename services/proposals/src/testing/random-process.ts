import { ROLES } from '@duban/kernel';
import fc from 'fast-check';
import {
  CANONICAL_LEVELS,
  CANONICAL_OUTCOMES,
  CONTACT_CHANNELS,
  CONTACT_PHASES,
} from '../case/vocabulary.js';

const some = <Item>(items: readonly Item[], min = 0) =>
  fc.uniqueArray(fc.constantFrom(...items), { minLength: min, maxLength: 4 });
const roles = () => some([...ROLES.slice(0, 15), 'EVALUATOR'], 1);
const label = { zh: '随机', en: 'random' };
const COMMANDS = [
  ...['proposal.submit', 'review.decide', 'proposal.docket', 'units.allocate', 'proposal.hand_over'],
  ...[
    'assignment.acknowledge',
    'contact.record',
    'reply.issue',
    'class.confirm',
    'feedback.give',
    'proposal.close',
  ],
  ...['entry.claim_done', 'entry.confirm', 'entry.strike_off', 'return.decide', 'extension.decide'],
] as const;
const STATEMENTS = [
  ...['case.hard', '!case.hard', 'case.key', 'case.cosigners >= 2', 'case.cosigners < 2', 'case.units > 1'],
  ...[
    'case.kind == "NPC_SUGGESTION"',
    'case.period != "IN_SESSION"',
    'case.round > 1',
    'case.repeatedYears < 3',
  ],
  ...[
    'case.proposerType in ["INDIVIDUAL", "JOINT"]',
    'case.merged == 0',
    'true',
    'false',
    'assignment.role != "CO"',
  ],
  ...['unit.load < 50', 'reply.class == "A"', 'feedback.worst == "SATISFIED"', 'size(case.tiers) == 0'],
] as const;
const statement = fc.oneof(
  fc.constantFrom(...STATEMENTS),
  fc
    .tuple(fc.constantFrom(...STATEMENTS), fc.constantFrom('&&', '||'), fc.constantFrom(...STATEMENTS))
    .map((parts) => parts.join(' ')),
);

const requirement = fc.oneof(
  fc
    .constantFrom('ACKNOWLEDGED', 'CO_OPINIONS', 'CLASS_CONFIRMED', 'FEEDBACK_GIVEN_OR_LAPSED')
    .map((kind) => ({ kind })),
  fc.record({
    kind: fc.constant('CONTACT'),
    phase: fc.constantFrom(...CONTACT_PHASES),
    min: fc.integer({ min: 1, max: 3 }),
    channel: fc.constantFrom(...CONTACT_CHANNELS),
    faceToFace: fc.boolean(),
  }),
  statement.map((that) => ({ kind: 'FACTS', that })),
);

const guard = fc.record(
  {
    before: fc.constantFrom(...COMMANDS),
    label: fc.constant(label),
    require: requirement,
    mode: fc.constantFrom('BLOCK', 'BLOCK', 'WARN'),
    when: statement,
  },
  { requiredKeys: ['before', 'label', 'require', 'mode'] },
);

const deadline = fc.record(
  {
    step: fc.constantFrom(
      'ACKNOWLEDGE',
      'RETURN',
      'CO_OPINION',
      'REPLY',
      'REHANDLING',
      'FEEDBACK',
      'TRACKING',
    ),
    when: fc.oneof(statement, fc.constantFrom({ hard: true }, { key: true }, { kind: 'CPPCC_PROPOSAL' })),
    anchor: fc.constantFrom('HANDOVER', 'REPLY', 'REGISTRATION', 'SESSION_CLOSE'),
    amount: fc.integer({ min: 0, max: 9 }),
    unit: fc.constantFrom('DAY', 'WORKDAY', 'MONTH'),
    lateEffect: fc.constantFrom('REFUSE', 'ACCEPT'),
  },
  { requiredKeys: ['step', 'anchor', 'amount', 'unit', 'lateEffect'] },
);

const stage = fc.record({
  order: fc.integer({ min: 0, max: 3 }),
  label: fc.constant(label),
  roles: roles(),
  verdicts: some(['ACCEPT', 'ADOPT', 'REQUEST_REVISION', 'REVISE', 'RETURN', 'REJECT', 'CONVERT'], 1),
  reasonRequired: fc.constant([]),
});

const oneClass = fc.record({
  order: fc.integer({ min: 1, max: 9 }),
  label: fc.constant(label),
  outcomes: some(CANONICAL_OUTCOMES, 1),
});
const NAMES = ['acknowledge', 'return', 'reply', 'reply-hard', 'feedback', 'tracking', 'rehandling'] as const;

/** One change that a locality could make; some of them are wise. */
const change = fc.oneof(
  guard.map((one) => ({ guards: { 'of-the-place': one } })),
  guard.map((one) => ({ guards: { another: one } })),
  fc
    .constantFrom('BLOCK', 'OFF')
    .chain((mode) =>
      fc
        .constantFrom(
          'contact-at-reply',
          'co-opinions-before-reply',
          'class-confirmed-before-closing',
          'acknowledged-before-reply',
        )
        .map((code) => ({ guards: { [code]: { mode } } })),
    ),
  deadline.map((one) => ({ deadlines: { 'of-the-place': one } })),
  fc
    .constantFrom(...NAMES)
    .chain((name) =>
      fc
        .constantFrom<unknown>(null, { lateEffect: 'REFUSE' }, { amount: 1 })
        .map((said) => ({ deadlines: { [name]: said } })),
    ),
  stage.map((one) => ({ review: { stages: { second: one } } })),
  stage.map((one) => ({ review: { stages: { office: one } } })),
  roles().map((arbiters) => ({ returns: { arbiters } })),
  fc.integer({ min: 0, max: 3 }).map((max) => ({ returns: { max } })),
  roles().map((approvers) => ({ extensions: { approvers } })),
  roles().map((confirmers) => ({ outcomes: { confirmers } })),
  roles().map((confirmers) => ({ tracking: { confirmers } })),
  some(CANONICAL_OUTCOMES).map((trackIf) => ({ tracking: { trackIf } })),
  fc
    .constantFrom('A', 'B', 'C', 'D', 'E')
    .chain((code) =>
      fc.oneof(fc.constant(null), oneClass).map((one) => ({ outcomes: { classes: { [code]: one } } })),
    ),
  fc
    .constantFrom('BASICALLY_SATISFIED', 'DISSATISFIED')
    .map((level) => ({ feedback: { levels: { [level]: null } } })),
  fc.constantFrom('LEAD_PROPOSER', 'EVERY_PROPOSER').map((respondents) => ({ feedback: { respondents } })),
  some(CANONICAL_LEVELS).map((levels) => ({ rehandling: { levels } })),
  fc.integer({ min: 1, max: 4 }).map((maxRounds) => ({ rehandling: { maxRounds } })),
  fc.boolean().map((withCoUnits) => ({ rehandling: { withCoUnits } })),
  fc.boolean().map((enabled) => ({ cosign: { enabled } })),
  some(CONTACT_CHANNELS).map((faceToFaceChannels) => ({ contacts: { faceToFaceChannels } })),
  fc.constantFrom('NPC_SUGGESTION', 'CPPCC_PROPOSAL').map((kind) => ({ kinds: [kind] })),
  guard.map((one) => ({ byKind: { CPPCC_PROPOSAL: { guards: { 'of-the-kind': one } } } })),
);

/** What a county might write: a few changes, as layers over one another. */
export const randomDefinition: fc.Arbitrary<readonly object[]> = fc.array(change, {
  minLength: 1,
  maxLength: 4,
});
