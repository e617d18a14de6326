import { definitionRefusals } from '@duban/kernel';

/** Refusals of what is done with a locality's process itself. */
export const DEFINITION_REFUSALS = definitionRefusals({
  noun: 'process',
  zh: '程序',
  en: 'process',
  check: 'checkProcess',
  revise: 'reviseProcess',
  example: 'deadlines.reply',
});
