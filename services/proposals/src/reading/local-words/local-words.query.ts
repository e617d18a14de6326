import { dateInShanghai } from '@duban/kernel';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { COMMON_WORDS } from '../../case/common-words.js';
import { Assignment } from '../../graph/assignment.type.js';
import { processOfCase } from '../../graph/case-process.reference.js';
import { Locality } from '../../graph/foreign.type.js';
import { Proposal } from '../../graph/proposal.type.js';
import { requireOwn } from '../../graph/readers.input.js';
import { TrackingEntry } from '../../graph/tracking-entry.type.js';
import { WORD_KINDS, type WordKind, wordFor } from '../../process/words.js';
import type { ProposalContext } from '../../proposal.context.js';
import { AvailableAction } from '../action-list/available-action.type.js';
import { TimelineEntry } from '../timeline/timeline-entry.type.js';
import { LanguageArg } from './language.input.js';
import { LocalWord } from './local-word.type.js';

async function wordIn(
  context: ProposalContext,
  proposalId: string,
  kind: WordKind,
  code: string,
  language: string | null,
): Promise<string> {
  return wordFor(await processOfCase(context, proposalId), COMMON_WORDS, kind, code, language ?? 'zh');
}

const PHASE = '阶段名称: what the phase is called in the locality';

@Resolver(() => Proposal)
export class ProposalWords {
  @FieldResolver(() => String, { description: PHASE })
  phaseLabel(
    @Root() { row }: Proposal,
    @LanguageArg() language: string | null,
    @Ctx() context: ProposalContext,
  ): Promise<string> {
    return wordIn(context, row.id, 'PHASE', row.phase, language);
  }
}

@Resolver(() => Assignment)
export class AssignmentWords {
  @FieldResolver(() => String, { description: PHASE })
  phaseLabel(
    @Root() { row }: Assignment,
    @LanguageArg() language: string | null,
    @Ctx() context: ProposalContext,
  ): Promise<string> {
    return wordIn(context, row.proposal_id, 'PHASE', row.phase, language);
  }
}

@Resolver(() => TrackingEntry)
export class TrackingEntryWords {
  @FieldResolver(() => String, { description: PHASE })
  phaseLabel(
    @Root() { row }: TrackingEntry,
    @LanguageArg() language: string | null,
    @Ctx() context: ProposalContext,
  ): Promise<string> {
    return wordIn(context, row.proposal_id, 'PHASE', row.phase, language);
  }
}

@Resolver(() => AvailableAction)
export class AvailableActionWords {
  @FieldResolver(() => String, { description: '名称: what doing it is called in the locality' })
  label(
    @Root() { proposalId, offered }: AvailableAction,
    @LanguageArg() language: string | null,
    @Ctx() context: ProposalContext,
  ): Promise<string> {
    return wordIn(context, proposalId, 'STEP', offered.command, language);
  }
}

@Resolver(() => TimelineEntry)
export class TimelineWords {
  @FieldResolver(() => String, { description: '本地名称: what happened, as the locality calls it' })
  label(
    @Root() { proposalId, event }: TimelineEntry,
    @LanguageArg() language: string | null,
    @Ctx() context: ProposalContext,
  ): Promise<string> {
    return wordIn(context, proposalId, 'EVENT', event.type, language);
  }

  @FieldResolver(() => String, {
    description: '角色名称: in which role it was done, as the locality calls it',
  })
  actorRoleLabel(
    @Root() { proposalId, event }: TimelineEntry,
    @LanguageArg() language: string | null,
    @Ctx() context: ProposalContext,
  ): Promise<string> {
    return wordIn(context, proposalId, 'ROLE', event.actorRole, language);
  }
}

@Resolver(() => Locality)
export class LocalityWords {
  @FieldResolver(() => [LocalWord], {
    description:
      '用语: what roles, steps, phases and events are called here, and organs that have a name of their own; NOT_GRANTED for another locality',
  })
  async words(
    @Root() locality: Locality,
    @LanguageArg() language: string | null,
    @Ctx() context: ProposalContext,
  ): Promise<LocalWord[]> {
    requireOwn(context, locality);
    const { processes } = await context.reads();
    const { process } = await processes.getInForce(dateInShanghai(context.now()), null);
    return WORD_KINDS.flatMap((kind) => {
      const codes = new Set([
        ...Object.keys(COMMON_WORDS[kind]),
        ...Object.keys(process.words?.[kind] ?? {}),
      ]);
      return [...codes].map((code) => {
        const label = wordFor(process, COMMON_WORDS, kind, code, language ?? 'zh');
        return Object.assign(new LocalWord(), { kind, code, label });
      });
    });
  }
}
