import { fractionOf } from './fraction.js';
import type { RecordRule, RecordRules } from './records.js';

type Found = { readonly path: readonly string[]; readonly zh: string; readonly en: string };

/** What of the kinds of records only the whole can show. */
export function checkRecords(records: RecordRules): readonly Found[] {
  return Object.entries(records).flatMap(([code, rule]) =>
    [
      ...fieldProblems(rule),
      ...partyProblems(rule),
      ...answerProblems(rule),
      ...verdictProblems(rule),
      ...flagProblems(rule),
    ].map(({ path, ...words }) => ({ path: ['records', code, ...path], ...words })),
  );
}

const WITH_CHOICES = ['CHOICE', 'BALLOTS'];

const fieldProblems = ({ fields = {} }: RecordRule): Found[] =>
  Object.entries(fields).flatMap(([field, { type, label, choices, min, max }]) => {
    const path = ['fields', field];
    if (!type || !label) return [{ path, zh: '须写 label 和 type。', en: 'it needs `label` and `type`.' }];
    if (WITH_CHOICES.includes(type) && Object.keys(choices ?? {}).length === 0)
      return [{ path, zh: `“${type}”须写 choices。`, en: `${type} needs \`choices\`.` }];
    if (min !== undefined && max !== undefined && min > max)
      return [{ path, zh: 'min 不能大于 max。', en: '`min` must not be above `max`.' }];
    return [];
  });

function partyProblems({ enteredBy, signers = {} }: RecordRule): Found[] {
  const nobody = Object.entries(signers).filter(([, { roles }]) => (roles ?? []).length === 0);
  return [
    ...(enteredBy.length === 0
      ? [{ path: ['enteredBy'], zh: '须有人可以录入。', en: 'somebody must be able to enter it.' }]
      : []),
    ...nobody.map(([signer]) => ({
      path: ['signers', signer],
      zh: '须写由哪些角色签名(roles)。',
      en: 'it needs `roles`: who signs.',
    })),
  ];
}

function answerProblems({ answer, fields = {} }: RecordRule): Found[] {
  if (!answer) return [];
  if ((answer.by ?? []).length === 0)
    return [{ path: ['answer', 'by'], zh: '须写由谁答复。', en: 'it needs `by`: who answers.' }];
  const { due } = answer;
  if (!due || !('field' in due) || fields[due.field]?.type === 'DATE') return [];
  return [
    {
      path: ['answer', 'due'],
      zh: `“${due.field}”不是日期字段。`,
      en: `"${due.field}" is not a field of type DATE.`,
    },
  ];
}

function verdictProblems({ verdict, fields = {} }: RecordRule): Found[] {
  if (!verdict) return [];
  const path = ['verdict'];
  const ballots = fields[verdict.ballots];
  if (ballots?.type !== 'BALLOTS')
    return [{ path, zh: 'ballots 须是票数字段。', en: '`ballots` must be a field of type BALLOTS.' }];
  const named = [...verdict.passing, ...(verdict.abstained ?? []), ...(verdict.invalid ?? [])];
  const unknown = named.find((choice) => !ballots.choices?.[choice]);
  if (unknown !== undefined)
    return [{ path, zh: `没有选项“${unknown}”。`, en: `there is no choice "${unknown}".` }];
  if (verdict.of !== undefined && fields[verdict.of]?.type !== 'NUMBER')
    return [{ path, zh: 'of 须是数字字段。', en: '`of` must be a field of type NUMBER.' }];
  const shares = [verdict.moreThan, verdict.atLeast].filter((share) => share !== undefined);
  const [share] = shares;
  if (share !== undefined && !fractionOf(share))
    return [{ path, zh: `“${share}”不是 0 到 1 之间的比例。`, en: `"${share}" is no share from 0 to 1.` }];
  if (shares.length === 1) return [];
  return [{ path, zh: '须写 moreThan 或 atLeast 之一。', en: 'write either `moreThan` or `atLeast`.' }];
}

const ON_CASES = ['CASE', 'ASSIGNMENT', 'ENTRY'];

/** A flag speaks of how a case was handled, and of a choice that there is. */
function flagProblems({ about, flags = {}, fields = {} }: RecordRule): Found[] {
  if (Object.keys(flags).length > 0 && !ON_CASES.includes(about))
    return [
      { path: ['flags'], zh: '只有件上的记录可以有标识。', en: 'only a record on a case may have flags.' },
    ];
  return Object.entries(flags).flatMap(([code, { field, value }]) => {
    const path = ['flags', code];
    if ((field === undefined) !== (value === undefined))
      return [{ path, zh: 'field 与 value 须同时写。', en: 'write `field` and `value` together.' }];
    if (field === undefined || value === undefined) return [];
    if (fields[field]?.type === 'CHOICE' && fields[field].choices?.[value]) return [];
    return [
      { path, zh: `选择字段“${field}”没有“${value}”。`, en: `no CHOICE field "${field}" has "${value}".` },
    ];
  });
}
