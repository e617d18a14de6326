import { locateYaml } from '@duban/kernel/runtime';
import { describe, expect, test } from '@jest/globals';
import { fileOf } from '../testing/scoring.kit.js';
import { caseIdOf, OTHER_UNIT, SyntheticCase, UNIT } from '../testing/synthetic-case.js';
import type { Facts } from './fact.js';
import { versionsOf } from './fact-versions.js';
import { DEFAULT_ITEM_RULES, type ItemRules, rulesCounted } from './item-rules.js';
import { rulesInWords } from './item-rules-words.js';

type Stated = { readonly items?: Partial<ItemRules> };
const stated = (folder: string): Stated =>
  locateYaml(folder, fileOf(`${folder}/process.yaml`)).value as Stated;
/** What a locality's case says of its rules when it is handed over. */
const rulesOf = (folder: string): ItemRules => ({ ...DEFAULT_ITEM_RULES, ...stated(folder).items });

const LEAD = '00000000-0000-7000-8000-0000000000aa';
const SIGNER = caseIdOf(77);
const BOTH = [
  { role: 'SEPARATE', unitId: UNIT },
  { role: 'SEPARATE', unitId: OTHER_UNIT },
];

/** Handed over under some rules; none said: under the common ones. */
function under(items?: Partial<ItemRules>, assignments: readonly object[] = [{}]): SyntheticCase {
  const file = new SyntheticCase(caseIdOf(1)).submitted('2024-01-10').docketed('2024-01-15');
  file.handedOver('2024-02-01', assignments as Record<string, unknown>[]);
  if (items)
    Object.assign(file.events.at(-1)?.payload as object, { items: { ...DEFAULT_ITEM_RULES, ...items } });
  return file;
}
const now = (file: SyntheticCase): Facts =>
  versionsOf(file.read, DEFAULT_ITEM_RULES).versions.at(-1)?.facts as Facts;
const replied = (items?: Partial<ItemRules>): SyntheticCase =>
  under(items).replied('2024-03-01', under().id(1), 'A', ['SOLVED']);
/** As a work record says it, once it is complete. */
const recorded = (file: SyntheticCase, number: number, source: string, level: string, more: object = {}) =>
  file.add('2024-03-20', 'record.entered', {
    recordId: file.id(number),
    canonical: 'OTHER',
    subject: {},
    rated: {
      ...{ source, axis: 'RESULT', level, canonicalLevel: level, assignmentId: file.id(1), unitId: UNIT },
      ...{ satisfied: level !== 'DISSATISFIED', raterId: LEAD, ...more },
    },
  });
const entered = (file: SyntheticCase, number: number, level: string, more: object = {}) =>
  file.add('2024-03-25', 'rating.recorded', {
    ...{ ratingId: file.id(number), source: 'VERIFICATION', axis: 'RESULT', level, canonicalLevel: level },
    ...{ assignmentId: file.id(1), unitId: UNIT, raterId: LEAD, satisfied: level !== 'DISSATISFIED' },
    ...{ replaces: null, ...more },
  });
const voted = (file: SyntheticCase, verdict: string) =>
  file.add('2024-10-20', 'record.entered', {
    ...{ recordId: file.id(60), canonical: 'SATISFACTION_VOTE', subject: {}, verdict },
  });

describe('rules of an item come with the case', () => {
  test('what is meant where nothing is said is what the base says for everybody', () => {
    expect(stated('base').items).toEqual(DEFAULT_ITEM_RULES);
  });

  test('a case keeps the rules it was handed over under, and takes others when it is moved', () => {
    const file = under({ classOfSeparateUnits: 'BEST' }, BOTH);
    file
      .replied('2024-03-01', file.id(1), 'A', ['SOLVED'])
      .replied('2024-03-02', file.id(2), 'B', ['PLANNED']);
    expect(now(file).localClass).toBe('A');
    file.add('2024-04-01', 'process.moved', { toVersion: '2', clocks: [], items: DEFAULT_ITEM_RULES });
    expect(now(file).localClass).toBe('B');
    file.add('2024-05-01', 'process.moved', { toVersion: '3', clocks: [] });
    expect(now(file).localClass).toBe('B');
  });

  test('a class counts as claimed, where the locality says so', () => {
    const claimed = (items?: Partial<ItemRules>) =>
      now(under(items).claimed('2024-03-01', under().id(1), 'A', ['SOLVED'])).localClass;
    expect([claimed(), claimed({ classCounts: 'CLAIMED_UNTIL_CONFIRMED' })]).toEqual([null, 'A']);
  });

  test('HY-07: where only the lead deputy rates, what a co-signer said does not count', () => {
    const both = (items?: ItemRules) => {
      const file = replied(items).rated('2024-03-05', under().id(1), 'RESULT', 'SATISFIED');
      return now(file.rated('2024-03-06', file.id(1), 'RESULT', 'DISSATISFIED', SIGNER));
    };
    expect(both()).toMatchObject({ resultFinal: 'DISSATISFIED', satisfiedOn: null });
    expect(both(rulesOf('hengyang'))).toMatchObject({ resultFinal: 'SATISFIED', satisfiedOn: '2024-03-05' });
  });

  test('rules that are not understood are as everywhere', () => {
    const file = under();
    Object.assign(file.events.at(-1)?.payload as object, {
      items: { raters: 'NOBODY', sources: ['RUMOUR'] },
    });
    file
      .replied('2024-03-01', file.id(1), 'A', ['SOLVED'])
      .rated('2024-03-05', file.id(1), 'RESULT', 'SATISFIED');
    expect(now(file).resultFinal).toBe('SATISFIED');
  });
});

describe('facts name the rules that they were made by', () => {
  test('the common ones are not written; others are read back as they were', () => {
    expect(now(under()).countedBy).toBeNull();
    expect(now(under(DEFAULT_ITEM_RULES)).countedBy).toBeNull();
    const rules = rulesOf('shaoyang');
    const { countedBy } = now(under(rules));
    expect(countedBy).toBe('WORST ALL CONFIRMED_ONLY VERIFICATION>FORM');
    expect([rulesCounted(countedBy), rulesCounted(null)]).toEqual([rules, DEFAULT_ITEM_RULES]);
  });

  test('in words, in both languages', () => {
    const { zh, en } = rulesInWords({ ...rulesOf('shaoyang'), raters: 'LEAD_RATER' });
    expect(zh).toBe('评价按核实、其次反馈表计；仅计领衔人；分办件取最差类别；类别经确认计入。');
    expect(en).toContain('ratings by verification, then the signed form; the lead proposer alone');
  });
});

describe('T20: sources that contradict one another', () => {
  const contradicted = (items?: Partial<ItemRules>): Facts => {
    const file = replied(items).rated('2024-03-05', under().id(1), 'RESULT', 'SATISFIED');
    return now(recorded(file, 50, 'VERIFICATION', 'DISSATISFIED'));
  };

  test('T20 SY-14 SY-15: signed satisfied, and found not to be: what counts is the order the locality declares', () => {
    expect(contradicted()).toMatchObject({ resultFinal: 'SATISFIED', satisfiedOn: '2024-03-05' });
    expect(contradicted({ sources: ['FORM', 'VERIFICATION'] }).resultFinal).toBe('SATISFIED');
    expect(contradicted({ sources: ['VERIFICATION', 'FORM'] })).toMatchObject({
      ...{ resultFirst: 'DISSATISFIED', resultFinal: 'DISSATISFIED', satisfiedOn: null },
    });
    expect(contradicted(rulesOf('shaoyang')).resultFinal).toBe('DISSATISFIED');
    expect(contradicted({ sources: ['THIRD_PARTY'] }).resultFinal).toBeNull();
  });

  test('where the first source says nothing, the next one is heard', () => {
    const file = replied({ sources: ['VERIFICATION', 'FORM'] });
    file.rated('2024-03-05', file.id(1), 'RESULT', 'SATISFIED');
    expect(now(file).resultFinal).toBe('SATISFIED');
    entered(file, 70, 'BASICALLY_SATISFIED');
    expect(now(file).resultFinal).toBe('BASICALLY_SATISFIED');
    entered(file, 71, 'DISSATISFIED', { replaces: file.id(70) });
    expect(now(file).resultFinal).toBe('DISSATISFIED');
  });

  test('asking one person does not silence another', () => {
    const file = replied({ sources: ['VERIFICATION', 'FORM'] });
    file.rated('2024-03-05', file.id(1), 'RESULT', 'DISSATISFIED');
    recorded(file, 50, 'VERIFICATION', 'SATISFIED', { raterId: SIGNER });
    expect(now(file).resultFinal).toBe('DISSATISFIED');
  });

  test('a record that is put right says nothing until it is signed anew', () => {
    const file = recorded(replied({ sources: ['VERIFICATION', 'FORM'] }), 50, 'VERIFICATION', 'DISSATISFIED');
    file.add('2024-03-21', 'record.corrected', { recordId: file.id(50), reason: '误听' });
    expect(now(file).resultFinal).toBeNull();
    const said = file.events.at(-2)?.payload as { readonly rated: object } | undefined;
    const again = { ...said?.rated, canonicalLevel: 'SATISFIED', satisfied: true };
    file.add('2024-03-22', 'record.signed', { recordId: file.id(50), rated: again });
    expect(now(file).resultFinal).toBe('SATISFIED');
  });

  test('SY-12: a vote speaks for nobody in particular: it counts where no source before it has spoken', () => {
    const vote = (sources: ItemRules['sources'], verdict = 'FAILED') => {
      const file = replied({ sources }).rated('2024-03-05', under().id(1), 'OVERALL', 'SATISFIED');
      return now(voted(file, verdict)).overallFinal;
    };
    expect(vote(['FORM'])).toBe('SATISFIED');
    expect(vote(['FORM', 'VOTE'])).toBe('SATISFIED');
    expect(vote(['VOTE', 'FORM'])).toBe('DISSATISFIED');
    expect(now(voted(replied({ sources: ['FORM', 'VOTE'] }), 'PASSED')).overallFinal).toBe('SATISFIED');
    const file = voted(replied({ sources: ['VOTE'] }), 'FAILED');
    file.add('2024-10-21', 'record.corrected', {
      recordId: file.id(60),
      verdict: 'PASSED',
      reason: '计票有误',
    });
    expect(now(file).overallFinal).toBe('SATISFIED');
  });
});
