import { expect, test } from '@jest/globals';
import { type CaseEvent, Payload } from './case-event.js';
import { emptyCaseFile } from './case-file.js';
import { applyEvent } from './case-fold.js';

const happened = (type: string, payload: Record<string, unknown>): CaseEvent => ({
  ...{ type, occurredAt: '2026-01-12T02:00:00.000Z', recordedAt: '2026-01-12T02:00:00.000Z', position: 1 },
  data: new Payload(payload),
});

test('lead and co-unit change places: who answers, and by when', () => {
  const file = emptyCaseFile();
  const [lead, co] = ['00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002'];
  const part = (assignmentId: string, role: string, dueAt: string) => ({
    ...{ assignmentId, role, dueAt },
    unitId: assignmentId,
    round: 1,
  });
  const assignments = [part(lead, 'LEAD', '2026-04-12'), part(co, 'CO', '2026-02-12')];
  applyEvent(file, happened('proposal.handed_over', { assignments }));
  const changed = {
    assignmentId: lead,
    leadId: co,
    leadDue: { date: '2026-04-14' },
    coDue: { date: '2026-02-14' },
  };
  applyEvent(file, happened('lead.changed', changed));
  expect([...file.parts.values()].map(({ id, role, dueOn }) => [id, role, dueOn])).toEqual([
    [lead, 'CO', '2026-02-14'],
    [co, 'LEAD', '2026-04-14'],
  ]);
});

test('who answers for it is found by what a field means, whatever the locality calls it', () => {
  const file = emptyCaseFile();
  const assignmentId = '00000000-0000-7000-8000-000000000001';
  const part = { assignmentId, unitId: assignmentId, role: 'SOLE', round: 1, dueAt: '2026-04-12' };
  applyEvent(file, happened('proposal.handed_over', { assignments: [part] }));
  const named = (...fields: object[]) => {
    applyEvent(file, happened('responsible.named', { assignmentId, fields }));
    return file.parts.get(assignmentId)?.responsible;
  };
  const office = { field: 'office-in-charge', value: '项目股', meaning: 'SECTION' };
  expect(named(office)).toEqual({ 'office-in-charge': '项目股', section: '项目股' });
  // A field that is called so says so itself; what was named before fields had meanings goes by its name.
  const other = { field: 'section', value: '办公室' };
  expect(named(office, other)).toEqual({ 'office-in-charge': '项目股', section: '办公室' });
  expect(named({ ...other, meaning: 'SECTION' })).toEqual({ section: '办公室' });
});
