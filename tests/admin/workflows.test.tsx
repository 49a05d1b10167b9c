import { useState } from 'react';
import { fireEvent, screen, within } from '@testing-library/react';
import {
  blankTransition,
  countOf,
  keyFor,
  moved,
  withoutStage,
  withWho,
} from '../../admin/pages/settings/workflows/draft';
import { arcsOf, layout } from '../../admin/pages/settings/workflows/layout';
import { Picture } from '../../admin/pages/settings/workflows/picture';
import { placesOf } from '../../admin/pages/settings/workflows/places';
import { Stages } from '../../admin/pages/settings/workflows/stages';
import { Transitions } from '../../admin/pages/settings/workflows/transitions';
import type { Workflow } from '../../src/governance/workflow/schema';
import { standardWorkflow } from '../../src/governance/workflow/standard';
import { templates, workflowOf } from '../../src/governance/workflow/templates';
import type { NamesView } from '../../src/governance/workflow/views';
import { show } from './stage';

const names: NamesView = {
  types: [{ uid: 'api::article.article', name: 'Article', localized: true, fields: ['title'] }],
  locales: ['en'],
  roles: [{ code: 'strapi-super-admin', name: 'Super Admin' }],
  users: [{ email: 'rosa@bakery.test', name: 'Rosa Lindner' }],
  permissions: ['review.submit', 'review.approve'],
  channelKinds: ['bluesky'],
};
const prices = workflowOf(
  templates.find(({ key }) => key === 'prices-and-legal')!,
  'en',
);

describe('a draft of a workflow', () => {
  it.each([
    ['Legal review', [], 'legal-review'],
    ['Prüfung & Maß', [], 'prufung-mass'],
    ['2. Blick', [], 'blick'],
    ['!', [], 'stage'],
    ['Legal', ['legal', 'legal-2'], 'legal-3'],
  ])('gives “%s” a key beside %j: %s', (name, taken, key) => {
    expect(keyFor(name, taken)).toBe(key);
  });

  it('loses with a stage what led there or began only there', () => {
    const { stages, transitions } = withoutStage(prices, 'with-owner');
    expect(stages.map(({ key }) => key)).toEqual(['draft', 'in-review', 'approved']);
    expect(transitions.map(({ key }) => key)).toEqual(['submit', 'approve', 'request-changes', 'withdraw']);
  });

  it('gets decisions with a key of their own, and moves them', () => {
    expect(blankTransition('submit', standardWorkflow).key).toBe('submit-2');
    expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
  });

  it('does not need whom it no longer lets decide', () => {
    const approve = { ...standardWorkflow.transitions[1]!, who: ['role:a', 'role:b'] };
    const two = {
      ...approve,
      needs: [
        { count: 2, of: ['role:a', 'role:b'] },
        { count: 1, of: ['role:b'] },
      ],
    };
    expect([countOf(approve), countOf(two)]).toEqual([1, 3]);
    expect(withWho(two, ['role:a']).needs).toEqual([{ count: 2, of: ['role:a'] }]);
  });
});

describe('problems of a workflow', () => {
  const places = placesOf([
    { path: 'stages[1]', message: 'Nobody can leave it.' },
    { path: 'stages[1].days', message: 'Too long.' },
    { path: 'stages[10].days', message: 'Elsewhere.' },
  ]);

  it('stand beside their place and inside it, and nowhere else', () => {
    expect(places.at('stages[1]')).toBe('Nobody can leave it.');
    expect(places.within('stages[1]')).toBe('Nobody can leave it. Too long.');
    expect([places.count('stages[1]'), places.count('stages')]).toEqual([2, 3]);
    expect(places.at('stages[2]')).toBeUndefined();
  });
});

describe('the picture of a workflow', () => {
  it('draws one line for each two stages, the ways back below', () => {
    const arcs = arcsOf(prices);
    expect(arcs.map(({ id, decisions, back }) => [id, decisions, back])).toEqual([
      ['0-1', ['submit'], false],
      ['1-2', ['approve'], false],
      ['1-3', ['approve'], false],
      ['2-3', ['approve'], false],
      ['1-0', ['request-changes', 'withdraw'], true],
      ['2-0', ['request-changes', 'unlock'], true],
      ['3-0', ['request-changes', 'withdraw'], true],
    ]);
    const { boxes, width, height, top } = layout(4, arcs);
    expect(boxes.at(-1)!.x + boxes.at(-1)!.width).toBeLessThanOrEqual(width);
    expect(top + 44).toBeLessThan(height);
  });

  it('is a list for whoever does not see it, with the names of people', () => {
    show(<Picture of={prices} names={names} />);
    const list = screen.getByRole('list', { name: 'The same as a list' });
    const lines = within(list).getAllByRole('listitem');
    expect(lines).toHaveLength(prices.transitions.length);
    expect(lines[1]?.textContent).toBe(
      'Approve: In review → With the owner (Everybody who may approve, Super Admin, 1 condition)',
    );
  });
});

describe('the editor', () => {
  function Room({ start }: { start: Workflow }) {
    const [draft, set] = useState(start);
    const places = placesOf([{ path: 'transitions[1].when', message: 'It never applies.' }]);
    const part = { draft, set, places, names };
    return (
      <>
        <Stages {...part} />
        <Transitions {...part} />
        <output aria-label="Order">{draft.stages.map(({ key }) => key).join(' ')}</output>
      </>
    );
  }
  const order = () => screen.getByRole('status', { name: 'Order' }).textContent;

  it('moves, adds and removes stages by the keyboard’s buttons', () => {
    show(<Room start={prices} />);
    fireEvent.click(screen.getByRole('button', { name: 'Move With the owner up' }));
    expect(order()).toBe('draft with-owner in-review approved');
    fireEvent.click(screen.getByRole('button', { name: 'Add a stage' }));
    expect(order()).toBe('draft with-owner in-review new-stage approved');
    fireEvent.click(screen.getByText('With the owner'));
    fireEvent.click(screen.getByRole('button', { name: 'Remove With the owner' }));
    expect(order()).toBe('draft in-review new-stage approved');
    expect(screen.getByRole('button', { name: 'Move Draft up' }).getAttribute('aria-disabled')).toBe('true');
  });

  it('says at a decision that something in it does not work', () => {
    show(<Room start={prices} />);
    expect(screen.getByText('1 thing does not work')).toBeTruthy();
  });
});
