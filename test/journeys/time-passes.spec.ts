import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Deployment, deploy } from '../kit/deployment.js';
import type { SharedDeployment } from '../kit/shared-deployment.js';
import { ToldDay } from '../kit/told-day.js';
import { until } from '../start-up/started-platform.js';
import { Case } from './story/case.js';
import { type Cast, castOf } from './story/cast.js';

const WARNINGS = 'warnings { code level since raisedAt explanation repeats }';

describe('time passes, and nobody does anything', () => {
  const today = new ToldDay('2025-03-10');
  const itIs = (day: string) => today.is(day);
  let deployment: Deployment;
  let cast: Cast;
  let one: Case;

  beforeAll(async () => {
    deployment = await deploy({ counties: 1, env: today.env });
    cast = await castOf(deployment as unknown as SharedDeployment, '901001');
    one = await Case.drafted(cast);
    await one.handedOver([{ head: cast.heads[0], role: 'SOLE' }]);
  }, 240_000);
  afterAll(() => deployment?.stop());

  /** What holds once it was recorded: the worker has looked. */
  const warned = async (codes: readonly string[]) => {
    const recorded = async () => {
      const { warnings } = await one.show(WARNINGS);
      const told = warnings.filter(({ raisedAt }: { raisedAt: string | null }) => raisedAt !== null);
      return (
        told
          .map(({ code }: { code: string }) => code)
          .sort()
          .join() === codes.join() && warnings
      );
    };
    return until(`warnings ${codes.join()}`, recorded, 30_000);
  };

  test('the clocks run from the handover and say how they came to their last day', async () => {
    const { clocks } = await one.show('clocks { step state daysLeft due { date } explanation }');
    const reply = clocks.find(({ step }: { step: string }) => step === 'REPLY');
    expect(reply).toMatchObject({ state: 'RUNNING', daysLeft: 92, due: { date: '2025-06-10' } });
    expect(reply.explanation).toContain('自交办之日(2025-03-10)起 3 个月');
  });

  test('a week later it is not acknowledged: the unit and the offices see a warning', async () => {
    itIs('2025-03-18');
    const [warning] = await warned(['W01']);
    expect(warning).toMatchObject({ level: 'YELLOW', since: '2025-03-18' });
    const [seen] = (await one.show(WARNINGS, cast.heads[0])).warnings;
    expect(seen).toEqual(warning);
  });

  test('in summer the reply is overdue, and what was late has risen', async () => {
    itIs('2025-06-11');
    const warnings = await warned(['W01', 'W03', 'W07', 'W08']);
    expect(warnings[0]).toMatchObject({ code: 'W07', level: 'RED' });
    const late = warnings.find(({ code }: { code: string }) => code === 'W01');
    expect(late).toMatchObject({ level: 'ORANGE', repeats: 12 });
  });

  test('the locality lists them, the city counts them', async () => {
    const list = 'warnings(first: 10, filter: { levels: [RED] }) { totalCount nodes { code proposalId } }';
    const { viewer } = await cast.office.get(`{ viewer { locality { id ${list} } } }`);
    expect(viewer.locality.warnings).toEqual({ totalCount: 1, nodes: [{ code: 'W07', proposalId: one.id }] });
    const city = await deployment.as('901000.tenant-admin');
    const counts = 'warningCounts { locality { id } code level open }';
    const above = (await city.get(`{ viewer { locality { ${counts} } } }`)).viewer.locality;
    expect(above.warningCounts).toContainEqual({
      locality: { id: viewer.locality.id },
      code: 'W07',
      level: 'RED',
      open: 1,
    });
  });

  test('answered at last: what was warned of is over', async () => {
    itIs('2025-06-12');
    const [unit] = cast.heads;
    await one.acknowledge(unit);
    await one.contact(unit, 'BEFORE');
    await one.reply(unit, 'A');
    await warned([]);
    const over = async () => {
      const { warnings } = await one.show('warnings(resolved: true) { code resolvedAt }');
      return warnings.length === 4 && warnings.map(({ code }: { code: string }) => code).sort();
    };
    expect(await until('all are over', over, 30_000)).toEqual(['W01', 'W03', 'W07', 'W08']);
  });
});
