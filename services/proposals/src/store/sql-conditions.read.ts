/** Collects conditions and their parameters; SQL comes from code, values only through parameters. */
export class Conditions {
  readonly params: unknown[] = [];
  private readonly all: string[] = [];

  /** The placeholder of a value, e.g. `$3`. */
  param(value: unknown): string {
    this.params.push(value);
    return `$${this.params.length}`;
  }

  add(condition: string): this {
    this.all.push(condition);
    return this;
  }

  /** Adds a condition when the value is given; an empty list matches nothing. */
  given<Value>(value: Value | null | undefined, condition: (placeholder: string) => string): this {
    return value === null || value === undefined ? this : this.add(condition(this.param(value)));
  }

  get where(): string {
    return this.all.length === 0 ? 'true' : this.all.join(' AND ');
  }

  get nextParam(): number {
    return this.params.length + 1;
  }
}
