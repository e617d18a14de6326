import { encodeId } from '@duban/kernel';
import { DefinitionValue, DefinitionVersion } from '@duban/kernel/graphql/definitions';
import { Field, ID, ObjectType } from 'type-graphql';
import type { Sheets } from '../../sheet/sheet.js';

@ObjectType({ description: '考核表版本: a stored version of a locality’s score sheets; it never changes' })
export class ScoreSheetVersion extends DefinitionVersion<Sheets> {
  @Field(() => ID, { nullable: true, description: '草案编号: the draft it was published from' })
  get sheetDraftId(): string | null {
    const { draftId: id } = this.stored;
    return id === null ? null : encodeId({ kind: 'sheetdraft', tenant: this.tenant, id });
  }

  @Field(() => [String], { description: '考核表: codes of its sheets, as score and ranking take them' })
  get sheets(): string[] {
    return Object.keys(this.stored.definition.sheets);
  }
}

@ObjectType({ description: '现行考核表: the sheets with the origin of every value' })
export class EffectiveScoreSheets {
  constructor(
    readonly shown: ScoreSheetVersion,
    readonly found: readonly DefinitionValue[],
  ) {}

  @Field(() => ScoreSheetVersion, { description: '版本: which one it is' })
  get version(): ScoreSheetVersion {
    return this.shown;
  }

  @Field(() => [DefinitionValue], { description: '取值: every value, with the level that said it last' })
  get values(): readonly DefinitionValue[] {
    return this.found;
  }
}
