import type { Process } from '../process/process.js';
import type { QuotaRule } from '../process/supervision.js';
import type { Counterexample } from './counterexample.js';

/** Quotas that nobody could ever fill, whatever cases there are. */
export const findImpossibleQuotas = (process: Process): Counterexample[] => [
  ...headQuota(process),
  ...rivals(process),
];

/** Replies in person need a way of being there in person. */
function headQuota({ replies, contacts }: Process): Counterexample[] {
  const { count, mode } = replies.headQuota;
  if (mode === 'OFF' || count === 0 || contacts.faceToFaceChannels.length > 0) return [];
  return [
    {
      flaw: 'QUOTA_IMPOSSIBLE',
      path: ['replies', 'headQuota'],
      zh: `各单位主要负责人每年应当面答复 ${count} 件，但没有任何沟通方式算作当面（contacts.faceToFaceChannels 为空），一件也完不成。请补写沟通方式，或把 headQuota 的 mode 改为 OFF。`,
      en: `The head of each unit owes ${count} replies in person a year, but no channel counts as being there (contacts.faceToFaceChannels is empty), so none can be given. Write the channels, or set the mode of headQuota to OFF.`,
    },
  ];
}

type Coded = readonly [code: string, rule: QuotaRule];

/** One asks for more items of a tier than another allows the same holder. */
function rivals({ supervision }: Process): Counterexample[] {
  const quotas = Object.entries(supervision.quotas).filter(([, { mode }]) => mode !== 'OFF');
  return quotas.flatMap((one) =>
    quotas
      .filter((other) => one[0] !== other[0] && excludes(one, other))
      .map((other) => conflict(one, other)),
  );
}

const excludes = ([, asks]: Coded, [, allows]: Coded): boolean =>
  asks.tier === allows.tier &&
  asks.holder === allows.holder &&
  (asks.duty === undefined || allows.duty === undefined || asks.duty === allows.duty) &&
  (asks.among === undefined ||
    allows.among === undefined ||
    asks.among.some((one) => allows.among?.includes(one))) &&
  allows.mode === 'BLOCK' &&
  allows.max !== undefined &&
  asks.min > allows.max;

const conflict = ([code, asks]: Coded, [other, allows]: Coded): Counterexample => ({
  flaw: 'QUOTA_IMPOSSIBLE',
  path: ['supervision', 'quotas', code, 'min'],
  zh: `“${asks.label.zh}”要求每年至少 ${asks.min} 件，而“${allows.label.zh}”(${other})最多只许 ${allows.max} 件，同一承担者无法完成。请修改其中一项。`,
  en: `"${asks.label.en}" asks for at least ${asks.min} items a year, but "${allows.label.en}" (${other}) allows at most ${allows.max}: no holder can meet both. Change one of them.`,
});
