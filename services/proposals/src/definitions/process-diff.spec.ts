import { mergeOffers, type PinnedLayer, planMerge, toldChanges } from '@duban/kernel';
import { describe, expect, test } from '@jest/globals';
import { MAPPINGS_ONLY } from '../process/condition.js';
import { effectiveProcess } from '../process/effective-process.js';
import type { Process } from '../process/process.js';
import { baseLayer, baseProcess, processSchemaText } from '../testing/process-files.kit.js';
import { diffProcesses } from './process-diff.js';
import { processLabels } from './process-labels.js';
import { processLanguage } from './process-language.js';
import { processValues } from './process-values.js';

const labels = processLabels(JSON.parse(processSchemaText()));
const means = processLanguage(labels, MAPPINGS_ONLY);
const { text: _, ...base } = baseLayer();
const layer = (source: string, locality: number, document: unknown): PinnedLayer => ({
  source,
  locality,
  level: locality === 2 ? 'PROVINCE' : 'COUNTY',
  name: source,
  origin: 'FILE',
  hash: JSON.stringify(document),
  document,
});
const BASE: PinnedLayer = { ...base, origin: 'FILE' };
const made = (...layers: readonly PinnedLayer[]): Process => {
  const { process, problems } = effectiveProcess([BASE, ...layers]);
  if (!process) throw new Error(JSON.stringify(problems));
  return process;
};

describe('a difference in plain words', () => {
  test.each<[document: object, zh: string, en: string]>([
    [
      { deadlines: { reply: { amount: 2 } } },
      '答复时限由 3 个月 改为 2 个月',
      'time limit for the reply: from 3 months to 2 months',
    ],
    [
      { deadlines: { return: { amount: 7, unit: 'DAY' } } },
      '退办时限由 5 个工作日 改为 7 天',
      'time limit for returning: from 5 working days to 7 days',
    ],
    [
      { deadlines: { 'reply-hard': { amount: 4 } } },
      '答复时限(难度大、涉及面广)由 6 个月 改为 4 个月',
      'time limit for the reply (hard or wide matters): from 6 months to 4 months',
    ],
    [
      { guards: { 'contact-during-handling': { mode: 'BLOCK' } } },
      '前提“办理中与提出人沟通”的不满足时由 “不满足时提示并记录” 改为 “不满足不能进行”',
      'guards by code "The proposer is contacted during the handling", when not met: from "recorded when not met" to "refused when not met"',
    ],
    [{ outcomes: { classes: { D: null } } }, '取消办理结果的结果类别“留作参考”（原为 留作参考）', ''],
    [
      { feedback: { axes: ['OVERALL', 'RESULT'] }, rehandling: { axes: ['RESULT'] } },
      '评价的评价的方面：增加总体评价，去掉办理态度；二次办理的引起重新办理的方面：去掉办理态度',
      '',
    ],
    [{ cosign: { enabled: false } }, '联名的是否设联名环节由 “是” 改为 “否”', ''],
    [
      { returns: { arbiters: ['DEPUTY_AFFAIRS_OFFICER', 'PROPOSAL_COMMITTEE_OFFICER'] } },
      '退办的裁定退办的角色：去掉政府办交办人员',
      '',
    ],
    [{ version: '9' }, '', ''],
  ])('%j', (document, zh, en) => {
    const told = toldChanges(diffProcesses(baseProcess(), made(layer('county', 3, document)), labels));
    expect(told.zh).toBe(zh);
    if (en) expect(told.en).toBe(en);
  });

  test('every value of the base has a name and says where it comes from', () => {
    const process = made(layer('county', 3, { deadlines: { reply: { amount: 2 } } }));
    const values = processValues(
      process,
      [BASE, layer('county', 3, { deadlines: { reply: { amount: 2 } } })],
      labels,
    );
    expect(
      values.filter(({ label }) => !/\p{Script=Han}/u.test(label.zh)).map(({ path }) => path.join('.')),
    ).toEqual([]);
    expect(values.filter((value) => value.layer === null)).toEqual([]);
    const own = values.filter((value) => value.layer?.source === 'county');
    expect(own.map(({ path, words }) => [path.join('.'), words.zh])).toEqual([
      ['deadlines.reply.amount', '2'],
    ]);
    const below = processValues(process, [BASE], labels, { below: 'deadlines.reply' });
    expect(below.every(({ path }) => path[1] === 'reply')).toBe(true);
  });
});

describe('an update from above', () => {
  const before = layer('province', 2, { deadlines: { acknowledge: { amount: 3 } } });
  const now = layer('province', 2, {
    deadlines: { acknowledge: { amount: 2 }, reply: { amount: 2 } },
    returns: { max: 2 },
  });
  const own = layer('county', 3, { deadlines: { reply: { amount: 1 } } });
  const offers = () => mergeOffers([BASE, before, own], [BASE, now], means);
  const resulting = (take: readonly string[] | null): Process => {
    const [offer] = offers();
    const plan = offer && planMerge('process', offer, [BASE, before], take);
    if (!plan?.accepted) throw new Error('refused');
    const document = structuredClone(own.document) as Record<string, unknown>;
    for (const edit of plan.value.edits) put(document, edit.path, 'remove' in edit ? undefined : edit.value);
    return made(...plan.value.above.slice(1), layer('county', 3, document));
  };

  test('lists what differs, with the old value, the new one and the own one', () => {
    expect(offers()).toHaveLength(1);
    expect(
      offers()[0]?.changes.map(({ path, from, to, own: said, overridden }) => [
        path.join('.'),
        from,
        to,
        said,
        overridden,
      ]),
    ).toEqual([
      ['deadlines.acknowledge.amount', 3, 2, undefined, false],
      ['deadlines.reply.amount', 3, 2, 1, true],
      ['returns.max', 1, 2, undefined, false],
    ]);
    expect(offers()[0]?.changes[0]?.sentence.zh).toBe('签收时限由 3 个工作日 改为 2 个工作日');
  });

  test.each<[string, readonly string[] | null, [acknowledge: number, reply: number, returns: number]]>([
    ['all that is not set here', null, [2, 1, 2]],
    ['nothing: everything stays as it was', [], [3, 1, 1]],
    ['one of them', ['returns.max'], [3, 1, 2]],
    ['one that is set here: it takes its place', ['deadlines.reply.amount'], [3, 2, 1]],
  ])('takes over %s', (_, take, [acknowledge, reply, returns]) => {
    const process = resulting(take);
    expect(process.deadlines.acknowledge?.amount).toBe(acknowledge);
    expect(process.deadlines.reply?.amount).toBe(reply);
    expect(process.returns.max).toBe(returns);
  });

  test('a path that is not offered is refused; the same in other words is no offer', () => {
    const [offer] = offers();
    expect(offer && planMerge('process', offer, [], ['deadlines.cosign'])).toMatchObject({
      code: 'PROCESS_PATH_NOT_OFFERED',
    });
    expect(mergeOffers([BASE, before, own], [BASE, { ...before, hash: 'other' }], means)).toEqual([]);
  });
});

/** What the text's editor does, on plain data. */
function put(document: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [key, ...rest] = path as [string, ...string[]];
  if (rest.length > 0) {
    document[key] ??= {};
    put(document[key] as Record<string, unknown>, rest, value);
  } else if (value === undefined) delete document[key];
  else document[key] = value;
}
