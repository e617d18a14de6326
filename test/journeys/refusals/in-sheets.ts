import type { Resident } from '../../kit/county.js';
import { must } from '../story/case.js';
import type { Cast } from '../story/cast.js';
import { type Attempt, attempt, nobodys } from './attempt.js';

const TEXT = 'version: "2"\nsheets: { graded: { rankedFrom: 2 } }\n';
const LATER = '2099-01-01';
const NEVER = 'sheets.graded.never';

/** What is refused when a locality changes its own score sheets. */
export async function refusedInSheets({ admin, office, county }: Cast): Promise<Attempt[]> {
  const leader = await county.as('supervising-leader');
  const [fresh, ended, outdated] = [await drafted(admin), await drafted(admin), await drafted(admin)];
  await must(admin, 'withdrawSheetDraft', { sheetDraftId: ended });
  await must(admin, 'checkScoreSheets', { sheetDraftId: outdated });
  const two = { admin, office };
  const [inForce, below] = [await approved(two, today()), await approved(two, LATER)];
  await approved(two, LATER);
  const checked = await drafted(admin);
  await must(admin, 'checkScoreSheets', { sheetDraftId: checked });
  const approve = (code: string, who: Resident, sheetDraftId: string, effectiveFrom = LATER) =>
    attempt(code, who, 'approveScoreSheets', { sheetDraftId, effectiveFrom });
  const withdraw = (code: string, who: Resident, sheetDraftId: string) =>
    attempt(code, who, 'withdrawSheetApproval', { sheetDraftId, reason: '暂缓' });
  return [
    attempt('SHEET_HAS_PROBLEMS', admin, 'draftScoreSheets', { text: 'sheets: { graded: { cap: high } }\n' }),
    attempt('SHEET_DRAFT_NOT_FOUND', admin, 'checkScoreSheets', { sheetDraftId: nobodys(fresh) }),
    attempt('SHEET_DRAFT_ENDED', admin, 'reviseScoreSheets', { sheetDraftId: ended, text: TEXT }),
    attempt('SHEET_PATH_UNKNOWN', admin, 'lockScoreSheets', { paths: [NEVER] }),
    attempt('SHEET_OFFER_NOT_FOUND', admin, 'mergeScoreSheets', { source: 'base' }),
    approve('SHEET_NOT_CHECKED', office, fresh),
    approve('SHEET_OWN_APPROVAL', admin, checked),
    approve('NOT_SHEET_APPROVER', leader, checked),
    approve('SHEET_EFFECTIVE_DATE_PASSED', office, checked, '2020-01-01'),
    approve('SHEET_DRAFT_OUTDATED', office, outdated),
    withdraw('SHEET_NOT_APPROVED', office, fresh),
    withdraw('SHEET_IN_FORCE', office, inForce),
    withdraw('SHEET_BUILT_UPON', office, below),
  ];
}

type Two = Pick<Cast, 'admin' | 'office'>;

async function approved({ admin, office }: Two, effectiveFrom: string): Promise<string> {
  const sheetDraftId = await drafted(admin);
  await must(admin, 'checkScoreSheets', { sheetDraftId });
  await must(office, 'approveScoreSheets', { sheetDraftId, effectiveFrom });
  return sheetDraftId;
}

const today = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

const drafted = async (admin: Resident): Promise<string> =>
  (await must(admin, 'draftScoreSheets', { text: TEXT }, 'draft { id }')).draft.id;
