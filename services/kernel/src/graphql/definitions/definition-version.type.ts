import 'reflect-metadata';
import { Field, ObjectType } from 'type-graphql';
import type { StoredDefinition } from '../../definitions/definition-desk.js';
import { enumOf } from '../enum.js';
import { DateScalar, DateTimeScalar } from '../scalars.js';
import { DefinitionSource } from './definition.type.js';

export const DefinitionOriginEnum = enumOf<StoredDefinition<unknown>['origin']>(
  'DefinitionOrigin',
  '版本来源: how a version came about',
  {
    FILE: '文件: loaded from the files at a start',
    PUBLISHED: '发布: drafted, checked and approved here',
  },
);

/** What every stored version shows; what it says is its service's own. */
@ObjectType({ description: '定义版本: what every stored version shows' })
export abstract class DefinitionVersion<Definition> {
  constructor(
    readonly tenant: number,
    readonly stored: StoredDefinition<Definition>,
  ) {}

  @Field(() => String, { description: '版本: its name; what began under it keeps it' })
  get version(): string {
    return this.stored.version;
  }

  @Field(() => DateScalar, { description: '生效日期: the first day that goes by it' })
  get effectiveFrom(): string {
    return this.stored.effectiveFrom;
  }

  @Field(() => DefinitionOriginEnum, { description: '来源: from the files, or published here' })
  get origin(): string {
    return this.stored.origin;
  }

  @Field(() => DateTimeScalar, { description: '存入时间: when it was stored' })
  get recordedAt(): string {
    return this.stored.recordedAt;
  }

  @Field(() => [DefinitionSource], {
    description: '构成: the levels whose documents it was made of, from the base down',
  })
  get sources(): DefinitionSource[] {
    return this.stored.layers.map((layer) => new DefinitionSource(layer));
  }
}
