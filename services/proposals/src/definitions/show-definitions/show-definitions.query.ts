import {
  type CalendarDate,
  type DefinitionChange,
  type DefinitionLabels,
  dateInShanghai,
  diffLocks,
  mayTry,
  offersFor,
} from '@duban/kernel';
import { badInput, DateScalar, failure } from '@duban/kernel/graphql';
import { DefinitionComparison, DefinitionOffer, DefinitionValue } from '@duban/kernel/graphql/definitions';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { ProposalKind } from '../../case/vocabulary.js';
import { Locality } from '../../graph/foreign.type.js';
import { requireOwn, requireTexts } from '../../graph/readers.input.js';
import { ProposalKindEnum } from '../../graph/vocabulary.type.js';
import { effectiveProcess } from '../../process/effective-process.js';
import { PROPOSAL_ACCESS, type ProposalAction } from '../../proposal.access.js';
import type { ProposalContext } from '../../proposal.context.js';
import type { DefinitionDeps, StoredDefinition, StoredVersions } from '../definition-deps.js';
import { diffProcesses } from '../process-diff.js';
import { processValues } from '../process-values.js';
import { EffectiveDefinition, ProcessVersion } from './process-version.type.js';

/** NOT_GRANTED for another locality, FORBIDDEN for roles that do not read this. */
export function requireDefinitions(
  context: ProposalContext,
  locality: Locality,
  action: ProposalAction,
): Promise<DefinitionDeps> {
  requireOwn(context, locality);
  if (!mayTry(PROPOSAL_ACCESS, action, context.viewer.role)) throw failure('FORBIDDEN');
  return context.reads();
}

/** The versions of the own locality, or of one below: what it says is no personal data. NOT_GRANTED for any other. */
async function requireVersions(
  context: ProposalContext,
  { number }: Locality,
): Promise<Pick<DefinitionDeps, 'texts' | 'conditions'> & { readonly definitions: StoredVersions }> {
  if (!mayTry(PROPOSAL_ACCESS, 'process:read', context.viewer.role)) throw failure('FORBIDDEN');
  if (number === context.viewer.tenant) return context.reads();
  const { definitions: own, texts, conditions } = await context.reads('COUNTS');
  const definitions = await own.below(number);
  if (!definitions) throw failure('NOT_GRANTED');
  return { definitions, texts, conditions };
}

type Versions = { readonly definitions: StoredVersions };

const find = async ({ definitions }: Versions, version: string): Promise<StoredDefinition> => {
  requireTexts('version', [version]);
  const found = await definitions.find(version);
  if (found) return found;
  throw badInput(`没有程序版本“${version}”。`, `there is no version "${version}" of the process.`);
};

type Made = Pick<StoredDefinition, 'definition' | 'layers'>;

/** Values, then what is locked. */
function differences(before: Made, after: Made, labels: DefinitionLabels): DefinitionChange[] {
  const locks = ({ layers }: Made) => effectiveProcess(layers).locks;
  return [
    ...diffProcesses(before.definition, after.definition, labels),
    ...diffLocks(locks(before), locks(after), after.definition, labels),
  ];
}

@Resolver(() => Locality)
export class LocalityDefinitions {
  @FieldResolver(() => [ProcessVersion], {
    description: '程序版本: all that were loaded or published, the latest first, 200 at most',
  })
  async processVersions(
    @Root() locality: Locality,
    @Ctx() context: ProposalContext,
  ): Promise<ProcessVersion[]> {
    const { definitions } = await requireVersions(context, locality);
    return (await definitions.list()).map((stored) => new ProcessVersion(locality.number, stored));
  }

  @FieldResolver(() => ProcessVersion, { nullable: true, description: '程序版本: one by its name' })
  async processVersion(
    @Root() locality: Locality,
    @Ctx() context: ProposalContext,
    @Arg('version', () => String, { description: '版本: its name' }) version: string,
  ): Promise<ProcessVersion | null> {
    const { definitions } = await requireVersions(context, locality);
    requireTexts('version', [version]);
    const stored = await definitions.find(version);
    return stored && new ProcessVersion(locality.number, stored);
  }

  @FieldResolver(() => EffectiveDefinition, {
    description: '现行程序: the process in force on a date, with where every value comes from',
  })
  async effectiveProcess(
    @Root() locality: Locality,
    @Ctx() context: ProposalContext,
    @Arg('on', () => DateScalar, { nullable: true, description: '日期: today when left out' })
    on?: CalendarDate | null,
    @Arg('kind', () => ProposalKindEnum, { nullable: true, description: '件别: the process of this kind' })
    kind?: ProposalKind | null,
    @Arg('below', () => String, {
      nullable: true,
      description: '路径: only what stands below it, such as deadlines',
    })
    below?: string | null,
  ): Promise<EffectiveDefinition> {
    const { definitions, texts } = await requireVersions(context, locality);
    requireTexts('below', [below]);
    const stored = await definitions.inForce(on ?? dateInShanghai(context.now()));
    const values = processValues(stored.definition, stored.layers, texts.labels, { kind, below });
    return new EffectiveDefinition(
      new ProcessVersion(locality.number, stored),
      values.map((value) => new DefinitionValue(value)),
    );
  }

  @FieldResolver(() => DefinitionComparison, {
    description: '程序对照: where two versions of the process differ, in plain words',
  })
  async processDiff(
    @Root() locality: Locality,
    @Ctx() context: ProposalContext,
    @Arg('from', () => String, { nullable: true, description: '原版本: the one before when left out' })
    from?: string | null,
    @Arg('to', () => String, { nullable: true, description: '新版本: the latest when left out' })
    to?: string | null,
  ): Promise<DefinitionComparison> {
    const deps = await requireVersions(context, locality);
    const after = to ? await find(deps, to) : await deps.definitions.latest();
    const before = from ? await find(deps, from) : await deps.definitions.before(after.serial);
    return new DefinitionComparison(differences(before, after, deps.texts.labels));
  }

  @FieldResolver(() => DefinitionComparison, {
    description:
      '与上级的差异: what the locality’s own layer makes of the process of the level above, in plain words',
  })
  async processDiffToParent(
    @Root() locality: Locality,
    @Ctx() context: ProposalContext,
    @Arg('on', () => DateScalar, { nullable: true, description: '日期: today when left out' })
    on?: CalendarDate | null,
  ): Promise<DefinitionComparison> {
    const { definitions, texts, conditions } = await requireVersions(context, locality);
    const stored = await definitions.inForce(on ?? dateInShanghai(context.now()));
    const layers = stored.layers.slice(0, -1);
    const { process: definition } = effectiveProcess(layers, conditions);
    if (!definition) return new DefinitionComparison([]);
    return new DefinitionComparison(differences({ definition, layers }, stored, texts.labels));
  }

  @FieldResolver(() => [DefinitionOffer], {
    description:
      '程序更新: what levels above changed since the process was made; nothing is applied by itself',
  })
  async processOffers(
    @Root() locality: Locality,
    @Ctx() context: ProposalContext,
  ): Promise<DefinitionOffer[]> {
    const deps = await requireDefinitions(context, locality, 'process:read-drafts');
    const today = dateInShanghai(context.now());
    const offers = await offersFor(deps, await deps.definitions.latest(), today);
    return offers.map((offer) => new DefinitionOffer(offer));
  }
}
