/** Something that is done again and again until it is stopped. */
export type Loop = {
  /** Finishes what it is doing and stops. */
  stop(): Promise<void>;
  /** Looks for work now instead of at the next poll. */
  wake(): void;
};

/**
 * Looks for work round by round. A round gives the pause before the next in milliseconds (0: there is more
 * to do); it never throws. `stopped` tells it to come to an end.
 */
export function startLoop(round: (stopped: () => boolean) => Promise<number>): Loop {
  const pause = new Pause();
  let stopped = false;
  const run = async (): Promise<void> => {
    while (!stopped) {
      const ms = await round(() => stopped);
      if (ms > 0 && !stopped) await pause.wait(ms);
    }
  };
  const running = run();
  return {
    wake: () => pause.end(),
    stop: async () => {
      stopped = true;
      pause.end();
      await running;
    },
  };
}

/** A pause that can be ended early. */
class Pause {
  private resolve: (() => void) | null = null;

  wait(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.resolve = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  end(): void {
    this.resolve?.();
  }
}
