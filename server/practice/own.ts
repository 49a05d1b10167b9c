import { checkCopy } from '../../src/channels/check-copy';
import type { ChannelAdapter, Outcome } from '../../src/channels/channel';
import { rulesFor } from '../../src/channels/rules/own/rules-of';
import type { OwnTypeView } from '../../src/channels/own/type';
import { noCounts, type PracticeShelf } from './shelf';

export interface OwnPracticeSources {
  readonly shelf: PracticeShelf;
  /** The type of a channel, by its settings; null where nobody registers it. */
  readonly typeOf: (settings: unknown) => OwnTypeView | null;
  readonly absolute: (url: string) => Promise<string>;
  readonly now: () => number;
}

const network = 'own';

/**
 * A page for practice for every channel that an app brings: it takes what the rules of the type take, and the code of the app is not called.
 */
export const ownPractice = ({ shelf, typeOf, absolute, now }: OwnPracticeSources): ChannelAdapter => ({
  kind: network,
  inDoubt: 'look',

  test: async ({ settings }) => ({
    state: 'ready',
    message: '',
    found: [{ label: 'Type', value: typeOf(settings)?.label ?? '' }],
  }),

  async deliver(account, { publication, copy, track }): Promise<Outcome> {
    const { problems } = checkCopy(rulesFor({ kind: network, own: typeOf(account.settings) }), copy);
    const problem = problems.find(({ severity }) => severity === 'error');
    if (problem) return { kind: 'rejected', code: 'own.against-rules', message: problem.message };
    const { title = '', description = '', link, text } = copy;
    const card = link === null ? null : { url: await track(link), title, description };
    const images = await Promise.all(
      copy.pictures.map(async ({ url, alt }) => ({ src: await absolute(url), alt })),
    );
    const isNew = await shelf.put({
      ...{ network, id: publication, account: account.key, key: publication, text, media: [] },
      ...{ content: { card, alts: [], images }, counts: noCounts, createdAt: now() },
      ...{ editedAt: null, deletedAt: null },
    });
    return { kind: isNew ? 'delivered' : 'duplicate', remoteId: publication, url: null };
  },

  async find({ key }, { publication }) {
    const post = await shelf.byKey(network, key, publication);
    return post && post.deletedAt === null ? { remoteId: post.id, url: null } : null;
  },

  async recall(_, { remoteId }) {
    const post = await shelf.byId(network, remoteId);
    if (!post || post.deletedAt !== null)
      return { kind: 'gone', code: '', message: 'It was not on the practice page any more.' };
    await shelf.change(network, remoteId, { deletedAt: now() });
    return { kind: 'recalled', code: '', message: 'It was deleted from the practice page.' };
  },

  async correct(_, { remoteId, copy }) {
    const post = await shelf.byId(network, remoteId);
    if (!post || post.deletedAt !== null)
      return { kind: 'gone', code: '', message: 'It is not on the practice page any more.' };
    await shelf.change(network, remoteId, { text: copy.text, editedAt: now() });
    return { kind: 'corrected', code: '', message: 'The practice page says the new words.' };
  },
});
