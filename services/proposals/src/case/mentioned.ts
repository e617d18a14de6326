import type { Viewer } from '@duban/kernel';
import type { GivenValue } from '../records/given-value.js';
import type { Command } from './commands.js';
import type { CaseState } from './state.js';

type Mentioned = {
  readonly units: readonly string[];
  readonly mandates: readonly string[];
  readonly persons: readonly string[];
  readonly cases: readonly string[];
};

const present = (...ids: readonly (string | null | undefined)[]): string[] => ids.filter((id) => id != null);

/** The units and mandates a command speaks of, with those the case already has: what a rule may ask about. */
export function mentionedIn(command: Command, state: CaseState, viewer: Viewer): Mentioned {
  const own = state.phase === 'NONE' ? [] : [state.leadProposerId];
  return {
    units: distinct([
      ...unitsOf(command),
      ...state.content.suggestedUnitIds,
      ...state.assignments.map(({ unitId }) => unitId),
      ...proposedUnits(state),
    ]),
    mandates: distinct([
      ...present(viewer.mandateId),
      ...own,
      ...state.cosignatures.map(({ mandateId }) => mandateId),
      ...state.absorbed.flatMap(({ authorIds }) => authorIds),
      ...mandatesOf(command),
    ]),
    persons: distinct(personsOf(command)),
    cases: recordValues(command).flatMap(({ proposalIds = [] }) => proposalIds),
  };
}

const distinct = (ids: readonly string[]): string[] => [...new Set(ids)];

const proposedUnits = (state: CaseState): string[] =>
  state.assignments.flatMap(({ returns }) => returns.flatMap((request) => present(request.proposedUnitId)));

function unitsOf(command: Command): readonly string[] {
  switch (command.kind) {
    case 'proposal.draft':
    case 'proposal.revise':
      return command.suggestedUnitIds ?? [];
    case 'units.allocate':
      return command.assignments.map(({ unitId }) => unitId);
    case 'allocation.answer':
    case 'return.request':
      return present(command.proposedUnitId);
    case 'consultation.record':
      return present(command.unitId);
    case 'return.decide':
      return present(command.unitId);
    case 'record.enter':
    case 'record.correct':
      return command.values.flatMap(({ unitIds = [] }) => unitIds);
    default:
      return [];
  }
}

function personsOf(command: Command): readonly string[] {
  switch (command.kind) {
    case 'duty.assign':
      return present(command.personId);
    case 'contact.record':
      return command.participants.flatMap(({ personId }) => present(personId));
    case 'reply.issue':
      return present(command.signatory.personId);
    case 'proposal.hand_over':
    case 'responsible.name':
    case 'plan.set':
      return (command.fields ?? []).flatMap(({ personId }) => present(personId));
    default:
      return [];
  }
}

function mandatesOf(command: Command): readonly string[] {
  switch (command.kind) {
    case 'duty.assign':
      return present(command.mandateId);
    case 'proposal.draft':
      return present(command.leadProposerId);
    case 'cosigner.invite':
    case 'cosigner.confirm':
    case 'cosigner.decline':
    case 'cosigner.cancel':
      return present(command.mandateId);
    case 'paper.register':
      return [command.leadProposerId, ...command.cosignerIds];
    case 'contact.record':
      return command.participants.flatMap(({ mandateId }) => present(mandateId));
    case 'feedback.give':
    case 'feedback.correct':
    case 'entry.rate':
      return present(command.respondent);
    case 'record.enter':
    case 'record.correct':
      return command.values.flatMap(({ persons = [] }) =>
        persons.flatMap(({ mandateId }) => present(mandateId)),
      );
    default:
      return [];
  }
}

const recordValues = (command: Command): readonly GivenValue[] =>
  command.kind === 'record.enter' || command.kind === 'record.correct' ? command.values : [];
