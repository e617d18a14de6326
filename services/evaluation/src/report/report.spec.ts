import { describe, expect, test } from '@jest/globals';
import { cityOf2023, countyOf2024, keyItems, many, rowsAsOf } from '../testing/published-years.js';
import { recounted } from '../testing/recounted.js';
import { BASE_REPORT, reportIn } from '../testing/report.kit.js';
import type { SyntheticCase } from '../testing/synthetic-case.js';
import { textOf, type WrittenBlock } from './write-report.js';

const written = (cases: readonly SyntheticCase[], filter = {}, report = BASE_REPORT) =>
  recounted(rowsAsOf(cases)).report(report, filter);
const block = (blocks: readonly WrittenBlock[], code: string): WrittenBlock =>
  blocks.find((one) => one.code === code) as WrittenBlock;
const received = (year: number, count: number, start: number): SyntheticCase[] =>
  many(count, (file) => file.submitted(`${year}-01-10`).docketed(`${year}-01-15`), start);

describe('the report that every locality has', () => {
  test('words Hengyang 2023 with the figures it published', () => {
    const blocks = written(cityOf2023, { year: 2023 });
    expect(block(blocks, 'classes').text?.zh).toBe(
      '已定办理结果类别376件。其中，A类155件，占41.2%；B类208件，占55.3%；C类13件，占3.5%。',
    );
    expect(block(blocks, 'solvedOrPlanned').text).toEqual({
      zh: '解决和计划解决率96.5%（上年无数据）。',
      en: '96.5% were solved, in progress or planned (no data of the year before).',
    });
    expect(block(blocks, 'closed').text?.zh).toBe('已办结376件，办结率100.0%（上年无数据）。');
    expect(block(blocks, 'attitude').text?.zh).toContain('办理态度满意率（含基本满意）100.0%');
    expect(block(blocks, 'classes').text?.en).toBe(
      'Of 376 items with a result class: class A: 155 items, 41.2%; class B: 208 items, 55.3%; class C: 13 items, 3.5%.',
    );
  });

  test('T9: 244 after 259 is 15 fewer and 5.8 %; after 409, 165 fewer and 40.3 %', () => {
    const said = (before: number) =>
      block(written([...received(2019, before, 1), ...received(2020, 244, 1000)], { year: 2020 }), 'received')
        .text?.zh;
    expect(said(259)).toBe('共收到建议提案244件，较上年减少15件，降幅5.8%。');
    expect(said(409)).toBe('共收到建议提案244件，较上年减少165件，降幅40.3%。');
    expect(said(244)).toBe('共收到建议提案244件，与上年持平。');
  });

  test('T8: 21 key items after 11', () => {
    const blocks = written([...keyItems(2019, 11, 1), ...keyItems(2020, 21, 100)], { year: 2020 });
    expect(block(blocks, 'key').text?.zh).toBe('重点督办21件，较上年增加10件，增幅90.9%。');
  });

  test('a number that rises from zero has no rate; both counts are in its parts', () => {
    const blocks = written([...received(2019, 5, 1), ...keyItems(2020, 3, 100)], { year: 2020 });
    const key = block(blocks, 'key');
    expect(key.text).toEqual({
      zh: '重点督办3件，较上年增加3件。',
      en: '3 items were under special supervision, 3 items more than the year before.',
    });
    expect(key.parts[0]).toMatchObject({
      note: { zh: expect.stringContaining('上年为零') },
      answer: { compared: { current: { numerator: 3 }, previous: { numerator: 0 }, display: null } },
    });
  });

  test('what has no value is no sentence and no zero, but a reason', () => {
    const blocks = written(received(2020, 3, 1), { year: 2020 });
    for (const code of ['replied', 'classes', 'solvedOrPlanned', 'attitude'])
      expect(block(blocks, code)).toMatchObject({ text: null, reason: { zh: expect.any(String) } });
    expect(block(blocks, 'solvedOrPlanned').reason?.zh).toBe('分母为零:没有符合条件的“已定结果类别的件”。');
    expect(textOf(blocks, 'zh')).toBe(
      '共收到建议提案3件（上年无数据）。其中，收到代表建议3件、政协提案0件。已交办0件（上年无数据）。重点督办0件（上年无数据）。在册未销0项（上年无数据）。',
    );
  });

  test('asked for suggestions alone, it does not speak of proposals', () => {
    const blocks = written(countyOf2024(), { year: 2024, kind: 'NPC_SUGGESTION' });
    expect(block(blocks, 'received').text?.zh).toContain('140件');
    expect(block(blocks, 'kinds')).toMatchObject({
      text: null,
      reason: { zh: expect.stringContaining('不含') },
    });
  });

  test('with an instant it compares with the same time of the year before', () => {
    const cases = [...received(2019, 4, 1), ...received(2020, 6, 100)];
    const blocks = written(cases, { year: 2020, asOf: '2020-06-30T15:59:59.999Z' });
    expect(block(blocks, 'received').text).toEqual({
      zh: '共收到建议提案6件，较上年同期增加2件，增幅50.0%。',
      en: '6 items were received, 2 items more than at the same time of the year before, up 50.0%.',
    });
  });

  test('a share moves in percentage points and never in per cent', () => {
    const replied = (year: number, of: number, done: number, start: number) =>
      many(
        of,
        (file, index) => {
          file.submitted(`${year}-01-10`).docketed(`${year}-01-12`).handedOver(`${year}-02-01`);
          if (index < done) file.replied(`${year}-03-01`, file.id(1), 'A', ['SOLVED']);
        },
        start,
      );
    const blocks = written([...replied(2019, 40, 30, 1), ...replied(2020, 50, 40, 100)], { year: 2020 });
    expect(block(blocks, 'replied').text).toEqual({
      zh: '已办复40件，办复率80.0%，较上年上升5.0个百分点。',
      en: '40 items were replied to: 80.0%, 5.0 percentage points higher than the year before.',
    });
  });
});

describe('a locality words it otherwise', () => {
  const OWN = `version: "1"
reports:
  year:
    rounding: { mode: TRUNCATE, digits: 0 }
    phrases: { more: { zh: "，{than}增长{rate}", en: ", {rate} more {than}" } }
    blocks:
      received: null
      key: { text: { zh: "{year}年重点督办建议达{key.count}{key.change}。", en: "In {year}, {key.count} were supervised{key.change}." } }
`;

  test('only what differs is written; Qinghai’s 90 % is 10/11 cut off', () => {
    const blocks = written(
      [...keyItems(2019, 11, 1), ...keyItems(2020, 21, 100)],
      { year: 2020 },
      reportIn(OWN),
    );
    expect(blocks.map(({ code }) => code)).not.toContain('received');
    expect(block(blocks, 'key').text).toEqual({
      zh: '2020年重点督办建议达21件，较上年增长90%。',
      en: 'In 2020, 21 items were supervised, 90% more than the year before.',
    });
  });
});
