/** What a number in a text is a number of. */
export type NumeralKind = 'COUNT' | 'PERCENT' | 'POINTS' | 'SUM';

/** A figure as it is printed, and where: `from` and `to` are offsets into the text. */
export type Numeral = {
  readonly kind: NumeralKind;
  readonly from: number;
  readonly to: number;
  /** With its unit, as it stands there. */
  readonly printed: string;
  /** Digits alone, with a point: `5.8`. */
  readonly value: string;
  /** Decimal places that are printed. */
  readonly digits: number;
  /** Printed as about, at least, one of a range: not one number. */
  readonly vague: 'ABOUT' | 'RANGE' | null;
};

/** Wide digits and signs become narrow ones; every character stays one, so that offsets hold. */
export const narrowed = (text: string): string =>
  text.replace(/[０-９．％＋＝]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));

const NUMBER = '(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?';
const CHINESE = '[〇零一二两三四五六七八九十百千]+(?:点[〇零一二三四五六七八九]+)?';
const UNIT = '[ \\t]*(?<about>余|多|来)?[ \\t]*(?<unit>%|个百分点|件次|件|条|项)';
/** A count without its unit right behind what it counts: `代表建议140政协委员提案227件`. */
const BARE =
  '(?<=建议|提案|议案)(?<bare>\\d+)(?=[，。；、,;]|[\\u4e00-\\u9fff](?<![年月日届次个名位人项件条期号余多来]))';
/** An addition that is written out. */
const SUM = '\\d+(?:[ \\t]*\\+[ \\t]*\\d+)+[ \\t]*=[ \\t]*(?<sum>\\d+)';
const NUMERAL = new RegExp(
  `${SUM}|百分之(?<hundredths>${CHINESE})|(?<number>${NUMBER})${UNIT}|(?<written>${CHINESE})${UNIT.replaceAll('?<about>', '?<more>').replaceAll('?<unit>', '?<named>')}|${BARE}`,
  'g',
);

/** Every count, percentage and number of percentage points in a text, in order. */
export function numeralsIn(text: string): Numeral[] {
  const plain = narrowed(text);
  return [...plain.matchAll(NUMERAL)].flatMap((match) => {
    const numeral = numeralOf(match, plain);
    return numeral ? [{ ...numeral, printed: text.slice(numeral.from, numeral.to) }] : [];
  });
}

function numeralOf(match: RegExpExecArray, plain: string): Omit<Numeral, 'printed'> | null {
  const { hundredths, number, bare, written, sum } = match.groups ?? {};
  const unit = hundredths ? '%' : (match.groups?.unit ?? match.groups?.named ?? '件');
  const more = match.groups?.about ?? match.groups?.more;
  const value = sum ?? number ?? bare ?? chineseValue(hundredths ?? written ?? '');
  if (value === null) return null;
  const [from, to] = [match.index, match.index + match[0].length];
  const bareValue = value.replaceAll(',', '').replace(/^0+(?=\d)/, '');
  return {
    kind: sum === undefined ? kindOf(unit) : 'SUM',
    from,
    to,
    value: bareValue,
    digits: bareValue.split('.')[1]?.length ?? 0,
    vague: vagueness(plain.slice(0, from), plain.slice(to), more !== undefined),
  };
}

const kindOf = (unit: string): NumeralKind =>
  unit === '%' ? 'PERCENT' : unit === '个百分点' ? 'POINTS' : 'COUNT';

function vagueness(before: string, after: string, more: boolean): Numeral['vague'] {
  if (/\d[ \t]*(?:至|到|[-—~～–])[ \t]*$/.test(before) || /^[ \t]*(?:至|[-—~～–])[ \t]*\d/.test(after))
    return 'RANGE';
  const about = /(?:近|约|超过?|逾|将近|不少于|不低于|至少|以上|左右)[ \t]*$/.test(before);
  return more || about || /^(?:以上|以下|左右|以内)/.test(after) ? 'ABOUT' : null;
}

const DIGITS = '零一二三四五六七八九';
const digitOf = (sign: string): number => (sign === '〇' ? 0 : sign === '两' ? 2 : DIGITS.indexOf(sign));

/** Chinese numerals up to the thousands, such as 二百四十四 or 九十六点五; null for what is none. */
function chineseValue(written: string): string | null {
  const [whole = '', decimals] = written.split('点');
  const value = chineseWhole(whole);
  if (value === null) return null;
  const after = decimals === undefined ? '' : `.${[...decimals].map(digitOf).join('')}`;
  return `${value}${after}`;
}

function chineseWhole(written: string): number | null {
  if (![...written].some((sign) => '十百千'.includes(sign)))
    return written === '' ? null : Number([...written].map(digitOf).join(''));
  let value = 0;
  let digit: number | null = null;
  for (const sign of written) {
    const power = { 十: 10, 百: 100, 千: 1000 }[sign];
    if (power === undefined) digit = digitOf(sign);
    else {
      value += (digit ?? 1) * power;
      digit = null;
    }
  }
  return value + (digit ?? 0);
}
