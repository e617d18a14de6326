import { County, type Resident } from '../../kit/county.js';
import { type SharedDeployment, sharedDeployment } from '../../kit/shared-deployment.js';

/** A step of a story asks the whole installation a few dozen times, on a machine that does other things too. */
/** Who plays in most stories: the people of one county, or of any other place. */
export type Cast = {
  readonly county: County;
  readonly deployment: SharedDeployment;
  readonly deputies: readonly [Resident, Resident, Resident, Resident, Resident];
  /** Of the CPPCC. */
  readonly member: Resident;
  /** The congress's office for deputies, and the CPPCC's committee for proposals. */
  readonly office: Resident;
  readonly committee: Resident;
  readonly government: Resident;
  /** Heads of four handling units. */
  readonly heads: readonly [Resident, Resident, Resident, Resident];
  readonly handler: Resident;
  readonly admin: Resident;
};

/** The people of a county that nobody else has. */
export async function takeCast(where?: 'secluded'): Promise<Cast> {
  const deployment = await sharedDeployment();
  return castOf(deployment, deployment.takeCounty(where));
}

export async function castOf(deployment: SharedDeployment, code: string): Promise<Cast> {
  const county = new County(deployment, code);
  const meet = (...roles: string[]) => Promise.all(roles.map((role) => county.as(role)));
  const [deputies, heads, others] = await Promise.all([
    meet('deputy', 'deputy-2', 'deputy-3', 'deputy-4', 'deputy-5'),
    meet('unit-head', 'unit-head-2', 'unit-head-3', 'unit-head-4'),
    meet(...OTHERS),
  ]);
  const [member, office, committee, government, handler, admin] = others as Six;
  const named = { member, office, committee, government, handler, admin };
  return {
    county,
    deployment,
    deputies: deputies as unknown as Cast['deputies'],
    heads: heads as unknown as Cast['heads'],
    ...named,
  };
}

type Six = [Resident, Resident, Resident, Resident, Resident, Resident];
const OTHERS = [
  'cppcc-member',
  'deputy-affairs-officer',
  'proposal-committee-officer',
  'gov-handover-officer',
  'unit-handler',
  'tenant-admin',
];
