import { encodeId } from '@duban/kernel';
import { DefinitionValue, DefinitionVersion } from '@duban/kernel/graphql/definitions';
import { Field, ID, ObjectType } from 'type-graphql';
import type { ProcessOfKinds } from '../../process/effective-process.js';
import { CaseProcess } from '../../process/show-process/case-process.type.js';

@ObjectType({ description: '程序版本: a stored version of a locality’s process; it never changes' })
export class ProcessVersion extends DefinitionVersion<ProcessOfKinds> {
  @Field(() => ID, { nullable: true, description: '草案编号: the draft it was published from' })
  get draftId(): string | null {
    const { draftId: id } = this.stored;
    return id === null ? null : encodeId({ kind: 'draft', tenant: this.tenant, id });
  }

  @Field(() => CaseProcess, { description: '办理程序: what it says, for forms and legends' })
  get process(): CaseProcess {
    return new CaseProcess(this.stored.definition);
  }
}

@ObjectType({ description: '现行程序: a process with the origin of every value' })
export class EffectiveDefinition {
  constructor(
    readonly shown: ProcessVersion,
    readonly found: readonly DefinitionValue[],
  ) {}

  @Field(() => ProcessVersion, { description: '版本: which one it is' })
  get version(): ProcessVersion {
    return this.shown;
  }

  @Field(() => [DefinitionValue], { description: '取值: every value, with the level that said it last' })
  get values(): readonly DefinitionValue[] {
    return this.found;
  }
}
