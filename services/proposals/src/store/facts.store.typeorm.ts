import type { Viewer } from '@duban/kernel';
import { newId, type Transaction } from '@duban/kernel/runtime';
import { authorsOf } from '../case/actor-rules.js';
import { yearOf } from '../case/clock.js';
import { type Command, caseKindOf } from '../case/commands.js';
import { circumstancesOf } from '../case/condition-facts.js';
import type { CaseContext, OtherCase, UnitFact } from '../case/context.js';
import { EMPTY_CASE } from '../case/fold.js';
import { mentionedIn } from '../case/mentioned.js';
import { seriesOf } from '../case/numbering.js';
import { mergeTargetOf } from '../case/review-rules.js';
import type { CaseState } from '../case/state.js';
import { grantStore } from '../grants/grant.store.typeorm.js';
import { askedFacts } from '../process/asked-facts.js';
import { countsFromClose, type DeclaredCloses, sessionCloseOf } from '../process/sessions.js';
import { type HeldDuty, holderKey } from '../supervision/duty.js';
import { heldDuties, organNames } from '../supervision/duty.read.js';
import { mayRoute } from '../supervision/routing.js';
import { declaredCloses } from '../supervision/session.read.js';
import { knownCases, knownPersons, mandateFacts, unitFacts } from './known-facts.read.js';
import { lockNext, registerSeries } from './number-series.store.js';
import type { CaseStore, FactRequest, FactStore, ProcessVersion } from './proposal.store.js';

/** Facts as the directories, the counters and the other cases of the locality tell them. */
export function factStore(tx: Transaction, cases: CaseStore): FactStore {
  return {
    of: (request) => factsOf(tx, cases, request),
    bare: async (version, viewer, at) => (await around(tx, [], viewer, at))(version, EMPTY_CASE),
    around: (states, viewer, at) => around(tx, states, viewer, at),
  };
}

async function around(tx: Transaction, states: readonly CaseState[], viewer: Viewer, at: string) {
  const unitIds = states.flatMap(({ assignments }) => assignments.map(({ unitId }) => unitId));
  const units = await unitFacts(tx, [...new Set(unitIds)], at);
  const mandates = await mandateFacts(tx, viewer.mandateId ? [viewer.mandateId] : [], at);
  const opinions = await grantStore(tx).opinionsOf(states.flatMap(grantIds));
  const loaded = new Map<number, ReturnType<typeof withLoads>>();
  const unitsOf = (year: number): ReturnType<typeof withLoads> => {
    const known = loaded.get(year) ?? withLoads(tx, units, year);
    loaded.set(year, known);
    return known;
  };
  let closes: Promise<DeclaredCloses> | undefined;
  return async (version: ProcessVersion, state: CaseState): Promise<CaseContext> => {
    const { process } = version;
    if (countsFromClose(process)) closes ??= declaredCloses(tx);
    return {
      ...emptyContext(version),
      ...{
        mandates,
        opinions,
        units: asksForLoad(version) ? await unitsOf(state.docketing?.year ?? 0) : units,
      },
      sessionClose: closes ? sessionCloseOf(process.sessions, state, at, await closes) : null,
    };
  };
}

const emptyContext = (version: ProcessVersion): CaseContext => ({
  source: 'ONLINE',
  calendar: version.calendar,
  conditions: version.conditions,
  units: new Map(),
  mandates: new Map(),
  persons: new Set(),
  organs: new Map(),
  held: [],
  caseIds: new Set(),
  categories: version.categories,
  nextSerial: null,
  numberTaken: false,
  nextEntrySerial: 1,
  other: null,
  sessionClose: null,
  newId,
});

async function factsOf(tx: Transaction, cases: CaseStore, request: FactRequest): Promise<CaseContext> {
  const { command, state, version, viewer, source, at } = request;
  const { units, mandates, persons, cases: named } = mentionedIn(command, state, viewer);
  return {
    ...emptyContext(version),
    sessionClose: await sessionCloseFor(tx, request),
    source,
    units: await unitsFor(tx, request, units),
    mandates: await mandateFacts(tx, mandates, at),
    persons: await knownPersons(tx, persons),
    organs: await organsFor(tx, request),
    held: await heldBy(tx, request),
    caseIds: await knownCases(tx, named),
    ...(await numberFacts(tx, request)),
    nextEntrySerial: await nextEntrySerial(tx, request),
    other: await otherCase(cases, request),
    ...(await acrossLevels(tx, request)),
  };
}

/** When the session closed: only where a time limit counts from it. */
async function sessionCloseFor(tx: Transaction, { command, state, version: { process }, at }: FactRequest) {
  if (!countsFromClose(process)) return null;
  const ofKind = { docketing: state.docketing, kind: caseKindOf(state, command) };
  return sessionCloseOf(process.sessions, ofKind, at, await declaredCloses(tx));
}

const grantIds = ({ grants }: CaseState): string[] => grants.map(({ grantId }) => grantId);

/** Who stands above and below, and what came from there. A neighbour only where a level above decided so. */
async function acrossLevels(
  tx: Transaction,
  { command, state }: FactRequest,
): Promise<Pick<CaseContext, 'relations' | 'opinions'>> {
  if (command.kind !== 'grant.give' && command.kind !== 'opinion.take') return {};
  const grants = grantStore(tx);
  const opinions = await grants.opinionsOf(grantIds(state));
  if (command.kind === 'opinion.take') return { opinions };
  const inLine = await grants.relations();
  const decided = opinions.filter(
    ({ kind, fromId, withId }) => kind === 'DECISION' && withId !== null && inLine.get(fromId) === 'ABOVE',
  );
  const beside = decided.map(({ withId }) => [withId as number, 'BESIDE'] as const);
  return { opinions, relations: new Map([...beside, ...inLine]) };
}

const ASKING = new WeakMap<ProcessVersion['process'], boolean>();

/** Whether any condition of a process asks how many items a unit handles: else nobody counts them. */
function asksForLoad({ process, conditions }: ProcessVersion): boolean {
  const asks = ASKING.get(process) ?? askedFacts(process, conditions).has('unit.load');
  ASKING.set(process, asks);
  return asks;
}

/** The units a command speaks of, with their loads where a condition or the length of an extension depends on it. */
async function unitsFor(
  tx: Transaction,
  { command, state, version, at }: FactRequest,
  ids: readonly string[],
): Promise<ReadonlyMap<string, UnitFact>> {
  const units = await unitFacts(tx, ids, at);
  const byLoad = Object.keys(version.process.extensions.byLoad ?? {}).length > 0;
  const asked = asksForLoad(version) || (command.kind === 'extension.request' && byLoad);
  return asked ? withLoads(tx, units, state.docketing?.year ?? 0) : units;
}

/** How many cases of a year each unit has. */
async function withLoads(
  tx: Transaction,
  units: ReadonlyMap<string, UnitFact>,
  year: number,
): Promise<ReadonlyMap<string, UnitFact>> {
  if (units.size === 0) return units;
  const rows = await tx.query<{ unit_id: string; load: string }>(
    `SELECT a.unit_id, count(DISTINCT a.proposal_id) AS load FROM proposals.assignment a
     JOIN proposals.proposal p ON p.tenant_id = a.tenant_id AND p.id = a.proposal_id
     WHERE a.tenant_id = $1 AND a.unit_id = ANY($2::uuid[]) AND p.year = $3
       AND a.handed_over_at IS NOT NULL AND a.phase NOT IN ('REASSIGNED', 'ENDED')
     GROUP BY a.unit_id`,
    [tx.tenant, [...units.keys()], year],
  );
  const loads = new Map(rows.map(({ unit_id, load }) => [unit_id, Number(load)]));
  return new Map([...units].map(([id, fact]) => [id, { ...fact, load: loads.get(id) ?? 0 }]));
}

/** Organs, where the process may add a supervisor now or somebody names one. */
const organsFor = async (tx: Transaction, { command, version }: FactRequest) =>
  command.kind === 'duty.assign' || mayRoute(version.process, command.kind)
    ? organNames(tx)
    : new Map<string, string>();

/** What whoever is named has on other cases of the year. */
async function heldBy(tx: Transaction, { command, state, at }: FactRequest): Promise<HeldDuty[]> {
  if (command.kind !== 'duty.assign') return [];
  const { name = '', organ = null, mandateId = null, personId = null } = command;
  const kind = organ === null ? ('PERSON' as const) : ('ORGAN' as const);
  const holder = holderKey({ kind, name, organ, mandateId, personId });
  return heldDuties(tx, state.docketing?.year ?? yearOf(at), { holder, besides: state.proposalId });
}

/** The series a docketing draws its number from. */
function seriesFor({ command, state, version, at }: FactRequest): string | null {
  if (command.kind !== 'proposal.docket') return null;
  const { process } = version;
  const circumstances = circumstancesOf({ process, state, context: emptyContext(version), at }, { command });
  const { kind, period } = state;
  const { year, term = null, session = null } = command;
  return seriesOf(process, { kind, period, year, term, session }, circumstances);
}

/** The next number of the series, and whether a given one is taken. */
async function numberFacts(
  tx: Transaction,
  request: FactRequest,
): Promise<Pick<CaseContext, 'nextSerial' | 'numberTaken'>> {
  const series = seriesFor(request);
  if (series === null) return { nextSerial: null, numberTaken: false };
  const nextSerial = await lockNext(tx, series);
  const given = request.command.kind === 'proposal.docket' ? request.command.caseNumber : undefined;
  return { nextSerial, numberTaken: given !== undefined && (await isTaken(tx, series, given)) };
}

async function isTaken(tx: Transaction, series: string, caseNumber: string): Promise<boolean> {
  const [row] = await tx.query<{ taken: boolean }>(
    `SELECT EXISTS (SELECT FROM proposals.proposal WHERE tenant_id = $1 AND series = $2 AND case_number = $3) AS taken`,
    [tx.tenant, series, caseNumber],
  );
  return row?.taken ?? false;
}

/** Confirming a class is what puts a promise on the tracking register. */
const nextEntrySerial = async (tx: Transaction, { command, at }: FactRequest): Promise<number> =>
  command.kind === 'class.confirm' ? lockNext(tx, registerSeries(yearOf(at))) : 1;

/** The other case of a merge that the command is, or that a review comes to. */
function otherIdOf(command: Command, state: CaseState): string | null {
  if (command.kind === 'proposal.merge') return command.intoId;
  if (command.kind === 'proposal.absorb') return command.fromId;
  return command.kind === 'review.decide' ? mergeTargetOf(state, command) : null;
}

async function otherCase(cases: CaseStore, { command, state }: FactRequest): Promise<OtherCase | null> {
  const id = otherIdOf(command, state);
  const file = id === null ? null : await cases.find(id);
  return (
    file && {
      proposalId: file.proposalId,
      kind: file.state.kind,
      phase: file.state.phase,
      caseNumber: file.state.docketing?.caseNumber ?? null,
      authorIds: authorsOf(file.state),
    }
  );
}
