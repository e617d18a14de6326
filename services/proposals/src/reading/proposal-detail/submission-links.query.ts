import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { paperDifferences } from '../../case/paper-line.js';
import { mayReachContact } from '../../case/visibility.js';
import { stateOf } from '../../graph/case-files.reference.js';
import { Unit } from '../../graph/foreign.type.js';
import { Proposal } from '../../graph/proposal.type.js';
import { Consultation, PaperOriginal, ProposalForm } from '../../graph/submission.type.js';
import type { ProposalContext } from '../../proposal.context.js';

/** What goes with the text of a case. */
@Resolver(() => Proposal)
export class SubmissionLinks {
  @FieldResolver(() => ProposalForm, {
    description: '提交表: what the author says and wishes beside the text',
  })
  async form(@Root() { row }: Proposal, @Ctx() context: ProposalContext): Promise<ProposalForm> {
    const state = await stateOf(context, row.id);
    const contactPerson = mayReachContact(state, context.viewer) ? state.form.contactPerson : null;
    return Object.assign(new ProposalForm(), state.form, { contactPerson });
  }

  @FieldResolver(() => [Consultation], {
    description: '提交前沟通: units asked before the submission, in order',
  })
  async consultations(@Root() { row }: Proposal, @Ctx() context: ProposalContext): Promise<Consultation[]> {
    return (await stateOf(context, row.id)).consultations.map(Consultation.of);
  }

  @FieldResolver(() => PaperOriginal, {
    nullable: true,
    description: '纸质原件: the paper line, and what differs from what was submitted on line',
  })
  async paperOriginal(
    @Root() { row }: Proposal,
    @Ctx() context: ProposalContext,
  ): Promise<PaperOriginal | null> {
    const state = await stateOf(context, row.id);
    return state.paper && PaperOriginal.of(state.paper, paperDifferences(state));
  }
}

@Resolver(() => Consultation)
export class ConsultationLinks {
  @FieldResolver(() => Unit, { nullable: true, description: '承办单位: a unit of the own locality' })
  unit(@Root() { unitId }: Consultation, @Ctx() { viewer }: ProposalContext): Unit | null {
    return unitId === null ? null : new Unit(viewer.tenant, unitId);
  }
}
