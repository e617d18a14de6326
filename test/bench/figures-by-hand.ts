/** What two statements by hand give: both counts of seven metrics, those by class and by satisfaction included. */
export type Counts = Readonly<Record<(typeof COUNTS)[number], number>>;

const COUNTS = [
  'handed_over',
  'active',
  'replied',
  'closed',
  'classified',
  'solved',
  'solved_or_planned',
  'rated',
  'satisfied',
  'rehandled',
] as const;

const TODAY = `(now() AT TIME ZONE 'Asia/Shanghai')::date`;
const ACTIVE = 'handed_over_on IS NOT NULL AND answering >= 1 AND withdrawn_on IS NULL AND merged_on IS NULL';

/** A GROUP BY over the facts of the place and everything below it: by class, then added up as the metrics say. */
export const OVER_FACTS = `
WITH counted AS (
  SELECT outcomes,
    count(*) FILTER (WHERE handed_over_on IS NOT NULL AND answering >= 1) AS handed_over,
    count(*) FILTER (WHERE ${ACTIVE}) AS active,
    count(*) FILTER (WHERE ${ACTIVE} AND replied_on IS NOT NULL) AS replied,
    count(*) FILTER (WHERE ${ACTIVE} AND closed_on IS NOT NULL) AS closed,
    count(*) FILTER (WHERE ${ACTIVE} AND result_final IS NOT NULL) AS rated,
    count(*) FILTER (WHERE ${ACTIVE} AND result_final IN ('SATISFIED', 'BASICALLY_SATISFIED')) AS satisfied,
    count(*) FILTER (WHERE ${ACTIVE} AND closed_on IS NOT NULL AND rounds >= 2) AS rehandled
  FROM evaluation.case_fact
  WHERE valid_to = 'infinity' AND tenant_id IN (
    SELECT $1::int UNION SELECT tenant_id FROM evaluation.locality_edge
    WHERE ancestor_id = $1 AND valid_from <= ${TODAY} AND ${TODAY} < valid_to)
  GROUP BY outcomes
)
SELECT sum(handed_over)::int AS handed_over, sum(active)::int AS active, sum(replied)::int AS replied,
  sum(closed)::int AS closed, sum(active) FILTER (WHERE outcomes IS NOT NULL)::int AS classified,
  sum(active) FILTER (WHERE outcomes = 'SOLVED')::int AS solved,
  sum(active) FILTER (WHERE string_to_array(outcomes, '|') <@ '{SOLVED,IN_PROGRESS,PLANNED}')::int AS solved_or_planned,
  sum(rated)::int AS rated, sum(satisfied)::int AS satisfied, sum(rehandled)::int AS rehandled
FROM counted`;

/** The same out of cells: of a place alone, or of it and everything below it. */
export const overCells = (part: 'OWN' | 'ALL'): string => `
SELECT sum(handed_over_count_n)::int AS handed_over, sum(reply_rate_d)::int AS active, sum(reply_rate_n)::int AS replied,
  sum(completion_rate_n)::int AS closed, sum(solved_rate_d)::int AS classified, sum(solved_rate_n)::int AS solved,
  sum(solved_or_planned_rate_n)::int AS solved_or_planned,
  sum(satisfaction_strict_d_result_final)::int AS rated,
  sum(satisfaction_inclusive_n_result_final)::int AS satisfied, sum(rehandling_rate_n)::int AS rehandled
FROM evaluation.cell WHERE tenant_id = $1 AND part = '${part}' AND cube = 'PLAIN' AND effective_from <= ${TODAY}`;

type Shown = Readonly<
  Record<string, { readonly numerator: number; readonly denominator: number | null } | undefined>
>;

/** The counts that stand in figures as the graph gives them. */
export function countsIn(figures: Shown): Counts {
  const [numerator, denominator] = (['numerator', 'denominator'] as const).map(
    (side) => (metric: string) => figures[metric]?.[side] ?? Number.NaN,
  ) as [(metric: string) => number, (metric: string) => number];
  return {
    handed_over: numerator('HANDED_OVER_COUNT'),
    active: denominator('REPLY_RATE'),
    replied: numerator('REPLY_RATE'),
    closed: numerator('COMPLETION_RATE'),
    classified: denominator('SOLVED_RATE'),
    solved: numerator('SOLVED_RATE'),
    solved_or_planned: numerator('SOLVED_OR_PLANNED_RATE'),
    rated: denominator('SATISFACTION_INCLUSIVE'),
    satisfied: numerator('SATISFACTION_INCLUSIVE'),
    rehandled: numerator('REHANDLING_RATE'),
  };
}
