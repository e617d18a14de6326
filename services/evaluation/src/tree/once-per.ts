const MOST_ANSWERS = 500;
const answers = new WeakMap<object, Map<string, unknown>>();

/**
 * What follows from something that cannot change any more and a question: worked out once, and kept as
 * long as that thing is. Of something that is not frozen it is worked out each time.
 */
export function oncePer<Answer>(source: object, question: string, work: () => Answer): Answer {
  if (!Object.isFrozen(source)) return work();
  const known = answers.get(source) ?? new Map<string, unknown>();
  answers.set(source, known);
  if (known.has(question)) return known.get(question) as Answer;
  const answer = work();
  if (known.size >= MOST_ANSWERS) known.clear();
  known.set(question, answer);
  return answer;
}
