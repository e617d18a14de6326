import { decodeId } from '@duban/kernel';
import { newId, viewerScope } from '@duban/kernel/runtime';
import type { NewCaseEvent } from '../case/events.js';
import { dependencies } from '../wiring.js';
import { MANDATES, PEOPLE, UNITS } from './people.js';
import { type ProposalsFixture, publicId } from './proposals.fixture.js';

const { lead, congress, government, transport } = PEOPLE;

export const draft = (title: string, also: object = {}) => ({
  kind: 'NPC_SUGGESTION',
  period: 'INTER_SESSION',
  proposerType: 'INDIVIDUAL',
  title,
  body: '正文。',
  category: 'roads',
  ...also,
});

/** A submitted case; gives its public id. */
export async function submitted(fixture: ProposalsFixture, title: string): Promise<string> {
  const { proposal } = await fixture.at('2026-02-02').does(lead, 'draftProposal', draft(title));
  await fixture.does(lead, 'submitProposal', { proposalId: proposal.id });
  return proposal.id;
}

export async function accepted(fixture: ProposalsFixture, title: string): Promise<string> {
  const proposalId = await submitted(fixture, title);
  await fixture
    .at('2026-02-03')
    .does(congress, 'decideReview', { proposalId, stage: 'office', verdict: 'ACCEPT' });
  return proposalId;
}

export async function handedOver(
  fixture: ProposalsFixture,
  title: string,
  unitId = UNITS.transport,
  term: number | null = null,
): Promise<{ id: string; assignment: string }> {
  const proposalId = await accepted(fixture, title);
  await fixture.at('2026-02-04').does(congress, 'docketProposal', { proposalId, year: 2026, term });
  const assignments = [{ unitId: publicId('unit', unitId), role: 'SOLE' }];
  await fixture.does(government, 'allocateUnits', { proposalId, assignments });
  const shown = 'proposal { assignments { id } }';
  const { proposal } = await fixture.does(government, 'handOverProposal', { proposalId }, shown);
  return { id: proposalId, assignment: proposal.assignments[0].id };
}

/** A call to the lead proposer before the reply. */
export const contactOn = (assignmentId: string) => ({
  assignmentId,
  phase: 'BEFORE',
  channel: 'PHONE',
  participants: [
    { role: 'PROPOSER', name: '张代表', mandateId: publicId('mandate', MANDATES.lead) },
    { role: 'UNIT_HANDLER', name: '李科员' },
  ],
});

/** A case that was replied to and rated. */
export async function rated(
  fixture: ProposalsFixture,
  title: string,
): Promise<{ id: string; replyId: string }> {
  const { id: proposalId, assignment: assignmentId } = await handedOver(fixture, title);
  await fixture.does(transport, 'acknowledgeAssignment', { assignmentId });
  await fixture.does(transport, 'recordContact', contactOn(assignmentId));
  const letter = { kind: 'FORMAL', documentNumber: '交函1号', body: '已办。', claimedClass: 'A' };
  const signatory = { name: '王局长', role: 'UNIT_HEAD' };
  const input = { assignmentId, ...letter, signatory };
  const { reply } = await fixture.at('2026-03-02').does(transport, 'issueReply', input, 'reply { id }');
  const ratings = ['ATTITUDE', 'RESULT'].map((axis) => ({ axis, level: 'SATISFIED' }));
  await fixture.does(lead, 'giveFeedback', { replyId: reply.id, ratings });
  return { id: proposalId, replyId: reply.id };
}

/** The same history again, under other ids and numbers, in one transaction. */
export async function copies(
  fixture: ProposalsFixture,
  publicProposalId: string,
  count: number,
  /** How many were made before. */
  made = 0,
): Promise<void> {
  const proposalId = decodeId('proposal', publicProposalId)?.id ?? '';
  await fixture.database.transaction(viewerScope(congress), 'write', async (tx) => {
    const { cases } = dependencies()(tx);
    const events = (await cases.eventsOf([proposalId])).get(proposalId) ?? [];
    const bare = JSON.stringify(
      events.map(({ type, payload, occurredAt }) => ({ type, payload, occurredAt })),
    );
    const ids = new Set(
      bare.match(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]{21}/g)?.filter((one) => !one.startsWith('00000000')),
    );
    const changes = Array.from({ length: count }, (_, nth) => {
      const fresh = new Map([...ids].map((one) => [one, newId()]));
      const text = [...fresh].reduce((all, [old, id]) => all.replaceAll(old, id), bare);
      const numbered = text
        .replace(/年平字第\d+号/g, `年平字第${9000 + made + nth}号`)
        .replace(/"serial":\d+/, '"serial":null');
      return {
        file: cases.blank(fresh.get(proposalId) ?? ''),
        events: JSON.parse(numbered) as NewCaseEvent[],
      };
    });
    await cases.append(changes);
  });
}
