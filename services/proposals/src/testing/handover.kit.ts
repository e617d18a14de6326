import type { Command } from '../case/commands.js';

/** A field's value as a command gives it. */
export const given = (field: string, value: string, also: object = {}) => ({
  field,
  value,
  personId: null,
  unitId: null,
  ...also,
});

export const handOver = (...fields: object[]): Command => ({ kind: 'proposal.hand_over', fields }) as Command;

/** Splits the case into a matter for these units, and more. */
export const split = (unitIds: string[], ...more: object[]): Command => ({
  kind: 'matters.split',
  matters: [{ text: '增设站点。', unitIds }, ...(more as [])],
});
