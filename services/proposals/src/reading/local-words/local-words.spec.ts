import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PEOPLE } from '../../testing/people.js';
import { baseProcess } from '../../testing/process-files.kit.js';
import { ProposalsFixture, publicId, TENANT } from '../../testing/proposals.fixture.js';

const bo = { draft: 'ཟིན་བྲིས།', deputy: 'འཐུས་མི།', solved: 'ཐག་བཅད་ཟིན།', hand: 'རྩིས་སྤྲོད།' };

describe('a locality with two languages', () => {
  let fixture: ProposalsFixture;
  beforeAll(async () => {
    fixture = await ProposalsFixture.open();
    const base = baseProcess();
    const A = base.outcomes.classes.A;
    const label = { zh: '已解决', en: 'Solved', bo: bo.solved };
    const process = {
      ...base,
      outcomes: {
        ...base.outcomes,
        classes: { ...base.outcomes.classes, ...(A ? { A: { ...A, label } } : {}) },
      },
      words: {
        PHASE: { DRAFT: { zh: '草拟中', bo: bo.draft } },
        ROLE: { DEPUTY: { zh: '省人大代表', bo: bo.deputy } },
        EVENT: { 'proposal.drafted': { bo: bo.draft } },
        STEP: { 'proposal.hand_over': { zh: '转办', bo: bo.hand } },
      },
      byKind: { CPPCC_PROPOSAL: { ...base, returns: { ...base.returns, max: 2 } } },
    };
    await fixture.loadProcess(TENANT, 'with words', process);
  });
  afterAll(() => fixture?.close());

  const locality = publicId('locality', `00000000-0000-0000-0000-${String(TENANT).padStart(12, '0')}`);
  const ask = async (fields: string) => {
    const query = `query ($id: ID!) { _entities(representations: [{ __typename: "Locality", id: $id }]) { ... on Locality { ${fields} } } }`;
    return (await fixture.ask(PEOPLE.congress, query, { id: locality }))._entities[0];
  };

  test('the locality tells its words in the language asked for, each with its canonical code', async () => {
    const { words, chinese } = await ask(
      'words(language: "bo") { kind code label } chinese: words { kind code label }',
    );
    expect(words).toContainEqual({ kind: 'ROLE', code: 'DEPUTY', label: bo.deputy });
    expect(words).toContainEqual({ kind: 'STEP', code: 'proposal.hand_over', label: bo.hand });
    expect(words).toContainEqual({ kind: 'PHASE', code: 'CLOSED', label: '已办结' });
    expect(chinese).toContainEqual({ kind: 'STEP', code: 'proposal.hand_over', label: '转办' });
  });

  test('classes are named in it too, and the languages are told', async () => {
    const { process } = await ask(
      'process { languages outcomeClasses { code label(language: "bo") inChinese: label } }',
    );
    expect(process.languages).toEqual(['zh', 'en', 'bo']);
    expect(process.outcomeClasses[0]).toEqual({ code: 'A', label: bo.solved, inChinese: '已解决' });
  });

  test('phases, steps and the timeline of a case speak it, and codes stay', async () => {
    const { proposal } = await fixture.does(
      PEOPLE.lead,
      'draftProposal',
      {
        ...{ kind: 'NPC_SUGGESTION', period: 'IN_SESSION', proposerType: 'INDIVIDUAL' },
        ...{ title: '增设公交站', body: '请增设公交站。' },
      },
      `proposal { phase phaseLabel(language: "bo") inChinese: phaseLabel
         timeline { type label(language: "bo") inChinese: label actorRole actorRoleLabel(language: "bo") }
         availableActions { mutation label inEnglish: label(language: "en") } }`,
    );
    expect(proposal).toMatchObject({ phase: 'DRAFT', phaseLabel: bo.draft, inChinese: '草拟中' });
    expect(proposal.timeline[0]).toEqual({
      ...{ type: 'proposal.drafted', label: bo.draft, inChinese: '起草' },
      ...{ actorRole: 'DEPUTY', actorRoleLabel: bo.deputy },
    });
    expect(proposal.availableActions).toContainEqual({
      ...{ mutation: 'handOverProposal', label: '转办', inEnglish: 'hand over' },
    });
  });
});
