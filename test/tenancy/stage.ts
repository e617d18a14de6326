import type { Viewer } from '@duban/kernel';
import { SIGNATURE_HEADER, signRequest } from '@duban/kernel/edge';
import type { GraphQLSchema } from 'graphql';
import { type Deployment, deploy } from '../kit/deployment.js';
import type { Installation } from '../kit/installation.js';
import type { Person } from '../kit/person.js';
import { readSurface } from './graph/surface.js';
import { RELATIONS, VICTIM } from './relations.js';

/** Proposals of the CPPCC are reviewed before they are submitted and their units asked before they are handed over, so that every step is taken by somebody. */
const PRE_REVIEWED = `version: "1"
review:
  stages:
    pre:
      order: 0
      before: SUBMIT
      when: { kind: CPPCC_PROPOSAL }
      label: { zh: 预审, en: Pre-review }
      roles: [PROPOSAL_COMMITTEE_OFFICER]
      verdicts: [ADOPT, REVISE, RETURN]
      reasonRequired: [REVISE, RETURN]
    below:
      order: 1
      when: 'case.proposerType == "DELEGATION"'
      by: BELOW
      label: { zh: 下级初审, en: First check below }
      roles: [DEPUTY_AFFAIRS_OFFICER]
      verdicts: [ACCEPT, REJECT]
      reasonRequired: [REJECT]
handover:
  fields:
    contact: { meaning: PERSON, label: { zh: 具体人员, en: Person }, type: PERSON, required: false, perUnit: true }
filing: { by: [GOV_HANDOVER_OFFICER] }
byKind:
  CPPCC_PROPOSAL:
    handover:
      precheck: { mode: REQUIRED, by: [PROPOSER, UNITS], rounds: 1 }
`;

/** An installation with the victim, all that are related to it, and what only the operator knows. */
export type Stage = {
  readonly deployment: Deployment;
  readonly installation: Installation;
  readonly schema: GraphQLSchema;
};

export async function openStage(): Promise<Stage> {
  const marks = { [VICTIM.tenant]: VICTIM.mark };
  const deployment = await deploy({ counties: 2, neighbour: true, marks, cityProcess: PRE_REVIEWED });
  const [installation, administrator] = await Promise.all([
    deployment.installation(),
    deployment.as(`${RELATIONS.sibling.code}.tenant-admin`),
  ]);
  return { deployment, installation, schema: await readSurface(administrator) };
}

/** Who a person is to the services: what the gateway would sign. */
export async function viewerOf({ gatewayKeys, services }: Installation, { token }: Person): Promise<Viewer> {
  const [, claims = ''] = token.split('.');
  const { sub: subject } = JSON.parse(Buffer.from(claims, 'base64url').toString('utf8'));
  const body = JSON.stringify({ subject });
  const request = { service: 'people', method: 'POST', path: '/internal/identity', identity: '', body };
  const answer = await fetch(`${services.people}/internal/identity`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', [SIGNATURE_HEADER]: signRequest(gatewayKeys, request) },
    body,
  });
  return (await answer.json()) as Viewer;
}
