import {
  type CalendarDate,
  type DefinitionChange,
  dateInShanghai,
  diffLocks,
  offersFor,
} from '@duban/kernel';
import { badInput, DateScalar } from '@duban/kernel/graphql';
import { DefinitionComparison, DefinitionOffer, DefinitionValue } from '@duban/kernel/graphql/definitions';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { EvaluationContext } from '../../evaluation.context.js';
import { LocalityType } from '../../foreign.type.js';
import { type StoredSheets } from '../sheet-desk.js';
import { requireDesk, requireText, requireVersions, type SheetVersions } from './sheet-readers.input.js';
import { EffectiveScoreSheets, ScoreSheetVersion } from './sheet-version.type.js';

const ON = { nullable: true, description: '日期: today when left out' } as const;

async function find({ definitions }: SheetVersions, version: string): Promise<StoredSheets> {
  requireText('version', version);
  const found = await definitions.find(version);
  if (found) return found;
  throw badInput(`没有考核表版本“${version}”。`, `there is no version "${version}" of the score sheets.`);
}

type Made = Pick<StoredSheets, 'definition' | 'layers'>;

/** Values, then what is locked. */
function differences({ language }: SheetVersions, before: Made, after: Made): DefinitionChange[] {
  const locks = ({ layers }: Made) => language.make(layers).locks;
  return [
    ...language.diff(before.definition, after.definition),
    ...diffLocks(locks(before), locks(after), after.definition, language.labels),
  ];
}

@Resolver(() => LocalityType)
export class LocalitySheetVersions {
  @FieldResolver(() => [ScoreSheetVersion], {
    description: '考核表版本: all that were loaded or published, the latest first, 200 at most',
  })
  async scoreSheetVersions(
    @Root() { number }: LocalityType,
    @Ctx() context: EvaluationContext,
  ): Promise<ScoreSheetVersion[]> {
    const { definitions } = await requireVersions(context, number);
    return (await definitions.list()).map((stored) => new ScoreSheetVersion(number, stored));
  }

  @FieldResolver(() => EffectiveScoreSheets, {
    description: '现行考核表: the sheets in force on a date, with where every value comes from',
  })
  async effectiveScoreSheets(
    @Root() { number }: LocalityType,
    @Ctx() context: EvaluationContext,
    @Arg('on', () => DateScalar, ON) on?: CalendarDate | null,
    @Arg('below', () => String, {
      nullable: true,
      description: '路径: only what stands below it, such as sheets.units.indicators',
    })
    below?: string | null,
  ): Promise<EffectiveScoreSheets> {
    const { definitions, valuesOf } = await requireVersions(context, number);
    requireText('below', below);
    const stored = await definitions.inForce(on ?? dateInShanghai(context.now()));
    const values = valuesOf(stored, below ?? null);
    return new EffectiveScoreSheets(
      new ScoreSheetVersion(number, stored),
      values.map((value) => new DefinitionValue(value)),
    );
  }

  @FieldResolver(() => DefinitionComparison, {
    description: '考核表对照: where two versions of the sheets differ, in plain words',
  })
  async scoreSheetDiff(
    @Root() { number }: LocalityType,
    @Ctx() context: EvaluationContext,
    @Arg('from', () => String, { nullable: true, description: '原版本: the one before when left out' })
    from?: string | null,
    @Arg('to', () => String, { nullable: true, description: '新版本: the latest when left out' })
    to?: string | null,
  ): Promise<DefinitionComparison> {
    const desk = await requireVersions(context, number);
    const after = to ? await find(desk, to) : await desk.definitions.latest();
    const before = from ? await find(desk, from) : await desk.definitions.before(after.serial);
    return new DefinitionComparison(differences(desk, before, after));
  }

  @FieldResolver(() => DefinitionComparison, {
    description:
      '与上级的差异: what the locality’s own layer makes of the sheets of the level above, in plain words',
  })
  async scoreSheetDiffToParent(
    @Root() { number }: LocalityType,
    @Ctx() context: EvaluationContext,
    @Arg('on', () => DateScalar, ON) on?: CalendarDate | null,
  ): Promise<DefinitionComparison> {
    const desk = await requireVersions(context, number);
    const stored = await desk.definitions.inForce(on ?? dateInShanghai(context.now()));
    const layers = stored.layers.slice(0, -1);
    const { definition } = desk.language.make(layers);
    return new DefinitionComparison(definition ? differences(desk, { definition, layers }, stored) : []);
  }

  @FieldResolver(() => [DefinitionOffer], {
    description:
      '考核表更新: what levels above changed since the sheets were made; nothing is applied by itself',
  })
  async scoreSheetOffers(
    @Root() { number }: LocalityType,
    @Ctx() context: EvaluationContext,
  ): Promise<DefinitionOffer[]> {
    const desk = await requireDesk(context, number, 'sheet:read-drafts');
    const today = dateInShanghai(context.now());
    const offers = await offersFor(desk, await desk.definitions.latest(), today);
    return offers.map((offer) => new DefinitionOffer(offer));
  }
}
