import { type Outcome, refuse, type UseCase, useCase, type Viewer } from '@duban/kernel';
import { momentOf } from '../../case/clock.js';
import type { CommandPayloads } from '../../case/commands.js';
import type { ProposalKind } from '../../case/vocabulary.js';
import { type CommandMeta, caseCommand } from '../../case-command/case-command.js';
import type { CommandDeps } from '../../store/proposal.store.js';
import { onCase, type RecordReceipt, record } from '../record-command/record-command.js';
import { enterRecord as decideEntry, type RecordScene, recordKind } from '../record-rules.js';
import { apartScene } from '../record-scene/record-scene.js';
import { wrongSubject } from '../record-subject.js';
import type { RecordSubject } from '../work-record.js';

export type EnterRecord = CommandPayloads['record.enter'] & {
  /** Whose rules, for a record apart from cases; left out, what all kinds of cases share. */
  readonly caseKind?: ProposalKind;
  readonly proposalId?: string;
  readonly unitId?: string;
  readonly mandateId?: string;
};

const enterOnCase = caseCommand<EnterRecord, 'record.enter'>({
  action: 'record:enter',
  notFound: 'PROPOSAL_NOT_FOUND',
  find: (cases, { proposalId = '' }) => cases.find(proposalId),
  command: ({ record, assignmentId, entryId, values }) => ({
    ...{ kind: 'record.enter', record, values },
    ...(assignmentId === undefined ? {} : { assignmentId }),
    ...(entryId === undefined ? {} : { entryId }),
  }),
});

/** 录入工作记录: on a case when one is named, else about a unit, a person or the locality. */
export const enterRecord: UseCase<CommandDeps, EnterRecord & CommandMeta, RecordReceipt> = useCase({
  action: 'record:enter',
  async execute(deps: CommandDeps, viewer: Viewer, input: EnterRecord & CommandMeta) {
    if (input.proposalId !== undefined) return onCase(enterOnCase, deps, viewer, input);
    const at = momentOf(input.occurredAt, deps.now());
    if (typeof at !== 'string') return at;
    const scene = await apartScene(deps, viewer, input, at, input.values);
    if (!scene.accepted) return scene;
    const subject = subjectOf(scene.value, input);
    if ('accepted' in subject) return subject;
    const entered = decideEntry(scene.value, input.record, subject, input);
    if (!entered.accepted) return entered;
    return record(deps, null, { type: 'record.entered', payload: entered.value, occurredAt: at });
  },
});

const NOTHING = { proposalId: null, assignmentId: null, entryId: null, unitId: null, mandateId: null };

/** Exactly the subject that the kind is about, and one that the locality has. */
function subjectOf(
  { process, context }: RecordScene,
  { record: kind, unitId, mandateId, assignmentId, entryId }: EnterRecord,
): RecordSubject | Extract<Outcome<never>, { accepted: false }> {
  const about = recordKind(process, kind)?.about;
  if (about === undefined) return refuse('RECORD_KIND_UNKNOWN', { record: kind });
  const given = [unitId, mandateId, assignmentId, entryId].filter((id) => id !== undefined);
  if (about === 'LOCALITY' && given.length === 0) return { ...NOTHING, about };
  if (given.length !== 1) return wrongSubject(about);
  if (about === 'UNIT' && unitId !== undefined)
    return context.units.has(unitId) ? { ...NOTHING, about, unitId } : refuse('UNIT_NOT_FOUND');
  if (about === 'PERSON' && mandateId !== undefined)
    return context.mandates.has(mandateId) ? { ...NOTHING, about, mandateId } : refuse('MANDATE_NOT_FOUND');
  return wrongSubject(about);
}
