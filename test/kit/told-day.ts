import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A day that a deployment is told: with `env` it takes ten in the morning of it for now, until it is told another. */
export class ToldDay {
  private readonly file = join(mkdtempSync(join(tmpdir(), 'duban-clock-')), 'now');
  readonly env = { DUBAN_CLOCK_FILE: this.file };

  constructor(day: string) {
    this.is(day);
  }

  /** In Shanghai, where two o’clock universal time is ten. */
  is(day: string): void {
    writeFileSync(this.file, `${day}T02:00:00.000Z`);
  }
}
