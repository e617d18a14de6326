/** One thing said of a locality's place, as the units service would say it. */
export type Said = {
  readonly tenant: number;
  readonly type: string;
  readonly payload: Record<string, unknown>;
};

type Life = {
  readonly number: number;
  readonly level: string;
  parent: number | null;
  readonly from: string;
  until: string | null;
  successors: readonly number[];
};

type Next = (below: number) => number;

/**
 * For specs: a province (1) whose cities and counties begin, move, merge, are split and are renumbered
 * over some years; nobody leaves it. What is said of each locality follows from the state of the tree
 * on the day, worked out anew and not by the rules under test.
 */
export class RandomTree {
  readonly said: Said[] = [];
  private readonly lives = new Map<number, Life>();
  private readonly chains = new Map<number, string>();
  private day = '2020-01-01';
  private number = 100;

  constructor(
    private readonly next: Next,
    steps: number,
  ) {
    this.begin('PROVINCE', null, 1);
    for (let city = 0; city < 3; city++) this.begin('CITY', 1);
    for (let county = 0; county < 7; county++) this.begin('COUNTY', this.anyAbove());
    this.tell();
    for (let step = 0; step < steps; step++) this.step();
  }

  /** Every locality there ever was, with its first day and the day after its last one. */
  get localities(): readonly Readonly<Life>[] {
    return [...this.lives.values()];
  }

  /** What a locality's items of a day belong to by the tree of another day (or of the same), nearest first. */
  private chain(number: number): number[] {
    const life = this.lives.get(number) as Life;
    return life.until === null ? this.above(life) : this.heirs(life);
  }

  private above({ parent }: Life): number[] {
    return parent === null ? [] : this.standing(parent);
  }

  private standing(number: number): number[] {
    const life = this.lives.get(number) as Life;
    return life.until === null ? [number, ...this.above(life)] : this.heirs(life);
  }

  private heirs({ successors, parent }: Life): number[] {
    if (successors.length === 0) return parent === null ? [] : this.standing(parent);
    const [first = [], ...others] = successors.map((each) => this.standing(each));
    return first.filter((number) => others.every((chain) => chain.includes(number)));
  }

  private step(): void {
    const days = 20 + this.next(200);
    this.day = new Date(Date.parse(this.day) + days * 86_400_000).toISOString().slice(0, 10);
    const [counties, cities] = [this.alive('COUNTY'), this.alive('CITY')];
    const county = counties[this.next(counties.length)] as Life;
    const city = cities[this.next(cities.length)] as Life;
    const kind = this.next(6);
    if (kind <= 1) county.parent = this.anyAbove();
    else if (kind === 2) this.end(county, [this.begin('COUNTY', this.anyAbove())]);
    else if (kind === 3)
      this.end(county, [this.begin('COUNTY', this.anyAbove()), this.begin('COUNTY', this.anyAbove())]);
    else if (kind === 4 && counties.length > 4) this.end(county, this.otherThan(county, counties));
    else if (cities.length > 2) this.mergeCity(city, this.otherThan(city, cities));
    this.tell();
  }

  private mergeCity(city: Life, heirs: readonly number[]): void {
    for (const county of this.alive('COUNTY'))
      if (county.parent === city.number) county.parent = heirs[0] as number;
    this.end(city, this.next(4) === 0 ? [] : heirs);
  }

  private otherThan({ number }: Life, all: readonly Life[]): number[] {
    const others = all.filter((each) => each.number !== number);
    return [(others[this.next(others.length)] as Life).number];
  }

  private end(life: Life, successors: readonly number[]): void {
    life.until = this.day;
    life.successors = successors;
  }

  private begin(level: string, parent: number | null, number = ++this.number): number {
    this.lives.set(number, { number, level, parent, from: this.day, until: null, successors: [] });
    return number;
  }

  /** A city, or (as places without one do) the province itself. */
  private anyAbove(): number {
    const cities = this.alive('CITY');
    const at = this.next(cities.length + 1);
    return cities[at]?.number ?? 1;
  }

  private alive(level: string): Life[] {
    return [...this.lives.values()].filter((life) => life.level === level && life.until === null);
  }

  /** Says of every locality what is different today. */
  private tell(): void {
    for (const life of this.lives.values()) {
      const { number, level, from, until } = life;
      const say = (type: string, more: object): void => {
        this.said.push({ tenant: number, type, payload: { number, level, ...more } });
      };
      if (from === this.day) say('locality.registered', { validFrom: from, validTo: null });
      if (until === this.day) say('locality.amended', { validFrom: from, validTo: until });
      const chain = this.chain(number);
      const state = JSON.stringify([until !== null, chain]);
      if (chain.length === 0 || this.chains.get(number) === state) continue;
      this.chains.set(number, state);
      say(until === null ? 'locality.attached' : 'locality.succeeded', {
        parent: chain[0],
        validFrom: this.day,
        validTo: null,
        ancestors: chain.map((ancestor, index) => ({ number: ancestor, depth: index + 1 })),
      });
    }
  }
}
