import { accept, checkText, refuse, useCase, type Viewer } from '@duban/kernel';
import type { NewOpinion } from '../grant.store.js';
import type { GrantDeps, GrantReference } from '../open-granted-case/open-granted-case.js';

export type GiveOpinion = GrantReference & NewOpinion;

const LONGEST = 2000;

/** 提出意见: kept in the log of the locality that gives it; the one whose case it is may take it. */
export const giveOpinion = useCase<GrantDeps, GiveOpinion, GrantReference>({
  action: 'grant:use',
  purpose: 'GRANT',
  async execute({ grants }: GrantDeps, _: Viewer, input: GiveOpinion) {
    const { ownerId, grantId, ...opinion } = input;
    const grant = await grants.findHeld(ownerId, grantId);
    if (!grant) return refuse('GRANT_NOT_FOUND');
    if (!grant.does.includes(opinion.kind)) return refuse('GRANT_DOES_NOT_COVER');
    const wrong = checkText('text', opinion.text, { max: LONGEST });
    if (wrong) return wrong;
    await grants.recordOpinion(grant, opinion);
    return accept({ ownerId, grantId });
  },
});
