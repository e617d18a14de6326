import type { Resident } from '../../kit/county.js';
import { Case, must, type Unit } from './case.js';
import type { Cast } from './cast.js';

type Input = Readonly<Record<string, unknown>>;

export const inDays = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toLocaleDateString('sv', { timeZone: 'Asia/Shanghai' });

/** What the county `901905` wants fixed at the handover. */
export const SIX: readonly Input[] = [
  { field: 'official', value: '分管副县长' },
  { field: 'supervisor', value: '县人大常委会副主任' },
  { field: 'due', value: inDays(40) },
  { field: 'standard', value: '站点建成并通车' },
];

export const without = (field: string): readonly Input[] => SIX.filter((one) => one.field !== field);
export const withDue = (value: string): readonly Input[] => [...without('due'), { field: 'due', value }];

const MODES = { SOLE: 'SOLE', LEAD: 'LEAD_AND_CO', CO: 'LEAD_AND_CO', SEPARATE: 'SEPARATE' } as const;

/** Steps of a case in that county. */
export const exacting = {
  async allocated(cast: Cast, units: readonly Unit[]): Promise<Case> {
    const one = await Case.drafted(cast);
    await one.submit();
    await one.accept();
    await one.docket();
    await one.allocate(units, { mode: MODES[units[0]?.role ?? 'SOLE'] });
    return one;
  },

  split: (one: Case, ...matters: readonly (readonly [text: string, ...heads: Resident[]])[]) =>
    one.do(one.cast.government, 'splitMatters', {
      matters: matters.map(([text, ...heads]) => ({ text, unitIds: heads.map(({ unitId }) => unitId) })),
    }),

  answers: (one: Case, head: Resident, agrees: boolean, input: Input = {}) =>
    must(head, 'answerAllocation', { proposalId: one.id, agrees, ...input }),

  async handedOver(cast: Cast, units: readonly Unit[], input: Input = {}): Promise<Case> {
    const one = await exacting.allocated(cast, units);
    await exacting.split(one, ...units.map(({ head }) => ['增设站点', head] as const));
    for (const { head } of units) await exacting.answers(one, head, true);
    await one.do(cast.government, 'handOverProposal', {
      fields: SIX,
      noticeNumber: '政办发〔2026〕3号',
      ...input,
    });
    return one;
  },
};
