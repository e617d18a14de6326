import { definitionLabels, type ExpressionLanguage, rememberedJudge } from '@duban/kernel';
import { definitionTexts, newId, type Transaction } from '@duban/kernel/runtime';
import type { JudgeSheet } from '../sheet/effective-sheets.js';
import type { Sheets } from '../sheet/sheet.js';
import { sheetDefinitions } from './definition.store.typeorm.js';
import { judgeSheets, openIn } from './judge-sheets.js';
import type { SheetDesk } from './sheet-desk.js';
import { sheetLanguage, sheetValues } from './sheet-language.js';

/** Desks for one transaction each; the schema in `schema` is read once, judgements are remembered. */
export function sheetDesks(
  schema: string,
  language: ExpressionLanguage,
  examples: JudgeSheet,
): (tx: Transaction) => SheetDesk {
  const texts = definitionTexts({
    name: 'scoring.yaml',
    schema,
    labels: (described) => definitionLabels(described),
  });
  const judge = rememberedJudge<Sheets>((layers) => judgeSheets(layers, language, examples));
  const told = sheetLanguage(texts.labels, language);
  return (tx) => ({
    definitions: sheetDefinitions(tx, (layers) => openIn(layers, language)),
    texts,
    language: told,
    valuesOf: ({ definition, layers }, below) =>
      sheetValues(definition, layers, texts.labels, language, below),
    judge,
    now: () => tx.recordedAt,
    newId,
  });
}
