/** Ratings of one locality, of one year and kind: the finest thing that is ever told to whoever stands above. */
export type Leaf = {
  readonly tenant: number;
  readonly rated: number;
  /** Fewer ratings than this are told to nobody above; 0: the locality asks for no protection. */
  readonly need: number;
};

/**
 * Leaves that are told together or not at all. Every number that is told is a sum of whole blocks, so
 * no arithmetic over any number of answers comes to less than a block.
 */
export type Block = {
  readonly members: readonly number[];
  readonly rated: number;
  readonly need: number;
};

export type Blocks = {
  /** Each has as many ratings as its members ask for. */
  readonly told: readonly Block[];
  /** Too few, with nobody to be put together with: never told. */
  readonly untold: readonly Block[];
};

/** What lies right below a locality. */
export type Below = (tenant: number) => readonly number[];

/**
 * The leaves below a viewer as blocks, as far down in the tree as possible: too few ratings are put together
 * with other too few ones of the same parent, then with the smallest neighbour that makes them enough
 * (complementary suppression), and otherwise wait for the level above. The viewer's own leaf covers
 * nobody: it knows its own ratings and could take them off. What lies outside is not looked at.
 */
export function blocksOf(viewer: number, below: Below, leaves: ReadonlyMap<number, Leaf>): Blocks {
  const gathered = (tenant: number): Blocks => {
    const own = leaves.get(tenant);
    const parts = below(tenant).map(gathered);
    if (own && own.rated > 0 && tenant !== viewer) parts.push(blockOfLeaf(own));
    return closed(
      parts.flatMap(({ told }) => told),
      parts.flatMap(({ untold }) => untold),
    );
  };
  return gathered(viewer);
}

const blockOfLeaf = ({ tenant, rated, need }: Leaf): Blocks => {
  const block = { members: [tenant], rated, need };
  return isEnough(block) ? { told: [block], untold: [] } : { told: [], untold: [block] };
};

const isEnough = ({ rated, need }: Block): boolean => rated >= need;

function closed(told: readonly Block[], open: readonly Block[]): Blocks {
  if (open.length === 0) return { told, untold: [] };
  const few = joined(open);
  if (isEnough(few)) return { told: [...told, few], untold: [] };
  const partner = [...told].sort(smallestFirst).find((block) => isEnough(joined([few, block])));
  if (!partner) return { told, untold: [few] };
  return { told: [...told.filter((block) => block !== partner), joined([few, partner])], untold: [] };
}

const joined = (blocks: readonly Block[]): Block => ({
  members: blocks.flatMap(({ members }) => members),
  rated: blocks.reduce((sum, { rated }) => sum + rated, 0),
  need: Math.max(...blocks.map(({ need }) => need)),
});

const smallestFirst = (a: Block, b: Block): number => a.rated - b.rated || firstOf(a) - firstOf(b);
const firstOf = ({ members }: Block): number => Math.min(...members);

/** One leaf by itself that asks for nothing may be told in parts as well. */
export const isFree = ({ members, need }: Block): boolean => members.length === 1 && need === 0;

/** Whether the sum over these localities is one of whole blocks. */
export function isTold({ told, untold }: Blocks, localities: ReadonlySet<number>): boolean {
  const inside = ({ members }: Block): number => members.filter((tenant) => localities.has(tenant)).length;
  return (
    untold.every((block) => inside(block) === 0) &&
    told.every((block) => isFree(block) || inside(block) === 0 || inside(block) === block.members.length)
  );
}
