import { caseIdOf, OTHER_UNIT, SyntheticCase, UNIT } from './synthetic-case.js';

const CLASSES: readonly (readonly [string, readonly string[]])[] = [
  ['A', ['SOLVED']],
  ['B', ['IN_PROGRESS', 'PLANNED']],
  ['C', ['DEFERRED', 'REFERENCE']],
];
const SYSTEMS = ['GOVERNMENT', 'PARTY_AND_MASS', 'COURT'] as const;
const SOURCES = ['ONLINE', 'PAPER', 'LEDGER'] as const;
const CONSENTS = ['FULL', 'TITLE_ONLY', 'NONE'] as const;
const LEVELS = ['SATISFIED', 'BASICALLY_SATISFIED', 'DISSATISFIED'] as const;

/** A small generator with a seed (mulberry32): the same seed, the same cases. */
export function seeded(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

type Next = (below: number) => number;

/** A plausible case with everything that can happen to one, for specs that compare two ways of counting. */
export function randomCase(number: number, tenant: number, first: number, next: Next): SyntheticCase {
  const file = new SyntheticCase(caseIdOf(number), tenant, first);
  const start = next(40);
  const kind = next(2) ? 'NPC_SUGGESTION' : 'CPPCC_PROPOSAL';
  const [source, disclosureConsent] = [SOURCES[next(3)], CONSENTS[next(3)]];
  const period = next(4) ? 'IN_SESSION' : 'INTER_SESSION';
  const description = { kind, period, source, disclosureConsent };
  const year = 2023 + next(2);
  const on = (offset: number): string =>
    new Date(Date.UTC(year, 0, 5 + start + offset)).toISOString().slice(0, 10);
  file.submitted(on(0), description);
  if (next(12) === 0) return file.add(on(2), 'review.decided', { verdict: next(2) ? 'REJECT' : 'CONVERT' });
  if (next(15) === 0) return file.add(on(3), 'proposal.merged', { intoId: caseIdOf(1) });
  file.docketed(on(4), { ...description, year });
  if (next(6) === 0)
    file.add(on(5), 'proposal.key_designated', { canonicalTier: next(2) ? 'TOP_LEADER' : 'DEPUTY' });
  if (next(10) === 0) return file;
  handle(file, on, next);
  if (next(14) === 0) file.add(on(330), 'proposal.withdrawn', {});
  return file;
}

function handle(file: SyntheticCase, on: (offset: number) => string, next: Next): void {
  const shape = next(3);
  const [one, two] = [file.id(1), file.id(2)];
  const roles = shape === 0 ? ['SOLE'] : shape === 1 ? ['LEAD', 'CO'] : ['SEPARATE', 'SEPARATE'];
  file.handedOver(
    on(10),
    roles.map((role, index) => ({
      role,
      unitId: index === 0 ? UNIT : OTHER_UNIT,
      system: index === 0 ? SYSTEMS[Number(on(10).slice(-1)) % 3] : 'COURT',
      dueAt: on(100),
    })),
  );
  if (next(8) === 0)
    file.add(on(20), 'extension.decided', { assignmentId: one, decision: 'APPROVED', dueAt: on(130) });
  if (next(9) === 0) returnOne(file, on, one);
  contact(file, on, next, one);
  const answering = shape === 2 ? [one, two] : [one];
  for (const id of answering) {
    if (next(7) > 0) reply(file, on(70 + next(60)), id, next);
    if (next(5) > 0) rate(file, on(140 + next(5)), id, next);
  }
  if (next(5) === 0) secondRound(file, on, next, one);
  track(file, on, next, one);
  note(file, on, next, one);
  if (next(4) > 0) file.add(on(320), 'proposal.closed', {});
}

function returnOne(file: SyntheticCase, on: (offset: number) => string, id: string): void {
  file.add(on(15), 'return.requested', { assignmentId: id }).add(on(18), 'return.decided', {
    assignmentId: id,
    decision: 'APPROVED',
    replacement: { assignmentId: file.id(9), unitId: OTHER_UNIT, role: 'SOLE', round: 1, dueAt: on(110) },
  });
}

function contact(
  file: SyntheticCase,
  on: (offset: number) => string,
  next: Next,
  assignmentId: string,
): void {
  const phase = ['BEFORE', 'DURING', 'AT_REPLY', 'AFTER'][next(4)];
  if (next(4) > 0)
    file.add(on(30), 'contact.recorded', {
      assignmentId,
      phase,
      faceToFace: next(2) === 1,
      byHead: next(3) === 0,
    });
}

function reply(file: SyntheticCase, on: string, assignmentId: string, next: Next): void {
  const [local, outcomes] = CLASSES[next(3)] as (typeof CLASSES)[number];
  const letter = { disclosure: ['PROACTIVE', 'ON_REQUEST', null][next(3)] };
  const said = { faceToFace: next(2) === 1, byHead: next(2) === 1, letter };
  file.claimed(on, assignmentId, local, outcomes, said);
  const [confirmed, meaning] = CLASSES[next(3)] as (typeof CLASSES)[number];
  if (next(6) > 0) file.confirmed(on, assignmentId, confirmed, meaning);
}

function rate(file: SyntheticCase, on: string, assignmentId: string, next: Next): void {
  file.rated(on, assignmentId, 'ATTITUDE', LEVELS[next(3)] as string);
  if (next(5) > 0) file.rated(on, assignmentId, 'RESULT', LEVELS[next(3)] as string);
}

function secondRound(
  file: SyntheticCase,
  on: (offset: number) => string,
  next: Next,
  previous: string,
): void {
  const again = file.id(21);
  file.roundOpened(on(160), 2, [previous], [{ assignmentId: again, unitId: UNIT, dueAt: on(220) }]);
  if (next(3) > 0) reply(file, on(200 + next(40)), again, next);
  if (next(3) > 0) rate(file, on(250), again, next);
}

function track(file: SyntheticCase, on: (offset: number) => string, next: Next, assignmentId: string): void {
  if (next(3) > 0) return;
  const entryId = file.id(51);
  file.add(on(150), 'entry.registered', { entryId, assignmentId, year: 2023 });
  if (next(2)) file.add(on(300), 'entry.struck_off', { entryId, assignmentId });
}

/** What became of the result, and whether it was published. */
function note(file: SyntheticCase, on: (offset: number) => string, next: Next, assignmentId: string): void {
  if (next(4) > 0) return;
  const canonical = ['CONVERSION', 'DISCLOSURE', 'MEETING'][next(3)];
  const subject = { about: 'CASE', assignmentId: next(3) ? null : assignmentId };
  file.add(on(280), 'record.entered', { recordId: file.id(71), canonical, subject });
}
