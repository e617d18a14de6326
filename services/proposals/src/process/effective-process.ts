import {
  brokenLocks,
  eachOnce,
  isMapping,
  type Layer,
  type LocatedProblem,
  type Lock,
  type LockLanguage,
  locksOf,
  type Mapping,
  mergeInto,
  originOf,
  versionOf,
} from '@duban/kernel';
import type { ProposalKind } from '../case/vocabulary.js';
import { type ConditionLanguage, MAPPINGS_ONLY } from './condition.js';
import type { Process } from './process.js';
import { checkProcess } from './process-checks.js';

const LOCKS: LockLanguage = { partsUnder: 'byKind', example: 'deadlines.reply' };

/** What a locality's kinds of cases share, and the whole process of each kind that has rules of its own. */
export type ProcessOfKinds = Process & {
  readonly byKind?: Readonly<Partial<Record<ProposalKind, Process>>>;
};

export type EffectiveProcess = {
  /** Null when it cannot be used; then `problems` says why. */
  readonly process: ProcessOfKinds | null;
  readonly problems: readonly LocatedProblem[];
  /**
   * Which layer each value comes from, by its path (`deadlines.reply.amount`); what holds for one kind
   * alone by `byKind.CPPCC_PROPOSAL.deadlines.reply.amount`.
   */
  readonly origins: ReadonlyMap<string, string>;
  /** Paths no level below may change, and who said so. */
  readonly locks: readonly Lock[];
};

/** The process that cases of a kind follow. */
export function processFor({ byKind, ...common }: ProcessOfKinds, kind: ProposalKind): Process {
  const own = byKind?.[kind];
  return own ? { ...own, version: common.version } : common;
}

/**
 * The process a locality works by: each layer states only what differs from those before it.
 * Mappings are merged key by key, everything else is replaced; `key: null` takes an entry away. What
 * a layer says `byKind` holds for that kind alone, over what the layer says for all. What a layer
 * locks, those after it leave as it is.
 */
export function effectiveProcess(
  layers: readonly Layer[],
  conditions: ConditionLanguage = MAPPINGS_ONLY,
): EffectiveProcess {
  const version = versionOf(layers);
  const { locks, problems: wrongLocks } = locksOf(layers, LOCKS);
  const common = chain(layers, null, locks, version, conditions);
  const kinds = separateKinds(layers, common.process);
  const own = kinds.map((kind) => [kind, chain(layers, kind, locks, version, conditions)] as const);
  const origins = new Map(common.origins);
  for (const [kind, { origins: found }] of own) {
    for (const [path, source] of found) origins.set(`byKind.${kind}.${path}`, source);
  }
  const problems = eachOnce([...wrongLocks, ...common.problems, ...own.flatMap(([, one]) => one.problems)]);
  if (problems.length > 0) return { process: null, problems, origins, locks };
  const byKind = Object.fromEntries(own.map(([kind, { process }]) => [kind, process]));
  return {
    process: own.length > 0 ? { ...common.process, byKind } : common.process,
    problems,
    origins,
    locks,
  };
}

/** Kinds for which some layer has rules of their own. */
function separateKinds(layers: readonly Layer[], { kinds }: Process): ProposalKind[] {
  const named = layers.flatMap(({ document }) => Object.keys(kindsIn(document)));
  return (Array.isArray(kinds) ? kinds : []).filter((kind) => named.includes(kind));
}

const kindsIn = (document: unknown): Mapping =>
  isMapping(document) && isMapping(document.byKind) ? document.byKind : {};

type Chain = Pick<EffectiveProcess, 'problems' | 'origins'> & { readonly process: Process };

/** All layers over one another, for one kind or for what all kinds share. */
function chain(
  layers: readonly Layer[],
  kind: ProposalKind | null,
  locks: readonly Lock[],
  version: string,
  conditions: ConditionLanguage,
): Chain {
  const origins = new Map<string, string>();
  const problems: LocatedProblem[] = [];
  let merged: Mapping = {};
  for (const layer of layers) {
    const before = merged;
    for (const part of partsOf(layer, kind))
      merged = mergeInto(merged, part.document, part.source, [], origins);
    problems.push(...brokenLocks({ layers, layer, part: kind, before, after: merged }, locks, LOCKS));
  }
  const process = { ...merged, version } as unknown as Process;
  const last = layers.at(-1)?.source ?? '';
  const told = checkProcess(process, conditions).map((problem): LocatedProblem => {
    const { source, under } = readMark(originOf(origins, problem.path) ?? last);
    return { ...problem, path: [...under, ...problem.path], source };
  });
  return { process, problems: [...problems, ...told], origins: unmarked(origins) };
}

type LayerPart = { readonly source: string; readonly document: Mapping };

/** What a layer says for all kinds, then what it says for this one, marked as such. */
function partsOf({ source, document }: Layer, kind: ProposalKind | null): LayerPart[] {
  if (!isMapping(document)) return [];
  const { $schema: _, locks: __, byKind: ___, ...common } = document;
  const own = kind === null ? undefined : kindsIn(document)[kind];
  return [
    { source, document: common },
    ...(isMapping(own) ? [{ source: `${source}${MARK}${kind}`, document: own }] : []),
  ];
}

const MARK = '\n';

const readMark = (marked: string): { readonly source: string; readonly under: readonly string[] } => {
  const [source = '', kind] = marked.split(MARK);
  return { source, under: kind === undefined ? [] : ['byKind', kind] };
};

const unmarked = (origins: ReadonlyMap<string, string>): ReadonlyMap<string, string> =>
  new Map([...origins].map(([path, marked]) => [path, readMark(marked).source]));
