import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Answer, mutationText, type Person } from '../../kit/person.js';

// biome-ignore lint/suspicious/noExplicitAny: answers are as varied as questions
type Success = any;

/** What a client knows about one mutation once it was answered. */
export type Told = {
  readonly key: string;
  readonly mutation: string;
  /** The version of the case that the answer showed; null for what is not a case. */
  readonly version: number | null;
};

/** What all clients were told, and what stood in their way. */
export class Book {
  readonly told: Told[] = [];
  readonly troubles = new Map<string, number>();
  /** Answers that were thrown away and asked for again. */
  repeated = 0;
  /** How long each mutation took until it was answered, in milliseconds. */
  readonly durations: number[] = [];

  trouble(kind: string): void {
    this.troubles.set(kind, (this.troubles.get(kind) ?? 0) + 1);
  }
}

/** What a client may answer by asking again. Anything else is a failure of the installation. */
const PASSING_STATUS = [502, 503, 504];
const PASSING_CODES = ['SERVICE_UNAVAILABLE', 'TIMED_OUT'];
const PATIENCE_MS = 60_000;
const PAUSE_MS = [40, 240] as const;
const LOST_ANSWERS = 0.1;

/** Somebody who asks with the same key until there is an answer, and now and then although there was one. */
export class Client {
  constructor(
    private readonly person: Person,
    private readonly book: Book,
    private readonly random: () => number,
  ) {}

  /** The success of a mutation. Throws on a refusal, and on every error that asking again should not mend. */
  async do(mutation: string, input: Readonly<Record<string, unknown>>, selection: string): Promise<Success> {
    const key = randomUUID();
    const ask = () => this.#untilAnswered(mutation, { idempotencyKey: key, ...input }, selection);
    const begun = performance.now();
    const success = await ask();
    this.book.durations.push(performance.now() - begun);
    if (this.random() < LOST_ANSWERS) {
      this.book.repeated += 1;
      const again = await ask();
      if (JSON.stringify(again) !== JSON.stringify(success))
        throw new Error(`${mutation} answered ${JSON.stringify(success)}, then ${JSON.stringify(again)}`);
    }
    this.book.told.push({ key, mutation, version: success.proposal?.version ?? null });
    return success;
  }

  async #untilAnswered(mutation: string, input: object, selection: string): Promise<Success> {
    const query = mutationText(mutation, selection);
    for (const end = Date.now() + PATIENCE_MS; ; ) {
      const answer = await this.person.ask(query, { input }).catch(() => 'connection');
      const trouble = typeof answer === 'string' ? answer : troubleOf(answer);
      if (typeof answer !== 'string' && trouble === null) return successOf(mutation, answer);
      this.book.trouble(String(trouble));
      if (Date.now() > end) throw new Error(`${mutation} is not answered: ${trouble}`);
      const [least, most] = PAUSE_MS;
      await sleep(least + this.random() * (most - least));
    }
  }
}

/** What stood in the way of an answer; null when there is one, be it good or bad. */
function troubleOf(answer: Answer): string | null {
  if (PASSING_STATUS.includes(answer.status)) return String(answer.status);
  const codes = answer.errors?.map(({ extensions }) => extensions.code) ?? [];
  return codes.find((code) => PASSING_CODES.includes(code)) ?? null;
}

function successOf(mutation: string, { status, data, errors }: Answer): Success {
  const success = data?.[mutation] as Success;
  if (status !== 200 || errors || !success || success.code)
    throw new Error(`${mutation}: ${JSON.stringify({ status, data, errors })}`);
  return success;
}
