import { Field, Float, Int, ObjectType } from 'type-graphql';
import { Locality, Unit } from '../../graph/foreign.type.js';
import { clearanceOf, type RegisterCounts } from '../../tracking/register-counts.js';

/** What a register is counted by. */
@ObjectType({ description: '清零情况: what became of what was on a register' })
abstract class Clearance {
  @Field(() => Int, { description: '挂号件数: everything that was registered' })
  registered: number;

  @Field(() => Int, { description: '销号件数: struck off' })
  struckOff: number;

  @Field(() => Int, { description: '降类件数: given up as no longer feasible, each with its reason' })
  downgraded: number;

  @Field(() => Int, {
    description: '未销号件数: still open; the list is trackingEntries with `terms` and `open`',
  })
  open: number;

  @Field(() => Int, { description: '跨届件数: of the open ones, those that go on in the next term' })
  crossTerm: number;

  @Field(() => Int, { description: '最长结转年数: of the open ones' })
  longestCarried: number;

  @Field(() => Int, { description: '了结件数: struck off or downgraded' })
  settled: number;

  @Field(() => Float, {
    nullable: true,
    description: '清零率: settled of registered, from 0 to 1; null when nothing was registered',
  })
  clearanceRate: number | null;

  @Field(() => Boolean, { description: '清零: whether nothing is left open, or nothing was registered' })
  cleared: boolean;
}

@ObjectType({ description: '单位届终清零: what became of what a unit had on a term’s register' })
export class UnitClearance extends Clearance {
  @Field(() => Unit, { description: '承办单位: the unit' })
  unit: Unit;

  static of(unit: Unit, counts: RegisterCounts): UnitClearance {
    return Object.assign(new UnitClearance(), { ...counts, ...clearanceOf(counts), unit });
  }
}

@ObjectType({ description: '届终清零: what became of a term’s register' })
export class TermClearance extends Clearance {
  @Field(() => Int, { description: '届: number of the term' })
  term: number;

  @Field(() => Locality, { description: '地方: whose register' })
  locality: Locality;

  static of(locality: Locality, term: number, counts: RegisterCounts): TermClearance {
    return Object.assign(new TermClearance(), { ...counts, ...clearanceOf(counts), term, locality });
  }
}
