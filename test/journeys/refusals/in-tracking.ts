import type { Case } from '../story/case.js';
import { type Attempt, attempt, nobodys } from './attempt.js';
import type { World } from './world.js';

const EVIDENCE = [{ title: '照片' }];

/** What is refused about promises on the register. */
export async function refusedInTracking(world: World): Promise<Attempt[]> {
  const { cast, promised, claimed, closed, solved } = world;
  const [unit] = cast.heads;
  const stranger = cast.deputies[4];
  const entryOf = async (one: Case): Promise<string> => (await one.entries())[0].id;
  const [open, waiting, done] = await Promise.all([promised, claimed, closed].map(entryOf));
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
    await confirm('CLASS_UNCHANGED', solved, 'A'),
    await confirm('ENTRY_STILL_OPEN', promised, 'C'),
  ];
}
