/** What is known about a publication that a process takes up. */
export interface Interrupted {
  /** When the last try began, if nobody wrote down how it ended: it may be there. */
  readonly armedAt: number | null;
}

/**
 * The first step with a publication. A try whose end nobody knows is looked up where the channel can tell; where it
 * cannot, its contract says that the receiver recognises the key, so sending again is safe.
 */
export const firstStep = ({ armedAt }: Interrupted, canFind: boolean): 'send' | 'look' =>
  armedAt !== null && canFind ? 'look' : 'send';
