import { canonicalJson, refuse } from '@duban/kernel';
import { answer, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Field, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { ProposalContext } from '../proposal.context.js';
import { cellsOf, ImportLedgerInput } from './import-ledger.input.js';
import { importLedger } from './import-ledger.js';
import type { CellProblem } from './ledger-columns.js';

@ObjectType({ description: '台账问题: one bad cell, and what is allowed there' })
export class LedgerProblem {
  @Field(() => Int, { description: '行号: row of the ledger' })
  row: number;

  @Field(() => String, { description: '列名: heading of the column' })
  column: string;

  @Field(() => String, { description: '内容: what the cell holds, cut at 60 characters' })
  value: string;

  @Field(() => String, { description: '代码: what is wrong with it' })
  code: string;

  @Field(() => String, { description: '说明: what is allowed, in Chinese' })
  message: string;

  @Field(() => String, { description: '英文说明: the same in English' })
  messageEn: string;
}

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
