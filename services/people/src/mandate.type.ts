import { encodeId } from '@duban/kernel';
import { DateScalar, failure } from '@duban/kernel/graphql';
import { Ctx, Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import type { Key } from './account.store.js';
import type { Mandate, MandateKind, MandateStatus } from './mandate.js';
import type { PeopleContext } from './people.context.js';
import { MandateKindEnum, MandateStatusEnum } from './people.enums.type.js';
import { type Found, textOf } from './people.read.js';
import { maySeePersonalData } from './person.js';
import { findPerson, PersonType } from './person.type.js';

@ObjectType('Mandate', {
  description: '代表或委员资格: a mandate of a deputy or a CPPCC member for one term',
})
@Directive('@key(fields: "id")')
export class MandateType {
  @Field(() => ID, { description: '编号: public id' })
  id: string;

  @Field(() => MandateKindEnum, { description: '资格种类: deputy or CPPCC member' })
  kind: MandateKind;

  @Field(() => MandateStatusEnum, { description: '资格状态: in force, suspended or ended' })
  status: MandateStatus;

  @Field(() => String, { nullable: true, description: '证号: number of the certificate' })
  certificateNumber: string | null;

  @Field(() => String, { description: '届: the term, as the place writes it' })
  term: string;

  @Field(() => String, {
    nullable: true,
    description: '选举单位: electoral unit or constituency, of deputies',
  })
  electoralUnit: string | null;

  @Field(() => String, { nullable: true, description: '代表团: delegation, of deputies' })
  delegation: string | null;

  @Field(() => String, { nullable: true, description: '界别: sector, of CPPCC members' })
  sector: string | null;

  @Field(() => String, { nullable: true, description: '党派: party, where it is known' })
  party: string | null;

  @Field(() => DateScalar, { description: '起始日期: first day' })
  from: string;

  @Field(() => DateScalar, { nullable: true, description: '终止日期: last day; null while nobody knows' })
  to: string | null;

  @Field(() => Int, { description: '版本: for expectedVersion' })
  version: number;

  row: Found<Mandate>;

  @Field(() => PersonType, { nullable: true, description: '人员: whose mandate it is' })
  person(@Ctx() context: PeopleContext): Promise<PersonType | null> {
    return findPerson(context, { tenant: this.row.tenant, id: this.row.personId });
  }

  @Field(() => String, {
    nullable: true,
    description: '原因: why it was suspended or ended; only for the person and the administrator',
  })
  reason(@Ctx() { viewer }: PeopleContext): string | null {
    return maySeePersonalData(viewer, this.row.personId) ? this.row.reason : null;
  }

  static of(row: Found<Mandate>): MandateType {
    const { tenant, personId: _, reason: __, ...shown } = row;
    return Object.assign(new MandateType(), shown, {
      id: encodeId({ kind: 'mandate', tenant, id: row.id }),
      row,
    });
  }
}

/** The mandate, if it is there for the viewer. */
export async function findMandate(context: PeopleContext, key: Key | null): Promise<MandateType | null> {
  if (!key) return null;
  const loader = context.loader<Key, Found<Mandate> | null>(
    'mandate',
    async (keys) => (await context.reads()).reads.mandates(keys),
    textOf as (key: Key) => unknown,
  );
  const row = await loader.load(key);
  return row && MandateType.of(row);
}

/** The mandate a command has just changed. */
export async function getMandate(context: PeopleContext, key: Key): Promise<MandateType> {
  const mandate = await findMandate(context, key);
  if (!mandate) throw failure('NOT_GRANTED');
  return mandate;
}
