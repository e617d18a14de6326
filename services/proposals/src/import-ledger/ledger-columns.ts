import type { ProposalKind } from '../case/vocabulary.js';

/** What a cell of the ledger (办理台账) may hold. The order is the order of the template. */
export type CellRule =
  | { readonly kind: 'text'; readonly max: number }
  | { readonly kind: 'date' }
  | { readonly kind: 'names' }
  | { readonly kind: 'choice'; readonly choices: Readonly<Record<string, string>> }
  | { readonly kind: 'local'; readonly of: 'category' | 'unit' | 'class' | 'level' | 'tier' }
  | { readonly kind: 'round' };

export type LedgerColumn = {
  readonly key: string;
  /** The heading in the file. */
  readonly heading: string;
  readonly required: boolean;
  readonly rule: CellRule;
};

const column = <const Key extends string>(
  key: Key,
  heading: string,
  rule: CellRule,
  required = false,
): { readonly key: Key; readonly heading: string; readonly rule: CellRule; readonly required: boolean } => ({
  key,
  heading,
  rule,
  required,
});

const choice = (choices: Readonly<Record<string, string>>): CellRule => ({ kind: 'choice', choices });

/**
 * One row of the file is one case x unit x round. The first eleven columns say the same on every row
 * of a case; the rest speak of the unit and the round.
 */
export const LEDGER_COLUMNS = [
  column('caseNumber', '案号', { kind: 'text', max: 40 }, true),
  column(
    'kind',
    '类型',
    choice({
      建议: 'NPC_SUGGESTION',
      代表建议: 'NPC_SUGGESTION',
      提案: 'CPPCC_PROPOSAL',
      政协提案: 'CPPCC_PROPOSAL',
    }),
    true,
  ),
  column('title', '标题', { kind: 'text', max: 100 }, true),
  column('body', '正文', { kind: 'text', max: 5000 }),
  column('category', '分类', { kind: 'local', of: 'category' }),
  column(
    'period',
    '时段',
    choice({ 大会: 'IN_SESSION', 会议期间: 'IN_SESSION', 闭会: 'INTER_SESSION', 闭会期间: 'INTER_SESSION' }),
    true,
  ),
  column(
    'proposerType',
    '提出方式',
    choice({
      个人: 'INDIVIDUAL',
      联名: 'JOINT',
      代表团: 'DELEGATION',
      党派: 'PARTY',
      人民团体: 'MASS_ORG',
      界别: 'SECTOR',
      小组: 'GROUP',
      专门委员会: 'SPECIAL_COMMITTEE',
    }),
    true,
  ),
  column('leadProposer', '领衔人', { kind: 'text', max: 40 }, true),
  column('cosigners', '联名人', { kind: 'names' }),
  column('submittedOn', '提出日期', { kind: 'date' }, true),
  column(
    'reviewResult',
    '审查结果',
    choice({
      立案: 'ACCEPT',
      不予立案: 'REJECT',
      并案: 'MERGE',
      转办: 'CONVERT',
      转意见建议: 'CONVERT',
      撤案: 'WITHDRAW',
    }),
    true,
  ),
  column('mergedInto', '并入案号', { kind: 'text', max: 40 }),
  column('handedOverOn', '交办日期', { kind: 'date' }),
  column('unit', '承办单位', { kind: 'local', of: 'unit' }),
  column(
    'role',
    '承办角色',
    choice({ 独办: 'SOLE', 主办: 'LEAD', 协办: 'CO', 会办: 'CO', 分办: 'SEPARATE', 分别办理: 'SEPARATE' }),
  ),
  column('round', '轮次', { kind: 'round' }),
  column('repliedOn', '答复日期', { kind: 'date' }),
  column('faceReply', '面复', choice({ 是: 'FACE', 主要负责人: 'HEAD', 否: 'NONE' })),
  column('outcomeClass', '结果类别', { kind: 'local', of: 'class' }),
  column('attitude', '态度评价', { kind: 'local', of: 'level' }),
  column('result', '结果评价', { kind: 'local', of: 'level' }),
  column('closedOn', '办结日期', { kind: 'date' }),
  column('keyTier', '重点层级', { kind: 'local', of: 'tier' }),
] as const satisfies readonly LedgerColumn[];

export type LedgerKey = (typeof LEDGER_COLUMNS)[number]['key'];
export type LedgerRow = Readonly<Record<LedgerKey, string | null>> & { readonly rowNumber: number };

/** The kind of the case in a row that has not been read yet. */
export function kindIn(cells: Readonly<Record<string, string>>): ProposalKind | null {
  const { heading, rule } = LEDGER_COLUMNS[1];
  return ((rule as { choices: Record<string, string> }).choices[(cells[heading] ?? '').trim()] ??
    null) as ProposalKind | null;
}

export const headingOf = (key: LedgerKey): string =>
  LEDGER_COLUMNS.find((candidate) => candidate.key === key)?.heading ?? key;
