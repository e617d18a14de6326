import { decodeLocalityId } from '@duban/kernel';
import { failure, readId } from '@duban/kernel/graphql';
import { Field, ID, InputType } from 'type-graphql';
import type { GrantReference } from './open-granted-case/open-granted-case.js';

/** The registration number in a locality's public id. Whether there is such a locality is for the rules. */
export function localityNumber(id: string, field: string): number {
  const number = decodeLocalityId(id);
  if (number === null) throw failure('MALFORMED_ID', { field });
  return number;
}

@InputType({ description: '收到的授权: names a grant of another locality' })
export class HeldGrantInput {
  @Field(() => String, { description: '幂等键: the same key with the same input is done once' })
  idempotencyKey: string;

  @Field(() => ID, { description: '授权: the grant' })
  caseGrantId: string;
}

/** A grant lies with the locality that gave it: its id says which. */
export function referenceOf({ caseGrantId }: HeldGrantInput): GrantReference {
  const { tenant, id } = readId('casegrant', caseGrantId, 'caseGrantId');
  return { ownerId: tenant, grantId: id };
}
