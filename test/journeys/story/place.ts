import { type SharedDeployment, sharedDeployment } from '../../kit/shared-deployment.js';
import { Case, type Unit } from './case.js';
import { type Cast, castOf } from './cast.js';
import type { Moment } from './moments.js';

/** The people of a locality of the source documents; the one journey about it has it to itself. */
export async function visit(code: string): Promise<Cast> {
  const deployment: SharedDeployment = await sharedDeployment();
  return castOf(deployment, code);
}

/** Who reviews at each stage, in the order of the stages, by login: `{ delegation: 'delegation-reviewer' }`. */
export type Reviewers = Readonly<Record<string, string>>;

/** Decided alike at each of the stages, one after the other. */
export async function reviewed(one: Case, reviewers: Reviewers, input: Verdict): Promise<void> {
  for (const [stage, login] of Object.entries(reviewers)) {
    const reviewer = await one.cast.county.as(login);
    await one.do(reviewer, 'decideReview', { stage, verdict: 'ACCEPT', ...input });
  }
}
type Verdict = Moment & { readonly verdict?: string; readonly reasonCode?: string };

/** How cases come in here: who reviews before the submission and after it, and when. */
export type Intake = {
  readonly before?: Reviewers;
  /** With which reason a draft is adopted, where one is asked for. */
  readonly adoptedFor?: string;
  readonly reviewers: Reviewers;
  readonly year: number;
  readonly when: Moment;
  /** What is said with the allocation and the handover, where something is asked for. */
  readonly allocation?: Said;
  readonly handover?: Said;
  /** The matters it is split into, each for all of its units. */
  readonly matters?: readonly string[];
};
type Said = Readonly<Record<string, unknown>>;

/** Adopted at every stage before the submission. */
export async function adopted(one: Case, { before = {}, adoptedFor, when }: Intake): Promise<void> {
  if (Object.keys(before).length === 0) return;
  await one.do(one.lead, 'preSubmitProposal', when);
  const reason = adoptedFor ? { reasonCode: adoptedFor } : {};
  await reviewed(one, before, { verdict: 'ADOPT', ...reason, ...when });
}

/** Submitted, reviewed at every stage, and given its number. */
export async function accepted(one: Case, intake: Intake): Promise<Case> {
  const { reviewers, year, when } = intake;
  await adopted(one, intake);
  await one.submit(when);
  await reviewed(one, reviewers, when);
  await one.docket({ year, ...when });
  return one;
}

/** Given to its units, and split into its matters. */
export async function allocated(one: Case, units: readonly Unit[], intake: Intake): Promise<Case> {
  const { allocation = {}, matters = [], when } = intake;
  await one.allocate(units, { ...allocation, ...when });
  if (matters.length === 0) return one;
  const unitIds = units.map(({ head }) => head.unitId);
  const split = matters.map((text) => ({ text, unitIds }));
  await one.do(one.cast.government, 'splitMatters', { matters: split, ...when });
  return one;
}

/** Accepted, allocated and handed over on one day. */
export async function handedOver(one: Case, units: readonly Unit[], intake: Intake): Promise<Case> {
  await accepted(one, intake);
  await allocated(one, units, intake);
  await one.handOver({ ...intake.handover, ...intake.when });
  return one;
}

/** Fields of a handover, a plan or a unit's responsibility, as the graph takes them. */
export const fieldsOf = (values: Readonly<Record<string, string>>, unitId?: string): object[] =>
  Object.entries(values).map(([field, value]) => ({ field, value, ...(unitId ? { unitId } : {}) }));

/** A case of the place, drafted by one of its deputies and handed over to one unit. */
export async function givenTo(
  cast: Cast,
  title: string,
  unit: Unit,
  intake: Intake,
  input: object = {},
): Promise<Case> {
  return handedOver(await Case.drafted(cast, { title, ...input, ...intake.when }), [unit], intake);
}
