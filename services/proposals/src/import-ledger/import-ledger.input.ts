import { Field, InputType, Int } from 'type-graphql';
import { KeyedInput } from '../case-command/case-command.input.js';
import { LEDGER_COLUMNS, type LedgerKey } from './ledger-columns.js';

@InputType({
  description: '台账行: one case x unit x round, in the words of the ledger file; an empty cell is left out',
})
export class LedgerRowInput {
  @Field(() => Int, {
    nullable: true,
    description: '行号: how problems name the row; its place in the list, from 1, when left out',
  })
  row?: number | null;
}

for (const { key, heading, required } of LEDGER_COLUMNS) {
  const description = `${heading}: as in the column of this name${required ? '; required' : ''}`;
  Field(() => String, { nullable: true, description })(LedgerRowInput.prototype, key);
}

/** A row's cells by the headings of the file. */
export const cellsOf = (row: LedgerRowInput): Record<string, string> =>
  Object.fromEntries(
    LEDGER_COLUMNS.map(({ key, heading }) => [
      heading,
      (row as Partial<Record<LedgerKey, string | null>>)[key] ?? '',
    ]),
  );

@InputType({
  description: '台账导入: a small ledger in one request; larger ones go through the import command',
})
export class ImportLedgerInput extends KeyedInput {
  @Field(() => Int, { description: '届次年度: the session year that the cases belong to' })
  year: number;

  @Field(() => Boolean, { nullable: true, description: '试运行: true checks everything and records nothing' })
  dryRun?: boolean | null;

  @Field(() => [LedgerRowInput], { description: '行: at most 1,000' })
  rows: LedgerRowInput[];
}
