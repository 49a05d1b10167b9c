// The board in the shop window, as a channel of its own: docs/adding-a-channel.md goes through this file.

type Answer =
  | { kind: 'answered'; status: number; headers: Record<string, string>; bytes: Buffer }
  | { kind: 'refused' | 'unreachable' | 'lost'; message: string };
/** What Presence hands to an adapter, as far as this one uses it. */
interface Tools {
  readonly http: { send(request: object): Promise<Answer> };
  noAnswer(answer: object, phase: 'read' | 'write'): object;
  retryAfter(header: string | undefined): number | undefined;
  ended(outcome: object): Error;
}
interface Account {
  readonly settings: { readonly address: string; readonly days?: number };
  readonly secret: { readonly key: string };
}
interface Delivery {
  readonly publication: string;
  readonly copy: { readonly text: string; readonly title?: string; readonly link: string | null };
  readonly dueAt: number;
  track(url: string): Promise<string>;
  beat(): Promise<boolean>;
}
type Sent = Pick<Delivery, 'copy'> & { readonly remoteId: string };

const day = 86_400_000;
const noBoard = 'There is no board at this address.';

export const noticeBoard = {
  type: 'notice-board',
  label: 'Notice board',

  // Data only: the editor counts by it in the browser.
  rules: {
    text: { graphemes: { max: 280, source: 'what can be read from the street' } },
    title: { graphemes: { max: 60, source: 'one line on the board' } },
    link: 'field',
  },
  settings: [
    { name: 'address', label: 'Address of the board', kind: 'url', hint: 'https://…/board' },
    { name: 'days', label: 'Days that a notice hangs', kind: 'number', required: false },
  ],
  secret: [{ name: 'key', label: 'Key of the board', hint: 'BOARD_KEY of the website' }],

  adapter({ http, noAnswer, retryAfter, ended }: Tools) {
    /** One call. What is no success ends the step, and says what follows: whether it may be sent again, or who has to do what. */
    async function call({ settings, secret }: Account, method: string, path = '', body?: object) {
      const phase = method === 'GET' ? 'read' : 'write';
      const answer = await http.send({
        method,
        url: `${settings.address.replace(/\/+$/, '')}/notices${path}`,
        headers: { authorization: `Bearer ${secret.key}`, 'content-type': 'application/json' },
        ...(body && { body: JSON.stringify(body) }),
      });
      if (answer.kind !== 'answered') throw ended(noAnswer(answer, phase));
      const { status, headers, bytes } = answer;
      if (status < 300 || status === 404) return { isThere: status !== 404, bytes };
      const message = `The board answered with status ${status}.`;
      if (status === 401 || status === 403)
        throw ended({ kind: 'reauthorise', code: 'board.key', message: `${message} Enter its key again.` });
      if (status === 429 || status === 503) {
        const after = retryAfter(headers['retry-after']);
        throw ended({ kind: 'retry', code: 'board.busy', message, ...(after !== undefined && { after }) });
      }
      if (status >= 500)
        throw ended({ kind: phase === 'write' ? 'unknown' : 'retry', code: 'board.failed', message });
      throw ended({ kind: 'rejected', code: 'board.refused', message: `${message} Change the notice.` });
    }

    return {
      // A notice hangs under the key of its publication: the same twice is one notice, so in doubt it is sent again.
      inDoubt: 'send',

      async test(account: Account) {
        const { isThere, bytes } = await call(account, 'GET');
        if (!isThere) return { state: 'failed', message: noBoard };
        const { notices } = JSON.parse(bytes.toString('utf8')) as { notices: object[] };
        const found = [{ label: 'Notices', value: String(notices.length) }];
        return { state: 'ready', message: 'The board takes notices.', found };
      },

      async deliver(account: Account, { publication, copy, dueAt, track, beat }: Delivery) {
        const { address, days } = account.settings;
        const { title = '', text } = copy;
        const link = copy.link === null ? null : await track(copy.link);
        const notice = { title, text, link, until: days === undefined ? null : dueAt + days * day };
        if (!(await beat()))
          return { kind: 'retry', code: 'board.taken-over', message: 'Another process has taken over.' };
        const { isThere } = await call(account, 'PUT', `/${publication}`, notice);
        if (!isThere) return { kind: 'rejected', code: 'board.missing', message: noBoard };
        return { kind: 'delivered', remoteId: publication, url: address };
      },

      async recall(account: Account, { remoteId }: Sent) {
        const { isThere } = await call(account, 'DELETE', `/${remoteId}`);
        return isThere
          ? { kind: 'recalled', message: 'The notice was taken down.' }
          : { kind: 'gone', message: 'The notice did not hang any more.' };
      },

      async correct(account: Account, { remoteId, copy }: Sent) {
        const { isThere } = await call(account, 'PATCH', `/${remoteId}`, { text: copy.text });
        return isThere
          ? { kind: 'corrected', message: 'The notice says the new words.' }
          : { kind: 'gone', message: 'The notice does not hang any more.' };
      },
    };
  },
};
