import {
  brokenLocks,
  type ExpressionLanguage,
  eachOnce,
  isMapping,
  type Layer,
  type Lock,
  type LockLanguage,
  locksOf,
  type Mapping,
  mergeInto,
  originOf,
  versionOf,
} from '@duban/kernel';
import type { FlagWord } from '../flags/flag.js';
import { checkFlagsOf, checkFlagWord } from '../flags/flag-checks.js';
import { checkSign } from '../gaming/sign-checks.js';
import type { SignRule } from '../gaming/sign-rule.js';
import { problemsOfRatings } from '../ratings/rating-rule-checks.js';
import type { RatingRules } from '../ratings/rating-rules.js';
import type { Report } from '../report/report.js';
import { checkReport } from '../report/report-checks.js';
import type { Award } from './award.js';
import { checkAward } from './award-checks.js';
import type { Sheet, SheetPublishing, Sheets } from './sheet.js';
import { checkSheet } from './sheet-checks.js';
import type { SheetProblem, SheetReport } from './sheet-problem.js';

const LOCKS: LockLanguage = { partsUnder: null, example: 'sheets.units.indicators.onTime' };

export type EffectiveSheets = {
  readonly sheets: Sheets;
  /** Of all sheets; `path` begins with `sheets`. */
  readonly problems: readonly SheetProblem[];
  /** Which layer each value comes from, by its path. */
  readonly origins: ReadonlyMap<string, string>;
  readonly locks: readonly Lock[];
};

/** A further judgement of a sheet that has passed all checks, such as running its examples. */
export type JudgeSheet = (sheet: Sheet, report: SheetReport) => void;

/**
 * The sheets a locality scores by: each layer states only what differs from those before it. A sheet
 * whose text fits the schema gets all its problems at once; core indicators that a layer above locks
 * stay as they are.
 */
export function effectiveSheets(
  layers: readonly Layer[],
  language: ExpressionLanguage,
  judge: JudgeSheet,
): EffectiveSheets {
  const origins = new Map<string, string>();
  const { locks, problems: wrongLocks } = locksOf(layers, LOCKS);
  const problems: SheetProblem[] = wrongLocks.map((problem) => ({ ...problem, code: 'LOCKED' }));
  let merged: Mapping = {};
  for (const layer of layers) {
    const before = merged;
    merged = mergeInto(merged, documentOf(layer), layer.source, [], origins);
    const broken = brokenLocks({ layers, layer, part: null, before, after: merged }, locks, LOCKS);
    problems.push(...broken.map((problem): SheetProblem => ({ ...problem, code: 'LOCKED' })));
  }
  const last = layers.at(-1)?.source ?? '';
  const sheets = partOf<Sheet>(merged, 'sheets');
  const reports = partOf<Report>(merged, 'reports');
  const signs = partOf<SignRule>(merged, 'signs');
  const tell = (part: string, code: string, told: readonly OwnProblem[]): void => {
    for (const problem of told) {
      const path = [part, code, ...problem.path];
      problems.push({ ...problem, path, source: originOf(origins, path) ?? last });
    }
  };
  for (const [code, sheet] of Object.entries(sheets))
    tell('sheets', code, problemsOf(sheet, language, judge));
  for (const [code, report] of Object.entries(reports))
    tell(
      'reports',
      code,
      gathered((problem) => checkReport(report, problem)),
    );
  const awards = partOf<Award>(merged, 'awards');
  for (const [code, award] of Object.entries(awards))
    tell(
      'awards',
      code,
      gathered((problem) => checkAward(award, sheets, problem)),
    );
  const flags = partOf<FlagWord>(merged, 'flags');
  for (const [code, word] of Object.entries(flags))
    tell(
      'flags',
      code,
      gathered((problem) => checkFlagWord(word, problem)),
    );
  if (merged.flags)
    for (const [code, sheet] of Object.entries(sheets))
      tell(
        'sheets',
        code,
        gathered((problem) => checkFlagsOf(sheet, flags, problem)),
      );
  const ratings = isMapping(merged.ratings) ? (merged.ratings as unknown as RatingRules) : null;
  for (const problem of ratings ? problemsOfRatings(ratings) : [])
    problems.push({ ...problem, source: originOf(origins, problem.path) ?? last });
  for (const [code, rule] of Object.entries(signs))
    tell(
      'signs',
      code,
      gathered((problem) => checkSign(rule, problem)),
    );
  return {
    sheets: {
      version: versionOf(layers),
      ...publishingIn(merged),
      sheets,
      reports,
      signs,
      ...(ratings && { ratings }),
      ...(merged.awards ? { awards } : {}),
      ...(merged.flags ? { flags } : {}),
    },
    problems: eachOnce(problems) as SheetProblem[],
    origins,
    locks,
  };
}

const partOf = <Part>(merged: Mapping, key: string): Readonly<Record<string, Part>> =>
  (isMapping(merged[key]) ? merged[key] : {}) as Readonly<Record<string, Part>>;

/** As the levels say it; the schema has looked at each of them. */
const publishingIn = ({ publishing }: Mapping): Pick<Sheets, 'publishing'> =>
  isMapping(publishing) ? { publishing: publishing as SheetPublishing } : {};

function documentOf({ document }: Layer): Mapping {
  if (!isMapping(document)) return {};
  const { $schema: _, locks: __, ...said } = document;
  return said;
}

type OwnProblem = Omit<SheetProblem, 'source'>;

function gathered(check: (report: SheetReport) => void): OwnProblem[] {
  const problems: OwnProblem[] = [];
  check((code, path, zh, en, inside) => {
    problems.push({ code, path: path.map(String), zh, en, ...(inside && { inside }) });
  });
  return problems;
}

/** Examples are run only by a sheet that can be computed: nothing else is wrong with it. */
function problemsOf(sheet: Sheet, language: ExpressionLanguage, judge: JudgeSheet): OwnProblem[] {
  const problems = gathered((report) => {
    const needed = (['name', 'subject', 'maximum', 'rounding', 'indicators'] as const).filter(
      (key) => sheet[key] === undefined,
    );
    for (const key of needed) report('PART_MISSING', [], `缺少“${key}”。`, `"${key}" is missing.`);
    if (needed.length === 0) checkSheet(sheet, language, report);
  });
  return problems.length > 0 ? problems : gathered((report) => judge(sheet, report));
}
