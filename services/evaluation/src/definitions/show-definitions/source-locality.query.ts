import { BASE_NUMBER } from '@duban/kernel';
import { DefinitionSource } from '@duban/kernel/graphql/definitions';
import { FieldResolver, Resolver, Root } from 'type-graphql';
import { LocalityType } from '../../foreign.type.js';

@Resolver(() => DefinitionSource)
export class SourceLocality {
  @FieldResolver(() => LocalityType, { nullable: true, description: '地方: null for the base' })
  locality(@Root() { layer }: DefinitionSource): LocalityType | null {
    return layer.locality === BASE_NUMBER ? null : LocalityType.of(layer.locality);
  }
}
