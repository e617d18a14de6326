import type { Rounding } from '@duban/kernel';
import { describe, expect, test } from '@jest/globals';
import type { FigureFilter } from '../figures/figure-filter.js';
import type { Counted } from '../figures/tally.js';
import { cityOf2023, countyOf2024, keyItems, many, ONE_DIGIT, rowsAsOf } from '../testing/published-years.js';
import { recounted } from '../testing/recounted.js';
import type { SyntheticCase } from '../testing/synthetic-case.js';
import { checkedFigures, placeOf } from './check-text.js';
import { readClaims } from './read-claims.js';

/** Figures of a text as `40% INCONSISTENT 5.8%`: printed, verdict, expected where it matters, rounding. */
function checked(
  text: string,
  rows: readonly Counted[],
  filter: FigureFilter,
  usual: Rounding = ONE_DIGIT,
): string[] {
  const claims = readClaims(text, filter.year ?? null);
  return checkedFigures(claims, recounted(rows).records(filter), usual).map(
    ({ numeral, verdict, expected, rounding, metrics }) =>
      [
        numeral.printed,
        verdict,
        ...(verdict === 'FOLLOWS' ? [metrics.join('+')] : [expected ?? '']),
        rounding ? `${rounding.mode} ${rounding.digits}` : '',
      ]
        .filter((word) => word !== '')
        .join(' '),
  );
}

const CITY = rowsAsOf(cityOf2023);
const received = (year: number, count: number, start: number): SyntheticCase[] =>
  many(count, (file) => file.submitted(`${year}-01-10`).docketed(`${year}-01-15`), start);

describe('Qinghai 2020 as it was printed', () => {
  const TEXT = `省十三届人大四次会议上,省人大代表依法提交建议244件,所有代表建议已在法定时限内办理完毕并答复代表。
代表建议实现减量提质,呈现“少面精”的特点,建议总数较上年减少15件,降幅达40%,针对性和可操作性进一步增强。
省人大常委会副主任首次全员领衔督办1至2件,各专委会对口督办1至2件,常委会委员也首次督办1件建议,重点督办建议达21件,较上年增长90%。
青海明确提出当年建议七个百分之百目标要求。重点督办建议办理结果A类达100%。`;
  const yearOf = (before: number) =>
    rowsAsOf([
      ...received(2019, before - 11, 1),
      ...keyItems(2019, 11, 500),
      ...received(2020, 223, 1000),
      ...keyItems(2020, 21, 2000),
    ]);

  test('T9: 15 fewer beside 244 is 5.8 % and never 40 %; T8: 90 % is 10/11 cut off', () => {
    expect(checked(TEXT, yearOf(259), { year: 2020 })).toEqual([
      '244件 FOLLOWS RECEIVED',
      '15件 FOLLOWS RECEIVED',
      '40% INCONSISTENT 5.8%',
      '2件 NOT_CHECKED',
      '2件 NOT_CHECKED',
      '1件 NOT_CHECKED',
      '21件 FOLLOWS KEY_COUNT',
      '90% FOLLOWS KEY_COUNT TRUNCATE 0',
      '百分之百 NOT_CHECKED',
      '100% FOLLOWS HALF_UP 0',
    ]);
  });

  test('with 165 fewer by the records, 15 does not follow, and the text still contradicts itself', () => {
    const figures = checked(TEXT, yearOf(409), { year: 2020 });
    expect(figures).toContain('15件 DOES_NOT_FOLLOW 减少165件');
    expect(figures).toContain('40% INCONSISTENT 5.8%');
    expect(checked(TEXT.replace('15件', '165件'), yearOf(409), { year: 2020 })).toEqual(
      expect.arrayContaining(['165件 FOLLOWS RECEIVED', '40% FOLLOWS RECEIVED HALF_UP 0']),
    );
  });

  test('the contradiction needs no records at all', () => {
    const figures = checked(TEXT, [], { year: 2020 });
    expect(figures.filter((one) => one.includes('INCONSISTENT'))).toEqual(['40% INCONSISTENT 5.8%']);
  });

  test('a figure is found where it stands', () => {
    const claim = readClaims(TEXT, 2020).find(({ numeral }) => numeral.printed === '40%');
    const place = claim && placeOf(TEXT, claim.numeral);
    expect(place).toMatchObject({ line: 2, column: (TEXT.split('\n')[1]?.indexOf('40%') ?? 0) + 1 });
    expect(place?.around).toContain('减少15件,降幅达40%,针对性');
    expect(TEXT.slice(claim?.numeral.from, claim?.numeral.to)).toBe('40%');
  });
});

describe('Hengyang 2023 as it was printed', () => {
  const TEXT = `2023年,376件建议已全部依法按时办结并答复代表。其中,A类155件,占41.2%;B类208件,占55.3%;C类13件,占3.5%。建议所提问题解决率和计划解决率达96.5%。代表对各办理单位的办理态度和办理结果满意率都达到了100%。`;

  test('T1: every figure follows from the records, rounded half up', () => {
    expect(checked(TEXT, CITY, { year: 2023 })).toEqual([
      '376件 FOLLOWS COMPLETION_RATE+REPLY_RATE',
      '155件 FOLLOWS',
      '41.2% FOLLOWS HALF_UP 1',
      '208件 FOLLOWS',
      '55.3% FOLLOWS HALF_UP 1',
      '13件 FOLLOWS',
      '3.5% FOLLOWS HALF_UP 1',
      '96.5% FOLLOWS SOLVED_OR_PLANNED_RATE HALF_UP 1',
      '100% FOLLOWS SATISFACTION_INCLUSIVE+SATISFACTION_INCLUSIVE HALF_UP 0',
    ]);
  });

  test.each([
    ['155件', '156件', '156件 INCONSISTENT|156件 DOES_NOT_FOLLOW'],
    ['41.2%', '42.1%', '42.1% INCONSISTENT 41.2%'],
    ['96.5%', '96.4%', '96.4% DOES_NOT_FOLLOW 96.5%'],
    ['满意率都达到了100%', '满意率都达到了99%', '99% DOES_NOT_FOLLOW 100%'],
    ['376件', '367件', '367件 DOES_NOT_FOLLOW 376件'],
    ['13件', '31件', '31件 INCONSISTENT'],
  ])('%s printed as %s is found', (right, wrong, told) => {
    const figures = checked(TEXT.replace(right, wrong), CITY, { year: 2023 });
    expect(figures.some((one) => told.split('|').some((each) => one.startsWith(each)))).toBe(true);
  });

  test('T3: 359 handed over at the meeting follows as of the meeting, and not at the end of the year', () => {
    const text = '共交办代表建议359件。';
    expect(checked(text, CITY, { year: 2023 })).toEqual(['359件 DOES_NOT_FOLLOW 376件']);
    const meeting = { year: 2023, asOf: '2023-02-21T00:00:00+08:00' };
    expect(checked(text, rowsAsOf(cityOf2023, meeting.asOf), meeting)).toEqual([
      '359件 FOLLOWS HANDED_OVER_COUNT',
    ]);
  });

  test('T2: what records count as a whole accuses no part of it', () => {
    const text = '确定主任会议成员重点督办的代表建议 16 件,确定市人大及其常委会各委室督办的重点建议 52 件。';
    expect(checked(text, rowsAsOf(keyItems(2023, 68, 1)), { year: 2023 })).toEqual([
      '16 件 NOT_CHECKED 68件',
      '52 件 NOT_CHECKED 68件',
    ]);
  });
});

describe('others as they were printed', () => {
  test('T11: the county’s parts sum to 140, and 227 proposals stand beside', () => {
    const text =
      '县政府各责任部门共承办人大代表建议140政协委员提案227件,其中大会期间建议135件,闭会期间建议5件。';
    expect(checked(text, rowsAsOf(countyOf2024()), { year: 2024 })).toEqual([
      '140 FOLLOWS HANDED_OVER_COUNT',
      '227件 FOLLOWS HANDED_OVER_COUNT',
      '135件 FOLLOWS HANDED_OVER_COUNT',
      '5件 FOLLOWS HANDED_OVER_COUNT',
    ]);
  });

  test('T5: 158 is 93.5 % of 169, or 93.4 % cut off', () => {
    const cases = many(169, (file, index) => {
      file.submitted('2024-01-10').docketed('2024-01-12').handedOver('2024-02-01');
      file.replied('2024-03-01', file.id(1), 'A', ['SOLVED'], { faceToFace: true, byHead: index < 158 });
    });
    const rows = rowsAsOf(cases);
    const text = (share: string) =>
      `2024年以来,158件代表建议由部门主要负责同志现场面复,占总数的${share}%。建议办理落实率达到97%。`;
    expect(checked(text('93.5'), rows, { year: 2024 })).toEqual([
      '158件 FOLLOWS HEAD_FACE_REPLY_RATE',
      '93.5% FOLLOWS HEAD_FACE_REPLY_RATE HALF_UP 1',
      '97% NOT_CHECKED 100%',
    ]);
    expect(checked(text('93.4'), rows, { year: 2024 })[1]).toBe(
      '93.4% FOLLOWS HEAD_FACE_REPLY_RATE TRUNCATE 1',
    );
    expect(checked(text('94.0'), rows, { year: 2024 })[1]).toBe('94.0% DOES_NOT_FOLLOW 93.5%');
  });

  test('a sum that is written out is added up; classes together are counted together', () => {
    const text = '155+208+13=376。155+208+13=367。A类和B类合计363件,占96.5%。A、B类363件。';
    expect(checked(text, CITY, { year: 2023 })).toEqual([
      '155+208+13=376 FOLLOWS',
      '155+208+13=367 INCONSISTENT 376',
      '363件 FOLLOWS',
      '96.5% FOLLOWS HALF_UP 1',
      '363件 FOLLOWS',
    ]);
  });

  test.each([
    ['近400件建议', '400件 NOT_CHECKED'],
    ['推动解决二十余件建议', '二十余件 NOT_CHECKED'],
    ['2021年提交建议300件', '300件 NOT_CHECKED'],
    ['2022年提交建议300件', '300件 DOES_NOT_FOLLOW 5件'],
    ['上年提交建议5件', '5件 FOLLOWS RECEIVED'],
    ['提交提案376件', '376件 DOES_NOT_FOLLOW 0件'],
    ['提交建议三百七十六件', '三百七十六件 FOLLOWS RECEIVED'],
    ['提交建议３７６件', '３７６件 FOLLOWS RECEIVED'],
    ['提交建议1,376件', '1,376件 DOES_NOT_FOLLOW 376件'],
    ['办结率100%,较上年提高3个百分点', '3个百分点 DOES_NOT_FOLLOW 100个百分点'],
    ['建议总数较上年减少371件', '371件 DOES_NOT_FOLLOW 增加371件'],
    ['建议总数增加到376件', '376件 FOLLOWS RECEIVED'],
    ['开展培训4期,走访20个单位', undefined],
  ])('%s', (text, told) => {
    const before = rowsAsOf(received(2022, 5, 5000).map((file) => file.handedOver('2022-02-01')));
    expect(checked(text, [...CITY, ...before], { year: 2023 }).at(-1)).toBe(told);
  });
});
