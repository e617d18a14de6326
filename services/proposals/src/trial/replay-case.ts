import type { Outcome, Role, Viewer } from '@duban/kernel';
import type { Command } from '../case/commands.js';
import type { CaseContext } from '../case/context.js';
import { decide } from '../case/decide.js';
import type { CaseEvent, NewCaseEvent } from '../case/events.js';
import { EMPTY_CASE, fold } from '../case/fold.js';
import type { RefusalCode } from '../case/refusals.js';
import type { CaseState } from '../case/state.js';
import type { Source } from '../case/vocabulary.js';
import type { Process } from '../process/process.js';
import { sessionCloseOf } from '../process/sessions.js';
import type { Draft } from './draft.js';
import type { FeltCommands } from './felt-commands.js';
import { feltAfter } from './felt-limits.js';
import { commandKindOf, commandOf } from './recorded-commands.js';
import { idsMadeBy, type RecordedStep, stepsOf } from './recorded-steps.js';
import { type Known, opinionsIn, outsideOf } from './told-outside.js';
import { payloadOf, type TrialEvent, textOf } from './trial-event.js';

export type StepOutcome = Outcome<readonly NewCaseEvent[], RefusalCode>;

/** What a step did, and what it would have done. */
export type TriedStep = {
  readonly step: RecordedStep;
  /** It would have led to the very same events. */
  readonly asRecorded: boolean;
  readonly command: Command;
  readonly outcome: StepOutcome;
};

export type TriedCase = {
  readonly before: CaseState;
  readonly after: CaseState;
  readonly steps: readonly TriedStep[];
};

/**
 * Lives one case again under another process: everybody does what they did, when they did it, and the
 * rules of the draft say what comes of it. What is refused has not happened. A step that can feel neither
 * the draft nor what went otherwise before it is as it was recorded: it is not decided again, and not
 * among `steps`. Pure: no clock, no database; facts from outside are those that the events themselves tell.
 */
export function replayCase(events: readonly TrialEvent[], draft: Draft): TriedCase {
  const all = stepsOf(events);
  if (!all.some((step) => isFelt(step, draft.felt))) {
    const state = fold(events);
    return { before: state, after: state, steps: [] };
  }
  const replay = new Replay(draft, outsideOf(events, draft.process));
  for (const step of all) replay.live(step);
  return replay.end();
}

const NOTHING: FeltCommands = new Set();

const alsoFelt = (felt: FeltCommands, also: FeltCommands): FeltCommands =>
  felt === 'ANY' || also === 'ANY' ? 'ANY' : new Set([...felt, ...also]);

/** A case lived twice side by side, as it was and as it would have been: one state until something differs. */
class Replay {
  private before = EMPTY_CASE;
  private after = EMPTY_CASE;
  /** Events that happened in both lives, and after which nobody has looked yet. */
  private ahead: TrialEvent[] = [];
  private readonly seen = new Set<string>();
  private since = NOTHING;
  private readonly steps: TriedStep[] = [];

  constructor(
    private readonly draft: Draft,
    private readonly known: Known,
  ) {}

  live(step: RecordedStep): void {
    const made = this.firstMadeBy(step);
    const command = isFelt(step, this.draft.felt) || isFelt(step, this.since) ? commandOf(step) : null;
    // As it was; or nobody's command on the case, a work record, say: it was so, whatever the process.
    if (command === null) this.ahead.push(step.lead, ...step.followers);
    else this.decide(step, command, made);
  }

  private firstMadeBy(step: RecordedStep): readonly string[] {
    const made = idsMadeBy(step);
    return made.length === 0 ? made : made.filter((id) => !this.seen.has(id) && this.seen.add(id));
  }

  end(): TriedCase {
    this.lookUp();
    const { before, after, steps } = this;
    return { before, after: under(this.draft.process, after), steps };
  }

  private decide(step: RecordedStep, said: Command, made: readonly string[]): void {
    this.lookUp();
    const { draft, known, before, after } = this;
    const command = named(said, step, before, known);
    const outcome = tryStep({ before, state: after, step, command, draft, known, made });
    const recorded = replayed(step);
    const otherwise = outcome.accepted ? feltAfter(draft, recorded, outcome.value) : 'ANY';
    const asRecorded = otherwise === null;
    this.before = fold(recorded, before);
    if (asRecorded && after === before) this.after = this.before;
    else if (outcome.accepted) this.after = fold(outcome.value as readonly CaseEvent[], after);
    if (otherwise) this.since = alsoFelt(this.since, otherwise);
    this.steps.push({ step, command, outcome, asRecorded });
  }

  private lookUp(): void {
    const { before, after, ahead } = this;
    if (ahead.length === 0) return;
    this.before = fold(ahead, before);
    this.after = after === before ? this.before : fold(ahead, after);
    this.ahead = [];
  }
}

function isFelt({ lead, followers }: RecordedStep, felt: FeltCommands = 'ANY'): boolean {
  if (felt !== 'ANY' && felt.size === 0) return false;
  const kind = commandKindOf(lead);
  if (kind === null) return false;
  if (felt === 'ANY' || felt.has(kind) || felt.has(lead.type)) return true;
  return followers.length > 0 && followers.some(({ type }) => felt.has(type));
}

const under = ({ version }: Process, state: CaseState): CaseState =>
  state.processVersion === null ? state : { ...state, processVersion: version };

/** A ledger names the number; of a lead that is exchanged the event has the assignment, and the command the unit. */
function named(command: Command, { lead }: RecordedStep, before: CaseState, { ledger }: Known): Command {
  if (lead.type === 'proposal.docketed' && ledger)
    return { ...command, caseNumber: lead.payload.caseNumber } as Command;
  if (lead.type !== 'lead.changed') return command;
  const rival = before.assignments.find(({ assignmentId }) => assignmentId === lead.payload.leadId);
  return { ...command, unitId: rival?.unitId ?? null } as Command;
}

type Trying = {
  readonly before: CaseState;
  readonly state: CaseState;
  readonly step: RecordedStep;
  readonly command: Command;
  readonly draft: Draft;
  readonly known: Known;
  readonly made: readonly string[];
};

function tryStep(trying: Trying): StepOutcome {
  const { before, state, command, draft, known } = trying;
  const { lead } = trying.step;
  const viewer = viewerOf(lead, known, unitBehind(command, before));
  const context = contextOf(trying, sourceOf(viewer, command, known));
  return decide(state, command, asTried(draft.process), viewer, lead.occurredAt, context);
}

const TRIED = new WeakMap<Process, Process>();

/** What stands in the log was entered by somebody who might: of paper, the trial asks only what it says. */
function asTried(process: Process): Process {
  const known = TRIED.get(process);
  if (known) return known;
  const { sources } = process;
  const paper = { ...sources.PAPER, right: 'NONE', eachAction: false, actor: 'ANY' } as const;
  const tried = { ...process, sources: { ...sources, PAPER: paper } };
  TRIED.set(process, tried);
  return tried;
}

const UNIT_ROLES: readonly string[] = ['UNIT_HEAD', 'UNIT_DEPUTY_HEAD', 'SECTION_HEAD', 'UNIT_HANDLER'];
const PROPOSER_ROLES: readonly string[] = ['DEPUTY', 'CPPCC_MEMBER', 'LEAD_PROPOSER', 'COSIGNER'];

/** Commands that are a proposer's own, and those that are a unit's; anybody else entered them from paper. */
const OF_PROPOSERS: readonly Command['kind'][] = [
  'proposal.draft',
  'proposal.revise',
  'form.fill',
  'cosigner.invite',
  'cosigner.confirm',
  'cosigner.decline',
  'cosigner.cancel',
  'proposal.pre_submit',
  'proposal.submit',
  'proposal.withdraw',
  'feedback.give',
  'feedback.correct',
  'entry.rate',
];
const OF_UNITS: readonly Command['kind'][] = [
  'assignment.acknowledge',
  'return.request',
  'contact.record',
  'co_opinion.give',
  'extension.request',
  'plan.set',
  'milestone.complete',
  'progress.report',
  'responsible.name',
  'assignment.sign_read',
  'reply.draft',
  'reply.countersign',
  'reply.issue',
  'entry.progress',
  'entry.claim_done',
  'entry.plan',
];

function sourceOf({ role }: Viewer, { kind }: Command, { ledger }: Known): Source {
  if (ledger) return 'LEDGER';
  const theirs = PROPOSER_ROLES.includes(role) || UNIT_ROLES.includes(role);
  return !theirs && (OF_PROPOSERS.includes(kind) || OF_UNITS.includes(kind)) ? 'PAPER' : 'ONLINE';
}

/** Whose assignment or entry a command is about. */
function unitBehind(command: Command, { assignments, entries }: CaseState): string | null {
  const { assignmentId, entryId } = command as { assignmentId?: string; entryId?: string };
  const about = assignmentId
    ? assignments.find((one) => one.assignmentId === assignmentId)
    : entries.find((one) => one.entryId === entryId);
  return about?.unitId ?? null;
}

/** Whoever did it, with the unit or the mandate that they did it for. */
function viewerOf(
  { type, actorRole, actorId, payload }: TrialEvent,
  { leadProposerId }: Known,
  unit: string | null,
): Viewer {
  const said = payload as { unitId?: string | null; respondent?: string; mandateId?: string };
  const own = type === 'cosigner.confirmed' || type === 'cosigner.declined';
  const mandateId = own ? said.mandateId : (said.respondent ?? leadProposerId);
  return {
    accountId: actorId ?? '',
    grantId: '',
    login: '',
    tenant: 0,
    role: actorRole as Role,
    personId: null,
    mandateId: PROPOSER_ROLES.includes(actorRole) ? mandateId || null : null,
    unitId: UNIT_ROLES.includes(actorRole) ? (unit ?? said.unitId ?? null) : null,
    sectionId: null,
  };
}

function contextOf({ state, step, draft, known, made }: Trying, source: Source): CaseContext {
  const { lead, followers } = step;
  const payload = payloadOf(lead);
  const registered = followers.find(({ type }) => type === 'entry.registered');
  const merged = [lead, ...followers].find(({ type }) => type === 'proposal.merged');
  const fresh = freshIds(made, step, state);
  return {
    source,
    conditions: draft.conditions,
    calendar: draft.calendar,
    units: known.units,
    mandates: known.mandates,
    persons: known.persons,
    organs: known.organs,
    held: [],
    caseIds: known.caseIds,
    categories: draft.categories,
    nextSerial: typeof payload.serial === 'number' ? payload.serial : 1,
    numberTaken: false,
    nextEntrySerial: registered ? serialIn(textOf(payloadOf(registered), 'registerNumber')) : 1,
    other: otherOf(state, merged ?? lead),
    sessionClose: sessionCloseOf(draft.process.sessions, state, lead.occurredAt, draft.closes),
    opinions: opinionsIn(step),
    newId: fresh,
  };
}

/** The ids that the step made when it really happened; more are made up, the same each time. */
function freshIds(made: readonly string[], { lead }: RecordedStep, { version }: CaseState): () => string {
  let next = 0;
  return () => {
    const id = made[next++];
    return id ?? `trial-${version}-${next}-${lead.occurredAt}`;
  };
}

const serialIn = (registerNumber: string): number => Number(/(\d+)\D*$/.exec(registerNumber)?.[1] ?? 1);

function otherOf(state: CaseState, { type, payload }: TrialEvent): CaseContext['other'] {
  const { kind } = state;
  if (type === 'proposal.merged') {
    const caseNumber = payload.intoCaseNumber;
    return { proposalId: payload.intoId, kind, phase: 'HANDED_OVER', caseNumber, authorIds: [] };
  }
  if (type !== 'proposal.absorbed') return null;
  const { fromId, fromCaseNumber, authorIds } = payload;
  return { proposalId: fromId, kind, phase: 'MERGED', caseNumber: fromCaseNumber, authorIds };
}

/** The events that a step really led to. */
export const replayed = ({ lead, followers }: RecordedStep): readonly TrialEvent[] => [lead, ...followers];
