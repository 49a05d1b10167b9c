import { useState } from 'react';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { draftOf, inputOf, newDraft, type ChannelDraft } from '../../admin/pages/channel/draft';
import { ChannelForm } from '../../admin/pages/channel/form';
import { withFilter, withPlaceholder } from '../../admin/pages/channel/template/inserting';
import { TemplateSection } from '../../admin/pages/channel/template/section';
import de from '../../admin/translations/de.json';
import en from '../../admin/translations/en.json';
import { builtInKinds } from '../../src/channels/rules/kinds';
import type { ChannelView } from '../../src/channels/schema';
import { filterNames } from '../../src/channels/templates/filters/filters';
import { placeholderNames } from '../../src/channels/templates/placeholders';
import type { CopySourceView } from '../../src/publishing/campaign/derived';
import { refused, serverThat } from './brand-server';
import { show } from './stage';

describe('the template of a channel', () => {
  let draft: ChannelDraft;
  const section = (start: ChannelDraft, language?: 'en' | 'de') => {
    function Form() {
      const [held, setHeld] = useState(start);
      draft = held;
      return <TemplateSection draft={held} change={setHeld} errorAt={() => undefined} />;
    }
    return show(<Form />, language);
  };
  const field = (name = 'Text') => screen.getByRole<HTMLTextAreaElement>('textbox', { name, hidden: true });
  const write = (value: string, name?: string) => fireEvent.change(field(name), { target: { value } });
  const sent = () => (inputOf(draft) as { template?: unknown }).template;

  it.each(builtInKinds.filter((kind) => kind !== 'website'))(
    'of the kind %s begins as the kind has it, and is nobody’s until it says something else',
    (kind) => {
      section(newDraft(kind));
      const before = field().value;
      expect(before).toMatch(/\{\{ .+ \}\}/);
      expect(sent()).toBeNull();
      write('New: {{ title }}');
      expect(sent()).toEqual({ text: 'New: {{ title }}' });
      write(before);
      expect(sent()).toBeNull();
    },
  );

  it('is not there for the website, which shows the entry itself', () => {
    section(newDraft('website'));
    expect(screen.queryByRole('textbox', { hidden: true })).toBeNull();
    expect(inputOf(draft)).not.toHaveProperty('template');
  });

  it('keeps its parts apart, and goes back to the default as a whole', () => {
    section({ ...newDraft('email'), template: { subject: 'News: {{ title }}' } });
    expect(field('Subject').value).toBe('News: {{ title }}');
    write('{{ body }}');
    expect(sent()).toEqual({ subject: 'News: {{ title }}', text: '{{ body }}' });
    fireEvent.click(screen.getByText('Back to the default'));
    expect(sent()).toBeNull();
    expect(field('Subject').value).toBe('{{ title }}');
    expect(screen.queryByText('Back to the default')).toBeNull();
  });

  it('says each mistake as it is written, at its place, and leads there', () => {
    section(newDraft('bluesky'));
    expect(field().getAttribute('aria-invalid')).toBeNull();
    write('Read {{ titel }} and\n{{ summary | shout');
    const told = within(screen.getAllByRole('status', { hidden: true })[0]!);
    expect(
      told.getByText(/There is no “titel” to fill in \(line 1, column 9\)\. Did you mean “title”\?/),
    ).toBeTruthy();
    expect(told.getByText(/begins at line 2, column 1 has no end\. Write }} behind it\./)).toBeTruthy();
    expect(screen.getByText('titel').tagName).toBe('MARK');
    expect(field().getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByText('2 mistakes in the template, with the place below.')).toBeTruthy();
    fireEvent.click(told.getByText('Go to line 1, column 9'));
    expect(document.activeElement).toBe(field());
    expect([field().selectionStart, field().selectionEnd]).toEqual([8, 13]);
    write('Read {{ title }}');
    expect(told.queryByText(/There is no/)).toBeNull();
    expect(field().getAttribute('aria-invalid')).toBeNull();
  });

  it.each<[string, RegExp]>([
    ['{{ title | shout }}', /There is no filter “shout” \(line 1, column 12\)\. There are: sentences, words/],
    ['{{ nothing }}', /There is no “nothing”.* There are: title, summary/],
    ['{{ title | words }}', /The filter “words” at line 1, column 12 is written words: 20\./],
    ['{{ title ?? }}', /“}}” at line 1, column 13 is not understood/],
    ['a'.repeat(100_000), /The template has 100000 characters, 2000 are allowed/],
  ])('explains mistake %#', (text, sentence) => {
    section(newDraft('bluesky'));
    write(text);
    expect(screen.getByText(sentence)).toBeTruthy();
  });

  it('says mistakes in German, too', () => {
    section(newDraft('bluesky'), 'de');
    write('{{ titel }}');
    expect(
      screen.getByText(/„titel“ gibt es nicht zum Einsetzen \(Zeile 1, Spalte 4\)\. Meinten Sie „title“\?/),
    ).toBeTruthy();
  });

  it('explains everything that it can be made of, in both languages', () => {
    const wanted = [
      ...placeholderNames.map((name) => `presence.template.placeholder.${name}`),
      ...filterNames.map((name) => `presence.template.filter.${name}`),
    ];
    for (const words of [en, de] as Readonly<Record<string, string>>[]) {
      expect(wanted.filter((id) => !words[id])).toEqual([]);
      const there = Object.keys(words).filter((id) => /^presence\.template\.(placeholder|filter)\./.test(id));
      expect(there.filter((id) => !wanted.includes(id))).toEqual([]);
    }
  });

  it('takes a placeholder and a filter where the caret stands, in the part that was written in last', () => {
    section(newDraft('email'));
    write('From the oven: ');
    const pick = (name: RegExp) => fireEvent.click(screen.getByRole('button', { name, hidden: true }));
    pick(/^summary: put summary into “Text”/);
    expect(field().value).toBe('From the oven: {{ summary }}');
    field().setSelectionRange(20, 20);
    pick(/^words: 20: put/);
    expect(field().value).toBe('From the oven: {{ summary | words: 20 }}');
    expect(document.activeElement).toBe(field());
    act(() => field('Subject').focus());
    pick(/^campaign: put campaign into “Subject”/);
    expect(field('Subject').value).toBe('{{ campaign }}{{ title }}');
  });

  it.each([
    ['', 0, '{{ link }}', 10],
    ['New: ', 5, 'New: {{ link }}', 15],
    ['{{ title }}', 5, '{{ title ?? link }}', 17],
    ['{{ title }} more', 16, '{{ title }} more{{ link }}', 26],
    ['{{  }}', 3, '{{ link }}', 8],
    ['{{ title', 8, '{{ title ?? link ', 17],
  ])('puts a placeholder into "%s" at %i', (text, at, made, caret) => {
    expect(withPlaceholder(text, at, 'link')).toEqual({ text: made, caret });
  });

  it.each([
    ['', 0, '{{ title | upper }}'],
    ['{{ title }}', 5, '{{ title | upper }}'],
    ['{{ title | words: 3 }}', 5, '{{ title | words: 3 | upper }}'],
    ['{{ title }}', 11, '{{ title }}{{ title | upper }}'],
  ])('puts a filter into "%s" at %i', (text, at, made) => {
    expect(withFilter(text, at, 'upper').text).toBe(made);
  });

  it('shows what it makes of a real entry while it is written, and what is used of the limit', async () => {
    const entry = { uid: 'api::article.article', documentId: 'd1', locale: 'en' };
    const view: CopySourceView = {
      source: {
        ...{ title: 'Rye is back', summary: 'Baked at four.', opening: null, body: null, coverAlt: null },
        ...{ slug: 'rye', canonicalUrl: null, fields: { price: '4.5' }, link: 'https://bakery.test/rye' },
        ...{ channel: null, campaign: null, locale: 'en', mentionable: [] },
      },
      cover: null,
    };
    serverThat({
      'GET /presence/copies/entries': [{ entry, title: 'Rye is back', typeName: 'article', updatedAt: 0 }],
      'GET /presence/copies/source': view,
    });
    section({ ...newDraft('bluesky'), name: 'Our Sky' });
    fireEvent.click(screen.getByText('Choose an entry'));
    fireEvent.click(await screen.findByRole('button', { name: /Rye is back/, hidden: true }));
    expect(await screen.findByText(/Made of “Rye is back”/)).toBeTruthy();
    const output = () =>
      screen
        .getAllByRole('status', { hidden: true })
        .map((one) => one.textContent)
        .join(' ');
    await waitFor(() => expect(output()).toContain('27 of 300'));
    write('{{ fields.price | price: "EUR" }} · {{ channel }}');
    expect(screen.getByText('€4.50 · Our Sky')).toBeTruthy();
    expect(output()).toContain('15 of 300');
    write('Words');
    expect(output()).toContain('5 of 300');
  });
});

describe('the form of a channel', () => {
  const channel = {
    ...{ key: 'c1', kind: 'webhook', name: 'Partner', settings: { url: 'https://partner.test/' } },
    ...{ hasSecret: true, practice: false, template: { text: '{{ title }}' } },
    ...{ state: 'ready', stateReason: '', testedAt: null, createdAt: 0, updatedAt: 0 },
  } as ChannelView;
  const open = (saved: () => void = () => undefined) =>
    show(<ChannelForm start={draftOf(channel)} channel={channel} close={() => undefined} saved={saved} />);
  const save = () => act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Save' })));
  const field = () => screen.getByLabelText<HTMLTextAreaElement>('Text');

  it('sends the template with the channel', async () => {
    const calls = serverThat({ 'PUT /presence/channels/c1': channel });
    open();
    fireEvent.change(field(), { target: { value: '{{ title }}!' } });
    await save();
    await waitFor(() => expect(calls).toHaveLength(1));
    expect(calls[0]?.body).toMatchObject({ template: { text: '{{ title }}!' } });
  });

  it('shows what the server refuses at its part, and opens it', async () => {
    const message = 'The template has “titel” at column 4, and there is no such placeholder.';
    serverThat({
      'PUT /presence/channels/c1': refused(message, {
        ...{ code: 'template.unknown-placeholder', path: 'template.text' },
        problems: [{ path: 'template.text', message }],
      }),
    });
    open();
    await save();
    await waitFor(() => expect(field().getAttribute('aria-invalid')).toBe('true'));
    expect(field().closest('details')?.open).toBe(true);
    expect(screen.getAllByText(message).length).toBeGreaterThan(0);
  });
});
