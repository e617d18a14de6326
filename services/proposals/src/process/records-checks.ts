import { fractionOf } from './fraction.js';
import type { RecordRule, RecordRules } from './records.js';

type Found = { readonly path: readonly string[]; readonly zh: string; readonly en: string };

/** What of the kinds of records only the whole can show. */
export function checkRecords(records: RecordRules, levels: readonly string[] = []): readonly Found[] {
  return Object.entries(records).flatMap(([code, rule]) =>
    [
      ...fieldProblems(rule),
      ...partyProblems(rule),
      ...answerProblems(rule),
      ...verdictProblems(rule),
      ...flagProblems(rule),
      ...ratingProblems(rule, levels),
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
  const ofLevels = (verdict.levels ?? []).flatMap(({ passing = [] }) => passing);
  const named = [...verdict.passing, ...(verdict.abstained ?? []), ...(verdict.invalid ?? []), ...ofLevels];
  const unknown = named.find((choice) => !ballots.choices?.[choice]);
  if (unknown !== undefined)
    return [{ path, zh: `没有选项“${unknown}”。`, en: `there is no choice "${unknown}".` }];
  if (verdict.of !== undefined && fields[verdict.of]?.type !== 'NUMBER')
    return [{ path, zh: 'of 须是数字字段。', en: '`of` must be a field of type NUMBER.' }];
  return [verdict, ...(verdict.levels ?? [])].flatMap((one) => shareProblems(one, path)).slice(0, 1);
}

type Share = { readonly moreThan?: number | string; readonly atLeast?: number | string };

function shareProblems({ moreThan, atLeast }: Share, path: readonly string[]): Found[] {
  const shares = [moreThan, atLeast].filter((share) => share !== undefined);
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

/** A rating is about a case, and says in one way how satisfied, in levels that the locality has. */
function ratingProblems({ rating, about, fields = {} }: RecordRule, levels: readonly string[]): Found[] {
  if (!rating) return [];
  const path = ['rating'];
  const { level, share, agency } = rating;
  if (!ON_CASES.includes(about))
    return [{ path, zh: '只有关于件的记录才能是评价。', en: 'only a record about a case can be a rating.' }];
  if (!level === !share)
    return [{ path, zh: '须写 level 或 share 之一。', en: 'write either `level` or `share`.' }];
  const typed: readonly (readonly [string | undefined, string])[] = [
    [level, 'CHOICE'],
    [share?.of, 'NUMBER'],
    [share?.has, 'NUMBER'],
    [agency, 'TEXT'],
  ];
  const wrong = typed.find(([field, type]) => field !== undefined && fields[field]?.type !== type);
  if (wrong)
    return [
      { path, zh: `“${wrong[0]}”不是 ${wrong[1]} 字段。`, en: `"${wrong[0]}" is no ${wrong[1]} field.` },
    ];
  const choices = Object.keys(fields[level ?? '']?.choices ?? {});
  const strange = choices.find((choice) => !levels.includes(choice));
  if (strange !== undefined)
    return [
      {
        path,
        zh: `选项“${strange}”不是本地的满意度等级。`,
        en: `the choice "${strange}" is no level of satisfaction here.`,
      },
    ];
  return share ? shareProblems(share, path) : [];
}
