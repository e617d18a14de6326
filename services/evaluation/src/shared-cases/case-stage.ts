import type { Facts } from '../facts/fact.js';

/** How far a case has come, by the last of its dates that says so. */
export const CASE_STAGES = [
  'WITHDRAWN',
  'MERGED',
  'CONVERTED',
  'REJECTED',
  'CLOSED',
  'REPLIED',
  'HANDED_OVER',
  'DOCKETED',
  'SUBMITTED',
] as const;
export type CaseStage = (typeof CASE_STAGES)[number];

type Dates = Pick<
  Facts,
  | 'withdrawnOn'
  | 'mergedOn'
  | 'convertedOn'
  | 'rejectedOn'
  | 'closedOn'
  | 'repliedOn'
  | 'handedOverOn'
  | 'acceptedOn'
>;

export function stageOf(dates: Dates): CaseStage {
  const said: readonly (readonly [string | null, CaseStage])[] = [
    [dates.withdrawnOn, 'WITHDRAWN'],
    [dates.mergedOn, 'MERGED'],
    [dates.convertedOn, 'CONVERTED'],
    [dates.rejectedOn, 'REJECTED'],
    [dates.closedOn, 'CLOSED'],
    [dates.repliedOn, 'REPLIED'],
    [dates.handedOverOn, 'HANDED_OVER'],
    [dates.acceptedOn, 'DOCKETED'],
  ];
  return said.find(([on]) => on !== null)?.[1] ?? 'SUBMITTED';
}
