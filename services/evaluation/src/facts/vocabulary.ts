/** What a local result class can mean, from best to worst. A class means a set of these. */
export const CANONICAL_OUTCOMES = ['SOLVED', 'IN_PROGRESS', 'PLANNED', 'DEFERRED', 'REFERENCE'] as const;
export type CanonicalOutcome = (typeof CANONICAL_OUTCOMES)[number];

/** A set of canonical outcomes as facts keep it: in the order above, joined by `|`, such as `IN_PROGRESS|PLANNED`. */
export type Outcomes = string;

export const isCanonicalOutcome = (text: string): text is CanonicalOutcome =>
  (CANONICAL_OUTCOMES as readonly string[]).includes(text);

export const outcomesText = (members: Iterable<CanonicalOutcome>): Outcomes => {
  const set = new Set(members);
  return CANONICAL_OUTCOMES.filter((outcome) => set.has(outcome)).join('|');
};

export const outcomesIn = (text: Outcomes): CanonicalOutcome[] => text.split('|').filter(isCanonicalOutcome);

/** Levels of satisfaction, from best to worst. */
export const LEVELS = ['SATISFIED', 'BASICALLY_SATISFIED', 'DISSATISFIED'] as const;
export type Level = (typeof LEVELS)[number];

/** What is rated: attitude and process, the result, or the whole. OVERALL is not RESULT. */
export const AXES = ['ATTITUDE', 'RESULT', 'OVERALL'] as const;
export type Axis = (typeof AXES)[number];

/** Where a rating comes from. Forms and votes are heard from those who handle cases; the others from there or entered here. */
export const RATING_SOURCES = ['FORM', 'VERIFICATION', 'THIRD_PARTY', 'LAST_YEAR_B', 'VOTE'] as const;
export type RatingSource = (typeof RATING_SOURCES)[number];

/** Which round of handling a rating is read from: the first, or the latest that was rated. */
export type RoundChoice = 'FIRST' | 'FINAL';

/** Roles that owe the proposer a reply of their own; a co-unit owes its opinion to the lead. */
export const isAnswering = (role: string): boolean => role !== 'CO';
