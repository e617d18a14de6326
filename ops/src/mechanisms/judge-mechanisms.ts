import type { Mechanism, MechanismFindings } from './mechanism.js';

const OUTSIDE_AT_MOST = 20;

/** What is wrong with the traceability of the mechanisms, in sentences; nothing when all is well. */
export function judgeMechanisms({ list, configured, shown, notYetShown }: MechanismFindings): string[] {
  const all = Object.entries(list.mechanisms);
  const outside = all.filter(([, one]) => one.outside).length;
  return [
    ...all.flatMap(([id, one]) => judge(id, one, shown.has(id), notYetShown.includes(id))),
    ...unknown(list.mechanisms, shown, (one) => `${one.file}: “${one.title}”`),
    ...unknown(list.mechanisms, configured, (one) => `${one.file}: ${one.path}`),
    ...notYetShown
      .filter((id) => !(id in list.mechanisms))
      .map((id) => `${id} 不在清单中 is listed as not yet shown, but is no mechanism`),
    ...(outside > OUTSIDE_AT_MOST
      ? [
          `不属软件的有 ${outside} 项 ${outside} are said to be no matter of software, more than ${OUTSIDE_AT_MOST}`,
        ]
      : []),
  ];
}

function judge(id: string, one: Mechanism, shown: boolean, listed: boolean): string[] {
  if (one.waits && !/^[EAC]+$/.test(one.concerns))
    return [`${id} 不只涉及计分、汇总 waits for scoring and aggregation, but concerns ${one.concerns}`];
  const excused = one.waits || one.outside;
  if (listed && (shown || excused))
    return [`${id} 应从未证明清单中删去 is shown or excused: take it off the list of what is not yet shown`];
  if (shown || excused || listed) return [];
  return [`${id} ${one.zh}:没有测试 no test has it in its title`];
}

function unknown<Found>(
  mechanisms: Readonly<Record<string, Mechanism>>,
  found: ReadonlyMap<string, readonly Found[]>,
  tell: (one: Found) => string,
): string[] {
  return [...found]
    .filter(([id]) => !(id in mechanisms))
    .flatMap(([id, where]) => where.map((one) => `${id} 不存在 there is no such mechanism: ${tell(one)}`));
}
