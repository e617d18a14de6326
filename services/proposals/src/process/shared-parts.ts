/** Beyond this many characters a part is not held whole: those it is made of are. */
const LONGEST = 16_000;
/** Characters of all parts that are held: what is said alike many times over, and what some hundred localities say themselves. */
const MOST = 2_000_000;

/**
 * Holds what many documents say alike once: most localities differ from their superior in a few lines, and
 * each document comes from the database as a copy of everything. Two parts are alike when they say the
 * same in the same order. What is held is frozen, since it belongs to many.
 */
export class SharedParts {
  /** By what they say; the ones asked for last at the end. */
  readonly #parts = new Map<string, object>();
  #characters = 0;

  constructor(private readonly most = MOST) {}

  /** The same document, made of what is held already. */
  share<Document>(document: Document): Document {
    if (typeof document !== 'object' || document === null) return document;
    const text = JSON.stringify(document);
    const known = this.#parts.get(text);
    if (known) return this.#keep(text, known) as Document;
    const made = Object.freeze(this.#madeOfParts(document));
    return (text.length > LONGEST ? made : this.#keep(text, made)) as Document;
  }

  #madeOfParts(document: object): object {
    if (Array.isArray(document)) return document.map((one) => this.share(one));
    return Object.fromEntries(Object.entries(document).map(([key, value]) => [key, this.share(value)]));
  }

  #keep<Part extends object>(text: string, part: Part): Part {
    if (this.#parts.delete(text)) this.#characters -= text.length;
    this.#parts.set(text, part);
    this.#characters += text.length;
    if (this.#characters > this.most) this.#letGo();
    return part;
  }

  #letGo(): void {
    for (const [oldest] of this.#parts) {
      if (this.#characters <= this.most) return;
      this.#parts.delete(oldest);
      this.#characters -= oldest.length;
    }
  }
}
