/** Work that comes round again and again. */
export interface Round {
  readonly name: string;
  /** Milliseconds from the end of one run to the begin of the next. */
  readonly every: number;
  readonly run: () => Promise<unknown>;
}

interface Deps {
  readonly rounds: readonly Round[];
  readonly setTimer: (run: () => void, ms: number) => () => void;
  readonly onFailure: (name: string, error: unknown) => void;
}

/** Runs each round for itself, never twice at once. A run that fails is told and comes round again. */
export function rounds({ rounds: all, setTimer, onFailure }: Deps) {
  const cancels = new Map<string, () => void>();
  const running = new Map<string, Promise<void>>();
  let isStopped = true;

  function plan(round: Round): void {
    if (isStopped) return;
    cancels.set(
      round.name,
      setTimer(() => running.set(round.name, runOnce(round)), round.every),
    );
  }

  async function runOnce(round: Round): Promise<void> {
    await round.run().catch((error: unknown) => onFailure(round.name, error));
    plan(round);
  }

  return {
    start(): void {
      isStopped = false;
      for (const round of all) plan(round);
    },

    /** Resolves when nothing runs any more. */
    async stop(): Promise<void> {
      isStopped = true;
      for (const cancel of cancels.values()) cancel();
      await Promise.all(running.values());
    },
  };
}
