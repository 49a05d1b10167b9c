import type { PublicationAction, PublicationState } from './schema';

interface Stage {
  /** The states that may follow. */
  readonly next: readonly PublicationState[];
  /** What a person may do with it. */
  readonly actions: readonly PublicationAction[];
  /** Whether an edit of the entry, or of the copy, still matters to it. */
  readonly isOpen: boolean;
}

/**
 * The whole life of a publication. From `running` a person's cancel counts only until the process that holds it has
 * written down that it begins to send; `delivered` is the end.
 */
export const stages: Readonly<Record<PublicationState, Stage>> = {
  draft: { next: ['scheduled', 'held', 'cancelled'], actions: [], isOpen: true },
  scheduled: {
    next: ['running', 'held', 'parked', 'cancelled', 'delivered'],
    // Trying again is for what waits after a failure, see `mayTryAgain`.
    actions: ['retry', 'cancel', 'reschedule'],
    isOpen: true,
  },
  running: {
    next: [
      'delivered',
      'scheduled',
      'parked',
      'held',
      'asking',
      'skipped',
      'rejected',
      'unknown',
      'cancelled',
    ],
    actions: ['cancel'],
    isOpen: false,
  },
  parked: {
    next: ['scheduled', 'held', 'cancelled'],
    actions: ['retry', 'cancel', 'reschedule'],
    isOpen: true,
  },
  held: {
    next: ['scheduled', 'cancelled'],
    actions: ['retry', 'cancel', 'reschedule'],
    isOpen: true,
  },
  asking: {
    next: ['scheduled', 'skipped', 'held', 'cancelled'],
    actions: ['answer', 'cancel', 'reschedule'],
    isOpen: true,
  },
  rejected: {
    next: ['scheduled', 'held', 'cancelled'],
    actions: ['retry', 'cancel', 'reschedule'],
    isOpen: true,
  },
  unknown: { next: ['delivered', 'scheduled'], actions: ['answer'], isOpen: true },
  skipped: { next: ['scheduled', 'held'], actions: ['reschedule'], isOpen: false },
  cancelled: { next: ['scheduled', 'held'], actions: ['reschedule'], isOpen: false },
  delivered: { next: ['recalled'], actions: ['correct', 'recall'], isOpen: false },
  recalled: { next: [], actions: [], isOpen: false },
};

/** Whether one state may follow another; staying is always allowed. */
export const mayFollow = (from: PublicationState, to: PublicationState): boolean =>
  from === to || stages[from].next.includes(to);

/** The states from which an action is allowed, for a guarded update. */
export const statesWith = (action: PublicationAction): readonly PublicationState[] =>
  statesWhere((stage) => stage.actions.includes(action));

/** Whether trying again now changes anything: what waits for its first try goes out at its time. */
export const mayTryAgain = ({
  state,
  failures,
  armedAt,
}: {
  readonly state: PublicationState;
  readonly failures: number;
  readonly armedAt: number | null;
}): boolean =>
  stages[state].actions.includes('retry') && (state !== 'scheduled' || failures > 0 || armedAt !== null);

/** The states in which an edit after scheduling still matters: these copies are shown for approval. */
export const openStates = (): readonly PublicationState[] => statesWhere((stage) => stage.isOpen);

/** Whether it goes out without anybody doing anything more, so that a stop matters to it. */
export const goesByItself = (state: PublicationState): boolean =>
  state === 'scheduled' || state === 'running' || state === 'parked';

/** Whether nothing of it is to come any more: it went out, was taken back, called off or left out. */
export const isOver = (state: PublicationState): boolean => !stages[state].isOpen && state !== 'running';

/** Whether it is over, and nothing of it is to be seen. */
export const isGone = (state: PublicationState): boolean => isOver(state) && state !== 'delivered';

const statesWhere = (matches: (stage: Stage) => boolean): readonly PublicationState[] =>
  (Object.keys(stages) as PublicationState[]).filter((state) => matches(stages[state]));
