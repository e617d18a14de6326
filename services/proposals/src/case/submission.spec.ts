import { describe, expect, test } from '@jest/globals';
import { checkSubmission } from '../process/submission-checks.js';
import { MANDATES, PEOPLE, UNITS } from '../testing/people.js';
import { baseProcess } from '../testing/process-files.kit.js';
import { stage, withStages } from '../testing/review-process.kit.js';
import { DRAFT, Story } from '../testing/story.js';
import {
  BOTH_LINES,
  CHECKED,
  CHECKLIST,
  CONSULTED,
  withGuards,
  withSubmission,
} from '../testing/submission-process.kit.js';
import type { Command } from './commands.js';
import { paperDifferences } from './paper-line.js';

const base = baseProcess();
const { lead, second, congress } = PEOPLE;
const submit: Command = { kind: 'proposal.submit' };
const docket: Command = { kind: 'proposal.docket', year: 2026 };
const { title, body } = DRAFT as { title: string; body: string };

const asked = (level: 'OWN' | 'ABOVE', whom: object): Command =>
  ({
    ...{ kind: 'consultation.record', level, channel: 'MEETING' },
    ...{ outcome: 'ADVISES_CHANGES', summary: '建议明确站点位置', ...whom },
  }) as Command;
const paper = (also: object = {}): Command =>
  ({
    ...{ kind: 'paper.register', title, body },
    ...{ leadProposerId: MANDATES.lead, cosignerIds: [], ...also },
  }) as Command;

describe('before the submission', () => {
  test('QH-14 communication on two levels: units of the own level and of a level above were asked', () => {
    const story = new Story(withGuards(base, CONSULTED)).drafted();
    expect(story.refuses(lead, submit)).toBe('CONSULTATION_MISSING');
    story.does(lead, asked('OWN', { unitId: UNITS.transport }));
    expect(story.refuses(lead, submit)).toBe('CONSULTATION_MISSING');
    story.does(lead, asked('ABOVE', { organisation: '省交通运输厅' })).does(lead, submit);
    expect(story.state.consultations).toMatchObject([
      { level: 'OWN', unitId: UNITS.transport, organisation: null },
      { level: 'ABOVE', unitId: null, organisation: '省交通运输厅' },
    ]);
  });

  test('QH-14 where it is advised only, that it was not done is recorded', () => {
    const { above } = CONSULTED;
    const story = new Story(withGuards(base, { above: { ...above, mode: 'WARN' } })).submitted();
    expect(story.events.at(-1)?.payload).toMatchObject({ warnings: ['above'] });
  });

  test('LC-07 topic, research, argument: submitted when all three are ticked', () => {
    const story = new Story(withGuards(withSubmission(base, { checklist: CHECKLIST }), CHECKED)).drafted();
    story.does(lead, { kind: 'form.fill', checklist: ['topic', 'research'] });
    const outcome = story.decide(lead, submit);
    expect(outcome).toMatchObject({ code: 'CHECKLIST_INCOMPLETE', params: { pointsZh: '科学论证' } });
    story.does(lead, { kind: 'form.fill', checklist: ['topic', 'research', 'argument'] }).does(lead, submit);
  });

  test('LN-04 CA-20 where it comes from, and what the author wishes, stay with the case', () => {
    const story = new Story(base).drafted().does(lead, {
      kind: 'form.fill',
      ...{ origin: 'station', originNote: '城东联络站接待日', formation: ['VISIT', 'FORUM', 'VISIT'] },
      ...{ repeatedYears: 3, wishesContact: true, contactPerson: { name: '张代表', phone: null } },
    });
    story.does(lead, { kind: 'form.fill', wishesContact: false });
    expect(story.state.form).toMatchObject({
      ...{ origin: 'station', formation: ['VISIT', 'FORUM'], repeatedYears: 3, wishesContact: false },
      contactPerson: { name: '张代表' },
    });
    expect([story.state.contentVersion, base.submission.origins.station?.canonical]).toEqual([1, 'STATION']);
    expect(story.refuses(lead, { kind: 'form.fill', wishesContact: false })).toBe('NOTHING_REVISED');
    expect(story.refuses(second, { kind: 'form.fill', wishesContact: true })).toBe('NOT_LEAD_PROPOSER');
  });

  test('what signed co-signers have signed is not the form', () => {
    const story = new Story(base)
      .drafted()
      .does(lead, { kind: 'cosigner.invite', mandateId: MANDATES.second });
    story.does(second, { kind: 'cosigner.confirm' }).does(lead, { kind: 'form.fill', replyNotNeeded: true });
    expect(story.state.cosignatures.map((one) => one.status)).toEqual(['CONFIRMED']);
  });
});

describe('who may propose', () => {
  test.each([
    ['INDIVIDUAL', {}, null],
    ['DELEGATION', { collective: '城东代表团' }, null],
    ['DELEGATION', {}, 'COLLECTIVE_REQUIRED'],
    ['DELEGATION', { collective: ' ' }, 'COLLECTIVE_REQUIRED'],
    ['SECTOR', { collective: '教育界' }, 'PROPOSER_TYPE_NOT_ALLOWED'],
    ['PARTY', { collective: '某党派' }, 'PROPOSER_TYPE_NOT_ALLOWED'],
  ])('%s %j: %s', (proposerType, also, code) => {
    const process = withSubmission(base, {
      proposers: {
        INDIVIDUAL: {},
        JOINT: { minCosigners: 1 },
        DELEGATION: { collectiveRequired: true },
        SECTOR: { kinds: ['CPPCC_PROPOSAL'] },
      },
    });
    expect(new Story(process).refuses(lead, { ...DRAFT, proposerType, ...also } as Command)).toBe(code);
  });

  test('a joint one needs so many signatures that were confirmed in time', () => {
    const process = withSubmission(base, { proposers: { JOINT: { minCosigners: 1, maxCosigners: 2 } } });
    const story = new Story(process)
      .at('2026-01-05')
      .does(lead, { ...DRAFT, proposerType: 'JOINT' } as Command);
    story.does(lead, { kind: 'cosigner.invite', mandateId: MANDATES.second });
    expect(story.refuses(lead, submit)).toBe('COSIGNERS_TOO_FEW');
    expect(story.offers(lead, 'proposal.submit')).toMatchObject([{ refusalCode: 'COSIGNERS_TOO_FEW' }]);
    story.does(second, { kind: 'cosigner.confirm' }).does(lead, submit);
  });

  test('a definition that nobody can propose under is refused', () => {
    const problems: string[] = [];
    const wrong = withSubmission(base, { proposers: { JOINT: { minCosigners: 3, maxCosigners: 2 } } });
    checkSubmission(withGuards(wrong, CHECKED), (path) => problems.push(path.join('.')));
    checkSubmission(withSubmission(base, { proposers: {} }), (path) => problems.push(path.join('.')));
    expect(problems).toEqual([
      'submission.proposers.JOINT',
      'guards.checklist.require',
      'submission.proposers',
    ]);
  });
});

describe('two lines, on line and on paper', () => {
  const process = withGuards(withStages(base, { office: stage() }), BOTH_LINES);

  test('QH-16 what differs is named, and holds the docketing up until both agree', () => {
    const story = new Story(process).accepted();
    expect(story.refuses(congress, docket)).toBe('PAPER_MISSING');
    story.does(congress, paper({ body: '另一份正文。', cosignerIds: [MANDATES.second], pages: 2 }));
    expect(story.decide(congress, docket)).toMatchObject({
      code: 'PAPER_DIFFERS',
      params: { fieldsZh: '正文、联名人', fieldsEn: 'the text, the co-signers' },
    });
    expect(paperDifferences(story.state).map(({ field }) => field)).toEqual(['BODY', 'COSIGNERS']);
    story.does(congress, paper()).does(congress, docket);
    expect(story.state.phase).toBe('DOCKETED');
  });

  test('QH-16 line breaks, spaces and the width of characters are no difference', () => {
    const typed = paper({ title: ` ${title}\n`, body: body.replace(',', '，').replace('。', ' 。\r\n') });
    const story = new Story(process).accepted().does(congress, typed);
    expect(story.refuses(congress, docket)).toBeNull();
  });

  test('a revision is compared anew with the paper', () => {
    const story = new Story(process).submitted().does(congress, paper());
    story.does(congress, { kind: 'review.decide', stage: 'office', verdict: 'REQUEST_REVISION' });
    story.does(lead, { kind: 'proposal.revise', title: '改题' }).does(lead, submit);
    story.does(congress, { kind: 'review.decide', stage: 'office', verdict: 'ACCEPT' });
    expect(story.refuses(congress, docket)).toBe('PAPER_DIFFERS');
  });

  test('what came on paper alone has no other line', () => {
    const also = { source: 'PAPER' as const };
    const story = new Story(process)
      .does(congress, { ...DRAFT, leadProposerId: MANDATES.lead } as Command, also)
      .does(congress, submit, also)
      .does(congress, { kind: 'review.decide', stage: 'office', verdict: 'ACCEPT' });
    expect(story.refuses(congress, docket)).toBeNull();
  });
});

test('a series may start at a number of its own (7.10: 第5045号)', () => {
  const all = { series: '建议', pattern: '第{serial}号', per: ['YEAR'], start: 5001 } as const;
  const story = new Story({ ...base, numbering: { all } }, { nextSerial: 1 }).docketed();
  expect(story.state.docketing).toMatchObject({ caseNumber: '第5001号', serial: 5001 });
});
