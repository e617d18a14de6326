/** The county `901905`: everything is fixed at the handover, the units are asked first, and guards stand before each step of the work. */
export const EXACTING = `version: "1"
handover:
  fields:
    official: { meaning: LEADING_OFFICIAL, label: { zh: 领办领导, en: Leading official }, type: PERSON, required: true }
    supervisor: { meaning: SUPERVISING_LEADER, label: { zh: 督办领导, en: Supervising leader }, type: PERSON, required: true }
    due: { meaning: DUE, label: { zh: 办结时限, en: Time limit }, type: DATE, required: true }
    standard: { meaning: STANDARD, label: { zh: 办理标准, en: Standard }, type: TEXT, required: true }
  modeRequired: true
  notice: REQUIRED
  matters: REQUIRED
  precheck: { mode: REQUIRED, by: [UNITS], rounds: 2 }
acknowledgement: { opinion: REQUIRED }
plans: { kinds: [PLANNED], minMilestones: 1 }
filing: { by: [GOV_HANDOVER_OFFICER] }
returns:
  ladder:
    office: { order: 1, label: { zh: 交办机构协调, en: The office coordinates }, roles: [DEPUTY_AFFAIRS_OFFICER] }
    above: { order: 2, label: { zh: 政府裁定, en: The government decides }, roles: [GOV_HANDOVER_OFFICER] }
extensions:
  limit: { amount: 0, unit: DAY }
  byLoad:
    two: { atLeast: 2, amount: 10, unit: DAY }
    fifty: { atLeast: 50, amount: 15, unit: DAY }
guards:
  named-before-extension:
    before: extension.request
    label: { zh: 申请延期前须明确责任人, en: Responsible people are named before more time is asked for }
    require: { kind: RESPONSIBLE_NAMED }
    mode: BLOCK
  signed-before-report:
    before: progress.report
    label: { zh: 通报前须经主要负责人阅签, en: The head signs before progress is reported }
    require: { kind: HEAD_SIGNED }
    mode: BLOCK
  planned-before-contact:
    before: contact.record
    label: { zh: 沟通前须有计划, en: There is a plan before the contact }
    require: { kind: PLAN_SET }
    mode: BLOCK
  a-station-reply:
    before: reply.issue
    label: { zh: 负责人在站点当面答复, en: A leader answers in a station }
    require:
      { kind: CONTACT, phase: AT_REPLY, min: 1, by: [UNIT_HEAD, UNIT_DEPUTY_HEAD], places: [STATION], attendees: [STREET_COMMITTEE] }
    mode: BLOCK
`;

/** The county `901906`: the same, with what its units say of themselves, four elements of a plan and a schedule counted back. */
export const THOROUGH = `${EXACTING.replace('plans: { kinds: [PLANNED], minMilestones: 1 }\n', '')}
responsibility:
  fields:
    deputy-head: { required: true }
    section: { required: true }
    standard: { required: true }
    deadline: { required: true }
    supervisor: { required: true }
plans:
  fields:
    who: { required: true }
    how: { required: true }
    by: { required: true }
    effect: { required: true }
  reverse:
    survey: { label: { zh: 现场勘查, en: Survey }, amount: 20, unit: DAY }
    build: { label: { zh: 开工, en: Start }, amount: 10, unit: DAY }
`;
