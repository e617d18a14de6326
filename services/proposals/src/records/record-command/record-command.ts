import { accept, type Outcome, refuse, type UseCase, useCase, type Viewer } from '@duban/kernel';
import { momentOf } from '../../case/clock.js';
import type { CommandMeta, Receipt } from '../../case-command/case-command.js';
import type { ProposalAction } from '../../proposal.access.js';
import type { CommandDeps } from '../../store/proposal.store.js';
import type { GivenValue } from '../given-value.js';
import type { NewRecordEvent, RecordFile } from '../record.store.js';
import type { RecordScene } from '../record-rules.js';
import { apartScene } from '../record-scene/record-scene.js';

/** What a command on a record leaves: the record, and its case when it has one. */
export type RecordReceipt = { readonly recordId: string; readonly proposalId: string | null };

type Input = { readonly recordId: string; readonly values?: readonly GivenValue[] };

type RecordCommand<Given extends Input> = {
  readonly action: ProposalAction;
  /** The same verb on a record of a case. */
  readonly onCase: UseCase<CommandDeps, Given & CommandMeta, Receipt>;
  decide(
    scene: RecordScene,
    file: RecordFile,
    input: Given,
  ): Outcome<Pick<NewRecordEvent, 'type' | 'payload'>>;
};

/** One verb for records of cases and apart from any: whose stream it goes to is the only difference. */
export const recordCommand = <Given extends Input>(
  verb: RecordCommand<Given>,
): UseCase<CommandDeps, Given & CommandMeta, RecordReceipt> =>
  useCase({
    action: verb.action,
    async execute(deps: CommandDeps, viewer: Viewer, input: Given & CommandMeta) {
      const file = await deps.records.find(input.recordId);
      if (!file) return onCase(verb.onCase, deps, viewer, input);
      const at = momentOf(input.occurredAt, deps.now());
      if (typeof at !== 'string') return at;
      const scene = await apartScene(
        deps,
        viewer,
        { ...input, caseKind: file.record.caseKind },
        at,
        input.values ?? [],
      );
      if (!scene.accepted) return scene;
      if (at < file.record.at) return refuse('CLOCK_BEFORE_PREVIOUS_STEP', { previous: file.record.at });
      const decided = verb.decide(scene.value, file, input);
      return decided.accepted
        ? record(deps, file, { ...decided.value, occurredAt: at } as NewRecordEvent)
        : decided;
    },
  });

export async function onCase<Given>(
  verb: UseCase<CommandDeps, Given, Receipt>,
  deps: CommandDeps,
  viewer: Viewer,
  input: Given,
): Promise<Outcome<RecordReceipt>> {
  const done = await verb.execute(deps, viewer, input);
  if (!done.accepted) return done;
  const { proposalId, recordId } = done.value;
  return accept({ proposalId, recordId: recordId ?? '' });
}

export async function record(
  { records }: CommandDeps,
  file: RecordFile | null,
  event: NewRecordEvent,
): Promise<Outcome<RecordReceipt>> {
  const { recordId } = await records.append(file, event);
  return accept({ recordId, proposalId: null });
}
