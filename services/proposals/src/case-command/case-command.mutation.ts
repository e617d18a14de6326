import { checkText, type Outcome, type UseCase } from '@duban/kernel';
import { Assignment } from '../graph/assignment.type.js';
import {
  findContact,
  findEntry,
  findReply,
  listAssignments,
  listFeedback,
} from '../graph/case-children.reference.js';
import { Contact } from '../graph/contact.type.js';
import { Feedback } from '../graph/feedback.type.js';
import { findProposalBehind } from '../graph/proposal.reference.js';
import { Proposal } from '../graph/proposal.type.js';
import { Reply } from '../graph/reply.type.js';
import { TrackingEntry } from '../graph/tracking-entry.type.js';
import type { ProposalContext } from '../proposal.context.js';
import type { CommandDeps } from '../store/proposal.store.js';
import type { CaseCommandInput, CommandInput } from './case-command.input.js';
import type { CommandMeta, Receipt } from './case-command.js';

/** Runs a command with what every input carries. Text that cannot be stored is refused before anything is read. */
export async function perform<Payload extends object, Done = Receipt>(
  context: ProposalContext,
  useCase: UseCase<CommandDeps, Payload & CommandMeta, Done>,
  input: CommandInput & Partial<CaseCommandInput>,
  payload: Payload,
): Promise<Outcome<Done>> {
  const { idempotencyKey } = input;
  const wrong = unstorable(payload);
  return wrong ?? context.run(useCase, { ...payload, ...metaOf(input) }, { idempotencyKey });
}

/** What every command may say beside its own input. */
const metaOf = ({
  occurredAt,
  onPaper,
  expectedVersion,
}: CommandInput & Partial<CaseCommandInput>): CommandMeta => ({
  ...(expectedVersion == null ? {} : { expectedVersion }),
  ...(occurredAt == null ? {} : { occurredAt }),
  ...(onPaper ? { onPaper } : {}),
});

/** TEXT_INVALID for the first text anywhere in the input with a NUL, another control character or half a character. */
function unstorable(value: unknown, field = 'input'): Outcome<never> | null {
  if (typeof value === 'string') return checkText(field, value, { max: Number.MAX_SAFE_INTEGER, min: 0 });
  if (typeof value !== 'object' || value === null) return null;
  for (const [name, inner] of Object.entries(value)) {
    const wrong = unstorable(inner, Array.isArray(value) ? field : name);
    if (wrong) return wrong;
  }
  return null;
}

export const SHOWN = {
  proposal: { type: () => Proposal, description: '建议提案: the case as it is now' },
  assignment: { type: () => Assignment, description: '承办任务: the assignment as it is now' },
  reply: { type: () => Reply, description: '答复: the reply as it is now' },
  contact: { type: () => Contact, description: '沟通: the contact as recorded' },
  entry: { type: () => TrackingEntry, description: '跟踪台账记录: the entry as it is now' },
  feedback: { type: () => [Feedback] as [typeof Feedback], description: '评价: the ratings as given' },
} as const;

const need = <Value>(value: Value | null | undefined, what: string): Value => {
  if (value === null || value === undefined) throw new Error(`${what} was recorded but cannot be read`);
  return value;
};

/** The case after the command. Whoever acted on it is shown it, even when it has left their sight. */
export const showCase = async (context: ProposalContext, { proposalId }: Receipt) => ({
  proposal: need(await findProposalBehind(context, proposalId), 'the case'),
});

export async function showAssignment(context: ProposalContext, receipt: Receipt, assignmentId: string) {
  const all = await listAssignments(context, 'proposal_id', receipt.proposalId);
  const found = all.find(({ row }) => row.id === assignmentId);
  return { ...(await showCase(context, receipt)), assignment: need(found, 'the assignment') };
}

export async function showReply(context: ProposalContext, receipt: Receipt, assignmentId: string) {
  const reply = need(await findReply(context, receipt.replyId ?? ''), 'the reply');
  return { ...(await showAssignment(context, receipt, assignmentId)), reply };
}

/** The reply whose promise was looked at. */
export async function showPromise(context: ProposalContext, receipt: Receipt) {
  const reply = need(await findReply(context, receipt.replyId ?? ''), 'the reply');
  return { ...(await showCase(context, receipt)), reply };
}

export async function showContact(context: ProposalContext, receipt: Receipt, assignmentId: string) {
  const contact = need(await findContact(context, receipt.contactId ?? ''), 'the contact');
  return { ...(await showAssignment(context, receipt, assignmentId)), contact };
}

export async function showEntry(context: ProposalContext, receipt: Receipt, entryId: string) {
  return {
    ...(await showCase(context, receipt)),
    entry: need(await findEntry(context, entryId), 'the entry'),
  };
}

export async function showFeedback(context: ProposalContext, receipt: Receipt, replyId: string) {
  const all = await listFeedback(context, 'reply_id', replyId);
  const given = all.filter(({ row }) => receipt.feedbackIds.includes(row.id));
  return { ...(await showCase(context, receipt)), feedback: given };
}
