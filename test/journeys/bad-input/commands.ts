import { command, type Question } from './question.js';

type Input = Readonly<Record<string, unknown>>;
type Row = readonly [name: string, status: 200 | 400, code: string, input: Input];

const DRAFT = {
  ...{ kind: 'NPC_SUGGESTION', period: 'IN_SESSION', proposerType: 'INDIVIDUAL' },
  ...{ title: '关于增设路灯的建议', body: '夜间照明不足。', category: 'other' },
};

let keys = 0;
const said = (mutation: string, base: Input, rows: readonly Row[]): Question[] =>
  rows.map(([name, status, code, input]) => {
    keys += 1;
    return {
      name,
      status,
      code,
      ...command(mutation, { idempotencyKey: `wrong ${keys}`, ...base, ...input }),
    };
  });

/** Commands given wrongly, by a deputy with a draft of their own. */
export const wrongCommands = (draft: string, foreign: string, unit: string): Question[] => [
  ...drafts(unit),
  ...submissions(draft, foreign),
  ...withdrawals(draft),
  ...themes(draft),
];

const drafts = (unit: string): Question[] =>
  said('draftProposal', DRAFT, [
    ['a NUL', 200, 'TEXT_INVALID', { title: '路\u0000灯' }],
    ['half a character', 200, 'TEXT_INVALID', { body: '\udc00' }],
    ['a control character', 200, 'TEXT_INVALID', { collective: '\u0007' }],
    ['nothing but blanks', 200, 'TEXT_EMPTY', { title: ' \n ' }],
    ['a title too long', 200, 'TEXT_TOO_LONG', { title: '灯'.repeat(101) }],
    ['a body too long by one', 200, 'TEXT_TOO_LONG', { body: '👍'.repeat(5001) }],
    ['a body as long as a book', 200, 'TEXT_TOO_LONG', { body: 'x'.repeat(200_000) }],
    ['no title', 400, 'BAD_USER_INPUT', { title: undefined }],
    ['null for a title', 400, 'BAD_USER_INPUT', { title: null }],
    ['a number for a title', 400, 'BAD_USER_INPUT', { title: 5 }],
    ['a thing for a title', 400, 'BAD_USER_INPUT', { title: { zh: '路灯' } }],
    ['a field that is none', 400, 'BAD_USER_INPUT', { tenantId: 430400 }],
    ['a kind that is none', 400, 'BAD_USER_INPUT', { kind: 'PETITION' }],
    ['an unknown category', 200, 'CATEGORY_UNKNOWN', { category: '不存在' }],
    ['a category with half a character', 200, 'TEXT_INVALID', { category: '\ud83d' }],
    ['no key', 400, 'BAD_USER_INPUT', { idempotencyKey: null }],
    ['an empty key', 200, 'TEXT_EMPTY', { idempotencyKey: '' }],
    ['a key with a NUL', 200, 'TEXT_INVALID', { idempotencyKey: '\u0000' }],
    ['a key too long', 200, 'TEXT_TOO_LONG', { idempotencyKey: 'k'.repeat(101) }],
    ['a unit for a mandate', 200, 'MALFORMED_ID', { leadProposerId: unit }],
    ['units that are none', 200, 'MALFORMED_ID', { suggestedUnitIds: ['x'] }],
    ['units without end', 200, 'BAD_USER_INPUT', { suggestedUnitIds: Array(2000).fill(unit) }],
    ['a day that never was', 200, 'BAD_USER_INPUT', { occurredAt: '2023-02-30T00:00:00Z' }],
    ['a day without a time', 200, 'BAD_USER_INPUT', { occurredAt: '2023-02-01' }],
    ['a time without a zone', 200, 'BAD_USER_INPUT', { occurredAt: '2023-02-01T00:00:00' }],
    ['a zone that is none', 200, 'BAD_USER_INPUT', { occurredAt: '2023-02-01T00:00:00+99:00' }],
    ['a day to come', 200, 'DATE_IN_FUTURE', { occurredAt: '2999-01-01T00:00:00Z' }],
    ['a day long ago', 200, 'DATE_INVALID', { occurredAt: '1948-12-31T00:00:00Z' }],
  ]);

const submissions = (draft: string, foreign: string): Question[] =>
  said('submitProposal', { proposalId: draft }, [
    ['a foreign case', 200, 'PROPOSAL_NOT_FOUND', { proposalId: foreign }],
    ['a case that nobody has', 200, 'PROPOSAL_NOT_FOUND', { proposalId: `${foreign.slice(0, -4)}AAAA` }],
    ['an id of another kind', 200, 'MALFORMED_ID', { proposalId: foreign.replace('proposal', 'entry') }],
    ['an id with a NUL', 200, 'MALFORMED_ID', { proposalId: `${draft}\u0000` }],
    ['a version that never was', 200, 'STALE_VERSION', { expectedVersion: -1 }],
    ['the largest version', 200, 'STALE_VERSION', { expectedVersion: 2_147_483_647 }],
    ['a version beyond numbers', 400, 'BAD_USER_INPUT', { expectedVersion: 2_147_483_648 }],
    ['before it was drafted', 200, 'CLOCK_BEFORE_PREVIOUS_STEP', { occurredAt: '2024-01-01T00:00:00Z' }],
    ['on paper, by a deputy', 200, 'SOURCE_NOT_ALLOWED', { onPaper: true }],
  ]);

const withdrawals = (draft: string): Question[] => [
  ...said('withdrawProposal', { proposalId: draft, letter: '撤回申请' }, [
    ['a letter without a name', 200, 'TEXT_EMPTY', { letter: '' }],
    ['a reason as long as a book', 200, 'TEXT_TOO_LONG', { reason: '由'.repeat(60_000) }],
  ]),
  ...said('closeProposal', { proposalId: draft }, [['a role that may not', 200, 'ROLE_NOT_ALLOWED', {}]]),
  ...said('registerUnit', { code: 'x', name: '某局', shortName: '某局', system: 'GOVERNMENT' }, [
    ['a role that may not', 200, 'ROLE_NOT_ALLOWED', {}],
    ['a day that never was', 200, 'BAD_USER_INPUT', { from: '2023-02-30' }],
    ['a system that is none', 400, 'BAD_USER_INPUT', { system: 'EMPIRE' }],
  ]),
];

const THEME = { name: '道路照明', description: '多地反映。', filter: { category: 'URBAN_CONSTRUCTION' } };

const themes = (draft: string): Question[] => [
  ...said('openTheme', THEME, [
    ['no filter', 400, 'BAD_USER_INPUT', { filter: null }],
    ['a theme by an instant', 400, 'BAD_USER_INPUT', { filter: { asOf: '2025-01-01T00:00:00Z' } }],
    ['a theme of no category', 400, 'BAD_USER_INPUT', { filter: { category: 'WEATHER' } }],
    ['a theme of a year before all', 200, 'BAD_USER_INPUT', { filter: { year: 1 } }],
    ['a theme of a year and of years', 200, 'BAD_USER_INPUT', { filter: { year: 2025, years: [2025] } }],
    [
      'a theme that ends before it starts',
      200,
      'BAD_USER_INPUT',
      { filter: { from: '2025-02-01', to: '2025-01-01' } },
    ],
    ['a theme by a deputy', 200, 'ROLE_NOT_ALLOWED', {}],
  ]),
  ...said('addCaseToTheme', { proposalId: draft, reason: '典型' }, [
    ['a case for a theme', 200, 'MALFORMED_ID', { themeId: draft }],
  ]),
];
