import type { Command, CommandKind } from '../case/commands.js';
import type { CaseContext } from '../case/context.js';
import type { CaseState } from '../case/state.js';
import type { Process } from '../process/process.js';
import { PERSON, UNITS } from './people.js';

const label = { zh: '规则', en: 'rule' };

/** A process whose rules do by themselves what others leave to people: key items, supervisors, rounds for low points. */
export const byItself = (base: Process): Process => ({
  ...base,
  feedback: {
    ...base.feedback,
    ownAxes: {
      effect: { label, order: 1, points: { max: 100, satisfiedFrom: 90, basicallyFrom: 60 } },
    },
  },
  rehandling: { ...base.rehandling, levels: [], belowPoints: 60 },
  supervision: {
    ...base.supervision,
    keyIf: { suggested: { label, when: { kind: 'NPC_SUGGESTION' }, tier: 'GOV_LEADER' } },
    routing: {
      liaison: { label, on: 'HANDOVER', duty: 'SUPERVISION', to: { liaisonCommittee: true } },
      key: { label, on: 'KEY', duty: 'LEAD_HANDLING', tier: 'GOV_LEADER', to: { organ: 'deputy-affairs' } },
      rated: { label, on: 'FEEDBACK', duty: 'EXECUTION', to: { organ: 'finance' } },
    },
  },
});

/** Each unit has a committee that liaises with it. */
export const WITH_LIAISON: Partial<CaseContext> = {
  units: new Map(
    Object.entries(UNITS).map(([name, unitId]) => [
      unitId,
      {
        active: name !== 'closed',
        liaisonCommittee: name === 'transport' ? 'finance' : 'deputy-affairs',
      },
    ]),
  ),
};

const NOTED = { note: '已阅。' };
const REASONED = { reason: '经研究。' };
const LETTER = {
  copies: ['联工委', '督查室'],
  contactName: '李科员',
  contactPhone: '0100-0000000',
  disclosure: 'ON_REQUEST',
  feedbackForm: true,
  commitments: [{ text: '年底前通车', dueOn: '2099-12-31' }],
};

type Said = (command: never, state: CaseState) => object;

/** What may be said with a command beside what has to be. */
const formInFull = ({ ratings }: { ratings: readonly { level: string }[] }) => {
  const points = ratings.some(({ level }) => level === 'DISSATISFIED') ? 50 : 95;
  const said = ratings.map((one) => ({ ...one, comment: '知道了' }));
  return { ratings: [...said, { ownAxis: 'effect', points, comment: null }] };
};

const SAID: Readonly<Partial<Record<CommandKind, object | Said>>> = {
  'proposal.draft': { suggestedUnitIds: [UNITS.water], disclosureConsent: 'TITLE_ONLY' },
  'proposal.revise': { suggestedUnitIds: [UNITS.transport], ...REASONED },
  'form.fill': { wishesContact: true, contactPerson: { name: '张代表', phone: null } },
  'paper.register': { pages: 3, reference: '卷一' },
  'cosigner.decline': REASONED,
  'review.decide': { reasonText: '已审。' },
  'proposal.merge': REASONED,
  'proposal.withdraw': REASONED,
  'proposal.designate_key': { decidedBy: '主任会议', ...REASONED },
  'allocation.answer': ({ agrees }: { agrees: boolean }) => (agrees ? {} : { proposedUnitId: UNITS.parks }),
  'proposal.hand_over': { noticeNumber: '交办〔2026〕1号' },
  'assignment.acknowledge': NOTED,
  'assignment.sign_read': NOTED,
  'return.request': { proposedUnitId: UNITS.parks },
  'contact.record': { place: 'STATION', placeName: '联络站', record: '已谈。', proposerOpinion: '同意' },
  'co_opinion.give': { documentNumber: '水函1号' },
  'milestone.complete': { ...NOTED, evidence: [{ title: '照片', reference: null }] },
  'reply.countersign': { text: '同意。' },
  'reply.review': { faults: ['form'] },
  'reply.issue': (_: never, { matters }) => ({
    ...LETTER,
    matters: matters.map(({ number }) => number),
    signatory: { name: '王局长', personId: PERSON, role: 'UNIT_HEAD' },
  }),
  'class.confirm': REASONED,
  'feedback.give': formInFull,
  'feedback.correct': formInFull,
  'entry.confirm': NOTED,
  'entry.rate': { comment: '有进展' },
};

/** The same command with all that may be said with it. */
export function inFull(command: Command, state: CaseState): Command {
  const also = SAID[command.kind] ?? {};
  const said = typeof also === 'function' ? (also as Said)(command as never, state) : also;
  return { ...command, ...said } as Command;
}
