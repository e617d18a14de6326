import { performance } from 'node:perf_hooks';
import { childrenOf, until } from '../start-up/started-platform.js';

/** The processes of an installation that may be killed. */
export const PARTS = ['gateway', 'units', 'people', 'proposals', 'evaluation', 'postgres'] as const;
export type Part = (typeof PARTS)[number];

/** Process ids by part; a part that is just being started again is left out. */
export function processesOf(supervisor: number): Partial<Record<Part, number>> {
  const children = childrenOf(supervisor);
  const find = (part: Part) =>
    children.find(({ command }) =>
      part === 'postgres' ? command.includes('/bin/postgres -D') : command.includes(`/${part}/dist/`),
    )?.pid;
  return Object.fromEntries(PARTS.map((part) => [part, find(part)]).filter(([, pid]) => pid));
}

export type Recovery = {
  readonly part: Part;
  /** Until there is another process. */
  readonly startedMs: number;
  /** Until the gateway says that everything is ready. */
  readonly readyMs: number;
  /** Parts that ended although nobody killed them. */
  readonly alsoEnded: readonly Part[];
};

/** `kill -9` of one part, and how the installation comes back. */
export async function killPart(
  supervisor: number,
  part: Part,
  isReady: () => Promise<boolean>,
): Promise<Recovery> {
  const before = processesOf(supervisor);
  const victim = before[part];
  if (!victim) throw new Error(`${part} does not run`);
  const killedAt = performance.now();
  process.kill(victim, 'SIGKILL');
  await until(`another process of ${part}`, () => {
    const now = processesOf(supervisor)[part];
    return now !== undefined && now !== victim;
  });
  const startedMs = performance.now() - killedAt;
  await until(`everything ready after ${part}`, isReady, 60_000);
  const readyMs = performance.now() - killedAt;
  const after = processesOf(supervisor);
  const alsoEnded = PARTS.filter((one) => one !== part && after[one] !== before[one]);
  return { part, startedMs, readyMs, alsoEnded };
}
