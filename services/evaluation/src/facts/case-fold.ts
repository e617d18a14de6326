import type { CaseEvent, Payload } from './case-event.js';
import type { CaseFile, Entry, GivenClass, Part } from './case-file.js';
import { hearEntered, hearForm, hearRecord } from './heard-ratings.js';
import { itemRulesIn } from './item-rules.js';

type Applied = (file: CaseFile, data: Payload, at: string) => void;

/** Folds one event into the file. Types that are not listed change no fact. */
export function applyEvent(file: CaseFile, event: CaseEvent): void {
  APPLY[event.type]?.(file, event.data, event.occurredAt);
}

const describe: Applied = (file, data) => {
  file.kind = data.text('kind') ?? file.kind;
  file.period = data.text('period') ?? file.period;
  file.proposerType = data.text('proposerType') ?? file.proposerType;
  file.category = data.text('category') ?? file.category;
  file.canonicalCategory = data.text('canonicalCategory') ?? file.canonicalCategory;
  file.leadProposerId = data.text('leadProposerId') ?? file.leadProposerId;
  file.year = data.integer('year') ?? file.year;
  file.source = data.text('source') ?? file.source;
  file.disclosureConsent = data.text('disclosureConsent') ?? file.disclosureConsent;
};

const APPLY: Readonly<Record<string, Applied>> = {
  'proposal.drafted': describe,
  'proposal.revised': describe,
  'proposal.submitted': (file, data, at) => {
    describe(file, data, at);
    file.category = data.object('snapshot')?.text('category') ?? file.category;
    file.submittedAt ??= at;
  },
  'review.decided': (file, data, at) => {
    // Of stages side by side, what they come to together; while one waits, nothing is decided.
    const verdict = data.has('groupVerdict') ? data.text('groupVerdict') : data.text('verdict');
    if (verdict === 'REJECT') file.rejectedAt = at;
    if (verdict === 'CONVERT') file.convertedAt = at;
  },
  'proposal.docketed': (file, data, at) => {
    describe(file, data, at);
    file.acceptedAt ??= at;
    file.rejectedAt = null;
    file.convertedAt = null;
  },
  'proposal.merged': (file, _data, at) => {
    file.mergedAt = at;
  },
  'proposal.withdrawn': (file, _data, at) => {
    file.withdrawnAt = at;
    for (const entry of file.entries.values())
      if (entry.state === 'OPEN') Object.assign(entry, { state: 'ENDED', endedAt: at });
  },
  'proposal.key_designated': (file, data) => {
    const tier = data.text('canonicalTier') ?? data.text('tier');
    if (tier) file.keyTiers.add(tier);
  },
  'proposal.handed_over': (file, data, at) => {
    file.items = itemRulesIn(data) ?? file.items;
    for (const assignment of data.objects('assignments')) addPart(file, assignment, at);
  },
  'return.decided': (file, data, at) => {
    const part = partOf(file, data);
    if (!part || data.text('decision') !== 'APPROVED') return;
    part.returned = true;
    const replacement = data.object('replacement');
    if (replacement) addPart(file, replacement, at, { predecessors: part.predecessors });
  },
  'round.opened': (file, data, at) => {
    file.closedAt = null;
    const ended = data.texts('previousIds');
    for (const assignment of data.objects('assignments')) {
      const same = ended.filter((id) => file.parts.get(id)?.unitId === assignment.text('unitId'));
      addPart(file, assignment, at, { predecessors: same.length > 0 ? same : ended });
    }
  },
  'lead.changed': (file, data) => {
    takeRole(partOf(file, data), 'CO', data.object('coDue'));
    takeRole(file.parts.get(data.text('leadId') ?? ''), 'LEAD', data.object('leadDue'));
  },
  'extension.decided': (file, data) => {
    const part = partOf(file, data);
    if (part && data.text('decision') === 'APPROVED') part.dueOn = data.text('dueAt') ?? part.dueOn;
  },
  // The case follows another version of its locality's process; dates that it was first set stay what they were.
  'process.moved': (file, data) => {
    file.items = itemRulesIn(data) ?? file.items;
    for (const clock of data.objects('clocks')) {
      const part = clock.text('clock') === 'due' ? partOf(file, clock) : undefined;
      if (part) part.dueOn = clock.object('to')?.text('date') ?? part.dueOn;
    }
  },
  'responsible.named': (file, data) => {
    const part = partOf(file, data);
    if (part) part.responsible = namedIn(data.objects('fields'));
  },
  'contact.recorded': (file, data) => {
    const part = partOf(file, data);
    if (!part) return;
    const [face, phase] = [data.flag('faceToFace'), data.text('phase')];
    part.contacts += 1;
    if (face && (phase === 'BEFORE' || phase === 'DURING')) part.faceContacts += 1;
    if (face && phase === 'AT_REPLY') markFaceReply(part, data);
  },
  'reply.issued': (file, data, at) => {
    const part = partOf(file, data);
    if (!part) return;
    if (data.flag('faceToFace')) markFaceReply(part, data);
    file.repliedBy.set(data.text('replyId') ?? '', part.id);
    if (data.text('kind') === 'INTERIM') return;
    part.repliedAt ??= at;
    part.openSince = isOpen(data) ? (part.openSince ?? at) : null;
    part.claimed = classIn(data, 'claimedClass', at) ?? part.claimed;
  },
  'class.confirmed': setClass,
  'feedback.given': hearForm,
  // From now on it is so; what was counted as of a day before stays.
  'feedback.corrected': hearForm,
  'rating.recorded': hearEntered,
  'record.signed': hearRecord,
  'record.corrected': hearRecord,
  'record.entered': (file, data, at) => {
    hearRecord(file, data, at);
    const [id, canonical] = [data.text('recordId'), data.text('canonical')];
    const assignmentId = data.object('subject')?.text('assignmentId') ?? null;
    if (id && canonical) file.noted.set(id, { canonical, assignmentId, at });
  },
  'proposal.closed': (file, _data, at) => {
    file.closedAt = at;
  },
  'entry.registered': (file, data) => {
    const [id, assignmentId] = [data.text('entryId'), data.text('assignmentId')];
    if (id && assignmentId)
      file.entries.set(id, { assignmentId, state: 'OPEN', endedAt: null, yearsCarried: 0 });
  },
  'entry.struck_off': (file, data, at) => {
    endEntry(file, data, 'STRUCK_OFF', at);
    reclassify(file, data, at);
  },
  'entry.downgraded': (file, data, at) => {
    endEntry(file, data, 'ENDED', at);
    reclassify(file, data, at);
  },
  'entry.rolled_over': (file, data) => {
    const entry = file.entries.get(data.text('entryId') ?? '');
    if (entry) entry.yearsCarried = data.integer('yearsCarried') ?? entry.yearsCarried + 1;
  },
  'entry.rehanded': (file, data, at) => {
    const entry = file.entries.get(data.text('entryId') ?? '');
    const assignment = data.object('assignment');
    if (assignment)
      addPart(file, assignment, at, { rehanded: true, predecessors: entry ? laterThan(file, entry) : [] });
  },
};

/** The names by which sections and handlers are looked for, by what a locality's own field means. */
const FIELD_OF: Readonly<Record<string, string>> = { SECTION: 'section', HANDLER: 'handler' };

/** Who answers for it, by the locality's own fields; what its field of another name means is found under the usual one, too. */
function namedIn(fields: readonly Payload[]): Readonly<Record<string, string>> {
  const said = fields.map((one) => [one.text('field'), one.text('value'), one.text('meaning')] as const);
  const own = said.flatMap(([field, value]) => (field && value ? [[field, value] as const] : []));
  const meant = said.flatMap(([, value, meaning]) => {
    const usual = FIELD_OF[meaning ?? ''];
    return usual && value ? [[usual, value] as const] : [];
  });
  return Object.fromEntries([...new Map([...meant, ...own])].sort());
}

/** The assignment that gave the promise, and those that took it on since. */
function laterThan(file: CaseFile, { assignmentId }: Entry): string[] {
  const chain = [assignmentId];
  for (const part of file.parts.values())
    if (part.predecessors.some((id) => chain.includes(id))) chain.push(part.id);
  return chain;
}

function addPart(
  file: CaseFile,
  data: Payload,
  at: string,
  more: { predecessors?: readonly string[]; rehanded?: boolean } = {},
): void {
  const [id, unitId] = [data.id('assignmentId'), data.id('unitId')];
  if (!id || !unitId) return;
  const dueOn = data.text('dueAt') ?? data.object('due')?.text('date') ?? null;
  file.parts.set(id, {
    id,
    unitId,
    system: data.text('system'),
    role: data.text('role') ?? 'SOLE',
    round: data.integer('round') ?? 1,
    handedOverAt: at,
    originalDueOn: dueOn,
    dueOn,
    rehanded: more.rehanded ?? false,
    predecessors: more.predecessors ?? [],
    returned: false,
    repliedAt: null,
    openSince: null,
    claimed: null,
    confirmed: null,
    ratings: new Map(),
    responsible: {},
    contacts: 0,
    faceContacts: 0,
    faceReply: false,
    headFaceReply: false,
  });
}

/** A letter that is made public without being asked for (主动公开). */
const isOpen = (data: Payload): boolean => data.object('letter')?.text('disclosure') === 'PROACTIVE';

function setClass(file: CaseFile, data: Payload, at: string): void {
  const part = partOf(file, data);
  const given = classIn(data, 'class', at);
  if (part && given) confirm(part, given);
}

/** Saying the same again does not make it so any later. */
function confirm(part: Part, given: GivenClass): void {
  const at = part.confirmed?.outcomes === given.outcomes ? part.confirmed.at : given.at;
  part.confirmed = { ...given, at };
}

/**
 * A promise kept or given up changes the class of the reply that stands for it now, which a later
 * round may have given. A locality without a class for the new meaning keeps its letter.
 */
function reclassify(file: CaseFile, data: Payload, at: string): void {
  const part = file.parts.get(file.repliedBy.get(data.text('replyId') ?? '') ?? '') ?? partOf(file, data);
  const outcomes = data.outcomes();
  const local = data.text('class') ?? part?.confirmed?.local ?? part?.claimed?.local;
  if (part && outcomes && local) confirm(part, { local, outcomes, at });
}

function classIn(data: Payload, field: string, at: string): GivenClass | null {
  const [local, outcomes] = [data.text(field), data.outcomes()];
  return local && outcomes ? { local, outcomes, at } : null;
}

function markFaceReply(part: Part, data: Payload): void {
  part.faceReply = true;
  if (data.flag('byHead')) part.headFaceReply = true;
}

function endEntry(file: CaseFile, data: Payload, state: 'STRUCK_OFF' | 'ENDED', at: string): void {
  const entry = file.entries.get(data.text('entryId') ?? '');
  if (entry) Object.assign(entry, { state, endedAt: at });
}

/** The clock of the new role starts as if it had been so from the beginning. */
function takeRole(part: Part | undefined, role: string, due: Payload | null | undefined): void {
  const dueOn = due?.text('date') ?? part?.dueOn ?? null;
  if (part) Object.assign(part, { role, dueOn, originalDueOn: dueOn });
}

const partOf = (file: CaseFile, data: Payload): Part | undefined =>
  file.parts.get(data.text('assignmentId') ?? '');
