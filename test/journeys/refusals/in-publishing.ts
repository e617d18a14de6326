import type { Resident } from '../../kit/county.js';
import { must } from '../story/case.js';
import type { Cast } from '../story/cast.js';
import { type Attempt, attempt, nobodys } from './attempt.js';

const TEXT = 'version: "2"\nlimits: { title: 90 }\n';
const LATER = '2099-01-01';

/** What is refused when a locality changes its own process. */
export async function refusedInPublishing({ admin, office, county }: Cast): Promise<Attempt[]> {
  const leader = await county.as('supervising-leader');
  const [fresh, ended, outdated] = [await drafted(admin), await drafted(admin), await drafted(admin)];
  await must(admin, 'withdrawDraft', { draftId: ended });
  await must(admin, 'checkProcess', { draftId: outdated });
  const first = await drafted(admin);
  await must(admin, 'checkProcess', { draftId: first });
  await must(office, 'approveProcess', { draftId: first, effectiveFrom: LATER });
  const checked = await drafted(admin);
  await must(admin, 'checkProcess', { draftId: checked });
  const approve = (code: string, who: Resident, draftId: string, effectiveFrom = LATER) =>
    attempt(code, who, 'approveProcess', { draftId, effectiveFrom });
  const { processVersions } = (await admin.get('{ viewer { locality { processVersions { version } } } }'))
    .viewer.locality;
  const move = (code: string, input: object) => attempt(code, admin, 'moveCases', input);
  return [
    move('MOVE_VERSION_NOT_FOUND', { toVersion: 'never' }),
    move('MOVE_VERSION_NOT_IN_FORCE', { toVersion: processVersions[0].version }),
    move('MOVE_TOO_MANY', { toVersion: processVersions[0].version, limit: 1000 }),
    attempt('PROCESS_HAS_PROBLEMS', admin, 'draftProcess', { text: 'limits: { title: long }\n' }),
    attempt('PROCESS_DRAFT_NOT_FOUND', admin, 'checkProcess', { draftId: nobodys(fresh) }),
    attempt('PROCESS_DRAFT_ENDED', admin, 'reviseProcess', { draftId: ended, text: TEXT }),
    attempt('PROCESS_PATH_UNKNOWN', admin, 'lockProcess', { paths: ['limits.never'] }),
    attempt('PROCESS_OFFER_NOT_FOUND', admin, 'mergeProcess', { source: 'base' }),
    approve('PROCESS_NOT_CHECKED', office, fresh),
    approve('PROCESS_OWN_APPROVAL', admin, checked),
    approve('NOT_PROCESS_APPROVER', leader, checked),
    approve('PROCESS_EFFECTIVE_DATE_PASSED', office, checked, '2020-01-01'),
    approve('PROCESS_DRAFT_OUTDATED', office, outdated),
  ];
}

/** What is in force, was never approved, or was built upon keeps its approval; and it is not everybody's to withdraw. */
export async function refusedInWithdrawing({ admin, office, county }: Cast): Promise<Attempt[]> {
  const leader = await county.as('supervising-leader');
  const withdraw = (code: string, who: Resident, draftId: string) =>
    attempt(code, who, 'withdrawApproval', { draftId, reason: '暂缓' });
  const approved = async (effectiveFrom: string): Promise<string> => {
    const draftId = await drafted(admin);
    await must(admin, 'checkProcess', { draftId });
    await must(office, 'approveProcess', { draftId, effectiveFrom });
    return draftId;
  };
  const [inForce, below] = [await approved(today()), await approved(LATER)];
  await approved(LATER);
  return [
    withdraw('PROCESS_NOT_APPROVED', office, await drafted(admin)),
    withdraw('PROCESS_BUILT_UPON', office, below),
    withdraw('PROCESS_IN_FORCE', office, inForce),
    withdraw('NOT_PROCESS_APPROVER', leader, below),
  ];
}

const today = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

const drafted = async (admin: Resident): Promise<string> =>
  (await must(admin, 'draftProcess', { text: TEXT }, 'draft { id }')).draft.id;
