import { encodeId } from '@duban/kernel';
import { Ctx, Directive, Field, ID, ObjectType } from 'type-graphql';
import type { Key } from './account.store.js';
import type { PeopleContext } from './people.context.js';
import { GenderEnum } from './people.enums.type.js';
import { type Found, textOf } from './people.read.js';
import { maskPhone, maySeePersonalData, type Person } from './person.js';

@ObjectType('Person', { description: '人员: somebody who holds a mandate, an office or an account' })
@Directive('@key(fields: "id")')
export class PersonType {
  @Field(() => ID, { description: '编号: public id' })
  id: string;

  @Field(() => String, { description: '姓名: name' })
  name: string;

  @Field(() => GenderEnum, { nullable: true, description: '性别: gender, where it is known' })
  gender: Person['gender'];

  @Field(() => String, { nullable: true, description: '民族: ethnicity, where it is known' })
  ethnicity: string | null;

  row: Found<Person>;

  @Field(() => String, {
    nullable: true,
    description: '电话: in full for the person and the administrator, masked (138****5678) for others',
  })
  phone(@Ctx() { viewer }: PeopleContext): string | null {
    const { phone, id } = this.row;
    return phone !== null && !maySeePersonalData(viewer, id) ? maskPhone(phone) : phone;
  }

  static of(row: Found<Person>): PersonType {
    const { tenant, name, gender, ethnicity } = row;
    const id = encodeId({ kind: 'person', tenant, id: row.id });
    return Object.assign(new PersonType(), { id, name, gender, ethnicity, row });
  }
}

/** The person, if it is there for the viewer. One statement for all that are asked for at once. */
export async function findPerson(context: PeopleContext, key: Key | null): Promise<PersonType | null> {
  if (!key) return null;
  const loader = context.loader<Key, Found<Person> | null>(
    'person',
    async (keys) => (await context.reads()).reads.persons(keys),
    textOf as (key: Key) => unknown,
  );
  const row = await loader.load(key);
  return row && PersonType.of(row);
}
