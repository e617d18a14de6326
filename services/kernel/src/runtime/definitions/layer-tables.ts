import { ancestorsPolicy, countsOver, edgesOver, protectTenantTable } from '../row-security.js';

/**
 * SQL for a migration of a service whose localities have a definition of their own: `<noun>_layer`,
 * what each locality says itself, from its file and as it was published (number 1 is the base);
 * `<noun>_ancestor`, who stands above. Those below read the layers they build upon; those above
 * read, under purpose COUNTS, what is below them.
 */
export const layerTables = (schema: string, noun: string): string => `
CREATE TABLE ${schema}.${noun}_ancestor (
  tenant_id int NOT NULL,
  ancestor_id int NOT NULL,
  depth smallint NOT NULL,
  PRIMARY KEY (tenant_id, ancestor_id)
);
CREATE TABLE ${schema}.${noun}_layer (
  tenant_id int NOT NULL,
  serial int NOT NULL,
  origin text NOT NULL CHECK (origin IN ('FILE', 'PUBLISHED')),
  source text NOT NULL,
  level text NOT NULL,
  name text NOT NULL,
  effective_from date NOT NULL,
  -- json, so that fields keep the order in which the locality wrote them.
  document json NOT NULL,
  text text NOT NULL,
  hash text NOT NULL,
  recorded_at timestamptz(3) NOT NULL,
  PRIMARY KEY (tenant_id, serial)
);
${protectTenantTable(schema, `${noun}_ancestor`, { commands: ['INSERT', 'DELETE'] })}
${protectTenantTable(schema, `${noun}_layer`, { commands: ['INSERT'] })}
${ancestorsPolicy(schema, `${noun}_layer`, `${noun}_ancestor`)}
${countsOver(schema, `${noun}_layer`, `${noun}_ancestor`)}
${edgesOver(schema, `${noun}_ancestor`)}
`;
