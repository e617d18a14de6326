import type { Transaction } from '@duban/kernel/runtime';
import { sketchText } from './reply-sketch.js';
import type { AnyTrace, RatingTrace, ReplyTrace } from './trace.js';

/** Adds traces, each once: what has happened does not change. Texts of letters stay where they are. */
export async function addTraces(tx: Transaction, traces: readonly AnyTrace[]): Promise<void> {
  const acts = traces.filter((trace) => trace.kind !== 'REPLY');
  const replies = traces.filter((trace): trace is ReplyTrace => trace.kind === 'REPLY');
  if (acts.length > 0) await addActs(tx, acts);
  if (replies.length > 0)
    await tx.query(
      `INSERT INTO evaluation.reply_sketch (tenant_id, case_id, position, unit_id, occurred_at, length, marks)
       SELECT $1, * FROM unnest($2::uuid[], $3::bigint[], $4::uuid[], $5::timestamptz[], $6::int[], $7::text[])
       ON CONFLICT DO NOTHING`,
      [
        ...common(tx, replies),
        replies.map(({ sketch }) => sketch.length),
        replies.map(({ sketch }) => sketchText(sketch)),
      ],
    );
}

const common = (tx: Transaction, traces: readonly AnyTrace[]): unknown[] => [
  tx.tenant,
  traces.map(({ caseId }) => caseId),
  traces.map(({ position }) => position),
  traces.map(({ unitId }) => unitId),
  traces.map(({ at }) => at),
];

async function addActs(tx: Transaction, acts: readonly Exclude<AnyTrace, ReplyTrace>[]): Promise<void> {
  const of = <Value>(read: (trace: RatingTrace) => Value): (Value | null)[] =>
    acts.map((trace) => (trace.kind === 'RATING' ? read(trace) : null));
  await tx.query(
    `INSERT INTO evaluation.trace (tenant_id, case_id, position, unit_id, occurred_at, kind, form, level, deadline, prompt, evidenced)
     SELECT $1, * FROM unnest($2::uuid[], $3::bigint[], $4::uuid[], $5::timestamptz[], $6::text[], $7::text[],
       $8::text[], $9::date[], $10::boolean[], $11::boolean[])
     ON CONFLICT DO NOTHING`,
    [
      ...common(tx, acts),
      acts.map(({ kind }) => kind),
      of(({ form }) => form),
      of(({ level }) => level),
      of(({ deadline }) => deadline),
      of(({ prompt }) => prompt),
      acts.map((trace) => (trace.kind === 'RAISED' ? trace.evidenced : null)),
    ],
  );
}
