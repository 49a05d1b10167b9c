import type { Thread } from './schema';
import { mentionedIn } from './mentions';

/** Ids of the admin users who were named in an open thread and have not answered there since. */
export function openMentions(threads: readonly Pick<Thread, 'resolved' | 'comments'>[]): string[] {
  const waiting = threads
    .filter(({ resolved }) => resolved === null)
    .flatMap(({ comments }) => {
      const open = new Set<string>();
      for (const { by, text } of comments) {
        if (by.kind === 'user') open.delete(by.id);
        for (const id of mentionedIn(text)) if (by.kind !== 'user' || by.id !== id) open.add(id);
      }
      return [...open];
    });
  return [...new Set(waiting)];
}

/** Ids of the admin users who take part in a thread, each once. */
export const participantsOf = ({ comments }: Pick<Thread, 'comments'>): string[] => [
  ...new Set(
    comments.flatMap(({ by, text }) => [...(by.kind === 'user' ? [by.id] : []), ...mentionedIn(text)]),
  ),
];
