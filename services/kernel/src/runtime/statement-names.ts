/** Statements that come this often get a name. */
const OFTEN = 3;
const MOST_NAMED = 250;
const MOST_COUNTED = 1_000;

/**
 * Names for statements that come again: PostgreSQL keeps what has a name, per connection, and need not
 * read and plan it each time. Bounded, because what is kept costs memory there, and frontends that
 * compose their questions freely make ever new statements: those that do not come again get no name.
 */
export class StatementNames {
  private readonly names = new Map<string, string>();
  private readonly times = new Map<string, number>();

  /** The name of a statement, always the same; undefined while it has none. */
  of(text: string): string | undefined {
    const known = this.names.get(text);
    if (known !== undefined || this.names.size >= MOST_NAMED) return known;
    const times = (this.times.get(text) ?? 0) + 1;
    if (times < OFTEN) {
      if (this.times.size >= MOST_COUNTED) this.times.clear();
      this.times.set(text, times);
      return undefined;
    }
    this.times.delete(text);
    const name = `s${this.names.size + 1}`;
    this.names.set(text, name);
    return name;
  }
}
