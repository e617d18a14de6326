import type { MovedClass, MovedClock, MovedClockName } from '../case/events-moving.js';
import { DEADLINE_STEP_WORDS } from '../case/labels.js';
import type { Label } from '../process/label.js';
import type { CaseMove, StayReason } from './plan-case-move.js';

const STAYS: Readonly<Record<StayReason, Label>> = {
  ENDED: { zh: '已办结或尚未交办，不需转用', en: 'Ended, or not handed over: nothing to move' },
  ALREADY_THERE: { zh: '已按该版程序办理', en: 'It follows that version already' },
  KIND_NOT_HANDLED: { zh: '新程序不受理这类件', en: 'The new process does not handle this kind' },
  CLASS_UNMAPPED: {
    zh: '结果类别在新程序中没有对应：{codes}。请在 classes 中指定',
    en: 'No class of the new process means what these do: {codes}. Say which in classes',
  },
  CLASS_NOT_THERE: {
    zh: '转用后认定的结果类别在原程序中没有对应：{codes}，故不撤回。请先改定类别',
    en: 'No class of the earlier process means what these, given since, do: {codes}. Give another class first',
  },
  RETURN_PENDING: {
    zh: '退办裁定尚未作出，裁定后再转用',
    en: 'A return waits for its decision; move it afterwards',
  },
  NO_TIME_LIMIT: { zh: '新程序没有适用的期限', en: 'The new process has no time limit for it' },
  WOULD_BE_STUCK: {
    zh: '转用后无人可办、也无期限，故不转用',
    en: 'Nobody could do anything with it afterwards, and no clock would run',
  },
  NOT_MOVED: { zh: '没有可撤回的转用', en: 'There is no move to take back' },
};

const CLOCKS: Readonly<Record<MovedClockName, Label>> = {
  due: { zh: '办理期限', en: 'due date' },
  acknowledgeBy: worded('ACKNOWLEDGE'),
  returnBy: worded('RETURN'),
  contactBy: worded('CONTACT'),
  planBy: worded('PLAN'),
};

function worded(step: keyof typeof DEADLINE_STEP_WORDS): Label {
  const [zh, en] = DEADLINE_STEP_WORDS[step];
  return { zh: `${zh}期限`, en: `time limit for ${en}` };
}

/** What happens to a case in a move, to be read. */
export function wordsOfMove(move: CaseMove): Label {
  if (!move.moves) {
    const { zh, en } = STAYS[move.reason];
    const codes = move.codes.join('、');
    return { zh: zh.replace('{codes}', codes), en: en.replace('{codes}', codes) };
  }
  const parts = [...move.clocks.map(clockWords), ...move.classes.map(classWords)];
  if (parts.length === 0) return { zh: '转用，期限不变', en: 'moves; no date changes' };
  return { zh: parts.map(({ zh }) => zh).join('；'), en: parts.map(({ en }) => en).join('; ') };
}

function clockWords({ clock, from, to, why }: MovedClock): Label {
  const { zh, en } = CLOCKS[clock];
  const [before, after] = [from?.date ?? '无', to?.date ?? '无'];
  if (why === 'KEPT')
    return {
      zh: `${zh}仍为 ${after}（新期限已过，不提前）`,
      en: `${en} stays ${after} (the new one has passed)`,
    };
  return {
    zh: `${zh}由 ${before} 改为 ${after}`,
    en: `${en}: from ${from?.date ?? 'none'} to ${to?.date ?? 'none'}`,
  };
}

const classWords = ({ from, to }: MovedClass): Label => ({
  zh: `结果类别 ${from} 对应为 ${to}`,
  en: `class ${from} becomes ${to}`,
});
