import { useState } from 'react';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { useApi } from '../../admin/api';
import { EntryChanged } from '../../admin/pages/campaign/entry-changed';
import { draftOf, useCampaign } from '../../admin/pages/campaign/use-campaign';
import { useChangedCopies } from '../../admin/pages/campaign/use-changed-copies';
import type { Copy } from '../../src/channels/schema';
import type { ChangedCopy } from '../../src/publishing/campaign/derived';
import type { CampaignView, PublicationView } from '../../src/publishing/schema';
import { refused, serverThat } from './brand-server';
import { show } from './stage';

const copy = (text: string, edited = true): Copy => ({ text, link: null, pictures: [], edited });
const publication = (text: string, edited = true) =>
  ({
    ...{ key: 'p1', campaign: 'c1', channel: 'sky', channelName: 'Our Sky', kind: 'bluesky', state: 'draft' },
    copy: copy(text, edited),
  }) as unknown as PublicationView;
const campaign = (one: PublicationView) =>
  ({ key: 'c1', name: 'Rye', checked: [], publications: [one] }) as unknown as CampaignView;
const asked = (text: string, derived: Partial<Copy> = {}): ChangedCopy => ({
  ...{ publication: 'p1', channel: 'sky', copySeal: 'a', derivedSeal: 'b' },
  before: copy('Rye at four', false),
  derived: { ...copy(text, false), ...derived },
  check: { count: 11, limit: 300, unit: 'characters', problems: [] },
});

/** One copy as the page of a campaign shows it, with what is written of it. */
function Page({ start, canDecide = true }: { start: PublicationView; canDecide?: boolean }) {
  const api = useApi();
  const [saved, setSaved] = useState(campaign(start));
  const { draft, write, refresh } = useCampaign(draftOf(saved), api);
  const { changed, again } = useChangedCopies(saved);
  const [line] = draft.lines;
  const [one] = changed;
  if (!line) return null;
  return (
    <>
      {one && (
        <EntryChanged
          {...{ line, canDecide, again }}
          asked={one}
          done={(fresh, how) => {
            setSaved(campaign(fresh));
            if (how === 'take') refresh(fresh);
            again();
          }}
        />
      )}
      <textarea
        aria-label="Copy"
        value={line.copy.text}
        onChange={(event) => write('sky', copy(event.target.value))}
      />
    </>
  );
}

const text = () => screen.getByLabelText<HTMLTextAreaElement>('Copy').value;
const press = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })));
const title = 'The entry changed since you wrote this';
const notice = () => screen.queryByText(title)?.closest('section');

describe('a copy that a person wrote, whose entry changed', () => {
  it('shows both texts with what is different in each', async () => {
    serverThat({ 'GET /presence/campaigns/c1/derived': { copies: [asked('Rye baked at five')] } });
    show(<Page start={publication('Our rye baked at four')} />);
    await screen.findByText(title);
    const box = within(notice()!);
    expect(box.getByText('Yours')).toBeTruthy();
    const marked = (tag: string) =>
      [...notice()!.querySelectorAll(tag)].map((one) => one.textContent?.trim()).filter(Boolean);
    expect(marked('del').join(' ')).toBe('Our rye four');
    expect(marked('ins').join(' ')).toBe('Rye five');
    expect(text()).toBe('Our rye baked at four');
    expect(box.queryByText(/Its link or its pictures/)).toBeNull();
    // What is written meanwhile is what the new text is compared with.
    fireEvent.change(screen.getByLabelText('Copy'), { target: { value: 'Rye baked at five' } });
    expect(marked('del')).toEqual([]);
  });

  it('says where link or pictures are others, too', async () => {
    const link = { link: 'https://bakery.test/rye' };
    serverThat({ 'GET /presence/campaigns/c1/derived': { copies: [asked('Rye', link)] } });
    show(<Page start={publication('Our rye')} />);
    await screen.findByText(/Its link or its pictures are others, too/);
  });

  it('takes the new text: it stands in the editor, and nobody is asked any more', async () => {
    let copies = [asked('Rye at five')];
    const calls = serverThat({
      'GET /presence/campaigns/c1/derived': () => ({ copies }),
      'POST /presence/publications/p1/take': () => {
        copies = [];
        return publication('Rye at five', false);
      },
    });
    show(<Page start={publication('Our rye')} />);
    await screen.findByText(title);
    await press('Take the new text: Our Sky');
    await waitFor(() => expect(text()).toBe('Rye at five'));
    expect(notice()).toBeUndefined();
    expect(calls.find(({ method }) => method === 'POST')?.body).toEqual({ copySeal: 'a', derivedSeal: 'b' });
  });

  it('keeps the text, also what was written and not saved yet', async () => {
    let copies = [asked('Rye at five')];
    serverThat({
      'GET /presence/campaigns/c1/derived': () => ({ copies }),
      'POST /presence/publications/p1/keep': () => {
        copies = [];
        return publication('Our rye');
      },
    });
    show(<Page start={publication('Our rye')} />);
    await screen.findByText(title);
    fireEvent.change(screen.getByLabelText('Copy'), { target: { value: 'Our very own rye' } });
    await press('Keep mine: Our Sky');
    await waitFor(() => expect(notice()).toBeUndefined());
    expect(text()).toBe('Our very own rye');
  });

  it('looks again where somebody else was faster', async () => {
    let copies = [asked('Rye at five')];
    serverThat({
      'GET /presence/campaigns/c1/derived': () => ({ copies }),
      'POST /presence/publications/p1/keep': () => {
        copies = [];
        return refused('Somebody took or kept it.', { code: 'publication.text-settled' });
      },
    });
    show(<Page start={publication('Our rye')} />);
    await screen.findByText(title);
    await press('Keep mine: Our Sky');
    await waitFor(() => expect(notice()).toBeUndefined());
    expect(text()).toBe('Our rye');
  });

  it('says any other refusal in its place, and asks on', async () => {
    serverThat({
      'GET /presence/campaigns/c1/derived': { copies: [asked('Rye at five')] },
      'POST /presence/publications/p1/take': refused('It is being sent now.', {
        code: 'publication.already-sending',
      }),
    });
    show(<Page start={publication('Our rye')} />);
    await screen.findByText(title);
    await press('Take the new text: Our Sky');
    expect(within(notice()!).getByRole('alert').textContent).toContain('It is being sent now.');
    expect(text()).toBe('Our rye');
  });

  it('offers nothing to decide to whoever may not', async () => {
    serverThat({ 'GET /presence/campaigns/c1/derived': { copies: [asked('Rye at five')] } });
    show(<Page start={publication('Our rye')} canDecide={false} />);
    await screen.findByText(title);
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('is not asked about where nobody wrote one', async () => {
    const calls = serverThat({});
    show(<Page start={publication('Rye at four', false)} />);
    await act(async () => undefined);
    expect(calls).toEqual([]);
  });
});
