/** What became of everything that was put on a register. */
export type RegisterCounts = {
  readonly registered: number;
  readonly struckOff: number;
  readonly downgraded: number;
  readonly open: number;
  readonly crossTerm: number;
  /** How often the open one carried longest was carried. */
  readonly longestCarried: number;
};

/** How far a register is cleared: what was struck off or given up, of everything on it; null of an empty one. */
export const clearanceOf = ({ registered, struckOff, downgraded, open }: RegisterCounts) => {
  const settled = struckOff + downgraded;
  return { settled, clearanceRate: registered === 0 ? null : settled / registered, cleared: open === 0 };
};
