import { repository } from '../paths.js';
import { findPlaceNames } from './place-names.js';

/* `npm run check:places`: no code asks which locality it is, so no code names one. */
const found = findPlaceNames(repository);
for (const { file, line, word } of found) {
  process.stderr.write(
    `${file}:${line}: ${word} - 地名和代码只写在 localities/ 里 names of places belong in localities/\n`,
  );
}
process.exitCode = found.length > 0 ? 1 : 0;
