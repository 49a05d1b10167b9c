import { act, screen } from '@testing-library/react';
import { gatedPublish } from '../../admin/panels/publish-action';
import type { EntryPanel } from '../../src/governance/review/schema';
import { show } from './stage';

type Action = Parameters<typeof gatedPublish>[0];
type Props = Parameters<Action>[0];

const publish: Action = () => ({ label: 'Publish', onClick: () => undefined });
publish.type = 'publish';
publish.position = ['panel', 'preview'];
const Gated = gatedPublish(publish);

function Sample({ document }: { document: Props['document'] }) {
  const action = Gated({
    activeTab: 'draft',
    collectionType: 'collection-types',
    model: 'api::article.article',
    ...(document ? { document, documentId: String(document['documentId']) } : {}),
  });
  return <button disabled={action?.disabled ?? false}>{action?.label}</button>;
}

/** A server that knows one governed type, and entries in the stage that their id says. */
function serve() {
  const asked: string[] = [];
  globalThis.fetch = (async (url: unknown) => {
    const address = new URL(String(url));
    asked.push(address.pathname);
    const stage = address.searchParams.get('documentId')?.replace(/\d/g, '');
    const panel: Partial<EntryPanel> = {
      uid: 'api::article.article',
      documentId: address.searchParams.get('documentId') ?? '',
      locale: null,
      governed: true,
      stage: stage ?? '',
      blockers: [],
    };
    const body = address.pathname === '/presence/entry' ? panel : { governed: true };
    return { ok: true, status: 200, json: async () => body } as Response;
  }) as typeof fetch;
  return asked;
}

const entry = (documentId: string): Props['document'] =>
  ({ id: 1, documentId, locale: null, updatedAt: documentId }) as unknown as Props['document'];

describe('the Publish button of a governed type', () => {
  it.each([
    ['is grey while the entry is a draft', entry('draft1'), 'Needs approval', true],
    ['is Strapi’s own once the entry is approved', entry('approved1'), 'Publish', false],
    ['is grey for an entry that was never saved', undefined, 'Save and submit first', true],
  ])('%s', async (_, document, label, isDisabled) => {
    serve();
    await act(async () => void show(<Sample document={document} />));
    const button = await screen.findByRole<HTMLButtonElement>('button', { name: label });
    expect(button.disabled).toBe(isDisabled);
  });

  it('stays where the Content Manager looks for it', () => {
    expect(Gated.type).toBe('publish');
    expect(Gated.position).toEqual(['panel', 'preview']);
  });
});
