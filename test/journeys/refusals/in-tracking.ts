import { Case, must } from '../story/case.js';
import type { Cast } from '../story/cast.js';
import { on } from '../story/moments.js';
import { type Attempt, attempt, nobodys } from './attempt.js';
import type { World } from './world.js';

const EVIDENCE = [{ title: '照片' }];

/** A promise of an earlier year that was rated this year. */
async function ratedBefore(cast: Cast): Promise<string> {
  const [unit] = cast.heads;
  const one = await Case.drafted(cast, on('2024-01-05'));
  await one.handedOver([{ head: unit, role: 'SOLE' }], on('2024-02-20'));
  await one.answered(unit, 'B', on('2024-03-04'));
  await one.confirm(unit, 'B', on('2024-03-05'));
  const [{ id }] = await one.entries();
  await must(one.lead, 'rateEntry', { entryId: id, level: 'SATISFIED' });
  return id;
}

async function markedTwice(one: Case): Promise<Attempt> {
  const input = { proposalId: one.id, reason: '网上热议' };
  await must(one.office, 'markAttention', input);
  return attempt('ATTENTION_MARKED', one.office, 'markAttention', input);
}

/** What is refused about promises on the register. */
export async function refusedInTracking(world: World): Promise<Attempt[]> {
  const { cast, promised, claimed, closed, solved } = world;
  const [unit] = cast.heads;
  const stranger = cast.deputies[4];
  const entryOf = async (one: Case): Promise<string> => (await one.entries())[0].id;
  const [open, waiting, done] = await Promise.all([promised, claimed, closed].map(entryOf));
  const carried = await ratedBefore(cast);
  const year = new Date(Date.now() + 8 * 3_600_000).getUTCFullYear();
  const claim = { entryId: open, text: '已建成', evidence: EVIDENCE };
  const downgrade = { entryId: open, reason: '规划调整' };
  const confirm = async (code: string, one: Case, local: string) =>
    attempt(code, cast.office, 'confirmClass', { assignmentId: await one.assignmentOf(unit), class: local });
  return [
    attempt('ENTRY_NOT_FOUND', unit, 'claimDone', { ...claim, entryId: nobodys(open ?? '') }),
    attempt('EVIDENCE_REQUIRED', unit, 'claimDone', { ...claim, evidence: [] }),
    attempt('TOO_MUCH_EVIDENCE', unit, 'claimDone', { ...claim, evidence: Array(21).fill(EVIDENCE[0]) }),
    attempt('ENTRY_WRONG_PHASE', cast.deputies[0], 'confirmDone', { entryId: open }),
    attempt('NOT_APPROVER', stranger, 'confirmDone', { entryId: waiting }),
    attempt('ENTRY_NOT_CONFIRMED', cast.office, 'strikeOffEntry', { entryId: waiting }),
    attempt('YEAR_NOT_NEXT', cast.office, 'rollOverEntry', { entryId: open, toYear: year + 2 }),
    attempt('YEAR_NOT_NEXT', cast.office, 'rollOverEntry', { entryId: open, toYear: -2_147_483_648 }),
    attempt('CASE_STILL_HANDLED', cast.office, 'rehandEntry', { entryId: open }),
    attempt('NOT_A_LATER_YEAR', cast.office, 'rehandEntry', { entryId: done }),
    attempt('CLASS_UNKNOWN', cast.office, 'downgradeEntry', { ...downgrade, class: 'Z' }),
    attempt('NOT_A_DOWNGRADE', cast.office, 'downgradeEntry', { ...downgrade, class: 'A' }),
    attempt('MILESTONES_UNSOUND', unit, 'planEntry', {
      entryId: open,
      responsible: '王科长',
      milestones: [],
    }),
    attempt('TERM_NOT_LATER', cast.office, 'crossTerm', { entryId: open, toTerm: 0 }),
    attempt('ENTRY_ALREADY_RATED', cast.deputies[0], 'rateEntry', { entryId: carried, level: 'SATISFIED' }),
    await markedTwice(closed),
    await confirm('CLASS_UNCHANGED', solved, 'A'),
    await confirm('ENTRY_STILL_OPEN', promised, 'C'),
  ];
}
