import { readFileSync } from 'node:fs';
import {
  type DirectiveNode,
  type DocumentNode,
  Kind,
  parse,
  print,
  type StringValueNode,
  visit,
} from 'graphql';

/** Reads the composed schema and puts in where the services are. Throws a message for people. */
export function readSupergraph(file: string, subgraphs: ReadonlyMap<string, string>): string {
  const document = parseFile(file);
  const named = new Set<string>();
  const located = visit(document, {
    Directive(node) {
      if (node.name.value !== 'join__graph') return undefined;
      const name = argumentOf(node, 'name');
      const base = subgraphs.get(name);
      if (!base) throw new Error(`DUBAN_SUBGRAPHS 缺少 / does not say where "${name}" is.`);
      named.add(name);
      const url: StringValueNode = { kind: Kind.STRING, value: `${base}/graphql` };
      return {
        ...node,
        arguments: node.arguments?.map((each) =>
          each.name.value === 'url' ? { ...each, value: url } : each,
        ),
      };
    },
  });
  const unknown = [...subgraphs.keys()].filter((name) => !named.has(name));
  if (unknown.length > 0) {
    throw new Error(`DUBAN_SUBGRAPHS 中有未知的服务 / names unknown services: ${unknown.join(', ')}.`);
  }
  return print(located);
}

function argumentOf(node: DirectiveNode, name: string): string {
  const value = node.arguments?.find((each) => each.name.value === name)?.value;
  return value?.kind === Kind.STRING ? value.value : '';
}

function parseFile(file: string): DocumentNode {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new Error(`找不到总图 / cannot read the supergraph ${file}. 先运行 / run: npm run schema`);
  }
  try {
    return parse(text, { noLocation: true });
  } catch (error) {
    throw new Error(`总图有误 / the supergraph ${file} is broken: ${(error as Error).message}`);
  }
}
