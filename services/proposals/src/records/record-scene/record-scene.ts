import { accept, dateInShanghai, mayTry, type Outcome, refuse, type Viewer } from '@duban/kernel';
import type { RefusalCode } from '../../case/refusals.js';
import type { ProposalKind } from '../../case/vocabulary.js';
import type { CommandMeta } from '../../case-command/case-command.js';
import { PROPOSAL_ACCESS } from '../../proposal.access.js';
import type { CommandDeps } from '../../store/proposal.store.js';
import type { GivenValue } from '../given-value.js';
import type { RecordScene } from '../record-rules.js';

type Subject = {
  readonly caseKind?: ProposalKind | null;
  readonly unitId?: string;
  readonly mandateId?: string;
};

/** What the rules look at when a record stands apart from any case: the process in force, and whom it names. */
export async function apartScene(
  deps: CommandDeps,
  viewer: Viewer,
  { onPaper, caseKind = null, ...subject }: CommandMeta & Subject,
  at: string,
  values: readonly GivenValue[],
): Promise<Outcome<RecordScene, RefusalCode>> {
  const version = await deps.processes.getInForce(dateInShanghai(deps.now()), caseKind);
  const { process, calendar } = version;
  const source = process.sources[onPaper ? 'PAPER' : 'ONLINE'];
  if (source.right !== 'NONE' && !mayTry(PROPOSAL_ACCESS, source.right, viewer.role))
    return refuse('SOURCE_NOT_ALLOWED');
  const units = [...values.flatMap(({ unitIds = [] }) => unitIds), ...present(subject.unitId)];
  const persons = values.flatMap(({ persons = [] }) =>
    persons.flatMap(({ mandateId }) => present(mandateId)),
  );
  const mandates = [...persons, ...present(subject.mandateId)];
  const cases = values.flatMap(({ proposalIds = [] }) => proposalIds);
  const known = await deps.records.known(units, mandates, cases, at);
  const context = { ...known, calendar, newId: deps.newId };
  return accept({ process, viewer, at, source, context, authors: [], caseKind });
}

const present = (id: string | null | undefined): string[] => (id == null ? [] : [id]);
