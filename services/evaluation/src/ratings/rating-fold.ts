import type { CaseEvent, Payload } from '../facts/case-event.js';
import type { Level } from '../facts/vocabulary.js';
import type { BallotCount, RatedAxis, Rating } from './rating.js';
import {
  EMPTY_RATING_FILE,
  levelOfVote,
  type RatedPart,
  type RatingFile,
  UNIT_SIGHTS,
} from './rating-file.js';
import { NOT_ASKED, recordRated } from './record-rating.js';

type Heard = (file: RatingFile, data: Payload, at: string) => RatingFile;

/** What ratings need to know of a case, from its events in the order in which things were so. */
export const ratingFileOf = (events: readonly CaseEvent[]): RatingFile =>
  events.reduce((file, { type, data, occurredAt }) => {
    const heard = HANDS_OVER.includes(type) ? withParts(file, data) : file;
    return HEAR[type]?.(heard, data, occurredAt) ?? heard;
  }, EMPTY_RATING_FILE);

const HANDS_OVER: readonly string[] = [
  'proposal.handed_over',
  'return.decided',
  'round.opened',
  'entry.rehanded',
];

/** An event that hands something over names the assignments it makes. */
function withParts(file: RatingFile, data: Payload): RatingFile {
  const named = [...data.objects('assignments'), data.object('replacement'), data.object('assignment')];
  const parts = named.flatMap((one) => {
    const [assignmentId, unitId] = [one?.id('assignmentId'), one?.id('unitId')];
    if (!one || !assignmentId || !unitId) return [];
    const [role, round] = [one.text('role') ?? 'SOLE', one.integer('round') ?? 1];
    return [{ assignmentId, unitId, role, round, repliedAt: null }];
  });
  return parts.length === 0 ? file : { ...file, parts: [...file.parts, ...parts] };
}

const propose: Heard = (file, data) => {
  const lead = data.id('leadProposerId') ?? file.leadProposerId;
  return knowing({ ...file, leadProposerId: lead }, [...(lead ? [lead] : []), ...data.texts('cosignerIds')]);
};

const knowing = (file: RatingFile, more: readonly string[]): RatingFile => ({
  ...file,
  proposerIds: [...new Set([...file.proposerIds, ...more])],
});

const onPart = (file: RatingFile, id: string | null, change: (part: RatedPart) => RatedPart): RatingFile => ({
  ...file,
  parts: file.parts.map((part) => (part.assignmentId === id ? change(part) : part)),
});

const HEAR: Readonly<Record<string, Heard>> = {
  'proposal.drafted': propose,
  'proposal.submitted': propose,
  'proposal.docketed': propose,
  'return.decided': (file, data) =>
    data.text('decision') === 'APPROVED'
      ? { ...file, parts: file.parts.filter((part) => part.assignmentId !== data.id('assignmentId')) }
      : file,
  'lead.changed': (file, data) =>
    onPart(
      onPart(file, data.id('assignmentId'), (part) => ({ ...part, role: 'CO' })),
      data.id('leadId'),
      (part) => ({ ...part, role: 'LEAD' }),
    ),
  'reply.issued': (before, data, at) => {
    const file = seenBy(before, data);
    if (data.text('kind') !== 'FORMAL') return file;
    const [assignmentId, unitId] = [data.id('assignmentId'), data.id('unitId')];
    if (!assignmentId || !unitId) return file;
    const told = knowing(file, data.texts('addresseeIds'));
    const replied = onPart(told, assignmentId, (part) => ({ ...part, repliedAt: part.repliedAt ?? at }));
    const lead = file.leadProposerId ? [file.leadProposerId] : [];
    const respondentIds = data.has('respondentIds') ? data.texts('respondentIds') : lead;
    const until = data.object('feedbackBy')?.text('date') ?? null;
    const request = { assignmentId, unitId, round: data.integer('round') ?? 1, respondentIds };
    return { ...replied, asked: [...file.asked, { ...request, since: at, until }] };
  },
  'feedback.given': giveForm,
  'feedback.corrected': giveForm,
  'process.moved': (file, data) => seenBy(file, data),
  'entry.registered': (file, data, at) => {
    const assignmentId = data.id('assignmentId');
    return assignmentId ? { ...file, promises: [...file.promises, { assignmentId, at }] } : file;
  },
  'record.entered': (file, data, at) => {
    const vote = data.text('canonical') === 'SATISFACTION_VOTE' ? voteRating(file, data, at) : null;
    return vote ? { ...file, given: [...file.given, vote] } : recordRated(file, data, at);
  },
  'record.signed': recordRated,
  'record.corrected': (before, data, at) => withVote(recordRated(before, data, at), data),
};

function withVote(file: RatingFile, data: Payload): RatingFile {
  return {
    ...file,
    given: file.given.map((one) => {
      if (one.source !== 'VOTE' || one.ratingId !== data.id('recordId')) return one;
      const vote = ballotsIn(data);
      return vote ? { ...one, ...saidByVote(vote, data), vote, reason: data.text('reason') } : one;
    }),
  };
}

function giveForm(file: RatingFile, data: Payload, at: string): RatingFile {
  const rating = formRating(data, at);
  if (!rating) return file;
  const { replaces } = rating;
  const given = file.given.map((one) => (one.ratingId === replaces ? { ...one, replaced: true } : one));
  return { ...file, given: [...given, rating] };
}

/** What the process of the case lets staff of rated units see; it says so with replies, and when it becomes another one. */
function seenBy(file: RatingFile, data: Payload): RatingFile {
  const said = data.text('unitSees');
  const unitSees = UNIT_SIGHTS.find((sight) => sight === said);
  return unitSees ? { ...file, unitSees } : file;
}

function formRating(data: Payload, at: string): Rating | null {
  const [ratingId, level] = [data.id('feedbackId'), data.level()];
  if (!ratingId || !level) return null;
  return {
    ...NOT_ASKED,
    ratingId,
    source: 'FORM',
    round: data.integer('round'),
    assignmentId: data.id('assignmentId'),
    unitId: data.id('unitId'),
    raterId: data.id('respondent'),
    axis: (data.axis() ?? 'OTHER') satisfies RatedAxis,
    ownAxis: data.text('ownAxis'),
    level: data.text('level') ?? level,
    canonicalLevel: level,
    points: data.integer('points'),
    satisfied: data.optionalFlag('satisfied') ?? level === 'SATISFIED',
    comment: data.text('comment'),
    at,
    enteredBy: data.text('collectedBy'),
    replaces: data.id('replaces'),
    reason: data.text('reason'),
    replaced: false,
  };
}

function voteRating(file: RatingFile, data: Payload, at: string): Rating | null {
  const [ratingId, vote] = [data.id('recordId'), ballotsIn(data)];
  if (!ratingId || !vote) return null;
  const subject = data.object('subject');
  const assignmentId = subject?.id('assignmentId') ?? null;
  const part = file.parts.find((one) => one.assignmentId === assignmentId);
  const about = { assignmentId, unitId: subject?.id('unitId') ?? null, round: part?.round ?? null };
  const by = { raterId: null, enteredBy: data.texts('enteredBy')[0] ?? null };
  const kept = { replaces: null, reason: null, replaced: false, comment: null };
  return {
    ...NOT_ASKED,
    ratingId,
    source: 'VOTE',
    ...about,
    ...by,
    ...kept,
    ...saidByVote(vote, data),
    at,
    vote,
  };
}

/** Its rule may say more than passed or failed. */
function saidByVote(vote: BallotCount, data: Payload) {
  const canonicalLevel: Level = data.object('count')?.level('level') ?? levelOfVote(vote.passed);
  const said = { axis: 'OVERALL' as const, ownAxis: null, points: null };
  return { ...said, level: canonicalLevel, canonicalLevel, satisfied: vote.passed };
}

const ABSTAINED = ['ABSTAIN', 'ABSTAINED'];
const INVALID = ['INVALID', 'SPOILT'];

/** The ballots of a vote and what came of them; null for a record without a verdict. */
function ballotsIn(data: Payload): BallotCount | null {
  const verdict = data.text('verdict');
  const values = data.objects('values');
  const field = values.find((one) => one.text('type') === 'BALLOTS');
  const counts = field?.object('value');
  if (!verdict || !field || !counts) return null;
  const words = field.object('choices');
  const ballots = counts.names().map((choice) => {
    const label = words?.object(choice);
    const count = counts.integer(choice) ?? 0;
    return { choice, zh: label?.text('zh') ?? choice, en: label?.text('en') ?? choice, count };
  });
  const of = (codes: readonly string[]) =>
    ballots.filter(({ choice }) => codes.includes(choice)).reduce((sum, { count }) => sum + count, 0);
  const count = data.object('count');
  const named = values.find((one) => one.text('type') === 'NUMBER')?.integer('value');
  return {
    voters: count?.integer('voters') ?? named ?? null,
    ballots,
    // A kind that does not say which of its choices are abstentions calls them so.
    abstained: count?.integer('abstained') || of(ABSTAINED),
    invalid: count?.integer('invalid') || of(INVALID),
    passed: verdict === 'PASSED',
    counted: countedIn(count),
  };
}

function countedIn(count: Payload | null): BallotCount['counted'] {
  const [passing, base, share] = [count?.integer('passing'), count?.integer('base'), count?.text('share')];
  if (!count || passing == null || base == null || share == null) return null;
  return { passing, base, share, strict: count.flag('strict') };
}
