import { fireEvent, screen, within } from '@testing-library/react';
import { Difference } from '../../admin/pages/reviews/difference';
import { BoardCard } from '../../admin/pages/reviews/board-card';
import { BoardColumn } from '../../admin/pages/reviews/board-column';
import { PeoplePicker } from '../../admin/pages/reviews/people-picker';
import { quoteOf } from '../../admin/pages/reviews/new-thread';
import { actionTo, reasonAgainst, type Lifted } from '../../admin/pages/reviews/use-lift';
import { fieldLabel, reviewPath } from '../../admin/pages/reviews/words-of';
import type { Card } from '../../src/governance/board/schema';
import type { DifferenceView } from '../../src/governance/difference/schema';
import type { EntryPanel } from '../../src/governance/review/schema';
import { show } from './stage';

const person = (name: string) => ({ kind: 'user' as const, id: name, name });

const card = (part: Partial<Card> = {}): Card => ({
  entry: 'api::article.article|d|en',
  uid: 'api::article.article',
  documentId: 'd',
  locale: 'en',
  title: 'The walnut rye is back',
  seal: 'a'.repeat(64),
  copies: [],
  workflow: 'standard@1',
  stage: 'in-review',
  meaning: 'review',
  since: 0,
  submittedBy: person('Emil'),
  submittedAt: 0,
  lastEditor: null,
  dueAt: Date.UTC(2026, 10, 26),
  assignees: [{ principal: 'user:rosa@bakery.test', name: 'Rosa', by: person('Emil'), at: 0 }],
  openThreads: 2,
  overdue: false,
  typeName: 'Article',
  ...part,
});

describe('a field in words', () => {
  it.each([
    ['title', 'Title'],
    ['sections[1].linkText', 'Sections 2 › Link text'],
    ['seo.meta_title', 'Seo › Meta title'],
    ['sections[-2].text', 'Sections 2 › Text'],
  ])('%s: %s', (path, label) => expect(fieldLabel(path)).toBe(label));

  it('leads to the page of one entry in one language', () => {
    expect(reviewPath(card())).toBe(
      '/plugins/presence/reviews/entry?uid=api%3A%3Aarticle.article&documentId=d&locale=en',
    );
    expect(reviewPath(card({ locale: null }))).not.toContain('locale');
  });
});

describe('a passage that somebody marks', () => {
  const text = 'We bake rye bread every morning.';
  it('keeps its words and what stands around them, without the spaces at its ends', () => {
    expect(quoteOf(text, 7, 18)).toEqual({
      text: 'rye bread',
      start: 8,
      prefix: 'We bake ',
      suffix: ' every morning.',
    });
  });
  it('is none where nothing is marked', () => {
    expect(quoteOf(text, 3, 3)).toBeNull();
    expect(quoteOf(text, 2, 3)).toBeNull();
  });
});

describe('a lifted card', () => {
  const action = (to: string, disabledReason: string | null) => ({ to, disabledReason, decision: 'approve' });
  const lifted = {
    card: card(),
    panel: {
      actions: [action('approved', 'You edited it.'), action('draft', null)],
    } as unknown as EntryPanel,
  } satisfies Lifted;
  it('goes only where an action leads that may be taken', () => {
    expect(actionTo(lifted, 'draft')).toBeTruthy();
    expect(actionTo(lifted, 'approved')).toBeUndefined();
    expect(reasonAgainst(lifted, 'approved')).toBe('You edited it.');
    expect(actionTo({ card: card(), panel: undefined }, 'draft')).toBeUndefined();
  });
});

describe('a card on the board', () => {
  const parts = { isLifted: false, canMove: true, lift: jest.fn(), end: jest.fn(), onKey: jest.fn() };
  it('says what it is, who has it, when it is due and what is talked about', () => {
    show(<BoardCard card={card()} {...parts} />);
    for (const text of ['The walnut rye is back', 'Article · EN', 'Rosa', 'Due Nov 26', '2 open comments'])
      expect(screen.getByText(text)).toBeTruthy();
  });
  it('says in words that it is late', () => {
    show(<BoardCard card={card({ overdue: true })} {...parts} />);
    expect(screen.getByText('Overdue since Nov 26')).toBeTruthy();
  });
  it('is lifted by its handle, and hears the keys from then on', () => {
    show(<BoardCard card={card()} {...parts} />);
    const handle = screen.getByRole('button', { name: /Move The walnut rye is back/ });
    fireEvent.click(handle);
    expect(parts.lift).toHaveBeenCalled();
    fireEvent.keyDown(handle, { key: 'ArrowRight' });
    expect(parts.onKey).toHaveBeenCalled();
  });
});

describe('a column of the board', () => {
  const column = {
    key: 'approved',
    name: 'Approved',
    colour: 'success' as const,
    meaning: 'approved' as const,
    total: 3,
    cards: [],
  };
  it('takes a card only while one may land', () => {
    const land = jest.fn();
    const { unmount } = show(
      <BoardColumn column={column} name="Approved" landing="open" land={land} over={jest.fn()}>
        {null}
      </BoardColumn>,
    );
    fireEvent.click(screen.getByRole('button', { name: 'Move here' }));
    expect(land).toHaveBeenCalledTimes(1);
    unmount();
    show(
      <BoardColumn
        column={column}
        name="Approved"
        landing="closed"
        land={land}
        over={jest.fn()}
        more={jest.fn()}
      >
        {null}
      </BoardColumn>,
    );
    expect(screen.queryByRole('button', { name: 'Move here' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Show more (3 left)' })).toBeTruthy();
  });
});

describe('two versions side by side', () => {
  const side = (id: string, label: string) => ({ id, label, at: 0, by: 'Rosa', title: 'Rye' });
  const view: DifferenceView = {
    from: side('d1', 'approve'),
    to: { ...side('now', 'now'), by: null },
    fields: [
      {
        kind: 'text',
        field: 'title',
        formOnly: false,
        pieces: [
          {
            change: 'changed',
            kind: 'paragraph',
            parts: [
              { change: 'removed', text: 'Old' },
              { change: 'added', text: 'New' },
              { change: 'same', text: ' bread' },
            ],
          },
        ],
      },
      { kind: 'value', field: 'price', before: '4.2', after: '4.5' },
      {
        kind: 'component',
        field: 'sections[2]',
        change: 'moved',
        component: 'sections.text',
        before: 1,
        after: 3,
      },
    ],
    copies: [],
    unchanged: 4,
    choices: [],
  };
  it('show what was removed on the left and what was added on the right, not by colour alone', () => {
    show(<Difference view={view} choose={jest.fn()} />);
    const title = screen.getByRole('region', { name: 'Title' });
    expect(within(title).getByText('Old').tagName).toBe('DEL');
    expect(within(title).getByText('New').tagName).toBe('INS');
    expect(within(title).getAllByText('bread')).toHaveLength(2);
    expect(screen.getByText('The section was moved from place 1 to 3.')).toBeTruthy();
    expect(screen.getByText('4 fields say the same.')).toBeTruthy();
  });
  it('say so where they are the same', () => {
    show(<Difference view={{ ...view, fields: [] }} choose={jest.fn()} />);
    expect(screen.getByText('Both versions say the same.')).toBeTruthy();
  });
});

describe('the choice of people', () => {
  it('says in words who was chosen', () => {
    show(<PeoplePicker value={['user:rosa@bakery.test', 'role:editor']} change={jest.fn()} />);
    const { textContent } = screen.getByRole('combobox');
    expect(textContent).toContain('user:rosa@bakery.test, role:editor');
  });
});
