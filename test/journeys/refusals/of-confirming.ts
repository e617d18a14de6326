import type { Person } from '../../kit/person.js';
import { must } from '../story/case.js';
import type { Cast } from '../story/cast.js';
import { type Attempt, attempt } from './attempt.js';

const kind = 'NPC_SUGGESTION';
const reason = '漏计一件';

/** What is refused of confirming a year's figures: a county, and the city it has to itself. */
export async function refusedOfConfirming({
  deployment,
  county,
  office,
  committee,
}: Cast): Promise<Attempt[]> {
  const city = await deployment.as(`${county.code.slice(0, 3)}000.deputy-affairs-officer`);
  const confirm = (code: string, person: Person, year: number) =>
    attempt(code, person, 'confirmFigures', { year, kind });
  const unlock = (code: string, person: Person, year: number) =>
    attempt(code, person, 'unlockFigures', { year, kind, reason });
  for (const person of [office, city]) await must(person, 'confirmFigures', { year: 2002, kind });
  return [
    confirm('FIGURES_OTHER_OFFICE', committee, 2003),
    confirm('FIGURES_YEAR_AHEAD', office, 2199),
    confirm('FIGURES_CONFIRMED', office, 2002),
    confirm('FIGURES_BELOW_OPEN', city, 2003),
    unlock('FIGURES_NOT_CONFIRMED', office, 2003),
    unlock('FIGURES_CONFIRMED_ABOVE', office, 2002),
  ];
}
