import { type CellProblem, canonicalJson, refuse } from '@duban/kernel';
import { answer, CellProblemType, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Field, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { ProposalContext } from '../proposal.context.js';
import { cellsOf, ImportLedgerInput } from './import-ledger.input.js';
import { importLedger } from './import-ledger.js';

@ObjectType({ description: '台账问题: one bad cell, and what is allowed there' })
export class LedgerProblem extends CellProblemType {}

const count = (description: string) => ({ type: () => Int, description }) as const;

const ImportLedgerResult = resultOf('ImportLedger', '台账导入', {
  rows: count('行数: rows read'),
  cases: count('件数: cases that were recorded'),
  unchanged: count('未变件数: cases that had been recorded before with the same content'),
  events: count('事件数: events recorded'),
});

Field(() => [LedgerProblem], { description: '台账问题: every bad cell, 1,000 at most' })(
  ImportLedgerResult.Refusal.prototype,
  'problems',
);

const ROWS_AT_ONCE = 1000;
const TOLD_AT_ONCE = 1000;

@Resolver()
export class ImportLedgerMutation {
  @Mutation(() => ImportLedgerResult.Result, {
    description: '台账导入: records the rows as ordinary events through the ordinary rules, all or nothing',
  })
  async importLedger(
    @Ctx() context: ProposalContext,
    @Arg('input', () => ImportLedgerInput, { description: '内容: the ledger' }) input: ImportLedgerInput,
  ): Promise<object> {
    const problems: CellProblem[] = [];
    const rows = input.rows.map((row, at) => ({ rowNumber: row.row ?? at + 1, cells: cellsOf(row) }));
    const outcome =
      rows.length > ROWS_AT_ONCE
        ? refuse('LEDGER_TOO_LONG', { max: ROWS_AT_ONCE })
        : await context.run(
            importLedger,
            {
              year: input.year,
              dryRun: input.dryRun ?? false,
              content: canonicalJson(rows),
              rows: () => {
                problems.length = 0;
                return rows;
              },
              headings: () => null,
              report: (problem) => problems.length < TOLD_AT_ONCE && problems.push(problem),
              progress: () => undefined,
            },
            { idempotencyKey: input.idempotencyKey },
          );
    return Object.assign(await answer(ImportLedgerResult, outcome, (done) => done), { problems });
  }
}
