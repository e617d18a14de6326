import type { Person } from '../../kit/person.js';
import { until } from '../../start-up/started-platform.js';
import { Case, must } from '../story/case.js';
import type { Cast } from '../story/cast.js';
import { on } from '../story/moments.js';
import { type Attempt, attempt, nobodys } from './attempt.js';

type Shown = {
  readonly id: string;
  readonly code: string;
  readonly raisedAt: string | null;
  readonly resolvedAt: string | null;
};

/** What is refused of warnings: those of a case that was handed over long ago and never acknowledged. */
export async function refusedOfWarnings(cast: Cast): Promise<Attempt[]> {
  const one = await Case.drafted(cast, on('2025-03-03'));
  await one.handedOver([{ head: cast.heads[0], role: 'SOLE' }], on('2025-03-10'));
  const [first, contact] = [await recorded(one, 'W01'), await recorded(one, 'W03')];
  await must(cast.government, 'acknowledgeWarning', { warningId: first });
  await one.acknowledge(cast.heads[0]);
  await one.contact(cast.heads[0], 'BEFORE');
  await recorded(one, 'W03', ({ resolvedAt }) => resolvedAt !== null);
  const acknowledge = (code: string, person: Person, warningId: string) =>
    attempt(code, person, 'acknowledgeWarning', { warningId });
  return [
    acknowledge('WARNING_NOT_FOUND', cast.office, nobodys(first)),
    acknowledge('WARNING_NOT_YOURS', cast.admin, contact),
    acknowledge('WARNING_OVER', cast.heads[0], contact),
    acknowledge('WARNING_ACKNOWLEDGED', cast.heads[0], first),
  ];
}

/** The id of the warning of a code once the timed work has recorded it so. */
async function recorded(
  one: Case,
  code: string,
  so: (shown: Shown) => boolean = () => true,
): Promise<string> {
  const look = async () => {
    const { warnings } = await one.show('warnings(resolved: true) { id code raisedAt resolvedAt }');
    return warnings.find((each: Shown) => each.code === code && each.raisedAt !== null && so(each));
  };
  return (await until(`${code} is recorded`, look, 30_000)).id;
}
