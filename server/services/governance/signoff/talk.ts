import { plainComment } from '../../../../src/governance/threads/mentions';
import { entryKeyOf } from '../../../../src/shared/entry-key';
import type { SignOffLink } from '../../../../src/governance/signoff/schema';
import type { Result } from '../../../../src/shared/result';
import type { ThreadsStore } from '../../../stores/threads';
import type { Reviewer } from '../reviews';
import type { Threads } from '../threads';
import type { Said, SignOffView } from './view';

interface Deps {
  readonly threads: Pick<Threads, 'begin'>;
  readonly store: Pick<ThreadsStore, 'of'>;
  /** Keys of the links for this entry that went to this address. */
  readonly linksOf: (entry: string, email: string) => Promise<readonly string[]>;
  /** Whoever asked for the answer learns of it. */
  readonly tell: (link: SignOffLink, what: 'comment', title: string, text: string) => Promise<void>;
}

/** What people without a seat say, and what is said to them: threads about the whole entry, as everybody else's. */
export const signOffTalk = ({ threads, store, linksOf, tell }: Deps) => ({
  async comment({ link, title }: SignOffView, text: string, by: Reviewer['actor']): Promise<Result<unknown>> {
    const key = entryKeyOf(link.entry);
    if (!key) throw new Error(`The link ${link.key} is about no entry.`);
    // Naming a colleague, so that they are told, is for colleagues.
    const plain = text.replaceAll('](user:', '] (user:');
    const begun = await threads.begin(key, { anchor: null, text: plain }, by);
    if (begun.ok) await tell(link, 'comment', title, text);
    return begun;
  },

  /** The threads that this address took part in, oldest first; what others say among themselves stays theirs. */
  async saidAbout(entry: string, email: string): Promise<Said[]> {
    const own = await linksOf(entry, email);
    const mine = (await store.of(entry)).filter(({ comments }) =>
      comments.some(({ by }) => by.kind === 'guest' && own.includes(by.id)),
    );
    return mine.flatMap(({ comments }) =>
      comments.map(({ by, at, text }) => ({ name: by.name, at, text: plainComment(text) })),
    );
  },
});
