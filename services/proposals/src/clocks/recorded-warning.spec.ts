import { describe, expect, test } from '@jest/globals';
import { PEOPLE } from '../testing/people.js';
import { acknowledged, asHeard, type RecordedWarning, warningChanges } from './recorded-warning.js';
import { isTold } from './seen-warnings.js';
import type { Warning } from './warning.js';

const AT = '2026-03-02T04:00:00.000Z';
const LATER = '2026-03-20T04:00:00.000Z';
const about = { proposalId: 'case', idOf: (occurrence: string) => `id of ${occurrence}` };
const words = { zh: '事', en: 'A matter' };

const holding = (also: Partial<Warning> = {}): Warning => ({
  ...{ key: 'late:a:2026-03-01', rule: 'late', code: 'W07', label: words, level: 'YELLOW', reason: words },
  subject: { kind: 'ASSIGNMENT', id: 'a', assignmentId: 'a', unitId: PEOPLE.transport.unitId },
  ...{ since: '2026-03-01', recipients: ['UNIT_HEAD'], escalations: 0, repeats: 0 },
  ...{ autoResolve: true, restsWhenAcknowledged: false },
  ...also,
});
const risen = (also: Partial<Warning> = {}): Warning =>
  holding({
    level: 'RED',
    recipients: ['UNIT_HEAD', 'SUPERVISING_LEADER'],
    escalations: 1,
    repeats: 2,
    ...also,
  });

function record(warning: Warning): RecordedWarning {
  const [change] = warningChanges([warning], [], AT, about);
  if (!change) throw new Error('nothing was raised');
  return change.after;
}
function noted(warning: Warning): RecordedWarning {
  const [change] = acknowledged(record(warning), { role: 'UNIT_HEAD', note: '在办' }, AT);
  if (!change) throw new Error('nothing was noted');
  return change.after;
}
const types = (now: readonly Warning[], open: readonly RecordedWarning[]) =>
  warningChanges(now, open, LATER, about).map(({ event }) => event.type);

describe('acknowledging', () => {
  test('says who took note, in which role, and with which words', () => {
    const [change] = acknowledged(record(holding()), { role: 'UNIT_HEAD', note: '在办' }, AT);
    expect(change?.event).toMatchObject({
      type: 'warning.acknowledged',
      payload: { warningId: 'id of late:a:2026-03-01', role: 'UNIT_HEAD', note: '在办' },
    });
    expect(change?.after).toMatchObject({
      acknowledgedBy: 'UNIT_HEAD',
      acknowledgement: '在办',
      resolvedAt: null,
    });
  });

  test.each([
    ['it goes on rising where the rule says nothing', holding(), risen(), ['warning.escalated']],
    [
      'it rests where the rule says so',
      holding({ restsWhenAcknowledged: true }),
      risen({ restsWhenAcknowledged: true }),
      [],
    ],
    [
      'what was only to be noted is over, and not raised again',
      holding({ autoResolve: false }),
      holding({ autoResolve: false }),
      [],
    ],
  ] as const)('%s', (_, before, now, changes) => {
    expect(types([now], [noted(before)])).toEqual(changes);
  });

  test('what is over is resolved, acknowledged or not; what is to be noted waits for somebody', () => {
    expect(types([], [noted(holding())])).toEqual(['warning.resolved']);
    expect(types([], [record(holding())])).toEqual(['warning.resolved']);
    expect(types([], [record(holding({ autoResolve: false }))])).toEqual([]);
    expect(noted(holding({ autoResolve: false })).resolvedAt).toBe(AT);
  });

  test('a page shows it at the level at which it rests', () => {
    const rests = risen({ restsWhenAcknowledged: true });
    expect(asHeard(rests, noted(holding({ restsWhenAcknowledged: true })))).toMatchObject({
      level: 'YELLOW',
      escalations: 0,
    });
    expect(asHeard(rests, record(holding({ restsWhenAcknowledged: true }))).level).toBe('RED');
  });

  test.each([
    ['the unit it concerns', PEOPLE.transport, ['UNIT_HEAD'], true],
    ['another unit', PEOPLE.water, ['UNIT_HEAD'], false],
    ['an office that was told', PEOPLE.congress, ['DEPUTY_AFFAIRS_OFFICER'], true],
    ['an office that was not', PEOPLE.congress, ['UNIT_HEAD'], false],
    ['a deputy, as one of the proposers', PEOPLE.lead, ['LEAD_PROPOSER'], true],
    ['a deputy who was not told', PEOPLE.lead, ['UNIT_HEAD'], false],
  ] as const)('is for those it was told to: %s', (_, viewer, recipients, told) => {
    expect(isTold(holding({ recipients }), viewer)).toBe(told);
  });
});
