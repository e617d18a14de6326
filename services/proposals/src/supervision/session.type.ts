import { DateScalar } from '@duban/kernel/graphql';
import { Field, Int, ObjectType } from 'type-graphql';
import { ProposalKindEnum } from '../graph/vocabulary.type.js';
import type { SessionRow } from './session.read.js';

@ObjectType({ description: '届次: a session of the congress or the CPPCC; time limits count from its close' })
export class CongressSession {
  constructor(readonly row: SessionRow) {}

  @Field(() => ProposalKindEnum, {
    description: '件别: whose session: suggestions of the congress, proposals of the CPPCC',
  })
  get kind(): string {
    return this.row.kind;
  }

  @Field(() => Int, { description: '年度: the year it belongs to' })
  get year(): number {
    return this.row.year;
  }

  @Field(() => Int, { description: '届: the term' })
  get term(): number {
    return this.row.term;
  }

  @Field(() => Int, { description: '次: the session of the term' })
  get session(): number {
    return this.row.session;
  }

  @Field(() => DateScalar, { description: '开幕日期: when it opens' })
  get opensOn(): string {
    return this.row.opens_on;
  }

  @Field(() => DateScalar, {
    nullable: true,
    description: '闭幕日期: when it closes; null while that is not known',
  })
  get closesOn(): string | null {
    return this.row.closes_on;
  }
}
