import type { Process } from '../process/process.js';

const field = (meaning: string, zh: string, en: string, also: object = {}) => ({
  meaning,
  label: { zh, en },
  type: 'TEXT',
  required: true,
  ...also,
});

/** 四定: category, unit, person, time limit. */
const FOUR = {
  category: field('CATEGORY', '办理类别', 'Category'),
  unit: field('LEAD_UNIT', '承办部门', 'Unit'),
  person: field('PERSON', '具体人员', 'Person', { type: 'PERSON', perUnit: true }),
  due: field('DUE', '办结时限', 'Time limit', { type: 'DATE' }),
};

/** Lead, co-units, leading official, supervising leader, time limit, standard. */
const SIX = {
  lead: field('LEAD_UNIT', '主办单位', 'Lead unit'),
  co: field('CO_UNITS', '协办单位', 'Co-units'),
  official: field('LEADING_OFFICIAL', '领办领导', 'Leading official', { type: 'PERSON' }),
  supervisor: field('SUPERVISING_LEADER', '督办领导', 'Supervising leader', { type: 'PERSON' }),
  due: field('DUE', '办结时限', 'Time limit', { type: 'DATE' }),
  standard: field('STANDARD', '办理标准', 'Standard'),
};

/** 五定: leader, section, standard, deadline, supervisor. */
const FIVE = {
  leader: field('DEPUTY_HEAD', '分管领导', 'Leader', { type: 'PERSON' }),
  section: field('SECTION', '责任室', 'Section'),
  standard: field('STANDARD', '办理标准', 'Standard'),
  deadline: field('DEADLINE', '完成时限', 'Deadline', { type: 'DATE' }),
  supervisor: field('SUPERVISOR', '督办专人', 'Supervisor', { type: 'PERSON' }),
};

type Change = (base: Process) => Process;
const handover =
  (change: object): Change =>
  (base) =>
    ({ ...base, handover: { ...base.handover, ...change } }) as never;

export const withHandover = handover;
export const withFour = handover({ fields: FOUR });
export const withSix = handover({ fields: SIX });
export const withMatters = handover({ matters: 'REQUIRED' });
export const withFive: Change = (base) => ({ ...base, responsibility: { fields: FIVE } }) as never;

export const withPrecheck: Change = (base) =>
  ({
    ...handover({ precheck: { mode: 'REQUIRED', by: ['PROPOSER', 'UNITS'], rounds: 2 } })(base),
    deadlines: {
      ...base.deadlines,
      precheck: { step: 'PRECHECK', anchor: 'ALLOCATION', amount: 3, unit: 'DAY', lateEffect: 'ACCEPT' },
    },
  }) as never;

export const withReceipt: Change = (base) => ({ ...base, acknowledgement: { opinion: 'REQUIRED' } });

/** The office coordinates, the inspection office arbitrates, a leader decides. */
export const withLadder: Change = (base) => ({
  ...base,
  returns: {
    ...base.returns,
    leadDisputes: true,
    ladder: {
      office: { order: 1, label: { zh: '协调', en: 'Office' }, roles: ['DEPUTY_AFFAIRS_OFFICER'] },
      inspection: { order: 2, label: { zh: '督查室', en: 'Inspection' }, roles: ['GOV_HANDOVER_OFFICER'] },
      leader: { order: 3, label: { zh: '领导', en: 'Leader' }, roles: ['LEADING_OFFICIAL'] },
    },
  },
});

export const withPlans =
  (change: object): Change =>
  (base) =>
    ({ ...base, plans: { ...base.plans, ...change } }) as never;

/** Everything that a model of a case has to know about: asking the proposer, two rungs, filing. */
export const ofTheModel: Change = (base) => {
  const { returns, handover: rules, ...rest } = withFiling(withPrecheck(base));
  const ladder = {
    office: { order: 1, label: { zh: '协调', en: 'Office' }, roles: ['GOV_HANDOVER_OFFICER'] },
    above: { order: 2, label: { zh: '裁定', en: 'Above' }, roles: ['DEPUTY_AFFAIRS_OFFICER'] },
  };
  const precheck = { mode: 'REQUIRED', by: ['PROPOSER'], rounds: 2 };
  return {
    ...rest,
    returns: { ...returns, ladder, leadDisputes: true },
    handover: { ...rules, precheck },
  } as never;
};

/** Who, how, by when, with what effect: all four. */
export const withFourElements: Change = (base) =>
  withPlans({
    fields: Object.fromEntries(
      Object.entries(base.plans?.fields ?? {}).map(([code, one]) => [code, { ...one, required: true }]),
    ),
    minMilestones: 1,
    reverse: {
      survey: { label: { zh: '现场勘查', en: 'Survey' }, amount: 2, unit: 'MONTH' },
      build: { label: { zh: '开工', en: 'Start' }, amount: 1, unit: 'MONTH' },
    },
  })(base);

export const withFiling: Change = (base) =>
  ({
    ...base,
    filing: { by: ['GOV_HANDOVER_OFFICER'] },
    deadlines: {
      ...base.deadlines,
      filing: { step: 'FILING_REVIEW', anchor: 'FILING', amount: 6, unit: 'MONTH', lateEffect: 'ACCEPT' },
    },
  }) as never;

export const withGuard =
  (require: object, before = 'reply.issue'): Change =>
  (base) =>
    ({
      ...base,
      guards: { asked: { before, label: { zh: '前提', en: 'Guard' }, require, mode: 'BLOCK' } },
    }) as never;

/** At the reply: head or deputy head, in a liaison station, the street committee present, the opinion on record. */
export const withStationReply = withGuard({
  kind: 'CONTACT',
  phase: 'AT_REPLY',
  min: 1,
  by: ['UNIT_HEAD', 'UNIT_DEPUTY_HEAD'],
  places: ['STATION'],
  attendees: ['STREET_COMMITTEE'],
  opinion: true,
});

export const withLoads: Change = (base) =>
  ({
    ...base,
    extensions: {
      ...base.extensions,
      limit: { amount: 0, unit: 'DAY' },
      byLoad: {
        many: { atLeast: 20, amount: 10, unit: 'DAY' },
        most: { atLeast: 50, amount: 15, unit: 'DAY' },
      },
    },
  }) as never;
