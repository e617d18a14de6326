import { answer, DateScalar, readId, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import { CommandInput } from '../command-input.type.js';
import type { MandateKind } from '../mandate.js';
import { getMandate, MandateType } from '../mandate.type.js';
import type { PeopleContext } from '../people.context.js';
import { GenderEnum, MandateKindEnum } from '../people.enums.type.js';
import type { Person } from '../person.js';
import { registerMandate } from './register-mandate.js';

@InputType({ description: '新人员: somebody the locality does not know yet' })
class NewPersonInput {
  @Field(() => String, { description: '姓名: 1 to 50 characters' })
  name: string;

  @Field(() => GenderEnum, { nullable: true, description: '性别: gender' })
  gender?: Person['gender'];

  @Field(() => String, { nullable: true, description: '民族: up to 20 characters' })
  ethnicity?: string;

  @Field(() => String, { nullable: true, description: '电话: up to 30 characters; masked for others' })
  phone?: string;
}

@InputType({ description: '登记资格: whose mandate, of which kind, for which term' })
class RegisterMandateInput extends CommandInput {
  @Field(() => ID, { nullable: true, description: '人员: somebody known already; or newPerson' })
  personId?: string;

  @Field(() => NewPersonInput, { nullable: true, description: '新人员: somebody new; or personId' })
  newPerson?: NewPersonInput;

  @Field(() => MandateKindEnum, { description: '资格种类: deputy or CPPCC member' })
  kind: MandateKind;

  @Field(() => String, { nullable: true, description: '证号: up to 50 characters' })
  certificateNumber?: string;

  @Field(() => String, { description: '届: the term, up to 50 characters' })
  term: string;

  @Field(() => String, { nullable: true, description: '选举单位: up to 100 characters' })
  electoralUnit?: string;

  @Field(() => String, { nullable: true, description: '代表团: of deputies only' })
  delegation?: string;

  @Field(() => String, { nullable: true, description: '界别: of CPPCC members only' })
  sector?: string;

  @Field(() => String, { nullable: true, description: '党派: up to 50 characters' })
  party?: string;

  @Field(() => DateScalar, { description: '起始日期: first day' })
  from: string;

  @Field(() => DateScalar, { nullable: true, description: '终止日期: last day, where it is known' })
  to?: string;
}

const RegisterMandateResult = resultOf('RegisterMandate', '登记资格', {
  mandate: { type: () => MandateType, description: '资格: as registered' },
});

@Resolver()
export class RegisterMandateMutation {
  @Mutation(() => RegisterMandateResult.Result, {
    description: '登记资格: a person becomes a deputy or CPPCC member of this locality',
  })
  async registerMandate(
    @Ctx() context: PeopleContext,
    @Arg('input', () => RegisterMandateInput, { description: '内容: whose mandate, of which kind' })
    { idempotencyKey, ...written }: RegisterMandateInput,
  ): Promise<object> {
    const outcome = await context.run(registerMandate, commandOf(written), { idempotencyKey });
    return answer(RegisterMandateResult, outcome, async (key) => ({
      mandate: await getMandate(context, key),
    }));
  }
}

const commandOf = ({ personId, newPerson, ...written }: Omit<RegisterMandateInput, 'idempotencyKey'>) => ({
  person: typeof personId === 'string' ? readId('person', personId, 'personId') : null,
  newPerson: newPerson
    ? {
        name: newPerson.name,
        gender: newPerson.gender ?? null,
        ethnicity: newPerson.ethnicity ?? null,
        phone: newPerson.phone ?? null,
      }
    : null,
  kind: written.kind,
  certificateNumber: written.certificateNumber ?? null,
  term: written.term,
  electoralUnit: written.electoralUnit ?? null,
  delegation: written.delegation ?? null,
  sector: written.sector ?? null,
  party: written.party ?? null,
  from: written.from,
  to: written.to ?? null,
});
