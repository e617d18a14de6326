import {
  accept,
  dateInShanghai,
  type Outcome,
  refuse,
  type UseCase,
  useCase,
  type Viewer,
} from '@duban/kernel';
import { type Command, type CommandKind, type CommandOf, caseKindOf } from '../case/commands.js';
import { decide } from '../case/decide.js';
import type { NewCaseEvent } from '../case/events.js';
import type { RefusalCode } from '../case/refusals.js';
import { maySee } from '../case/visibility.js';
import type {
  CaseChange,
  CaseFile,
  CaseStore,
  CommandDeps,
  ProcessVersion,
} from '../store/proposal.store.js';

/** What every command on a case may carry beside its own input. */
export type CommandMeta = {
  /** The version the person saw; another one now: STALE_VERSION. */
  readonly expectedVersion?: number;
  /** When it was so; left out, now. */
  readonly occurredAt?: string;
  /** The office enters what was done on paper. */
  readonly onPaper?: boolean;
};

/** What a command leaves to be looked at: the case, its new version, and what came into being. */
export type Receipt = {
  readonly proposalId: string;
  readonly version: number;
  readonly assignmentIds: readonly string[];
  readonly replyId: string | null;
  readonly contactId: string | null;
  readonly entryIds: readonly string[];
  readonly feedbackIds: readonly string[];
  /** The work record that was entered, signed, answered or corrected. */
  readonly recordId: string | null;
};

type CaseCommand<Input, Kind extends CommandKind> = {
  readonly action: string;
  /** The case the input speaks of. */
  find(cases: CaseStore, input: Input): Promise<CaseFile | null>;
  /** Told when there is no such case, also when it is not for this viewer's eyes. */
  readonly notFound: RefusalCode;
  command(input: Input): CommandOf<Kind>;
};

/** The story all commands on a case share: load, decide, append. What differs is what a verb's file says. */
export const caseCommand = <Input, Kind extends CommandKind>(
  verb: CaseCommand<Input, Kind>,
): UseCase<CommandDeps, Input & CommandMeta, Receipt> =>
  useCase({
    action: verb.action,
    async execute(deps: CommandDeps, viewer: Viewer, input: Input & CommandMeta) {
      const file = await verb.find(deps.cases, input);
      if (!file || !maySee(file.state, viewer)) return refuse(verb.notFound);
      const stale = checkVersion(file, input);
      if (stale) return stale;
      const decision = await decideOn(deps, viewer, file, verb.command(input) as Command, input);
      return decision.accepted ? record(deps, [decision.value]) : decision;
    },
  });

/** STALE_VERSION when the case is not at the version the person saw. */
export function checkVersion(file: CaseFile, { expectedVersion }: CommandMeta) {
  const current = file.state.version;
  const asSeen = expectedVersion === undefined || expectedVersion === null || expectedVersion === current;
  return asSeen ? null : refuse('STALE_VERSION', { current });
}

/** Asks the rules, with the facts the command needs and the process the case is under. */
export async function decideOn(
  deps: CommandDeps,
  viewer: Viewer,
  file: CaseFile,
  command: Command,
  meta: CommandMeta,
): Promise<Outcome<CaseChange>> {
  const now = deps.now();
  const version = await processOf(deps, file, command);
  const source = meta.onPaper ? 'PAPER' : 'ONLINE';
  const at = meta.occurredAt ?? now;
  const context = await deps.facts.of({ state: file.state, command, viewer, version, source, at });
  const dated = meta.occurredAt === undefined ? command : { ...command, occurredAt: meta.occurredAt };
  const decision = decide(file.state, dated, version.process, viewer, now, context);
  return decision.accepted ? accept({ file, events: decision.value }) : decision;
}

/** A case keeps the process of its kind that it was handed over under; before that, the one in force. */
export const processOf = (
  { processes, now }: Pick<CommandDeps, 'processes' | 'now'>,
  { state }: CaseFile,
  command?: Command,
): Promise<ProcessVersion> => {
  const kind = caseKindOf(state, command);
  return state.processVersion === null
    ? processes.getInForce(dateInShanghai(now()), kind)
    : processes.get(state.processVersion, kind);
};

/** Records what was decided and says what came of it; the first change is the one that was asked for. */
export async function record(
  { cases }: CommandDeps,
  changes: readonly [CaseChange, ...CaseChange[]],
): Promise<Outcome<Receipt>> {
  const [after] = await cases.append(changes);
  const { file, events } = changes[0];
  return accept({ proposalId: file.proposalId, version: after?.state.version ?? 0, ...createdBy(events) });
}

function createdBy(events: readonly NewCaseEvent[]): Omit<Receipt, 'proposalId' | 'version'> {
  const replies = events.flatMap((event) =>
    event.type === 'reply.issued' || event.type === 'commitment.checked' ? [event.payload.replyId] : [],
  );
  const contacts = events.flatMap((event) =>
    event.type === 'contact.recorded' ? [event.payload.contactId] : [],
  );
  return {
    assignmentIds: events.flatMap((event) => {
      const { assignmentId } = event.payload as { assignmentId?: string };
      return assignmentId === undefined ? [] : [assignmentId];
    }),
    replyId: replies[0] ?? null,
    contactId: contacts[0] ?? null,
    entryIds: events.flatMap((event) => {
      const { entryId } = event.payload as { entryId?: string };
      return entryId === undefined ? [] : [entryId];
    }),
    recordId:
      events.flatMap((event) => ('recordId' in event.payload ? [event.payload.recordId] : []))[0] ?? null,
    feedbackIds: events.flatMap((event) =>
      event.type === 'feedback.given' || event.type === 'feedback.corrected'
        ? [event.payload.feedbackId]
        : [],
    ),
  };
}
