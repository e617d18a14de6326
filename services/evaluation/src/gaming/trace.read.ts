import type { Transaction } from '@duban/kernel/runtime';
import { readSketch } from './reply-sketch.js';
import type { AnyTrace, RaisedTrace, RatingTrace } from './trace.js';

/** What signs are looked for in, of the cases of one locality's year. */
export type TraceReads = {
  /** Ratings and raised classes; of a locality below, under purpose COUNTS. */
  acts(tenant: number, year: number): Promise<readonly AnyTrace[]>;
  /** Letters of the own locality alone: not even a sketch of one is read from outside. */
  replies(tenant: number, year: number): Promise<readonly AnyTrace[]>;
};

const OF_YEAR = `JOIN evaluation.case_fact fact USING (tenant_id, case_id)
  WHERE trace.tenant_id = $1 AND fact.year = $2 AND fact.valid_to = 'infinity' ORDER BY trace.position`;

type Act = Omit<RatingTrace, 'at' | 'kind'> &
  Pick<RaisedTrace, 'evidenced'> & { readonly at: Date; readonly kind: 'RATING' | 'RAISED' };
type Row = Pick<RatingTrace, 'caseId' | 'position' | 'unitId'> & {
  readonly at: Date;
  readonly length: number;
  readonly marks: string;
};

const COMMON = `trace.case_id AS "caseId", trace.position, trace.unit_id AS "unitId", trace.occurred_at AS at`;

export const traceReads = (tx: Transaction): TraceReads => ({
  async acts(tenant, year) {
    const rows = await tx.query<Act>(
      `SELECT ${COMMON}, trace.kind, trace.form, trace.level, trace.deadline, trace.prompt, trace.evidenced
       FROM evaluation.trace ${OF_YEAR}`,
      [tenant, year],
    );
    return rows.map(({ kind, evidenced, form, level, deadline, prompt, ...row }): AnyTrace => {
      const about = { ...row, at: row.at.toISOString() };
      return kind === 'RAISED'
        ? { ...about, kind, evidenced }
        : { ...about, kind, form, level, deadline, prompt };
    });
  },
  async replies(tenant, year) {
    const rows = await tx.query<Row>(
      `SELECT ${COMMON}, trace.length, trace.marks FROM evaluation.reply_sketch trace ${OF_YEAR}`,
      [tenant, year],
    );
    return rows.map(({ length, marks, at, ...row }) => ({
      ...row,
      at: at.toISOString(),
      kind: 'REPLY' as const,
      sketch: readSketch(length, marks),
    }));
  },
});
