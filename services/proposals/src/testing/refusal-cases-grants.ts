import type { Command } from '../case/commands.js';
import type { GrantRelation } from '../grants/grant.js';
import type { Process } from '../process/process.js';
import { id, PEOPLE } from './people.js';
import { type RefusalCase, refusal } from './refusal-case.js';
import type { Story } from './story.js';

const { congress } = PEOPLE;
const outside = {
  relations: new Map<number, GrantRelation>([
    [900, 'ABOVE'],
    [902, 'BELOW'],
  ]),
};
const handedOver = (story: Story) => story.handedOver();
const give = (also: object = {}): Command =>
  ({
    ...{ kind: 'grant.give', grantKind: 'REFER_UP', granteeId: 900, sees: 'METADATA' },
    ...{ until: '2026-02-28', reason: '超出本级职权', ...also },
  }) as Command;

/** What is referred up shows its facts alone. */
const factsOnly = (base: Process): Process => {
  const { REFER_UP } = base.grants;
  return REFER_UP
    ? { ...base, grants: { ...base.grants, REFER_UP: { ...REFER_UP, sees: 'METADATA' } } }
    : base;
};

/** Refusals of work across levels. */
export const GRANT_CASES: readonly RefusalCase[] = [
  refusal('GRANT_FORM_UNKNOWN', 'no such form', handedOver, congress, give({ form: 'GIFT' }), {
    outside,
  }),
  refusal(
    'GRANT_SEES_TOO_MUCH',
    'all of it, where the form shows facts',
    handedOver,
    congress,
    give({ sees: 'FULL' }),
    { outside, process: factsOnly },
  ),
  refusal('GRANT_NOT_IN_LINE', 'to a stranger', handedOver, congress, give({ granteeId: 7 }), { outside }),
  refusal('GRANT_WRONG_DIRECTION', 'refers down', handedOver, congress, give({ granteeId: 902 }), {
    outside,
  }),
  refusal(
    'GRANT_EXISTS',
    'twice',
    (story) => story.handedOver().does(congress, give(), outside),
    congress,
    give(),
    { outside },
  ),
  refusal('GRANT_UNTIL_INVALID', 'until yesterday', handedOver, congress, give({ until: '2026-01-01' }), {
    outside,
  }),
  refusal(
    'OWN_LEVEL_NOT_DONE',
    'supervised jointly before any reply',
    handedOver,
    congress,
    give({ grantKind: 'JOINT_SUPERVISION' }),
    { outside },
  ),
  refusal('GRANT_NOT_FOUND', 'nothing to revoke', handedOver, congress, {
    ...{ kind: 'grant.revoke', grantId: id(999), reason: '收回' },
  }),
  refusal('OPINION_NOT_FOUND', 'nothing came', (story) => story.submitted(), congress, {
    ...{ kind: 'opinion.take', opinionId: id(999) },
  }),
];
