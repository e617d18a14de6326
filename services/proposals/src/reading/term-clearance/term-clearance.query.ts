import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { Locality, Unit } from '../../graph/foreign.type.js';
import { requireOwn, requireReader, requireStanding } from '../../graph/readers.input.js';
import type { ProposalContext } from '../../proposal.context.js';
import type { CountedRegister } from './term-clearance.read.js';
import { TermClearance, UnitClearance } from './term-clearance.type.js';

const TermArg = (): ParameterDecorator =>
  Arg('term', () => Int, { description: '届: number of the term' }) as ParameterDecorator;

/** QH-10: what the end of a term leaves on the register. */
@Resolver(() => Locality)
export class LocalityTermClearance {
  @FieldResolver(() => TermClearance, {
    description: '届终清零: the register of a term, counted; NOT_GRANTED for another locality',
  })
  async termClearance(
    @Root() locality: Locality,
    @Ctx() context: ProposalContext,
    @TermArg() term: number,
  ): Promise<TermClearance> {
    const [all] = await this.#counted(locality, context, term);
    if (!all) throw new Error('a count gives a row');
    return TermClearance.of(locality, term, all);
  }

  @FieldResolver(() => [UnitClearance], {
    description:
      '各单位届终清零: the register of a term, counted for each unit with anything on it; NOT_GRANTED for another locality',
  })
  async unitClearances(
    @Root() locality: Locality,
    @Ctx() context: ProposalContext,
    @TermArg() term: number,
  ): Promise<UnitClearance[]> {
    const counted = await this.#counted(locality, context, term);
    return counted.flatMap(({ unitId, ...counts }) =>
      unitId === null ? [] : [UnitClearance.of(new Unit(locality.number, unitId), counts)],
    );
  }

  @FieldResolver(() => [TermClearance], {
    description:
      '各地届终清零: the registers of a term, counted, of this locality and of each one below it; NOT_GRANTED elsewhere',
  })
  async termClearances(
    @Root() locality: Locality,
    @Ctx() context: ProposalContext,
    @TermArg() term: number,
  ): Promise<TermClearance[]> {
    const own = await requireStanding(context, locality);
    const { lists } = await context.reads('COUNTS');
    const counted = await lists.talliedRegisters(term);
    return counted
      .filter(({ tenant }) => own || tenant === locality.number)
      .map(({ tenant, ...counts }) => TermClearance.of(new Locality(tenant), term, counts));
  }

  async #counted(
    locality: Locality,
    context: ProposalContext,
    term: number,
  ): Promise<readonly CountedRegister[]> {
    requireOwn(context, locality);
    requireReader(context);
    const { lists } = await context.reads();
    return lists.termClearance(context.viewer, term);
  }
}
