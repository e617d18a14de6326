import { encodeId } from '@duban/kernel';
import { ID, Int } from 'type-graphql';
import { ownId } from '../graph/public-ids.input.js';
import type { ProposalContext } from '../proposal.context.js';
import type { MoveReceipt } from './move-cases/move-cases.js';
import type { MoveBatchInput } from './moving.input.js';
import { MOST_AT_ONCE } from './moving.store.js';

/** What a batch shows when it is done. */
export const MOVED = {
  moved: { type: () => Int, description: '转用件数: cases that moved' },
  stayed: { type: () => Int, description: '不转用件数: cases that stayed' },
  next: {
    type: () => ID,
    nullable: true,
    description: '下一批起点: what `after` takes next; null when these were the last',
  },
} as const;

export const showMoved = ({ viewer }: ProposalContext, { moved, stayed, next: id }: MoveReceipt) => ({
  moved: moved.length,
  stayed: stayed.length,
  next: id === null ? null : encodeId({ kind: 'proposal', tenant: viewer.tenant, id }),
});

export const batchWanted = (context: ProposalContext, { toVersion, after, limit }: MoveBatchInput) => ({
  toVersion,
  after: after == null ? null : ownId(context, 'proposal', after, 'after'),
  limit: limit ?? MOST_AT_ONCE,
});
