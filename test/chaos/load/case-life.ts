import type { County } from '../../kit/county.js';
import type { Book } from './client.js';
import { Client } from './client.js';

const VERSION = 'proposal { id version }';
const SIGNATORY = { name: '王立', role: 'UNIT_HEAD' };

/** Those who carry one case from draft to close, and the administrator who works beside them. */
export type Crew = {
  readonly lead: Client;
  readonly leadMandate: string;
  readonly ally: Client;
  readonly allyMandate: string;
  readonly office: Client;
  readonly government: Client;
  readonly head: Client;
  readonly unitId: string;
  readonly admin: Client;
};

/** The `at`-th crew of a county: deputies and units take turns. */
export async function crewOf(county: County, at: number, book: Book, random: () => number): Promise<Crew> {
  const nth = (role: string, among: number, offset = 0) => {
    const number = ((at + offset) % among) + 1;
    return county.as(number === 1 ? role : `${role}-${number}`);
  };
  const [lead, ally, head] = await Promise.all([nth('deputy', 5), nth('deputy', 5, 1), nth('unit-head', 4)]);
  const [office, government, admin] = await Promise.all(
    ['deputy-affairs-officer', 'gov-handover-officer', 'tenant-admin'].map((role) => county.as(role)),
  );
  const client = (person: typeof lead | undefined) => new Client(person as typeof lead, book, random);
  return {
    lead: client(lead),
    leadMandate: lead.mandateId,
    ally: client(ally),
    allyMandate: ally.mandateId,
    office: client(office),
    government: client(government),
    head: client(head),
    unitId: head.unitId,
    admin: client(admin),
  };
}

/** From draft to close; every case goes through the same steps. Gives its id. */
export async function liveACase(crew: Crew, name: string): Promise<string> {
  const { lead, ally, office, government, head } = crew;
  const draft = { kind: 'NPC_SUGGESTION', period: 'IN_SESSION', proposerType: 'INDIVIDUAL' };
  const words = { title: `关于修整${name}道路的建议`, body: '路面破损多年。建议修整。' };
  const drafted = await lead.do('draftProposal', { ...draft, ...words, category: CATEGORY }, VERSION);
  const proposalId = drafted.proposal.id as string;
  const step = (who: Client, mutation: string, input: object = {}) =>
    who.do(mutation, { proposalId, ...input }, VERSION);
  await step(lead, 'reviseDraft', { body: '路面破损多年。建议修整，并增设路灯。' });
  await step(lead, 'inviteCosigner', { mandateId: crew.allyMandate });
  await step(ally, 'answerCosigning', { answer: 'CONFIRM' });
  await step(lead, 'submitProposal');
  await step(office, 'decideReview', { stage: 'office', verdict: 'ACCEPT' });
  await step(office, 'docketProposal', { year: YEAR });
  await step(government, 'allocateUnits', { assignments: [{ unitId: crew.unitId, role: 'SOLE' }] });
  const handed = await government.do(
    'handOverProposal',
    { proposalId },
    'proposal { version assignments { id } }',
  );
  const assignmentId = handed.proposal.assignments[0].id as string;
  await handle(crew, assignmentId);
  const replyId = await reply(head, assignmentId, name);
  await office.do('confirmClass', { assignmentId, class: 'A' }, VERSION);
  const ratings = ['ATTITUDE', 'RESULT'].map((axis) => ({ axis, level: 'SATISFIED' }));
  await lead.do('giveFeedback', { replyId, ratings }, VERSION);
  await step(office, 'closeProposal');
  return proposalId;
}

/** Steps of `liveACase` and of `registerOthers`: how many mutations one round is. */
export const MUTATIONS_A_CASE = 15;
export const MUTATIONS_BESIDE = 3;
export const YEAR = 2026;
const CATEGORY = 'urban-construction';

async function handle({ head, leadMandate }: Crew, assignmentId: string): Promise<void> {
  await head.do('acknowledgeAssignment', { assignmentId }, VERSION);
  const participants = [
    { role: 'PROPOSER', name: '提出人', mandateId: leadMandate },
    { role: 'UNIT_HEAD', name: SIGNATORY.name },
  ];
  const contact = { phase: 'BEFORE', channel: 'PHONE', participants, record: '已通话。' };
  await head.do('recordContact', { assignmentId, ...contact }, VERSION);
}

async function reply(head: Client, assignmentId: string, name: string): Promise<string> {
  const letter = {
    kind: 'FORMAL',
    documentNumber: `〔${YEAR}〕${name}`,
    body: '已修整。',
    claimedClass: 'A',
  };
  const answer = await head.do(
    'issueReply',
    { assignmentId, ...letter, signatory: SIGNATORY },
    `${VERSION} reply { id }`,
  );
  return answer.reply.id as string;
}

/** A new unit, a new name for it, a new deputy: writes of the other services that keep a log. */
export async function registerOthers({ admin }: Crew, name: string): Promise<void> {
  const unit = {
    code: `load-${name}`,
    name: `第${name}施工队`,
    shortName: `队${name}`,
    system: 'GOVERNMENT',
  };
  const registered = await admin.do('registerUnit', unit, 'unit { id }');
  const renamed = { unitId: registered.unit.id, name: `第${name}养护队`, shortName: `养${name}` };
  await admin.do('renameUnit', renamed, 'unit { id name version }');
  const mandate = {
    kind: 'DEPUTY',
    term: '第十八届',
    from: '2022-01-01',
    newPerson: { name: `新代表${name}` },
  };
  await admin.do('registerMandate', mandate, 'mandate { id }');
}
