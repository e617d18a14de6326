import type { Allowed, CatalogueQuery, Finding, LintOptions } from './lint-finding.js';
import { lintPolicies } from './lint-policies.js';
import { lintRoles } from './lint-roles.js';
import { lintTables } from './lint-tables.js';
import { lintViews } from './lint-views.js';

export * from './lint-finding.js';

/**
 * The rules of row-level security, read off the catalogue, so that the next table is covered
 * unthought. Empty = clean. An entry of `allow` that matches nothing is a finding itself.
 */
export async function lintCatalogue(query: CatalogueQuery, options: LintOptions): Promise<Finding[]> {
  const { allow = [] } = options;
  const lints = [lintTables, lintRoles, lintViews, lintPolicies];
  const found: Finding[] = [];
  for (const lint of lints) found.push(...(await lint(query, options)));
  const matches = (entry: Allowed, finding: Finding): boolean =>
    entry.rule === finding.rule && entry.object === finding.object;
  const idle = allow.filter((entry) => !found.some((finding) => matches(entry, finding)));
  return [
    ...found.filter((finding) => !allow.some((entry) => matches(entry, finding))),
    ...idle.map(({ rule, object }) => ({
      rule,
      object,
      message: 'is allowed, but there is no such finding',
    })),
  ];
}
