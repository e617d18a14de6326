import {
  accept,
  type CalendarDate,
  dateInShanghai,
  type Outcome,
  type RefusalParams,
  type Refused,
  refuse,
  useCase,
  type Viewer,
} from '@duban/kernel';
import type { CommandPayloads } from '../../case/commands.js';
import { maySee } from '../../case/visibility.js';
import { type CommandMeta, decideOn } from '../../case-command/case-command.js';
import type { HandoverBatches } from '../../store/handover-batch.store.js';
import type { CaseChange, CaseFile, CommandDeps } from '../../store/proposal.store.js';

type Item = Pick<CommandPayloads['proposal.hand_over'], 'hard' | 'fields'> & { readonly proposalId: string };

export type HandOverBatch = {
  readonly meeting: string | null;
  /** Left out: the day it is told. */
  readonly heldOn: CalendarDate | null;
  readonly place: string | null;
  readonly attendees: readonly string[];
  readonly noticeNumber: string | null;
  /** All of them or none; else each has an outcome of its own. */
  readonly together: boolean;
  readonly items: readonly Item[];
};

/** What became of one item, in the order in which they were given. */
export type ItemOutcome = {
  readonly proposalId: string;
  readonly code: string | null;
  readonly params: RefusalParams;
};
export type BatchReceipt = { readonly batchId: string; readonly outcomes: readonly ItemOutcome[] };

export type BatchDeps = CommandDeps & { readonly batches: HandoverBatches };

/**
 * 集中交办: many cases at once. Each is decided by the same rules as alone. A case that is refused
 * does not hold up the others, as at a meeting, unless they are to go `together`. When none goes,
 * the first refusal is the answer and nothing is recorded.
 */
export const handOverBatch = useCase({
  action: 'proposal:hand-over',
  async execute(
    deps: BatchDeps,
    viewer: Viewer,
    input: HandOverBatch & CommandMeta,
  ): Promise<Outcome<BatchReceipt>> {
    const batchId = deps.newId();
    const files = await deps.cases.findMany(input.items.map(({ proposalId }) => proposalId));
    const decided: Decided[] = [];
    for (const item of distinct(input.items))
      decided.push({
        item,
        outcome: await decideItem(deps, viewer, files.get(item.proposalId), item, input, batchId),
      });
    const refused = decided.flatMap(({ outcome }) => (outcome.accepted ? [] : [outcome]));
    const changes = decided.flatMap(({ outcome }) => (outcome.accepted ? [outcome.value] : []));
    const [first] = refused;
    if (first && (input.together || changes.length === 0)) return first;
    await record(deps, input, batchId, changes);
    return accept({ batchId, outcomes: decided.map(told) });
  },
});

type Decided = { readonly item: Item; readonly outcome: Outcome<CaseChange> };

/** A case that is named twice is handed over once. */
const distinct = (items: readonly Item[]): readonly Item[] => [
  ...new Map(items.map((item) => [item.proposalId, item])).values(),
];

const told = ({ item: { proposalId }, outcome }: Decided): ItemOutcome =>
  outcome.accepted
    ? { proposalId, code: null, params: {} }
    : { proposalId, code: outcome.code, params: outcome.params };

async function decideItem(
  deps: CommandDeps,
  viewer: Viewer,
  file: CaseFile | undefined,
  { hard, fields }: Item,
  { noticeNumber, ...meta }: HandOverBatch & CommandMeta,
  batchId: string,
): Promise<Outcome<CaseChange>> {
  if (!file || !maySee(file.state, viewer)) return refuse('PROPOSAL_NOT_FOUND') as Refused;
  const command = { kind: 'proposal.hand_over', hard, fields, noticeNumber, batchId } as const;
  return decideOn(deps, viewer, file, command, meta);
}

async function record(
  { batches, cases, now }: BatchDeps,
  input: HandOverBatch & CommandMeta,
  batchId: string,
  changes: readonly CaseChange[],
): Promise<void> {
  const { meeting, place, attendees, noticeNumber, occurredAt = now() } = input;
  const batch = {
    ...{ id: batchId, meeting, place, attendees },
    held_on: input.heldOn ?? dateInShanghai(occurredAt),
    notice_number: noticeNumber,
    case_count: changes.length,
  };
  await batches.add(batch);
  await cases.append(changes);
  const proposalIds = changes.map(({ file }) => file.proposalId);
  await batches.record(batch, proposalIds, occurredAt);
}
