import type { ConditionLanguage } from '@duban/kernel';
import { celExpressions } from '@duban/kernel/runtime';
import { FACT_TABLE } from '../case/fact-table.js';

/** CEL over the facts of cases. */
export const celConditions = (): ConditionLanguage => celExpressions(FACT_TABLE);
