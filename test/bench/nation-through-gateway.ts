import type { Nation } from '@duban/evaluation/nation';
import { step } from '@duban/ops/progress';
import type { Client } from 'pg';
import { figuresText, numbersIn, numbersOf, questionsOf, statementOf } from './nation-asked.js';
import type { NationInstallation } from './nation-installation.js';
import { inTurns, rowOf } from './nation-measured.js';
import { cpuOf } from './processes.js';
import { table } from './samples.js';

const HEADINGS = [
  'seven metrics of',
  'asked',
  'times',
  'time in ms, median (min – max)',
  '95 of 100 within',
  'CPU in ms: gateway',
  'units',
  'evaluation',
  'PostgreSQL',
];

/** The same questions through the gateway of the running installation, beside the materialised view, in turns. */
export async function measureThroughGateway(
  country: Nation,
  installation: NationInstallation,
  admin: Client,
): Promise<string> {
  const rows = [HEADINGS];
  for (const question of questionsOf(country)) {
    const analyst = await installation.analystOf(question.root);
    const ask = async (proven: boolean) => {
      const text = `query ($code: String!) { locality(code: $code) { ${figuresText(question, proven)} } }`;
      const { locality } = await analyst.get(text, { code: String(question.root.number) });
      return numbersIn(locality.figures, question);
    };
    const statement = statementOf(country, question, 'nation_by_hand');
    const sources = [
      { name: 'through the gateway', ask: () => ask(false) },
      { name: 'through the gateway, with freshness and proof', ask: () => ask(true) },
      { name: 'a materialised view', ask: async () => numbersOf((await admin.query(statement)).rows) },
    ];
    const timed = await step('网关', question.name, () => inTurns(question, sources));
    const cost = async (run: () => Promise<unknown>, times: number) => {
      const before = cpuOf(installation.supervisor);
      for (let n = 0; n < times; n++) await run();
      const after = cpuOf(installation.supervisor);
      return (['gateway', 'units', 'evaluation', 'postgres'] as const).map(
        (part) => (after[part] - before[part]) / times,
      );
    };
    for (const one of timed) rows.push(await rowOf(question, one, timed, cost));
  }
  return table(rows);
}
