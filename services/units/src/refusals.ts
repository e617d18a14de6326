import type { RefusalCatalogue } from '@duban/kernel';

/** What this service refuses, beside what every service may refuse. */
export const UNITS_REFUSALS = {
  UNIT_NOT_FOUND: { zh: '没有这个承办单位。', en: 'There is no such unit.' },
  UNIT_CODE_TAKEN: { zh: '代码“{code}”已被其他单位使用。', en: 'The code "{code}" belongs to another unit.' },
  UNIT_NAME_TAKEN: {
    zh: '已有名称或简称为“{name}”的单位。',
    en: 'Another unit already has the name or short name "{name}".',
  },
  UNIT_NAME_UNCHANGED: { zh: '名称与现在相同。', en: 'That is the name it has already.' },
  UNIT_ALREADY_CLOSED: {
    zh: '该单位已撤销,最后一日为 {lastDay}。',
    en: 'The unit is closed; its last day was {lastDay}.',
  },
  UNIT_CLOSED_BEFORE_OPENED: {
    zh: '最后一日不能早于设立日期 {from}。',
    en: 'The last day must not be before {from}, when the unit was set up.',
  },
  SUCCESSOR_NOT_FOUND: { zh: '没有这个承接单位。', en: 'There is no such successor.' },
  SUCCESSOR_IS_ITSELF: { zh: '单位不能由自己承接。', en: 'A unit cannot succeed itself.' },
  SUCCESSOR_CLOSED: {
    zh: '承接单位“{name}”届时也已撤销。',
    en: 'The successor "{name}" is closed by then as well.',
  },
  ORGAN_NOT_FOUND: { zh: '没有这个对口联系的机构。', en: 'There is no such liaison body.' },
  CODE_MALFORMED: {
    zh: '代码“{code}”须由小写英文字母、数字和连字符组成,以字母开头,最多 60 个字符。',
    en: 'The code "{code}" has to be lower case letters, digits and hyphens, begin with a letter, and have at most 60 characters.',
  },
  SECTION_CODE_TWICE: { zh: '科室代码“{code}”写了两次。', en: 'The section code "{code}" is given twice.' },
  TOO_MANY_SECTIONS: { zh: '科室最多 {max} 个。', en: 'A unit may have at most {max} sections.' },
  SHARING_UNCHANGED: {
    zh: '共享范围已经是 {level}。',
    en: 'What those above see is {level} already.',
  },
  DATE_INVALID: {
    zh: '“{field}”不是有效日期,须写作 YYYY-MM-DD。',
    en: '"{field}" is not a date; write YYYY-MM-DD.',
  },
} as const satisfies RefusalCatalogue;
