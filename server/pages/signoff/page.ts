import { leftText, momentText, signOffWords, versionText } from '../../../src/governance/signoff/words';
import type { SignOffWords } from '../../../src/governance/signoff/words/shape';
import type { Closed, Shown } from '../../services/governance/signoff/desk';
import type { SignOffView } from '../../services/governance/signoff/view';
import { html, type Html } from '../html';
import { changesLook } from './changes';
import { answerForm, troubleLook } from './form';
import { framed, pageHeaders } from './frame';
import { copiesLook, entryLook, picturesOf } from './look';

/** What all pages know of the house. */
export interface House {
  readonly brand: string;
  /** Address of Strapi, where its pictures lie. */
  readonly base: string;
  /** IANA zone of the business. */
  readonly zone: string;
  readonly now: number;
  /** Of the reader's browser, for pages of no link. */
  readonly language: string;
}

/** A page with its status and headers. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

type Page = Extract<Shown, { kind: 'page' }>;

const statusOf: Readonly<Record<Closed, number>> = {
  unknown: 404,
  limited: 429,
  expired: 410,
  revoked: 410,
  settled: 410,
  withdrawn: 410,
  replaced: 410,
  gone: 410,
};

/** What somebody without a seat sees; `said`: their comment was just taken. */
export function signOffPage(shown: Exclude<Shown, { kind: 'done' }>, house: House, said: boolean): Answer {
  switch (shown.kind) {
    case 'page':
      return openPage(shown, house, said);
    case 'receipt':
      return receipt(shown, house);
    case 'closed': {
      const words = signOffWords(shown.language ?? house.language);
      const title = words.closedTitle[shown.why];
      const main = html`<h1>${title}</h1>
        <section><p>${words.closed[shown.why]}</p></section>`;
      return answer(statusOf[shown.why], framed(words, house.brand, title, main), []);
    }
  }
}

const answer = (status: number, body: string, pictures: readonly string[]): Answer => ({
  status,
  headers: pageHeaders(pictures),
  body,
});

function openPage(page: Page, house: House, said: boolean): Answer {
  const { view, trouble } = page;
  const { link } = view;
  const words = signOffWords(link.language);
  const moment = (at: number): string => momentText(at, link.language, house.zone);
  const left = leftText(link.expiresAt - house.now, words);
  const title = words.heading(view.title);
  const main = html`${troubleLook(page, words)}
    <h1>${title}</h1>
    ${said ? html`<p class="note" role="status">${words.commented}</p>` : null}
    <p>${words.asks(link.askedBy.name, link.name)} ${words.until(moment(link.expiresAt), left)}</p>
    ${link.message === '' ? null : html`<blockquote>${link.message}</blockquote>`}
    ${view.seal === link.seal ? null : html`<p class="note">${words.changedSinceMail}</p>`}
    <p><a href="#answer">${words.skip}</a></p>
    ${changesLook(view, words, moment)} ${entryLook(view, words, house.base)}
    ${copiesLook(view, words, house.base)} ${findings(view, words)} ${saidLook(view, words, moment)}
    ${answerForm(page, words)}`;
  const head = trouble === null ? title : `${words.problems}: ${title}`;
  const status = trouble === null ? 200 : trouble.kind === 'missing' || trouble.kind === 'again' ? 422 : 409;
  return answer(status, framed(words, house.brand, head, main), picturesOf(view, house.base));
}

/** The sentences of the brand check are English. */
const findings = ({ findings: list }: SignOffView, words: SignOffWords): Html =>
  html`<section aria-labelledby="findings">
    <h2 id="findings">${words.findings}</h2>
    ${
      list.length === 0
        ? html`<p>${words.noFindings}</p>`
        : html`<ul class="list">
            ${list.map(
              ({ severity, message, quote }) =>
                html`<li class="${severity}">
                  <strong>${words.severity[severity]}</strong
                  >${quote === '' ? null : html`: “${quote}”`}<br /><span lang="en">${message}</span>
                </li>`,
            )}
          </ul>`
    }
  </section>`;

const saidLook = ({ said }: SignOffView, words: SignOffWords, moment: (at: number) => string): Html | null =>
  said.length === 0
    ? null
    : html`<section aria-labelledby="said">
        <h2 id="said">${words.talk}</h2>
        <ul class="list">
          ${said.map(({ name, at, text }) => html`<li><strong>${name}</strong> <span class="soft">${moment(at)}</span><br />${text}</li>`)}
        </ul>
      </section>`;

function receipt({ link, title, isReused }: Extract<Shown, { kind: 'receipt' }>, house: House): Answer {
  const words = signOffWords(link.language);
  const kind = link.end === 'request-changes' ? 'request-changes' : 'approve';
  const head = words.done[kind];
  const main = html`<h1>${head}</h1>
    <section aria-labelledby="receipt">
      <h2 id="receipt">${words.receipt}</h2>
      <p>${words.doneText[kind](title)}</p>
      <dl>
        <dt>${words.receiptWhat}</dt>
        <dd>${words.buttons[kind]}</dd>
        <dt>${words.receiptWhen}</dt>
        <dd>${momentText(link.endedAt ?? link.askedAt, link.language, house.zone)}</dd>
        <dt>${words.receiptVersion}</dt>
        <dd>
          ${versionText(link.decidedSeal ?? '')}<br /><span class="soft">${words.receiptVersionHint}</span>
        </dd>
        ${
          link.comment
            ? html`<dt>${words.receiptComment}</dt>
                <dd>${link.comment}</dd>`
            : null
        }
      </dl>
      <p class="soft">${words.closeNow}</p>
    </section>`;
  return answer(isReused ? 409 : 200, framed(words, house.brand, head, main), []);
}
