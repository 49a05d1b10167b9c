import type { InDoubt } from '../channels/channel';

/** What is known about a publication that a process takes up. */
export interface Interrupted {
  /** When the last try began, if nobody wrote down how it ended: it may be there. */
  readonly armedAt: number | null;
}

/** The first step with a publication: a try whose end nobody knows is settled as its channel allows. */
export const firstStep = ({ armedAt }: Interrupted, inDoubt: InDoubt): InDoubt =>
  armedAt === null ? 'send' : inDoubt;
