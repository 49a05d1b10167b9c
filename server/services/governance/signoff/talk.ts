import type { SignOffLink } from '../../../../src/governance/signoff/schema';
import { ok, type Result } from '../../../../src/shared/result';
import { personOf } from '../../../actor';
import type { ThreadsStore } from '../../../stores/threads';
import type { Audit } from '../../audit';
import type { Reviewer } from '../reviews';
import type { Said, SignOffView } from './view';

interface Deps {
  readonly threads: Pick<ThreadsStore, 'of' | 'begin' | 'say'>;
  /** Keys of the links for this entry that went to this address. */
  readonly linksOf: (entry: string, email: string) => Promise<readonly string[]>;
  readonly audit: Pick<Audit, 'record'>;
  /** Whoever asked for the answer learns of it. */
  readonly tell: (link: SignOffLink, what: 'comment', title: string, text: string) => Promise<void>;
  readonly now: () => number;
  readonly uuid: () => string;
}

/** What people without a seat say, and what is said to them: threads about the whole entry, as everybody else's. */
export const signOffTalk = ({ threads, linksOf, audit, tell, now, uuid }: Deps) => ({
  async comment(
    { link, seal, title }: SignOffView,
    text: string,
    by: Reviewer['actor'],
  ): Promise<Result<null>> {
    const thread = { key: uuid(), entry: link.entry, seal, anchor: null, at: now() };
    await threads.begin(thread);
    await threads.say(thread, { key: uuid(), by: personOf(by), at: now(), text });
    const details = { link: link.key, comment: text };
    await audit.record({ kind: 'signoff.comment', actor: by, entry: link.entry, seal, details });
    await tell(link, 'comment', title, text);
    return ok(null);
  },

  /** The threads that this address took part in, oldest first; what others say among themselves stays theirs. */
  async saidAbout(entry: string, email: string): Promise<Said[]> {
    const own = await linksOf(entry, email);
    const mine = (await threads.of(entry)).filter(({ comments }) =>
      comments.some(({ by }) => by.kind === 'guest' && own.includes(by.id)),
    );
    return mine.flatMap(({ comments }) => comments.map(({ by, at, text }) => ({ name: by.name, at, text })));
  },
});
