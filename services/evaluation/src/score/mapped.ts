import { decimal, type Exact, HUNDRED, larger, smaller, ZERO } from '../sheet/decimal.js';
import type { Indicator } from '../sheet/indicator.js';

/** Points on the scale of the indicator's weight, between its floor and its cap. */
export function mapped({ weight = 0, floor, cap, mapping }: Indicator, value: Exact): Exact {
  const whole = decimal(weight);
  const points = POINTS[mapping.kind](mapping, value, whole);
  const top = cap === undefined ? whole : smaller(decimal(cap), whole);
  return larger(decimal(floor ?? 0), smaller(points, top));
}

type Mapping = Indicator['mapping'];

const POINTS: Readonly<Record<Mapping['kind'], (mapping: Mapping, value: Exact, whole: Exact) => Exact>> = {
  LINEAR: ({ from = 0, to = 100 }, value, whole) => {
    const [low, high] = [decimal(from), decimal(to)];
    if (value.gte(high)) return whole;
    return value.lte(low) ? ZERO : whole.times(value.minus(low)).div(high.minus(low));
  },
  STEP: ({ steps = [] }, value) => {
    const reached = steps.find(({ atLeast }) => value.gte(decimal(atLeast)));
    return reached ? decimal(reached.points) : ZERO;
  },
  PER_POINT_DEDUCTION: ({ below = 100, per = 0 }, value, whole) => {
    const short = decimal(below).minus(value);
    return short.lte(0) ? whole : whole.minus(short.times(decimal(per)));
  },
  ALL_OR_NOTHING: ({ atLeast = 100 }, value, whole) => (value.gte(decimal(atLeast)) ? whole : ZERO),
  COUNT_DEDUCTION: ({ per = 0, free = 0 }, value, whole) => {
    const over = value.minus(decimal(free));
    return over.lte(0) ? whole : whole.minus(over.times(decimal(per)));
  },
};

/** The value from which on the indicator gets everything; for a number of cases, up to which. */
export function enoughFor({ weight = 0, mapping }: Indicator): Exact | null {
  switch (mapping.kind) {
    case 'LINEAR':
      return decimal(mapping.to ?? 100);
    case 'PER_POINT_DEDUCTION':
      return decimal(mapping.below ?? 100);
    case 'ALL_OR_NOTHING':
      return decimal(mapping.atLeast ?? HUNDRED.toFixed());
    case 'COUNT_DEDUCTION':
      return decimal(mapping.free ?? 0);
    case 'STEP': {
      const full = mapping.steps?.filter(({ points }) => decimal(points).gte(decimal(weight))).at(-1);
      return full ? decimal(full.atLeast) : null;
    }
  }
}
