import { join } from 'node:path';
import { step } from '@duban/ops/progress';
import { Accounts } from '../kit/accounts.js';
import { freePort } from '../kit/deployment.js';
import { Person } from '../kit/person.js';
import { makePlaces } from '../kit/places.js';
import { type Started, startPlatform, until } from '../start-up/started-platform.js';
import { memoryOf, type PerPart } from './processes.js';
import { recountsByDay } from './recounts.js';
import { Samples } from './samples.js';

/** The county that is asked about, and how many cases it is given; the city has the whole crowd below it. */
const COUNTY = '901001';
const CITY = '901000';
const CASES = 40;
const QUERY = `query ($code: String!) { locality(code: $code) { name process { version }
  proposals(first: 20) { totalCount nodes { title phase leadProposer { person { name } } } } } }`;
const METRICS = [
  'RECEIVED',
  'ACCEPTED',
  'HANDED_OVER_COUNT',
  'REPLY_RATE',
  'COMPLETION_RATE',
  'SOLVED_RATE',
  'OVERDUE_OPEN',
];
const FIGURES = `query ($code: String!) { locality(code: $code) { name figures(filter: {}) {
  ${METRICS.map((name) => `${name}: metric(name: ${name}) { numerator denominator }`).join(' ')} } } }`;
const DRAFT = {
  kind: 'NPC_SUGGESTION',
  period: 'IN_SESSION',
  proposerType: 'INDIVIDUAL',
  category: 'urban-construction',
  body: '路面破损。',
};

export const QUESTIONS = [
  'a page of cases',
  'figures of the county',
  'figures of the city above them all',
] as const;
export type QuestionName = (typeof QUESTIONS)[number];

/** An installation with one county of people and a crowd of others. */
export class Crowd {
  readonly samples: Readonly<Record<QuestionName, Samples>> = {
    'a page of cases': new Samples(),
    'figures of the county': new Samples(),
    'figures of the city above them all': new Samples(),
  };
  memory: PerPart | null = null;
  readonly laterStarts = new Samples();
  firstStart = 0;
  #started: Started | null = null;
  readonly #people = new Map<string, Person>();
  readonly #localities: string;
  readonly #data: string;
  #port = 0;

  constructor(
    folder: string,
    readonly size: number,
  ) {
    const own = join(folder, String(size));
    this.#localities = makePlaces(own, { counties: 1, crowd: size });
    this.#data = join(own, 'data');
  }

  async start(): Promise<void> {
    this.#port = await freePort();
    const env = {
      DUBAN_DATA: this.#data,
      DUBAN_LOCALITIES: this.#localities,
      PORT: String(this.#port),
      DATABASE_URL: '',
      ...recountsByDay(),
    };
    this.#started = startPlatform(env);
    const started = this.#started;
    await until('ready', () => started.output().includes('Duban is ready'), 1_800_000);
    const seconds = Number(/Duban is ready.*?([\d.]+) s/.exec(started.output())?.[1]);
    if (this.firstStart === 0) this.firstStart = seconds;
    else this.laterStarts.add(seconds);
  }

  async startAgain(): Promise<void> {
    await step('再次启动', `${this.size} localities, a later start`, () => this.start());
    await this.stop();
  }

  /** A deputy submits some cases, once; those who are to count them have them. */
  async prepare(): Promise<void> {
    const accounts = new Accounts(this.#localities, this.#data);
    for (const login of [
      `${COUNTY}.deputy`,
      `${COUNTY}.upper-tenant-analyst`,
      `${CITY}.upper-tenant-analyst`,
    ])
      this.#people.set(
        login,
        new Person(`http://127.0.0.1:${this.#port}`, login, await accounts.tokenOf(login)),
      );
    const deputy = this.#people.get(`${COUNTY}.deputy`) as Person;
    for (let n = 0; n < CASES; n++) {
      const draft = { ...DRAFT, title: `关于第${n}条路的建议` };
      const { proposal } = await deputy.do('draftProposal', draft, 'proposal { id }');
      await deputy.do('submitProposal', { proposalId: proposal.id });
    }
    const counted = async (): Promise<boolean> => {
      const { locality } = (await this.ask('figures of the city above them all')) as Counted;
      return locality.figures.RECEIVED.numerator === CASES;
    };
    await until('the figures have them', counted, 600_000);
  }

  async ask(question: QuestionName): Promise<unknown> {
    if (question === 'a page of cases')
      return this.#people.get(`${COUNTY}.deputy`)?.get(QUERY, { code: COUNTY });
    const code = question === 'figures of the county' ? COUNTY : CITY;
    return this.#people.get(`${code}.upper-tenant-analyst`)?.get(FIGURES, { code });
  }

  remember(): void {
    this.memory = memoryOf(this.#started?.child.pid as number);
  }

  async stop(): Promise<void> {
    this.#started?.child.kill('SIGTERM');
    await this.#started?.ended;
    this.#started = null;
  }
}

type Counted = {
  readonly locality: { readonly figures: { readonly RECEIVED: { readonly numerator: number } } };
};
