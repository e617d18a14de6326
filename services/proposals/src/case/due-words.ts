import type { DeadlineAnchor, DueDate } from './deadline.js';
import { DATE_UNIT_WORDS } from './labels.js';

const ANCHOR_WORDS: Readonly<Record<DeadlineAnchor, readonly [zh: string, en: string]>> = {
  REVIEW_STAGE: ['审查环节开始之日', 'the opening of the review stage'],
  INVITATION: ['邀请之日', 'the invitation'],
  SUBMISSION: ['收到之日', 'the day it was received'],
  DOCKETING: ['立案之日', 'the docketing'],
  HANDOVER: ['交办之日', 'the handover'],
  RECEIPT: ['签收之日', "the unit's receipt"],
  ALLOCATION: ['征询意见之日', 'the day the units were proposed'],
  FILING: ['备案之日', 'the filing'],
  RETURN_REQUEST: ['申请退办之日', 'the request to return it'],
  REPLY: ['答复之日', 'the reply'],
  REGISTRATION: ['挂号之日', 'the registration'],
  REPLY_DUE: ['答复到期日', 'the day the reply is due'],
  RECORD: ['记录之日', 'the record'],
  SESSION_CLOSE: ['会议闭幕之日', 'the close of the session'],
  FIXED_DATE: ['规定日期', 'the fixed date'],
};

/** A due date in words: from when, how long, and which extensions moved it. */
export function explainDue(due: DueDate): { readonly zh: string; readonly en: string } {
  const [anchorZh, anchorEn] = ANCHOR_WORDS[due.anchor];
  const [unitZh, unitEn] = DATE_UNIT_WORDS[due.unit];
  const longerZh = due.extensions.map(
    ({ amount, unit, to }) => `;延期 ${amount} ${DATE_UNIT_WORDS[unit][0]},至 ${to}`,
  );
  const longerEn = due.extensions.map(
    ({ amount, unit, to }) => `; extended by ${amount} ${DATE_UNIT_WORDS[unit][1]} to ${to}`,
  );
  const setZh = due.instead ? `(至 ${due.instead}),另行确定` : '';
  const setEn = due.instead ? ` (to ${due.instead}), set by hand` : '';
  if (due.anchor === 'FIXED_DATE' && due.amount === 0 && due.extensions.length === 0)
    return {
      zh: `定于 ${due.date}(规则“${due.rule}”)`,
      en: `set for ${due.date} (rule "${due.rule}")`,
    };
  return {
    zh: `自${anchorZh}(${due.anchorDate})起 ${due.amount} ${unitZh}${setZh}${longerZh.join('')},截至 ${due.date}(规则“${due.rule}”)`,
    en: `${due.amount} ${unitEn} from ${anchorEn} (${due.anchorDate})${setEn}${longerEn.join('')}; the last day is ${due.date} (rule "${due.rule}")`,
  };
}
