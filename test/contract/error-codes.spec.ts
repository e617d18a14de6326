import { readFileSync, writeFileSync } from 'node:fs';
import { FAILURES } from '@duban/kernel/edge';
import { expect, test } from '@jest/globals';

const file = new URL('../../../docs/ERRORS.md', import.meta.url);

const HEAD = `# Error codes 错误代码

What stands in \`errors[].extensions.code\`. The message is Chinese, \`extensions.messageEn\` English; \`{name}\` is filled in. The HTTP status is that of a request refused before anything was executed; an error of one field leaves the status at 200. \`INTERNAL_ERROR\` carries an \`errorId\` that the log has too.

Refusals of a mutation are not errors: they are values of its result union, and each service's catalogue lists them.

| code | HTTP | 中文 | English |
|---|---|---|---|
`;

/** Write it anew with DUBAN_WRITE_DOCS=1. */
test('docs/ERRORS.md lists every code as it is', () => {
  const rows = Object.entries(FAILURES).map(
    ([code, { status, zh, en }]) => `| \`${code}\` | ${status} | ${zh} | ${en} |\n`,
  );
  const text = HEAD + rows.join('');
  if (process.env.DUBAN_WRITE_DOCS) writeFileSync(file, text);
  expect(readFileSync(file, 'utf8')).toBe(text);
});
