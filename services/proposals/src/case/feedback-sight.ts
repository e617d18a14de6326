import type { Viewer } from '@duban/kernel';
import type { Process } from '../process/process.js';
import type { UnitSight } from '../process/second-round.js';

/** What a viewer who may read a case sees of its forms: staff of units what the process lets them, others who said what. */
export const feedbackSight = (
  { unitId }: Pick<Viewer, 'unitId'>,
  { feedback }: Pick<Process, 'feedback'>,
): UnitSight => (unitId === null ? 'PERSONS' : feedback.unitSees);
