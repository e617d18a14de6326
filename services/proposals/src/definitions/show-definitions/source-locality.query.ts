import { BASE_NUMBER } from '@duban/kernel';
import { DefinitionSource } from '@duban/kernel/graphql/definitions';
import { FieldResolver, Resolver, Root } from 'type-graphql';
import { Locality } from '../../graph/foreign.type.js';

@Resolver(() => DefinitionSource)
export class SourceLocality {
  @FieldResolver(() => Locality, { nullable: true, description: '地方: null for the base' })
  locality(@Root() { layer }: DefinitionSource): Locality | null {
    return layer.locality === BASE_NUMBER ? null : new Locality(layer.locality);
  }
}
