import type { ProposalKind } from '../case/vocabulary.js';
import { processOf } from '../case-command/case-command.js';
import type { Process } from '../process/process.js';
import type { ProposalContext } from '../proposal.context.js';
import { fileOf } from './case-files.reference.js';

/** The process a case is under; asked for once for all cases that share it. */
export async function processOfCase(context: ProposalContext, proposalId: string): Promise<Process> {
  const file = await fileOf(context, proposalId);
  const { kind, processVersion } = file.state;
  const load = async (keys: readonly string[]) => {
    const deps = await context.reads();
    const found: Process[] = [];
    for (const key of keys) {
      const [ofKind = '', version = ''] = key.split('/', 2);
      const known = version === '' ? null : version;
      const state = { ...file.state, kind: ofKind as ProposalKind, processVersion: known };
      found.push((await processOf(deps, { ...file, state })).process);
    }
    return found;
  };
  return context.loader('process of a case', load).load(`${kind}/${processVersion ?? ''}`);
}
