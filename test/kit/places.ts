import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../start-up/started-platform.js';

const PROVINCE = 900_000;
const CITY = 901_000;

/**
 * The repository's localities and, below a province and a city of their own, as many counties as
 * wanted: a test that has a county to itself cannot be disturbed by another. Returns the folder.
 */
export function makePlaces(folder: string, counties: number): string {
  const root = join(folder, 'localities');
  cpSync(join(repository, 'localities'), root, { recursive: true });
  mkdirSync(join(folder, 'schema'), { recursive: true });
  symlinkSync(join(repository, 'schema', 'locality'), join(folder, 'schema', 'locality'));
  copyPlace(root, 'hunan', 'test-province', { number: PROVINCE, parent: 100_000, name: '测试省' });
  copyPlace(root, 'hengyang', 'test-city', { number: CITY, parent: PROVINCE, name: '测试市' });
  for (let at = 1; at <= counties; at++)
    copyPlace(root, 'changning', `test-county-${at}`, {
      number: CITY + at,
      parent: CITY,
      name: `测试县${at}`,
    });
  return root;
}

type Place = { readonly number: number; readonly parent: number; readonly name: string };

/** A demonstration locality under another number, code, name and parent. */
function copyPlace(root: string, from: string, to: string, { number, parent, name }: Place): void {
  cpSync(join(root, from), join(root, to), { recursive: true });
  const file = join(root, to, 'locality.yaml');
  const text = readFileSync(file, 'utf8')
    .replace(/^number: \d+/m, `number: ${number}`)
    .replace(/^code: "\d+"/m, `code: "${number}"`)
    .replace(/^names: .*$/m, `names: {zh: ${name}}`)
    .replace(/locality: \d+/, `locality: ${parent}`);
  writeFileSync(file, text);
}
