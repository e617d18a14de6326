import { execFileSync } from 'node:child_process';
import { diff } from '@graphql-inspector/core';
import { transformSupergraphToPublicSchema } from '@theguild/federation-composition';
import { buildASTSchema, type GraphQLSchema, parse } from 'graphql';
import { repository } from '../paths.js';

export type Breakage = { readonly level: 'BREAKING' | 'DANGEROUS'; readonly message: string };

/** What a client of the committed graph would notice, worst first. Empty when nothing is committed yet. */
export async function whatBreaks(supergraph: string, committed = committedSupergraph()): Promise<Breakage[]> {
  if (!committed) return [];
  const changes = await diff(publicSchema(committed), publicSchema(supergraph));
  return changes
    .map(({ criticality, message }) => ({ level: criticality.level as string, message }))
    .filter((change): change is Breakage => change.level === 'BREAKING' || change.level === 'DANGEROUS')
    .sort((a, b) => (a.level < b.level ? -1 : a.level > b.level ? 1 : 0));
}

const publicSchema = (supergraph: string): GraphQLSchema =>
  buildASTSchema(transformSupergraphToPublicSchema(parse(supergraph)), { assumeValid: true });

function committedSupergraph(): string | null {
  try {
    const args = ['show', 'HEAD:schema/supergraph.graphql'];
    const stdio: ['ignore', 'pipe', 'ignore'] = ['ignore', 'pipe', 'ignore'];
    return execFileSync('git', args, { cwd: repository, encoding: 'utf8', stdio, maxBuffer: 2 ** 26 });
  } catch {
    return null;
  }
}
