/** How many items of a category a locality has. */
export type Raised = { readonly locality: number; readonly category: string | null; readonly items: number };

/** One that raised something, and how often. */
export type RaisedBy = { readonly locality: number; readonly items: number };

/** A category that many localities raise in a period: what a theme above them may be made of. */
export type CommonMatter = {
  readonly category: string;
  /** Those that raised it, the most items first. */
  readonly raisedBy: readonly RaisedBy[];
  readonly items: number;
};

/**
 * 共性议题: categories that at least so many localities raised, those of the most localities first.
 * Canonical fields and counts alone: no text is looked at, and none is needed.
 */
export function commonMatters(raised: readonly Raised[], atLeast: number): CommonMatter[] {
  const matters = [...Map.groupBy(raised, ({ category }) => category)].flatMap(([category, rows]) => {
    const by = raisedBy(rows);
    const items = by.reduce((sum, one) => sum + one.items, 0);
    return category === null || by.length < atLeast ? [] : [{ category, raisedBy: by, items }];
  });
  return matters.sort(
    (a, b) =>
      b.raisedBy.length - a.raisedBy.length || b.items - a.items || (a.category < b.category ? -1 : 1),
  );
}

/** Who raised something, whatever its category: each locality once, the most items first. */
export function raisedBy(raised: readonly Raised[]): RaisedBy[] {
  const by = new Map<number, number>();
  for (const { locality, items } of raised) by.set(locality, (by.get(locality) ?? 0) + items);
  return [...by]
    .map(([locality, items]) => ({ locality, items }))
    .filter(({ items }) => items > 0)
    .sort((a, b) => b.items - a.items || a.locality - b.locality);
}
