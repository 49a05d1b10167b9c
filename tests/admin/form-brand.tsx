import { useState } from 'react';
import { BrandFindings } from '../../admin/panels/brand-findings';
import { brandKit } from '../../src/brand/schema';
import type { CheckFormAnswer, WaiverPolicy } from '../../src/brand/findings/schema';
import type { Finding } from '../../src/brand/schema';
import type { EntryDocument } from '../../src/content/schema';
import type { BrandContext } from '../../src/governance/schema';
import { show } from './stage';

const text = { type: 'string' } as const;

export const context: BrandContext = {
  brand: 'main',
  kit: brandKit.parse({
    terms: [
      { avoid: 'cheap', prefer: 'fair-priced', reason: 'People have wages.', severity: 'error' },
      { avoid: 'yummy', prefer: 'good', severity: 'suggestion' },
    ],
  }),
  model: {
    uid: 'api::article.article',
    kind: 'collectionType',
    displayName: 'Article',
    draftAndPublish: true,
    localized: false,
    attributes: { title: text, summary: { type: 'text' }, body: { type: 'blocks' } },
  },
  components: {},
  roles: { title: 'title', summary: 'summary', body: 'body', cover: null, slug: null, canonicalUrl: null },
  governed: true,
};

/** A finding that only a server can make. */
export const misspelt = (field: string, start: number, quote: string): Finding => ({
  rule: 'spelling',
  severity: 'warning',
  message: `“${quote}” is not in the dictionary.`,
  place: { field, start, end: start + quote.length },
  quote,
  fix: null,
});

export interface Request {
  readonly path: string;
  readonly method: string;
  readonly body: unknown;
}

/** Answers as the server would; notes what was asked. `answer` may change while the test goes on. */
export function server(
  answer: Partial<CheckFormAnswer> = {},
  policy: WaiverPolicy = { approveErrors: true, longestDays: null },
) {
  const asked: Request[] = [];
  const state = { answer, isDown: false };
  globalThis.fetch = (async (url: unknown, init?: RequestInit) => {
    const path = String(url).replace('http://cms.test/presence', '');
    asked.push({
      path,
      method: init?.method ?? 'GET',
      body: JSON.parse(String(init?.body ?? 'null')) as unknown,
    });
    const empty = { findings: [], waivers: [], baseline: [] };
    const said =
      path === '/brand/check-form'
        ? { ...empty, ...state.answer }
        : path === '/brand/waiver-policy'
          ? policy
          : {};
    if (state.isDown)
      return {
        ok: false,
        status: 500,
        json: async () => ({ error: { message: 'Down.' } }),
      } as Response;
    return { ok: true, status: 200, json: async () => said } as Response;
  }) as typeof fetch;
  return {
    state,
    to: (path: string) => asked.filter((each) => each.path === path).map(({ body }) => body),
  };
}

let form: { readonly set: (values: EntryDocument) => void; values: EntryDocument };

function Form({ start, documentId }: { start: EntryDocument; documentId: string | null }) {
  const [values, set] = useState(start);
  form = { values, set };
  return (
    <main>
      {(['title', 'summary'] as const).map((name) => (
        <div key={name}>
          <textarea
            name={name}
            aria-label={name}
            value={String(values[name] ?? '')}
            onChange={(event) => set({ ...values, [name]: event.target.value })}
          />
        </div>
      ))}
      <BrandFindings
        context={{ value: context }}
        reader={{ id: '1', mayWaive: true }}
        form={{ uid: 'api::article.article', documentId, locale: 'en' }}
        values={values}
        version="1"
        change={(name, value) => set((before) => ({ ...before, [name]: value }))}
      />
    </main>
  );
}

/** The panel beside a form that somebody writes in. */
export function showForm(start: EntryDocument, documentId: string | null = 'd1') {
  sessionStorage.clear();
  show(<Form start={start} documentId={documentId} />);
  return {
    get values() {
      return form.values;
    },
    write: (values: EntryDocument) => form.set({ ...form.values, ...values }),
  };
}
