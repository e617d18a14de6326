import { encodeId } from '@duban/kernel';
import { DraftOfDefinition } from '@duban/kernel/graphql/definitions';
import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: '程序草案: a change of the locality’s process before it is published' })
export class ProcessDraft extends DraftOfDefinition {
  @Field(() => ID, { description: '编号: the public id' })
  get id(): string {
    return encodeId({ kind: 'draft', tenant: this.tenant, id: this.draft.id });
  }
}
