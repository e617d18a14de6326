/** How many items of a category a locality has. */
export type Raised = { readonly locality: number; readonly category: string | null; readonly items: number };

/** A category that many localities raise in a period: what a theme above them may be made of. */
export type CommonMatter = {
  readonly category: string;
  /** Those that raised it, the most items first. */
  readonly raisedBy: readonly { readonly locality: number; readonly items: number }[];
  readonly items: number;
};

/**
 * 共性议题: categories that at least so many localities raised, those of the most localities first.
 * Canonical fields and counts alone: no text is looked at, and none is needed.
 */
export function commonMatters(raised: readonly Raised[], atLeast: number): CommonMatter[] {
  const matters = [...Map.groupBy(raised, ({ category }) => category)].flatMap(([category, rows]) => {
    const by = new Map<number, number>();
    for (const { locality, items } of rows) by.set(locality, (by.get(locality) ?? 0) + items);
    const raisedBy = [...by]
      .map(([locality, items]) => ({ locality, items }))
      .filter(({ items }) => items > 0)
      .sort((a, b) => b.items - a.items || a.locality - b.locality);
    const items = raisedBy.reduce((sum, one) => sum + one.items, 0);
    return category === null || raisedBy.length < atLeast ? [] : [{ category, raisedBy, items }];
  });
  return matters.sort(
    (a, b) =>
      b.raisedBy.length - a.raisedBy.length || b.items - a.items || (a.category < b.category ? -1 : 1),
  );
}
