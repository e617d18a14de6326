import { encodeId } from '@duban/kernel';
import { DraftOfDefinition } from '@duban/kernel/graphql/definitions';
import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: '考核表草案: a change of the locality’s score sheets before it is published' })
export class ScoreSheetDraft extends DraftOfDefinition {
  @Field(() => ID, { description: '编号: the public id' })
  get id(): string {
    return encodeId({ kind: 'sheetdraft', tenant: this.tenant, id: this.draft.id });
  }
}
