import type { Resident } from '../../kit/county.js';
import type { Person } from '../../kit/person.js';
import type { Cast } from './cast.js';

// biome-ignore lint/suspicious/noExplicitAny: answers are as varied as questions
type Answer = any;
type Input = Readonly<Record<string, unknown>>;

/** A mutation that has to succeed. */
export async function must(
  person: Person,
  mutation: string,
  input: Input,
  selection?: string,
): Promise<Answer> {
  const answer = await person.do(mutation, input, selection);
  if (answer.code) throw new Error(`${person.login} ${mutation}: ${answer.code} ${answer.message}`);
  return answer;
}

export type Unit = { readonly head: Resident; readonly role: 'SOLE' | 'LEAD' | 'CO' | 'SEPARATE' };

/** One unit leads, the other gives it its opinion. */
export const ledBy = (lead: Resident, co: Resident): readonly Unit[] => [
  { head: lead, role: 'LEAD' },
  { head: co, role: 'CO' },
];

/** One case and those who move it, a step at a time; every step may say when it was so. */
export class Case {
  id = '';
  lead: Resident;
  kind: 'NPC_SUGGESTION' | 'CPPCC_PROPOSAL' = 'NPC_SUGGESTION';

  constructor(readonly cast: Cast) {
    this.lead = cast.deputies[0];
  }

  /** A case in the words of a story, from here on. */
  static async drafted(cast: Cast, input: Input = {}, lead = cast.deputies[0]): Promise<Case> {
    const one = new Case(cast);
    one.lead = lead;
    one.kind = lead === cast.member ? 'CPPCC_PROPOSAL' : 'NPC_SUGGESTION';
    const draft = { ...DRAFT, kind: one.kind, ...input };
    one.id = (await must(lead, 'draftProposal', draft, 'proposal { id }')).proposal.id;
    return one;
  }

  /** The office that deals with this kind of case. */
  get office(): Resident {
    return this.kind === 'NPC_SUGGESTION' ? this.cast.office : this.cast.committee;
  }

  do(person: Person, mutation: string, input: Input = {}, selection = 'proposal { version phase }') {
    return must(person, mutation, { proposalId: this.id, ...input }, selection);
  }

  submit = (when: Input = {}) => this.do(this.lead, 'submitProposal', when);
  accept = (when: Input = {}) =>
    this.do(this.office, 'decideReview', { stage: 'office', verdict: 'ACCEPT', ...when });

  async docket(when: Input = {}): Promise<string> {
    const input = { year: 2025, ...when };
    return (await this.do(this.office, 'docketProposal', input, 'proposal { caseNumber }')).proposal
      .caseNumber;
  }

  allocate(units: readonly Unit[], when: Input = {}) {
    const assignments = units.map(({ head, role }) => ({ unitId: head.unitId, role }));
    return this.do(this.cast.government, 'allocateUnits', { assignments, ...when });
  }

  handOver = (when: Input = {}) => this.do(this.cast.government, 'handOverProposal', when);

  /** From the draft to the handover, on one day or as the input says. */
  async handedOver(units: readonly Unit[], when: Input = {}): Promise<this> {
    const { hard, ...moment } = when;
    await this.submit(moment);
    await this.accept(moment);
    await this.docket(moment);
    await this.allocate(units, moment);
    await this.handOver(when);
    return this;
  }

  /** The latest assignment of a unit. */
  async assignmentOf(head: Resident): Promise<string> {
    const { proposal } = await this.office.get(
      'query ($id: ID!) { proposal(id: $id) { assignments { id unit { id } } } }',
      { id: this.id },
    );
    const own = proposal.assignments.filter((one: Answer) => one.unit.id === head.unitId);
    return own.at(-1)?.id;
  }

  async of(head: Resident, mutation: string, input: Input = {}, selection = 'assignment { phase }') {
    const assignmentId = await this.assignmentOf(head);
    return must(head, mutation, { assignmentId, ...input }, selection);
  }

  acknowledge = (head: Resident, when: Input = {}) => this.of(head, 'acknowledgeAssignment', when);

  contact(head: Resident, phase: string, when: Input = {}) {
    const participants = [
      { role: 'PROPOSER', name: this.lead.name, mandateId: this.lead.mandateId },
      { role: 'UNIT_HEAD', name: head.name },
    ];
    const input = { phase, channel: 'ONSITE', participants, record: '到现场看了站点。', ...when };
    return this.of(head, 'recordContact', input, 'contact { id faceToFace byHead }');
  }

  async reply(head: Resident, claimedClass: string, when: Input = {}): Promise<string> {
    const signatory = { name: head.name, role: 'UNIT_HEAD' };
    const letter = { kind: 'FORMAL', documentNumber: '〔2025〕1 号', body: '已列入计划。', signatory };
    const answer = await this.of(head, 'issueReply', { ...letter, claimedClass, ...when }, 'reply { id }');
    return answer.reply.id;
  }

  /** Acknowledged, talked about and answered. */
  async answered(head: Resident, claimedClass: string, when: Input = {}): Promise<string> {
    await this.acknowledge(head, when);
    await this.contact(head, 'BEFORE', when);
    return this.reply(head, claimedClass, when);
  }

  async confirm(head: Resident, confirmed: string, when: Input = {}) {
    const assignmentId = await this.assignmentOf(head);
    return must(this.office, 'confirmClass', { assignmentId, class: confirmed, ...when });
  }

  rate(replyId: string, level: string, when: Input = {}) {
    const ratings = ['ATTITUDE', 'RESULT'].map((axis) => ({ axis, level }));
    return must(this.lead, 'giveFeedback', { replyId, ratings, ...when }, 'proposal { version round }');
  }

  close = (when: Input = {}) => this.do(this.office, 'closeProposal', when);

  /** The entries of the case on the register, in order. */
  async entries(): Promise<Answer[]> {
    const selection = 'trackingEntries { id registerNumber phase year originYear yearsCarried }';
    return (await this.show(selection)).trackingEntries;
  }

  async show(selection: string, person: Person = this.office): Promise<Answer> {
    const query = `query ($id: ID!) { proposal(id: $id) { ${selection} } }`;
    return (await person.get(query, { id: this.id })).proposal;
  }
}

const DRAFT = {
  period: 'IN_SESSION',
  proposerType: 'INDIVIDUAL',
  title: '关于在城西新区增设公交站的建议',
  body: '城西新区居民逐年增加，最近的公交站在一公里以外。建议增设站点，并调整 3 路线路。',
  category: 'urban-construction',
};
