import type { Viewer } from '@duban/kernel';
import type { Command } from '../case/commands.js';
import type { GrantKind, GrantRelation } from '../grants/grant.js';
import { isAlive, type Model } from './case-model.js';
import type { Move } from './case-move.js';
import { plusDays } from './model-dates.js';
import { PEOPLE } from './people.js';

const { lead, congress, government } = PEOPLE;
const [ABOVE, SPARE, BELOW] = [900, 901, 902];
const outside = {
  relations: new Map<number, GrantRelation>([
    [ABOVE, 'ABOVE'],
    [BELOW, 'BELOW'],
  ]),
};
const DAYS = 20;

const key = (kind: string, to: number): string => `${kind} ${to}`;
const stands = ({ grants, today }: Model, kind: string, to: number): boolean =>
  grants.some((one) => one.key === key(kind, to) && !one.revoked && one.until >= today);

/** A draft is its author's to show, and then only to be consulted about; later the offices grant. */
const mayGive = (model: Model, viewer: Viewer, kind: GrantKind): boolean =>
  isAlive(model) && (model.submitted ? viewer !== lead : viewer === lead && kind === 'CONSULT_ABOVE');

const give = (viewer: Viewer, kind: GrantKind, to: number): Move => ({
  viewer,
  command: () => ({
    ...{ kind: 'grant.give', grantKind: kind, granteeId: to, sees: 'METADATA' },
    ...{ until: '', reason: '请予支持。' },
  }),
  outside,
  may: (model) => mayGive(model, viewer, kind) && !stands(model, kind, to),
  change: (model) =>
    void model.grants.push({ key: key(kind, to), until: plusDays(model.today, DAYS), revoked: false }),
});

const until = (move: Move, model: Model): Move => {
  const last = plusDays(model.today, DAYS);
  return { ...move, command: (state) => ({ ...move.command(state), until: last }) as Command };
};

const revoke = (viewer: Viewer, index: number): Move => ({
  viewer,
  command: ({ grants }) => ({
    kind: 'grant.revoke',
    grantId: grants[index]?.grantId ?? '',
    reason: '已办妥。',
  }),
  may: (model) => {
    const one = model.grants[index];
    const office = model.submitted ? viewer !== lead : viewer === lead;
    return isAlive(model) && office && one !== undefined && !one.revoked && one.until >= model.today;
  },
  change: (model) => {
    const one = model.grants[index];
    if (one) one.revoked = true;
  },
});

/** A life has room for few of them beside the rest. */
const MOST = 2;

const giving = (model: Model): Move[] => [
  until(give(lead, 'CONSULT_ABOVE', ABOVE), model),
  until(give(congress, 'REFER_UP', ABOVE), model),
  until(give(government, 'VERIFY_BELOW', BELOW), model),
];

/** What other localities are shown of a case, and for how long. */
export const grantMoves = (model: Model): Move[] => [
  ...(model.grants.length < MOST ? giving(model) : []),
  ...model.grants.flatMap((_, index) => [revoke(congress, index), revoke(lead, index)]),
];

/** One more that whoever may grant at all could always give: it is tried, and never given. */
export const spareGrant = (model: Model): Move => ({
  ...until(give(congress, 'CONSULT_ABOVE', SPARE), model),
  outside: { relations: new Map([[SPARE, 'ABOVE']]) },
});
