import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { MailDoubts } from '../../admin/components/mail-doubts';
import type { PublicationView } from '../../src/publishing/schema';
import { show } from './stage';

const publication = { key: 'p1', inDoubt: 2 } as PublicationView;
const doubt = (key: string) => ({ key, email: `${key}@readers.test`, at: 0, reply: 'The line was cut.' });

/** Answers with the doubts that are left; notes what a person said. */
function server() {
  let left = [doubt('anna'), doubt('ben')];
  const said: unknown[] = [];
  globalThis.fetch = (async (_url: unknown, init?: RequestInit) => {
    if (init?.method === 'POST') {
      const body = JSON.parse(String(init.body)) as { mails?: string[] };
      said.push(body);
      left = left.filter(({ key }) => body.mails && !body.mails.includes(key));
    }
    const page = { items: left, page: 1, pageSize: 10, total: left.length };
    return { ok: true, status: 200, json: async () => page } as Response;
  }) as typeof fetch;
  return said;
}

const press = (name: string | RegExp, at = 0) =>
  act(async () => void fireEvent.click(screen.getAllByRole('button', { name })[at] as HTMLElement));

describe('the list of mails in doubt', () => {
  it('settles one, then all that are left, and tells the page how many remain', async () => {
    const said = server();
    const seen: number[] = [];
    show(<MailDoubts publication={publication} canAct changed={({ inDoubt }) => seen.push(inDoubt)} />);
    await press('2 mails in doubt');
    expect(await screen.findByText('anna@readers.test')).toBeTruthy();
    await press('It arrived');
    await waitFor(() => expect(screen.queryByText('anna@readers.test')).toBeNull());
    await press('Send again');
    await screen.findByText('No mail is in doubt any more.');
    expect(said).toEqual([
      { answer: 'arrived', mails: ['anna'] },
      { answer: 'again', mails: ['ben'] },
    ]);
    await press('Close', -1 + screen.getAllByRole('button', { name: 'Close' }).length);
    expect(seen).toEqual([0]);
  });

  it('settles all at once', async () => {
    const said = server();
    show(<MailDoubts publication={publication} canAct changed={() => undefined} />);
    await press('2 mails in doubt');
    await screen.findByText('anna@readers.test');
    await press('All arrived');
    await screen.findByText('No mail is in doubt any more.');
    expect(said).toEqual([{ answer: 'arrived' }]);
  });

  it('only shows them to who may not act', async () => {
    server();
    show(<MailDoubts publication={publication} canAct={false} changed={() => undefined} />);
    await press('2 mails in doubt');
    await screen.findByText('anna@readers.test');
    expect(screen.queryByRole('button', { name: /arrived/ })).toBeNull();
  });
});
