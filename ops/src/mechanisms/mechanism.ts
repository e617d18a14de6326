/** An id of a mechanism (做法) of the source documents, wherever it is mentioned: `QH-08`. */
export const MECHANISM_ID = /\b(?:QH|LN|LC|CA|CT|SY|HY)-\d{2}\b/g;

/** One mechanism as docs/mechanisms.yaml lists it. */
export type Mechanism = {
  readonly zh: string;
  readonly en: string;
  /** Parts concerned, a letter each: P proposals, U units, H people, E evaluation, A aggregation, C configuration. */
  readonly concerns: string;
  /** Its consequence is scoring or aggregation alone, and waits for those parts. */
  readonly waits?: boolean;
  /** Why it is no matter of software. */
  readonly outside?: { readonly zh: string; readonly en: string };
};

export type MechanismList = {
  readonly sections: Readonly<
    Record<string, { readonly zh: string; readonly en: string; readonly source: string }>
  >;
  readonly mechanisms: Readonly<Record<string, Mechanism>>;
};

/** Where in a locality's files a mechanism is configured: `localities/<name>/process.yaml`, `review.stages.office`. */
export type Configured = { readonly file: string; readonly path: string };

/** A test that shows a mechanism, by file and full title. */
export type Shown = { readonly file: string; readonly title: string };

/** Everything known by id, for printing and judging. */
export type MechanismFindings = {
  readonly list: MechanismList;
  readonly configured: ReadonlyMap<string, readonly Configured[]>;
  readonly shown: ReadonlyMap<string, readonly Shown[]>;
  /** Ids that may still be without a test. */
  readonly notYetShown: readonly string[];
};

/** Every id mentioned in a text, once. */
export const mentionedIn = (text: string): string[] => [...new Set(text.match(MECHANISM_ID) ?? [])];
