import { encodeId, encodeLocalityId } from '@duban/kernel';
import { Case } from '../story/case.js';
import type { Cast } from '../story/cast.js';
import { type Attempt, attempt } from './attempt.js';

const CITY = 901_000;
const NOBODY = '00000000-0000-7000-8000-000000000000';

/** What is refused when a county grants a case to its city. */
export async function refusedAcrossLevels(cast: Cast): Promise<Attempt[]> {
  const { office, deployment, county } = cast;
  const city = await deployment.as(`${CITY}.deputy-affairs-officer`);
  const one = await Case.drafted(cast);
  await one.submit();
  const until = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  const grant = {
    proposalId: one.id,
    localityId: encodeLocalityId(CITY),
    kind: 'REFER_UP',
    sees: 'METADATA',
  };
  const input = { ...grant, until, reason: '超出本级职权' };
  const { proposal } = await one.do(office, 'grantCase', input, 'proposal { grants { id } }');
  const caseGrantId = proposal.grants[0].id;
  const tenant = Number(county.code);
  const refused = (code: string, also: object) => attempt(code, office, 'grantCase', { ...input, ...also });
  return [
    refused('GRANT_NOT_IN_LINE', { localityId: encodeLocalityId(7) }),
    refused('GRANT_WRONG_DIRECTION', { kind: 'REVIEW_BELOW' }),
    refused('GRANT_EXISTS', {}),
    refused('GRANT_UNTIL_INVALID', { kind: 'INSPECTION', until: '2020-01-01' }),
    refused('OWN_LEVEL_NOT_DONE', { kind: 'JOINT_SUPERVISION' }),
    attempt('GRANT_NOT_FOUND', city, 'openGrantedCase', {
      caseGrantId: encodeId({ kind: 'casegrant', tenant, id: NOBODY }),
    }),
    attempt('SHARED_CASE_NOT_FOUND', city, 'openSharedCase', { proposalId: one.id }),
    attempt('GRANT_DOES_NOT_COVER', city, 'giveOpinion', { caseGrantId, kind: 'REVIEW', text: '同意' }),
    attempt('OPINION_NOT_FOUND', office, 'takeOpinion', {
      ...{ proposalId: one.id, opinionId: encodeId({ kind: 'opinion', tenant, id: NOBODY }) },
    }),
  ];
}
