import type { Deployment } from '../kit/deployment.js';

/** The locality that everything is tried against: a test city with a county below it and one beside it. */
export const VICTIM = { code: '901000', tenant: 901_000, mark: '犀照温峤' } as const;

/** The city beside it. */
export const NEIGHBOUR = { code: '902000', tenant: 902_000 } as const;

/** Part of the mark: what somebody may look for without giving the mark away. */
export const MARK_PART = VICTIM.mark.slice(0, 2);

/** Who others are to it. Those on its own branch of the tree know that it is there. */
export const RELATIONS = {
  parent: { code: '900000', knows: true },
  ancestor: { code: '100000', knows: true },
  child: { code: '901001', knows: true },
  sibling: { code: NEIGHBOUR.code, knows: false },
  cousin: { code: '430400', knows: false },
  'other province': { code: '430000', knows: false },
} as const;

export type Relation = keyof typeof RELATIONS;

/** One login for each role of a locality. */
export const rolesIn = (deployment: Deployment, code: string): string[] =>
  deployment.loginsOf(code).filter((login) => !/-\d+$/.test(login));
