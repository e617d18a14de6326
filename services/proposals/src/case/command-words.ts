import type { CommandKind } from './commands.js';

/** Every command in the words of the field, Chinese and English: what a person is offered, and what stories tell. */
export const COMMAND_WORDS: Readonly<Partial<Record<CommandKind, readonly [zh: string, en: string]>>> = {
  'proposal.draft': ['起草', 'draft'],
  'proposal.revise': ['修改', 'revise'],
  'cosigner.invite': ['邀请联名', 'invite a co-signer'],
  'cosigner.confirm': ['确认联名', 'confirm co-signing'],
  'cosigner.decline': ['谢绝联名', 'decline co-signing'],
  'cosigner.cancel': ['取消联名', 'cancel a co-signer'],
  'proposal.pre_submit': ['提交预审', 'submit for pre-review'],
  'proposal.submit': ['提交', 'submit'],
  'review.decide': ['审查', 'review'],
  'proposal.docket': ['立案编号', 'docket'],
  'proposal.merge': ['并案', 'merge'],
  'proposal.absorb': ['并入他件', 'take in another case'],
  'merged.answer': ['转达答复', 'pass the reply on'],
  'proposal.withdraw': ['撤回', 'withdraw'],
  'proposal.designate_key': ['确定重点件', 'designate as key item'],
  'units.allocate': ['确定承办单位', 'allocate units'],
  'proposal.hand_over': ['交办', 'hand over'],
  'assignment.acknowledge': ['签收', 'acknowledge'],
  'return.request': ['申请退办', 'ask to return'],
  'return.decide': ['裁定退办', 'decide a return'],
  'contact.record': ['记录沟通', 'record a contact'],
  'co_opinion.give': ['提出协办意见', 'give the co-unit’s opinion'],
  'extension.request': ['申请延期', 'ask for an extension'],
  'extension.decide': ['审批延期', 'decide an extension'],
  'reply.issue': ['答复', 'reply'],
  'class.confirm': ['确认结果类别', 'confirm the result class'],
  'feedback.give': ['评价', 'give feedback'],
  'proposal.close': ['办结', 'close'],
  'entry.progress': ['填报进展', 'report progress'],
  'entry.claim_done': ['申请销号', 'claim it is done'],
  'entry.confirm': ['核实确认', 'confirm what was done'],
  'entry.refuse_claim': ['退回销号申请', 'refuse the claim'],
  'entry.strike_off': ['销号', 'strike off'],
  'entry.roll_over': ['结转下年', 'roll over'],
  'entry.rehand': ['再次交办', 'hand over again'],
  'entry.downgrade': ['降类', 'downgrade'],
};

/** The words of a command; its own name where nobody has given it any. */
export const commandWords = (kind: CommandKind): readonly [zh: string, en: string] =>
  COMMAND_WORDS[kind] ?? [kind, kind];
