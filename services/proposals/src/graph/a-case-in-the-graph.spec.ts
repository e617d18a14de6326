import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { MANDATES, PEOPLE, UNITS, viewerAs } from '../testing/people.js';
import { ProposalsFixture, publicId } from '../testing/proposals.fixture.js';

const { lead, second, congress, government, transport, water } = PEOPLE;

let fixture: ProposalsFixture;
beforeAll(async () => {
  fixture = await ProposalsFixture.open();
});
afterAll(() => fixture?.close());

const ids = { proposalId: '', assignmentId: '', coId: '', replyId: '', entryId: '' };
const unit = (id: string): string => publicId('unit', id);

describe('a deputy asks for a bus stop: from draft to struck-off entry', () => {
  test('drafts, and is the only one who sees it', async () => {
    const { proposal } = await fixture.at('2026-01-05').does(lead, 'draftProposal', {
      kind: 'NPC_SUGGESTION',
      period: 'IN_SESSION',
      proposerType: 'JOINT',
      title: '关于在城东增设公交站的建议',
      body: '城东小区居民出行不便,建议增设公交站。',
      category: 'roads',
      suggestedUnitIds: [unit(UNITS.transport)],
    });
    expect(proposal).toMatchObject({ phase: 'DRAFT', version: 1 });
    ids.proposalId = proposal.id;
    const list = '{ proposals { totalCount nodes { id } } }';
    expect((await fixture.ask(lead, list)).proposals).toEqual({
      totalCount: 1,
      nodes: [{ id: proposal.id }],
    });
    for (const other of [second, congress, government, transport]) {
      expect((await fixture.ask(other, list)).proposals.totalCount).toBe(0);
      const one = await fixture.ask(other, `{ proposal(id: "${proposal.id}") { id } }`);
      expect(one.proposal).toBeNull();
    }
  });

  test('finds a co-signer, who signs', async () => {
    const { proposalId } = ids;
    await fixture.does(lead, 'inviteCosigner', {
      proposalId,
      mandateId: publicId('mandate', MANDATES.second),
    });
    const seen = `{ proposal(id: "${proposalId}") { phase cosignatures { status due { explanation } mandate { id } } } }`;
    const { proposal } = await fixture.ask(second, seen);
    expect(proposal.phase).toBe('COSIGNING');
    expect(proposal.cosignatures[0]).toMatchObject({
      status: 'INVITED',
      mandate: { id: publicId('mandate', MANDATES.second) },
    });
    expect(proposal.cosignatures[0].due.explanation).toContain('10 个工作日');
    const confirmed = await fixture.does(second, 'answerCosigning', { proposalId, answer: 'CONFIRM' });
    expect(confirmed.proposal.version).toBe(3);
  });

  test('submits; the office reviews and dockets it with the first number', async () => {
    const { proposalId } = ids;
    expect(await fixture.at('2026-01-06').does(lead, 'submitProposal', { proposalId })).toMatchObject({
      proposal: { phase: 'SUBMITTED' },
    });
    const actions = `{ proposal(id: "${proposalId}") { availableActions { mutation possible refusalCode reason reasonEn } } }`;
    const offered = (await fixture.ask(congress, actions)).proposal.availableActions;
    const offer = (mutation: string) =>
      offered.find((one: { mutation: string }) => one.mutation === mutation);
    expect(offer('decideReview')).toMatchObject({ possible: true, reason: null });
    expect(offer('docketProposal')).toMatchObject({ possible: false, refusalCode: 'REVIEW_NOT_FINISHED' });
    expect(offer('docketProposal').reason).toContain('0/1');
    await fixture
      .at('2026-01-07')
      .does(congress, 'decideReview', { proposalId, stage: 'office', verdict: 'ACCEPT' });
    const docketed = await fixture
      .at('2026-01-08')
      .does(
        congress,
        'docketProposal',
        { proposalId, year: 2026 },
        'proposal { phase caseNumber canonicalCategory }',
      );
    expect(docketed.proposal).toEqual({
      phase: 'DOCKETED',
      caseNumber: '2026年会字第0001号',
      canonicalCategory: 'URBAN_CONSTRUCTION',
    });
  });

  test('the government office allocates twice and hands over; the clocks start', async () => {
    const { proposalId } = ids;
    const allocate = (...assignments: object[]) =>
      fixture.at('2026-01-09').does(government, 'allocateUnits', { proposalId, assignments });
    await allocate({ unitId: unit(UNITS.schools), role: 'SOLE' });
    await allocate(
      { unitId: unit(UNITS.transport), role: 'LEAD' },
      { unitId: unit(UNITS.water), role: 'CO' },
    );
    const shown =
      'proposal { phase dueOn processVersion assignments { id role phase dueOn due { explanationEn } unit { id } } }';
    const { proposal } = await fixture
      .at('2026-01-12')
      .does(government, 'handOverProposal', { proposalId }, shown);
    expect(proposal).toMatchObject({ phase: 'HANDED_OVER', dueOn: '2026-04-12', processVersion: 'base@1~1' });
    expect(proposal.assignments).toHaveLength(2);
    const [leading, co] = ['LEAD', 'CO'].map((role) =>
      proposal.assignments.find((one: { role: string }) => one.role === role),
    );
    expect(leading).toMatchObject({ phase: 'HANDED_OVER', unit: { id: unit(UNITS.transport) } });
    expect(leading.due.explanationEn).toContain('3 months from the handover (2026-01-12)');
    [ids.assignmentId, ids.coId] = [leading.id, co.id];
  });

  test('units see what is theirs and nothing else', async () => {
    const list = `{ proposals { nodes { title leadProposer { id } } } assignment(id: "${ids.assignmentId}") { role } }`;
    expect((await fixture.ask(transport, list)).proposals.nodes).toHaveLength(1);
    expect(await fixture.ask(PEOPLE.schools, list)).toEqual({ proposals: { nodes: [] }, assignment: null });
    const refused = await fixture.refuses(PEOPLE.schools, 'acknowledgeAssignment', {
      assignmentId: ids.assignmentId,
    });
    expect(refused.code).toBe('ASSIGNMENT_NOT_FOUND');
    const notTheirs = await fixture.refuses(water, 'acknowledgeAssignment', {
      assignmentId: ids.assignmentId,
    });
    expect(notTheirs.code).toBe('NOT_YOUR_ASSIGNMENT');
  });

  test('the units acknowledge, contact, give an opinion and reply', async () => {
    const { assignmentId, coId } = ids;
    fixture.at('2026-01-13');
    await fixture.does(transport, 'acknowledgeAssignment', { assignmentId, note: '收到。' });
    await fixture.does(water, 'acknowledgeAssignment', { assignmentId: coId });
    await fixture.does(water, 'giveCoOpinion', { assignmentId: coId, text: '同意。', agreed: true });
    const contact = await fixture.at('2026-01-21').does(
      transport,
      'recordContact',
      {
        assignmentId,
        phase: 'BEFORE',
        channel: 'ONSITE',
        occurredAt: '2026-01-20T01:00:00Z',
        participants: [
          { role: 'PROPOSER', name: '张代表', mandateId: publicId('mandate', MANDATES.lead) },
          { role: 'UNIT_HEAD', name: '王局长' },
        ],
      },
      'contact { heldAt faceToFace byHead participants { name role } } assignment { phase }',
    );
    expect(contact.contact).toMatchObject({
      heldAt: '2026-01-20T01:00:00.000Z',
      faceToFace: true,
      byHead: true,
    });
    const replied = await fixture.at('2026-03-02').does(
      transport,
      'issueReply',
      {
        assignmentId,
        kind: 'FORMAL',
        documentNumber: '交函〔2026〕1号',
        body: '已列入今年计划。',
        claimedClass: 'B',
        signatory: { name: '王局长', role: 'UNIT_HEAD' },
      },
      'reply { id onTime claimedClass outcomes addressees { id } } proposal { repliedAt } assignment { phase }',
    );
    expect(replied.reply).toMatchObject({
      onTime: true,
      claimedClass: 'B',
      outcomes: ['IN_PROGRESS', 'PLANNED'],
    });
    expect(replied.reply.addressees).toHaveLength(2);
    expect(replied.proposal.repliedAt).toBe('2026-03-02T02:00:00.000Z');
    ids.replyId = replied.reply.id;
  });

  test('the class is confirmed and goes on the register; the proposer rates; the case is closed', async () => {
    const { assignmentId, proposalId, replyId } = ids;
    const confirmed = await fixture
      .at('2026-03-03')
      .does(
        congress,
        'confirmClass',
        { assignmentId, class: 'B' },
        'proposal { trackingEntries { id registerNumber year phase } }',
      );
    const [entry] = confirmed.proposal.trackingEntries;
    expect(entry).toMatchObject({ registerNumber: '2026-0001', year: 2026, phase: 'REGISTERED' });
    ids.entryId = entry.id;
    const ratings = [
      { axis: 'ATTITUDE', level: 'SATISFIED' },
      { axis: 'RESULT', level: 'BASICALLY_SATISFIED', comment: '望早日建成。' },
    ];
    const rated = await fixture
      .at('2026-03-05')
      .does(
        lead,
        'giveFeedback',
        { replyId, ratings },
        'feedback { axis canonicalLevel respondent { id } } proposal { latestFeedback { axis level } }',
      );
    expect(rated.feedback).toHaveLength(2);
    expect(rated.proposal.latestFeedback).toEqual([
      { axis: 'ATTITUDE', level: 'SATISFIED' },
      { axis: 'RESULT', level: 'BASICALLY_SATISFIED' },
    ]);
    const closed = await fixture
      .at('2026-03-06')
      .does(
        congress,
        'closeProposal',
        { proposalId },
        'proposal { phase closedAt solvedAt satisfiedAt currentClass }',
      );
    expect(closed.proposal).toMatchObject({ phase: 'CLOSED', solvedAt: null, currentClass: 'B' });
    expect(closed.proposal.satisfiedAt).not.toBeNull();
  });

  test('the promise is kept: progress, claim, confirmation, struck off', async () => {
    const { entryId, proposalId } = ids;
    await fixture
      .at('2026-06-01')
      .does(transport, 'recordProgress', { entryId, text: '已完成设计。' }, 'entry { id }');
    const evidence = [{ title: '竣工照片', reference: '档案2026-17' }];
    const done = { entryId, text: '公交站已投用。', evidence };
    await fixture.at('2026-09-01').does(transport, 'claimDone', done, 'entry { phase }');
    const early = await fixture.refuses(congress, 'strikeOffEntry', { entryId });
    expect(early.code).toBe('ENTRY_NOT_CONFIRMED');
    await fixture.at('2026-09-02').does(congress, 'confirmDone', { entryId }, 'entry { phase }');
    const struck = await fixture
      .at('2026-09-03')
      .does(
        congress,
        'strikeOffEntry',
        { entryId },
        'entry { phase struckOffAt evidence { title } progress { text } } proposal { solvedAt currentClass }',
      );
    expect(struck.entry).toMatchObject({ phase: 'STRUCK_OFF', struckOffAt: '2026-09-03T02:00:00.000Z' });
    expect(struck.proposal).toEqual({ solvedAt: '2026-09-03T02:00:00.000Z', currentClass: 'A' });
    const { proposal } = await fixture.ask(
      lead,
      `{ proposal(id: "${proposalId}") { timeline { version type title titleEn occurredAt recordedAt actorRole assignment { id } } } }`,
    );
    expect(proposal.timeline[0]).toMatchObject({ version: 1, title: '起草', actorRole: 'DEPUTY' });
    expect(proposal.timeline.at(-1)).toMatchObject({ title: '销号', actorRole: 'DEPUTY_AFFAIRS_OFFICER' });
  });

  test('the unit’s list, its workload and the locality’s register show it', async () => {
    const { data } = await fixture.execute(
      congress,
      `query ($unit: ID!, $locality: ID!) {
        _entities(representations: [{ __typename: "Unit", id: $unit }, { __typename: "Locality", id: $locality }]) {
          ... on Unit { assignments { totalCount nodes { proposal { caseNumber } } } workload(year: 2026) { lead total open } }
          ... on Locality { proposals(filter: { years: [2026], titleContains: "公交" }) { totalCount }
            trackingEntries(filter: { open: false }) { nodes { registerNumber unit { id } } } } } }`
        .replace('$unit', '$unit')
        .trim(),
      { unit: unit(UNITS.transport), locality: publicId('locality', '00000000-0000-0000-0000-000000999999') },
    );
    const [shownUnit, locality] = JSON.parse(JSON.stringify(data))._entities;
    expect(shownUnit.assignments).toEqual({
      totalCount: 1,
      nodes: [{ proposal: { caseNumber: '2026年会字第0001号' } }],
    });
    expect(shownUnit.workload).toEqual({ lead: 1, total: 1, open: 0 });
    expect(locality.proposals.totalCount).toBe(1);
    expect(locality.trackingEntries.nodes).toEqual([
      { registerNumber: '2026-0001', unit: { id: unit(UNITS.transport) } },
    ]);
  });

  test('nobody else: another locality, a role that reads no cases', async () => {
    const elsewhere = viewerAs('DEPUTY_AFFAIRS_OFFICER', { tenant: 888_888 });
    const { proposalId, assignmentId } = ids;
    const query = `{ proposal(id: "${proposalId}") { id } assignment(id: "${assignmentId}") { id } proposals { totalCount } }`;
    expect(await fixture.ask(elsewhere, query)).toEqual({
      proposal: null,
      assignment: null,
      proposals: { totalCount: 0 },
    });
    const analyst = await fixture.execute(viewerAs('UPPER_TENANT_ANALYST'), '{ proposals { totalCount } }');
    expect(analyst.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const locality = publicId('locality', '00000000-0000-0000-0000-000000999999');
    const foreign = await fixture.execute(
      elsewhere,
      `{ _entities(representations: [{ __typename: "Locality", id: "${locality}" }]) { ... on Locality { id proposals { totalCount } } } }`.replace(
        `"${locality}"`,
        `"${publicIdOfLocality(999_999)}"`,
      ),
    );
    expect(foreign.errors?.[0]?.extensions.code).toBe('NOT_GRANTED');
  });
});

const publicIdOfLocality = (number: number): string =>
  publicId('locality', `00000000-0000-0000-0000-${String(number).padStart(12, '0')}`, number);
