import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type EvaluationContext, valueOrFail } from '../../evaluation.context.js';
import type { Population } from '../../figures/figure-filter.js';
import { FiguresType } from '../../figures/figures.type.js';
import { COUNTED_LIVE, type Proof } from '../proof.js';
import { FiguresProofType } from '../proof.type.js';
import { showProof } from './show-proof.js';

@Resolver(() => FiguresType)
export class FiguresProof {
  @FieldResolver(() => FiguresProofType, {
    description: '核对: whether the cells behind these figures were what a recount gave',
  })
  async proof(
    @Root() { subject, population }: FiguresType,
    @Ctx() context: EvaluationContext,
  ): Promise<FiguresProofType> {
    if (!('root' in subject)) return FiguresProofType.of(COUNTED_LIVE);
    return FiguresProofType.of(await proofFor(context, { root: subject.root, population }));
  }
}

type Wanted = { readonly root: number; readonly population: Population };

/** All localities of one population in one go. */
const proofFor = (context: EvaluationContext, wanted: Wanted): Promise<Proof> =>
  context
    .loader<Wanted, Proof>(
      'proofs',
      async (all) => {
        const found = new Map<Wanted, Proof>();
        for (const group of Map.groupBy(all, ({ population }) => population.key).values()) {
          const [{ population }] = group as [Wanted];
          const roots = group.map(({ root }) => root);
          const proofs = valueOrFail(await context.run(showProof, { roots, population }));
          for (const [at, each] of group.entries()) found.set(each, proofs[at] as Proof);
        }
        return all.map((each) => found.get(each) as Proof);
      },
      ({ root, population }) => `${root} ${population.key}`,
    )
    .load(wanted);
