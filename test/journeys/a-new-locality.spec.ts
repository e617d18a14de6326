import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { checkLocalityFolders, fileSchema } from '@duban/kernel/runtime';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { type Deployment, deploy } from '../kit/deployment.js';
import { repository } from '../start-up/started-platform.js';

jest.setTimeout(180_000);

type Block = { readonly language: string; readonly as: string | null; readonly text: string };

const page = readFileSync(join(repository, 'docs', 'A-NEW-LOCALITY.md'), 'utf8');
const blocks: Block[] = [...page.matchAll(/```(\w*)(?: as ([\w-]+))?\n([\s\S]*?)```/g)].map(
  ([, language = '', as = null, text = '']) => ({ language, as, text }),
);
const ofLanguage = (language: string) => blocks.filter((block) => block.language === language);

/** The repository's localities with the page's files beside them. */
function writePlaces(): string {
  const folder = mkdtempSync(join(tmpdir(), 'duban-new-locality-'));
  cpSync(join(repository, 'localities'), join(folder, 'localities'), { recursive: true });
  mkdirSync(join(folder, 'schema'));
  symlinkSync(join(repository, 'schema', 'locality'), join(folder, 'schema', 'locality'));
  for (const { text } of ofLanguage('yaml')) {
    const [first = '', ...rest] = text.split('\n');
    const file = join(folder, first.replace('# ', ''));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, rest.join('\n'));
  }
  return folder;
}

describe('docs/A-NEW-LOCALITY.md, followed word by word', () => {
  let folder: string;
  let place: Deployment;
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    folder = writePlaces();
    place = await deploy({ env: { DUBAN_LOCALITIES: join(folder, 'localities') } });
  });
  afterAll(async () => {
    await place?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('a slip is named with file, line and column', () => {
    const elsewhere = writePlaces();
    const file = join(elsewhere, 'localities/qinghe/process.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('WORKDAY,', 'WORKDAYS,'));
    const schema = fileSchema(readFileSync(join(repository, 'schema/locality/process.schema.json'), 'utf8'));
    const { localities } = checkLocalityFolders(join(elsewhere, 'localities'));
    const slips = localities.flatMap(({ process }) => (process ? schema.check(process) : []));
    rmSync(elsewhere, { recursive: true });
    const told = slips.map((slip) => `${slip.file}:${slip.line}:${slip.column}`);
    expect(told).toEqual([ofLanguage('text')[0]?.text.trim()]);
  });

  test('every query is answered as the page says', async () => {
    for (const [at, block] of blocks.entries()) {
      if (block.language !== 'graphql') continue;
      const person = await place.as(`990101.${block.as}`);
      const query = Object.entries(ids).reduce(
        (text, [word, id]) => text.replaceAll(`"${word}"`, `"${id}"`),
        block.text,
      );
      const { data, errors } = await person.ask(query);
      expect({ query, errors }).toEqual({ query, errors: undefined });
      const next = blocks[at + 1];
      if (next?.language === 'json') expect({ data }).toEqual(JSON.parse(next.text));
      else expect(JSON.stringify(data)).not.toContain('"code":');
      remember(data);
    }
    expect(Object.keys(ids).sort()).toEqual(['ASSIGNMENT', 'PROPOSAL', 'UNIT']);
  });

  // biome-ignore lint/suspicious/noExplicitAny: answers are as varied as questions
  function remember(data: any): void {
    const proposal = data?.draftProposal?.proposal;
    const assignment = data?.handOverProposal?.proposal?.assignments?.[0];
    const unit = data?.locality?.units?.nodes.find((one: { name: string }) => one.name.includes('交通'));
    if (proposal) ids.PROPOSAL = proposal.id;
    if (unit) ids.UNIT = unit.id;
    if (!assignment) return;
    ids.ASSIGNMENT = assignment.id;
    expect(assignment.returnBy.date).toBe('2026-01-28');
  }
});
