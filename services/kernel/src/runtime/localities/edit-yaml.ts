import { type Document, isMap, parseDocument } from 'yaml';
import type { YamlPath } from './located-yaml.js';

/** A value at a path, or nothing there any more. */
export type YamlEdit = { readonly path: YamlPath } & (
  | { readonly value: unknown }
  | { readonly remove: true }
);

/** The text with these edits; comments and the order of what stays are kept. The text has to be valid YAML, or empty. */
export function editYaml(text: string, edits: readonly YamlEdit[]): string {
  const document: Document = parseDocument(text);
  if (!isMap(document.contents)) document.contents = document.createNode({});
  for (const edit of edits) {
    if ('remove' in edit) removeAt(document, edit.path);
    else document.setIn(edit.path, document.createNode(edit.value));
  }
  return document.toString({ lineWidth: 0 });
}

/** A mapping that is left empty says nothing and goes, too. */
function removeAt(document: Document, path: YamlPath): void {
  document.deleteIn(path);
  for (let length = path.length - 1; length > 0; length--) {
    const above = document.getIn(path.slice(0, length), true);
    if (!isMap(above) || above.items.length > 0) return;
    document.deleteIn(path.slice(0, length));
  }
}
