import { mayTry } from '@duban/kernel';
import { failure, PageArgs } from '@duban/kernel/graphql';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { EVALUATION_ACCESS } from '../../evaluation.access.js';
import type { EvaluationContext } from '../../evaluation.context.js';
import { LocalityType } from '../../foreign.type.js';
import type { Reading } from '../reading.store.js';
import { CaseReadingConnection, CaseReadingType } from '../reading.type.js';

@Resolver(() => LocalityType)
export class LocalityReadings {
  @FieldResolver(() => CaseReadingConnection.Connection, {
    nullable: true,
    description:
      '查阅记录: who above read which of the locality’s cases behind figures, the last first; NOT_GRANTED for another locality',
  })
  async readings(
    @Root() { number }: LocalityType,
    @Ctx() context: EvaluationContext,
    @Args(() => PageArgs) page: PageArgs,
  ) {
    const { viewer } = context;
    if (number !== viewer.tenant) throw failure('NOT_GRANTED');
    if (!mayTry(EVALUATION_ACCESS, 'readings:show', viewer.role)) throw failure('FORBIDDEN');
    const { readings } = await context.reads();
    const slice = await readings.page(page);
    const toNode = (reading: Reading) => new CaseReadingType(number, reading);
    return CaseReadingConnection.from(slice, toNode, () => readings.count());
  }
}
