import type { Resident } from '../../kit/county.js';
import type { Person } from '../../kit/person.js';
import { until } from '../../start-up/started-platform.js';
import { Case, must } from '../story/case.js';
import type { Cast } from '../story/cast.js';
import { on } from '../story/moments.js';

type Input = Readonly<Record<string, unknown>>;

/** Cases at every step at which something is refused, by the name of the step. */
export async function makeWorld(cast: Cast) {
  const [intake, handling, tracking, others] = await Promise.all([
    atIntake(cast),
    inHandling(cast),
    inTracking(cast),
    besides(cast),
  ]);
  return { cast, ...intake, ...handling, ...tracking, ...others };
}

export type World = Awaited<ReturnType<typeof makeWorld>>;

async function submitted(cast: Cast, input: Input = {}): Promise<Case> {
  const one = await Case.drafted(cast, input);
  await one.submit();
  return one;
}

async function accepted(cast: Cast, input: Input = {}): Promise<Case> {
  const one = await submitted(cast, input);
  await one.accept();
  return one;
}

async function docketed(cast: Cast): Promise<Case> {
  const one = await accepted(cast);
  await one.docket({ year: 2025 });
  return one;
}

async function atIntake(cast: Cast) {
  const [lead, invited] = cast.deputies;
  const draft = await Case.drafted(cast);
  await draft.do(lead, 'inviteCosigner', { mandateId: invited.mandateId });
  const expired = await Case.drafted(cast, on('2025-01-02'));
  await expired.do(lead, 'inviteCosigner', { mandateId: invited.mandateId, ...on('2025-01-02') });
  const unrevised = await submitted(cast);
  const revision = { stage: 'office', verdict: 'REQUEST_REVISION', reasonCode: 'several-matters' };
  await unrevised.do(cast.office, 'decideReview', revision);
  const absorbing = await docketed(cast);
  const absorbed = await submitted(cast);
  await absorbed.do(cast.office, 'mergeProposal', { intoId: absorbing.id });
  const key = await docketed(cast);
  await key.do(cast.office, 'designateKey', { tier: 'CONGRESS_LEADER' });
  return {
    ...{ draft, expired, unrevised, absorbing, absorbed, key },
    submitted: await submitted(cast),
    accepted: await accepted(cast),
    uncategorised: await accepted(cast, { category: null }),
    docketed: await docketed(cast),
  };
}

async function handedOver(cast: Cast, co: boolean, when: Input = {}): Promise<Case> {
  const [unit, other] = cast.heads;
  const one = await Case.drafted(cast, when);
  const pair = [
    { head: unit, role: 'LEAD' },
    { head: other, role: 'CO' },
  ] as const;
  return one.handedOver(co ? pair : [{ head: unit, role: 'SOLE' }], when);
}

async function inHandling(cast: Cast) {
  const [unit] = cast.heads;
  const [pair, asked, taken, old, returned, waiting, extended] = (await Promise.all([
    handedOver(cast, true),
    handedOver(cast, true),
    handedOver(cast, false),
    handedOver(cast, false, on('2025-03-10')),
    ...Array.from({ length: 3 }, () => handedOver(cast, false)),
  ])) as [Case, Case, Case, Case, Case, Case, Case];
  await asked.of(unit, 'requestReturn', { reason: '不属本单位职责' });
  await taken.acknowledge(unit);
  await returned.of(unit, 'requestReturn', { reason: '不属本单位职责' });
  const assignmentId = await returned.assignmentOf(unit);
  await must(cast.government, 'decideReturn', { assignmentId, decision: 'REFUSE', reason: '属你单位' });
  const more = { amount: 1, unit: 'MONTH', reason: '须现场勘查' };
  for (const one of [waiting, extended]) await one.of(unit, 'requestExtension', more);
  const approved = { assignmentId: await extended.assignmentOf(unit), decision: 'APPROVE' };
  await must(cast.government, 'decideExtension', approved);
  await extended.acknowledge(unit);
  await extended.contact(unit, 'BEFORE');
  return { pair, asked, taken, old, returned, waiting, extended };
}

async function inTracking(cast: Cast) {
  const [unit] = cast.heads;
  const [replied, again, promised, claimed, closed, solved] = (await Promise.all(
    Array.from({ length: 6 }, () => handedOver(cast, false)),
  )) as [Case, Case, Case, Case, Case, Case];
  const answers = new Map<Case, string>();
  for (const one of [replied, again, promised, claimed, closed])
    answers.set(one, await one.answered(unit, 'B'));
  await solved.answered(unit, 'A');
  await solved.confirm(unit, 'A');
  const replyTo = (one: Case): string => answers.get(one) as string;
  await again.rate(replyTo(again), 'DISSATISFIED');
  const interim = await interimReply(again, unit);
  for (const one of [promised, claimed, closed]) await one.confirm(unit, 'B');
  await closed.rate(replyTo(closed), 'SATISFIED');
  await closed.close();
  const [{ id: entryId }] = await claimed.entries();
  await must(unit, 'claimDone', { entryId, text: '已建成', evidence: [{ title: '照片' }] });
  return { replied, again, promised, claimed, closed, solved, replyTo, interim };
}

async function interimReply(one: Case, unit: Resident): Promise<string> {
  const letter = { kind: 'INTERIM', documentNumber: '〔2025〕3 号', body: '正在办理。' };
  const signatory = { name: unit.name, role: 'UNIT_HEAD' };
  return (await one.of(unit, 'issueReply', { ...letter, signatory }, 'reply { id }')).reply.id;
}

/** A unit that is closed, a mandate that has ended, an officer who works for the unit that was rated. */
async function besides({ admin, office, county, heads, deputies }: Cast) {
  const unit = {
    code: 'gone',
    name: '已撤销局',
    shortName: '撤销局',
    system: 'GOVERNMENT',
    from: '2024-01-01',
  };
  const closedUnit = (await must(admin, 'registerUnit', unit, 'unit { id }')).unit.id;
  await must(admin, 'closeUnit', { unitId: closedUnit, lastDay: '2024-12-31' });
  const gone = await county.as('deputy-9');
  await must(admin, 'endMandate', { mandateId: gone.mandateId, on: '2025-01-01', reason: '调离' });
  await known(deputies[0], { suggestedUnitIds: [closedUnit] });
  const { viewer } = await office.get('{ viewer { account { id } } }');
  const given = { accountId: viewer.account.id, role: 'DEPUTY_AFFAIRS_OFFICER', unitId: heads[0].unitId };
  const grant = (await must(admin, 'giveGrant', { ...given, validFrom: '2024-01-01' }, 'grant { id }')).grant
    .id;
  return { closedUnit, endedMandate: gone.mandateId, partial: office.acting(grant) as Person };
}

/** Waits until the cases know of a unit. */
const known = (lead: Resident, input: Input) =>
  until('the new unit is known to the cases', async () => {
    const draft = { kind: 'NPC_SUGGESTION', period: 'IN_SESSION', proposerType: 'INDIVIDUAL' };
    const text = { title: '关于撤销单位的建议', body: '试。', category: 'other' };
    return (await lead.do('draftProposal', { ...draft, ...text, ...input })).code === undefined;
  });
