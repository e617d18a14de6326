/** Whose password it is: what a guesser would try first. */
export type Owner = { readonly login: string; readonly name: string | null };

export type PasswordProblem =
  | 'TOO_SHORT'
  | 'TOO_LONG'
  | 'TOO_SIMPLE'
  | 'HAS_NAME'
  | 'HAS_LOGIN'
  | 'USED_BEFORE'
  | 'REPEATED_OTHERWISE';

export const PASSWORD_RULES = { min: 8, max: 200, classes: 3, remembered: 5 } as const;

/** Small letters, capitals, digits, and everything else: signs, 汉字. */
const CLASSES: readonly RegExp[] = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u];

/** What is wrong with a new password, apart from its having been used before; nothing when it is fine. */
export function passwordProblems(password: string, { login, name }: Owner): PasswordProblem[] {
  const text = password.normalize('NFKC');
  const classes = CLASSES.filter((each) => each.test(text)).length;
  const checks: readonly (readonly [PasswordProblem, boolean])[] = [
    ['TOO_SHORT', [...text].length < PASSWORD_RULES.min],
    ['TOO_LONG', password.length > PASSWORD_RULES.max],
    ['TOO_SIMPLE', classes < PASSWORD_RULES.classes],
    ['HAS_NAME', name !== null && contains(text, nameFragments(name))],
    ['HAS_LOGIN', contains(text, words(login))],
  ];
  return checks.filter(([, found]) => found).map(([problem]) => problem);
}

const fold = (text: string): string => text.normalize('NFKC').toLowerCase();

const contains = (password: string, fragments: readonly string[]): boolean =>
  fragments.some((fragment) => fold(password).includes(fragment));

/** A fragment shorter than this is in too many passwords by chance. */
const WORD = 3;

const words = (text: string): string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => [...word].length >= WORD);

/** Of 王小明 also 小明 and 王小: two characters in a row are as good as the name. Of other names the words. */
function nameFragments(name: string): string[] {
  const runs = fold(name).match(/\p{Script=Han}{2,}/gu) ?? [];
  const pairs = runs.flatMap((run) => {
    const letters = [...run];
    return letters.slice(1).map((letter, at) => `${letters[at]}${letter}`);
  });
  return [...pairs, ...words(name)];
}

/** Hashes of the passwords somebody chose, newest first; the oldest is forgotten. */
export const remember = (hash: string, history: readonly string[]): string[] =>
  [hash, ...history].slice(0, PASSWORD_RULES.remembered);
