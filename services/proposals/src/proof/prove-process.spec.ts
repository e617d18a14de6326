import { cpuUsage } from 'node:process';
import { describe, expect, test } from '@jest/globals';
import { celConditions } from '../process/conditions.cel.js';
import { effectiveProcess } from '../process/effective-process.js';
import { readProcess } from '../testing/process-files.kit.js';
import { type Flaw } from './counterexample.js';
import { proveProcess } from './prove-process.js';

const conditions = celConditions();
const base = { source: 'base', document: readProcess('base').value };

/** What a county's own words make of the base. */
function proven(document: object) {
  const layers = [base, { source: 'county', document: { version: '1', ...document } }];
  const { process, problems } = effectiveProcess(layers, conditions);
  if (!process) throw new Error(JSON.stringify(problems));
  return proveProcess(process, conditions);
}

const label = { zh: '本地前提', en: 'a rule of the place' };

describe('a process is proven before it is used', () => {
  test('the base carries every kind of case to its end, quickly', () => {
    const from = cpuUsage();
    expect(proven({})).toEqual([]);
    expect(cpuUsage(from).user / 1_000).toBeLessThan(3_000);
  });

  test('units and proposer asked, matters, six things, a receipt, a ladder and a plan: all of it can be done', () => {
    const field = { label, type: 'TEXT', required: true };
    const six = ['LEAD_UNIT', 'CO_UNITS', 'LEADING_OFFICIAL', 'SUPERVISING_LEADER', 'STANDARD'].map(
      (meaning) => [meaning.toLowerCase().replace('_', '-'), { ...field, meaning }] as const,
    );
    const due = { ...field, type: 'DATE', meaning: 'DUE' };
    const person = { ...field, type: 'PERSON', meaning: 'PERSON', perUnit: true };
    const guard = (before: string, kind: string) => ({ before, label, mode: 'BLOCK', require: { kind } });
    const found = proven({
      handover: {
        fields: { ...Object.fromEntries(six), due, person },
        modeRequired: true,
        notice: 'REQUIRED',
        matters: 'REQUIRED',
        precheck: { mode: 'REQUIRED', by: ['PROPOSER', 'UNITS'], rounds: 2 },
      },
      acknowledgement: { opinion: 'REQUIRED' },
      plans: { minMilestones: 2 },
      returns: {
        ladder: {
          office: { order: 1, label, roles: ['GOV_HANDOVER_OFFICER'] },
          inspection: { order: 2, label, roles: ['EVALUATOR'] },
          leader: { order: 3, label, roles: ['LEADING_OFFICIAL'] },
        },
      },
      contacts: { inOrder: true },
      guards: {
        planned: guard('contact.record', 'PLAN_SET'),
        named: guard('plan.set', 'RESPONSIBLE_NAMED'),
        signed: guard('reply.issue', 'HEAD_SIGNED'),
      },
    });
    expect(found).toEqual([]);
  });

  test('LN-17 a record that three have to sign, and a follow-up before striking off, stand in nobody’s way', () => {
    const signer = (role: string) => ({ label, roles: [role] });
    const signers = { a: signer('SUPERVISING_LEADER'), b: signer('UNIT_HEAD'), c: signer('LEAD_PROPOSER') };
    const joint = { label, canonical: 'JOINT_CONFIRMATION', about: 'ASSIGNMENT', signers };
    const require = { kind: 'RECORD', record: 'joint', signed: true };
    const guards = {
      joint: { before: 'proposal.close', label, require, mode: 'BLOCK' },
      'follow-up-before-strike-off': { mode: 'BLOCK' },
    };
    const records = { joint: { ...joint, enteredBy: ['DEPUTY_AFFAIRS_OFFICER'] } };
    expect(proven({ kinds: ['NPC_SUGGESTION'], guards, records })).toEqual([]);
  });

  test.each<[string, object, Flaw, string]>([
    [
      'nobody may review',
      { review: { stages: { office: { roles: ['EVALUATOR'] } } } },
      'NO_ONE_ACTS',
      'review.stages',
    ],
    ['nobody decides a return', { returns: { arbiters: ['DEPUTY'] } }, 'NO_ONE_ACTS', 'returns.arbiters'],
    [
      'nobody decides an extension',
      { extensions: { approvers: ['DEPUTY'] } },
      'NO_ONE_ACTS',
      'extensions.approvers',
    ],
    [
      'nobody confirms a class',
      { outcomes: { confirmers: ['UNIT_HEAD'] } },
      'NO_ONE_ACTS',
      'outcomes.confirmers',
    ],
    [
      'nobody confirms a promise kept',
      { tracking: { confirmers: ['UNIT_HEAD'] } },
      'NO_ONE_ACTS',
      'tracking.confirmers',
    ],
    [
      'a contact no channel can be',
      {
        contacts: { faceToFaceChannels: ['MEETING'] },
        guards: { 'contact-at-reply': { mode: 'BLOCK', require: { channel: 'PHONE', faceToFace: true } } },
      },
      'REPLY_IMPOSSIBLE',
      'guards.contact-at-reply',
    ],
    [
      'a contact after the reply is asked for before it',
      {
        guards: {
          x: {
            before: 'reply.issue',
            label,
            mode: 'BLOCK',
            require: { kind: 'CONTACT', phase: 'AFTER', min: 1 },
          },
        },
      },
      'REPLY_IMPOSSIBLE',
      'guards.x',
    ],
    [
      'a class is to be confirmed before the reply that claims it',
      {
        guards: {
          x: {
            before: 'proposal.close',
            label,
            mode: 'BLOCK',
            require: { kind: 'FACTS', that: 'case.round > 8' },
          },
        },
      },
      'CLOSING_IMPOSSIBLE',
      'guards.x',
    ],
    [
      'the time to rate never ends',
      { deadlines: { feedback: null } },
      'CLOSING_IMPOSSIBLE',
      'guards.feedback-before-closing',
    ],
    [
      'a hard proposal stops where no suggestion does',
      {
        guards: {
          x: {
            before: 'proposal.hand_over',
            when: 'case.kind == "CPPCC_PROPOSAL" && case.hard',
            label,
            mode: 'BLOCK',
            require: { kind: 'FACTS', that: 'case.merged > 0' },
          },
        },
      },
      'DEAD_END',
      'guards.x',
    ],
    [
      'what nobody knows is asked for',
      {
        guards: {
          x: {
            before: 'proposal.docket',
            label,
            mode: 'BLOCK',
            require: { kind: 'FACTS', that: 'case.repeatedYears < 9' },
          },
        },
      },
      'DEAD_END',
      'guards.x',
    ],
    [
      'two deadlines, equally specific',
      {
        deadlines: {
          'reply-key': {
            step: 'REPLY',
            when: { key: true },
            anchor: 'HANDOVER',
            amount: 2,
            unit: 'MONTH',
            lateEffect: 'ACCEPT',
          },
        },
      },
      'CONTRADICTION',
      'deadlines.reply-key',
    ],
    [
      'two numbers for one case',
      {
        numbering: {
          also: { when: { kind: 'CPPCC_PROPOSAL' }, series: '又', pattern: '{serial}', per: ['YEAR'] },
        },
      },
      'CONTRADICTION',
      'numbering.also',
    ],
    [
      'two guards that exclude each other',
      {
        guards: {
          few: {
            before: 'proposal.submit',
            label,
            mode: 'BLOCK',
            require: { kind: 'FACTS', that: 'case.cosigners < 3' },
          },
          many: {
            before: 'proposal.submit',
            label,
            mode: 'BLOCK',
            require: { kind: 'FACTS', that: 'case.cosigners >= 10' },
          },
        },
      },
      'CONTRADICTION',
      'guards.many',
    ],
    [
      'a clock for no case at all',
      {
        deadlines: {
          never: {
            ...{ step: 'ACKNOWLEDGE', anchor: 'HANDOVER', amount: 1, unit: 'DAY', lateEffect: 'ACCEPT' },
            when: 'case.hard && !case.hard',
          },
        },
      },
      'CLOCK_NEVER_STARTS',
      'deadlines.never',
    ],
    [
      'a clock from a session nobody closed',
      { deadlines: { acknowledge: { anchor: 'SESSION_CLOSE' } } },
      'CLOCK_NEVER_STARTS',
      'deadlines.acknowledge',
    ],
    [
      'a stage for no case',
      {
        review: {
          stages: {
            never: {
              order: 2,
              label,
              roles: ['PRE_REVIEWER'],
              verdicts: ['ACCEPT'],
              reasonRequired: [],
              when: 'case.hard && case.period == "IN_SESSION" && !case.hard',
            },
          },
        },
      },
      'UNREACHABLE',
      'review.stages.never.when',
    ],
    [
      'replies in person where nothing is in person',
      { contacts: { faceToFaceChannels: [] }, replies: { headQuota: { count: 3, mode: 'BLOCK' } } },
      'QUOTA_IMPOSSIBLE',
      'replies.headQuota',
    ],
    [
      'more items than anybody may have',
      {
        supervision: {
          quotas: {
            few: { label, tier: 'CONGRESS_LEADER', holder: 'PERSON', min: 0, max: 1, mode: 'BLOCK' },
            many: { label, tier: 'CONGRESS_LEADER', holder: 'PERSON', min: 2, mode: 'WARN' },
          },
        },
      },
      'QUOTA_IMPOSSIBLE',
      'supervision.quotas.many.min',
    ],
    [
      'no class is a solution',
      { outcomes: { classes: { A: { outcomes: ['PLANNED'] } } } },
      'UNMAPPED',
      'outcomes.classes',
    ],
    [
      'dissatisfaction has no word',
      { feedback: { levels: { DISSATISFIED: null } } },
      'UNMAPPED',
      'rehandling.levels',
    ],
  ])('%s', (_, document, flaw, path) => {
    const found = proven(document);
    expect(found.map((one) => `${one.flaw} ${one.path.join('.')}`)).toContain(`${flaw} ${path}`);
    for (const { zh, en } of found) {
      expect(zh).toMatch(/[\u4e00-\u9fff].*。$/);
      expect(en).toMatch(/^[^{}]+[.]$/);
    }
  });
});
