import {
  accept,
  type CalendarDate,
  checkText,
  dateInShanghai,
  refuse,
  useCase,
  type Viewer,
} from '@duban/kernel';
import type { Key } from '../account.store.js';
import { decideEndMandate } from '../mandate.js';
import type { PeopleDeps } from '../people.deps.js';

export type EndMandate = {
  readonly mandate: Key;
  readonly on: CalendarDate;
  readonly reason: string;
  readonly expectedVersion: number | null;
};

type Deps = Pick<PeopleDeps, 'mandates' | 'now'>;

/** 资格终止: the person's cases live on; who answers for them is the proposals service's affair. */
export const endMandate = useCase({
  action: 'mandate:end',
  async execute({ mandates, now }: Deps, _viewer: Viewer, input: EndMandate) {
    const wrong = checkText('reason', input.reason, { max: 500 });
    if (wrong) return wrong;
    const mandate = await mandates.findToChange(input.mandate);
    if (!mandate) return refuse('MANDATE_NOT_FOUND');
    const { version } = mandate;
    if (version !== (input.expectedVersion ?? version)) return refuse('STALE_VERSION', { current: version });
    const decision = decideEndMandate(mandate, input, dateInShanghai(now()));
    if (!decision.accepted) return decision;
    const to = mandate.to !== null && mandate.to < input.on ? mandate.to : input.on;
    await mandates.change(mandate, { status: 'ENDED', reason: input.reason, to }, decision.value);
    return accept(input.mandate);
  },
});
