import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { CorrectOne } from '../../admin/components/correct';
import { ChannelForm } from '../../admin/pages/channel/form';
import { draftOf, newOwnDraft } from '../../admin/pages/channel/draft';
import Channels from '../../admin/pages/channels';
import { RecallMeaning } from '../../admin/components/recall';
import { readOwnType, type OwnTypeView } from '../../src/channels/own/type';
import type { ChannelView } from '../../src/channels/schema';
import type { PublicationView } from '../../src/publishing/schema';
import { noticeBoard } from '../unit/channels/own/type';
import { refused, serverThat } from './brand-server';
import { show } from './stage';

const read = readOwnType(noticeBoard());
if (!read.ok) throw new Error(read.message);
const { adapter: _adapter, ...data } = read.value;
const board: OwnTypeView = { ...data, recall: 'deletes', corrects: true };
const channel = {
  ...{ key: 'c1', kind: 'own', name: 'Shop window', own: board, hasSecret: true },
  ...{ practice: false, template: null },
  settings: { type: 'notice-board', values: { address: 'https://board.test/a', days: 3, big: true } },
  ...{ state: 'ready', stateReason: '', testedAt: null, createdAt: 0, updatedAt: 0 },
} as ChannelView;
const nothing = () => undefined;

const form = (known: ChannelView | null) =>
  show(
    <ChannelForm
      start={known ? draftOf(known) : newOwnDraft(board)}
      channel={known}
      close={nothing}
      saved={nothing}
    />,
  );
const write = (label: RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const save = () => act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Save' })));

describe('a channel that an app brings', () => {
  it('is filled in by the fields that its type declares', async () => {
    const calls = serverThat({ 'POST /presence/channels': channel });
    form(null);
    expect(screen.getByText('New channel: Notice board')).toBeTruthy();
    expect(screen.getByText('As the shop shows it')).toBeTruthy();
    write(/^Name/, 'Shop window');
    write(/^Address of the board/, 'https://board.test/a');
    write(/^Days that a notice hangs/, '3');
    fireEvent.click(screen.getByRole('checkbox', { name: /^In large letters/ }));
    const pin = screen.getByLabelText<HTMLInputElement>(/^PIN of the board/);
    expect(pin.type).toBe('password');
    write(/^PIN of the board/, '4711');
    await save();
    await waitFor(() => expect(calls).toHaveLength(1));
    expect(calls[0]?.body).toEqual({
      ...{ kind: 'own', name: 'Shop window', practice: false, template: null, secret: { pin: '4711' } },
      settings: { type: 'notice-board', values: { address: 'https://board.test/a', days: 3, big: true } },
    });
  });

  it('keeps its secret where none is written, and leaves out what is emptied', async () => {
    const calls = serverThat({ 'PUT /presence/channels/c1': channel });
    form(channel);
    expect(screen.getByLabelText<HTMLInputElement>(/^PIN of the board/).value).toBe('');
    write(/^Days that a notice hangs/, '');
    await save();
    await waitFor(() => expect(calls).toHaveLength(1));
    expect(calls[0]?.body).toMatchObject({
      settings: { values: { address: 'https://board.test/a', big: true } },
    });
    expect(calls[0]?.body).not.toHaveProperty('secret');
    expect(calls[0]?.body).not.toHaveProperty('settings.values.days');
  });

  it('shows the sentence of the server at its field', async () => {
    const message = 'settings.values.address: must be a web address';
    serverThat({
      'POST /presence/channels': refused(message, {
        ...{ code: 'request.invalid', path: 'settings.values.address' },
        problems: [{ path: 'settings.values.address', message: 'must be a web address' }],
      }),
    });
    form(null);
    await save();
    const field = await screen.findByLabelText(/^Address of the board/);
    await waitFor(() => expect(field.getAttribute('aria-invalid')).toBe('true'));
  });

  it('says that its code is gone, and what to do', () => {
    form({ ...channel, own: null } as ChannelView);
    expect(screen.getByText(/brings channels of the type “notice-board” any more/)).toBeTruthy();
    expect(screen.queryByLabelText(/^Address of the board/)).toBeNull();
  });

  it('stands among the kinds that can be added, and among those that are there', async () => {
    serverThat({ 'GET /presence/channels': [channel], 'GET /presence/channel-types': [board] });
    show(<Channels />);
    const card = within(await screen.findByRole('article', { name: 'Shop window' }));
    expect(card.getByText('Notice board · board.test/a')).toBeTruthy();
    fireEvent.keyDown(screen.getByRole('button', { name: 'Add a channel' }), { key: 'Enter' });
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Notice board' }));
    expect(await screen.findByLabelText(/^Address of the board/)).toBeTruthy();
  });
});

describe('what went to a channel of an app', () => {
  const { label, rules } = board;
  const notice = {
    ...{ key: 'p1', kind: 'own', own: { label, rules, recall: 'deletes' }, channelName: 'Shop window' },
    ...{ state: 'delivered', correction: null, actions: [] },
    copy: { text: 'Rye today', link: null, pictures: [], edited: false },
  } as unknown as PublicationView;

  it('is counted by the rules of its type where it is corrected', async () => {
    show(<CorrectOne publication={notice} close={nothing} done={nothing} />);
    const dialog = within(await screen.findByRole('alertdialog'));
    expect(dialog.getByText('9 of 120 characters')).toBeTruthy();
    fireEvent.change(dialog.getByLabelText(/^New words/), { target: { value: 'a'.repeat(121) } });
    expect(dialog.getByText(/too long for Notice board/)).toBeTruthy();
  });

  it('is taken back as its type says, and by hand where that is gone', () => {
    const { unmount } = show(<RecallMeaning rows={[notice]} />);
    expect(screen.getByText(/deleted/).textContent).toContain('Shop window');
    unmount();
    const { own: _own, ...gone } = notice;
    show(<RecallMeaning rows={[gone as PublicationView]} />);
    expect(screen.getByRole('listitem').textContent).not.toContain('is deleted');
  });
});
