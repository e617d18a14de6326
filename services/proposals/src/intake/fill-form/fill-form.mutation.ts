import { answer, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { perform, SHOWN, showCase } from '../../case-command/case-command.mutation.js';
import { ownId } from '../../graph/public-ids.input.js';
import type { ProposalContext } from '../../proposal.context.js';
import { FillFormInput } from './fill-form.input.js';
import { fillForm } from './fill-form.js';

const FillFormResult = resultOf('FillForm', '填写提交表', { proposal: SHOWN.proposal });

@Resolver()
export class FillFormMutation {
  @Mutation(() => FillFormResult.Result, {
    description: '填写提交表: what the author says and wishes beside the text',
  })
  async fillForm(
    @Ctx() context: ProposalContext,
    @Arg('input', () => FillFormInput, { description: '内容: what is asked for' })
    input: FillFormInput,
  ): Promise<object> {
    const payload = {
      proposalId: ownId(context, 'proposal', input.proposalId, 'proposalId'),
      origin: input.origin,
      originNote: input.originNote,
      formation: input.formation ?? undefined,
      repeatedYears: input.repeatedYears,
      wishesContact: input.wishesContact ?? undefined,
      replyNotNeeded: input.replyNotNeeded ?? undefined,
      contactPerson: input.contactPerson && {
        name: input.contactPerson.name,
        phone: input.contactPerson.phone ?? null,
      },
      checklist: input.checklist ?? undefined,
    };
    const outcome = await perform(context, fillForm, input, payload);
    return answer(FillFormResult, outcome, (done) => showCase(context, done));
  }
}
