import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { step } from '@duban/ops/progress';
import { Crowd, QUESTIONS } from './crowd.js';
import { ms, table } from './samples.js';

/** How many localities stand beside the one that is asked about, installation by installation. */
const OPTIONS = { crowds: { type: 'string', default: '1,400,3250' } } as const;
const STARTS = 3;
const REQUESTS = 200;

/** The same installation with more and more localities that have nothing to do with the question. */
export async function manyLocalities(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'duban-bench-crowd-'));
  const { values } = parseArgs({ args: process.argv.slice(3), options: OPTIONS });
  const crowds = values.crowds.split(',').map((size) => new Crowd(folder, Number(size)));
  try {
    for (const crowd of crowds)
      await step('首次启动', `${crowd.size} localities, first start`, () => crowd.start());
    for (const crowd of crowds) await crowd.stop();
    for (let n = 0; n < STARTS; n++) for (const crowd of crowds) await crowd.startAgain();
    for (const crowd of crowds) await crowd.start();
    await step('查询', 'the same query in turns', () => askInTurns(crowds));
    return report(crowds);
  } finally {
    for (const crowd of crowds) await crowd.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function askInTurns(crowds: readonly Crowd[]): Promise<void> {
  for (const crowd of crowds) await crowd.prepare();
  for (const question of QUESTIONS) {
    const answers = await Promise.all(crowds.map((crowd) => crowd.ask(question)));
    if (new Set(answers.map((answer) => JSON.stringify(answer))).size > 1)
      throw new Error(`the answers differ: ${JSON.stringify(answers)}`);
  }
  for (const question of QUESTIONS) {
    for (let n = 0; n < 30; n++) for (const crowd of crowds) await crowd.ask(question);
    for (let n = 0; n < REQUESTS; n++)
      for (const crowd of crowds) await crowd.samples[question].time(() => crowd.ask(question));
  }
  for (const crowd of crowds) crowd.remember();
}

function report(crowds: readonly Crowd[]): string {
  const [alone] = crowds as [Crowd];
  const starts = table([
    [
      'localities beside',
      'first start, s',
      'later start, s (of three)',
      'ratio',
      'memory in MiB: units',
      'people',
      'proposals',
      'evaluation',
      'PostgreSQL',
    ],
    ...crowds.map(({ size, firstStart, laterStarts, memory }) => [
      String(size),
      firstStart.toFixed(1),
      laterStarts.median.toFixed(1),
      (laterStarts.median / alone.laterStarts.median).toFixed(2),
      ...(['units', 'people', 'proposals', 'evaluation', 'postgres'] as const).map((part) =>
        (memory?.[part] ?? 0).toFixed(0),
      ),
    ]),
  ]);
  const answers = QUESTIONS.flatMap((question) =>
    crowds.map(({ size, samples }) => [
      question,
      String(size),
      ms(samples[question].within(0.95)),
      samples[question].text,
      (samples[question].within(0.95) / alone.samples[question].within(0.95)).toFixed(2),
      (samples[question].median / alone.samples[question].median).toFixed(2),
    ]),
  );
  const headings = [
    'asked',
    'localities beside',
    '95 of 100 within, ms',
    'median (min – max)',
    'ratio of the 95',
    'of the medians',
  ];
  return `${starts}\n\n${table([headings, ...answers])}`;
}
