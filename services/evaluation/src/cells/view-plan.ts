/** Where a locality's own cells stand, or how far they have been taken over. */
export type Standing = { readonly generation: string; readonly position: number };

/** A locality whose own cells belong into those of a view, or did. */
export type Member = {
  readonly locality: number;
  /** In the tree below the view (or the view itself) on the day. */
  readonly inTree: boolean;
  /** Null while its own cells are not made. */
  readonly head: Standing | null;
  /** Null while it is not in the view's cells. */
  readonly cursor: Standing | null;
  /** Changes since the cursor are all there. */
  readonly whole: boolean;
};

/** What brings a view's cells up to date; null: they have to be made from nothing. */
export type ViewPlan = {
  readonly advance: readonly Member[];
  readonly join: readonly Member[];
  readonly leave: readonly Member[];
};

/**
 * Members that moved are followed change by change; who came into the tree is added whole, who left it is
 * taken away whole. Where the changes since a cursor are not known (own cells were made anew), the
 * view begins again.
 */
export function planView(members: readonly Member[]): ViewPlan | null {
  if (members.some(isLost)) return null;
  return {
    advance: members.filter(
      ({ inTree, head, cursor }) => inTree && cursor && head && head.position > cursor.position,
    ),
    join: members.filter(({ inTree, head, cursor }) => inTree && head && !cursor),
    leave: members.filter(({ inTree, cursor }) => !inTree && cursor),
  };
}

const isLost = ({ head, cursor, whole }: Member): boolean =>
  cursor !== null && (head === null || head.generation !== cursor.generation || !whole);
