import type { Missing } from '../../../src/governance/signoff/answer';
import type { SignOffWords } from '../../../src/governance/signoff/words/shape';
import type { Shown } from '../../services/governance/signoff/desk';
import { html, safe, type Html } from '../html';

type Page = Extract<Shown, { kind: 'page' }>;

const idOf: Readonly<Record<Missing, string>> = {
  decision: 'buttons',
  confirm: 'confirm',
  comment: 'comment',
  checklist: 'point-0',
};

const missingOf = ({ trouble }: Page): readonly Missing[] =>
  trouble?.kind === 'missing' ? trouble.fields : [];

/** What was ticked for another version does not count for this one. */
const isKept = ({ trouble }: Page): boolean => trouble?.kind !== 'changed';

/** Why the press did not count, at the top of the page and where the focus is. */
export function troubleLook(page: Page, words: SignOffWords): Html | null {
  const { trouble } = page;
  if (trouble === null) return null;
  const inner =
    trouble.kind === 'missing'
      ? html`<ul>
          ${trouble.fields.map((field) => html`<li><a href="#${idOf[field]}">${words.missing[field]}</a></li>`)}
        </ul>`
      : html`<p>${sentenceOf(trouble, page, words)}</p>`;
  return html`<div class="problems" role="alert" tabindex="-1" autofocus>
    <h2>${words.problems}</h2>
    ${inner}
  </div>`;
}

function sentenceOf(trouble: NonNullable<Page['trouble']>, { view }: Page, words: SignOffWords): string {
  switch (trouble.kind) {
    case 'again':
      return words.pressAgain;
    case 'changed':
      return words.changedWhileOpen;
    case 'missing':
      return '';
    case 'refused': {
      const { code } = trouble.problem;
      if (code === 'review.four-eyes' || code === 'review.not-possible' || code === 'review.voted-already')
        return words.cannot[code];
      return view.onlyComments ? words.onlyComment : trouble.problem.message;
    }
  }
}

/**
 * The answer: a tick that says that everything was read, words, and a button for each thing that the person may do. The form goes
 * to an address of its own, because a browser puts the focus on no message while a `#` names another place.
 */
export function answerForm(page: Page, words: SignOffWords): Html {
  const { view, token, posted } = page;
  const missing = missingOf(page);
  const approve = view.approve?.disabledReason === null ? view.approve : null;
  const change = view.requestChanges?.disabledReason === null ? view.requestChanges : null;
  const votes = view.approve?.votes;
  return html`<section aria-labelledby="answer">
    <h2 id="answer" tabindex="-1">${words.answer}</h2>
    ${votes && votes.needed > 1 ? html`<p>${words.votes(votes)}</p>` : null}
    ${approve ? null : html`<p>${cannotOf(page, words)}</p>`}
    <form method="post" action="?answer">
      <input type="hidden" name="page" value="${token}" />
      ${approve && approve.checklist.length > 0 ? checklist(approve.checklist, page, words) : null}
      ${
        approve
          ? tick(
              'confirm',
              'confirm',
              'yes',
              words.confirm,
              isKept(page) && posted?.confirm === 'yes',
              missing.includes('confirm') ? words.missing.confirm : null,
            )
          : null
      }
      <label class="over" for="comment">${words.comment}</label>
      <p class="soft" id="comment-hint">${words.commentHint}</p>
      ${wrong('comment', missing.includes('comment') ? words.missing.comment : null)}
      <textarea
        id="comment"
        name="comment"
        maxlength="2000"
        ${missing.includes('comment') ? safe('aria-invalid="true" aria-describedby="comment-hint comment-wrong"') : safe('aria-describedby="comment-hint"')}
      >
${posted?.comment ?? ''}</textarea>
      ${wrong('buttons', missing.includes('decision') ? words.missing.decision : null)}
      <div class="buttons" id="buttons">
        ${approve ? html`<button class="first" name="decision" value="approve">${words.buttons.approve}</button>` : null}
        ${change ? html`<button name="decision" value="request-changes">${words.buttons['request-changes']}</button>` : null}
        <button class="light" name="decision" value="comment">${words.buttons.comment}</button>
      </div>
    </form>
  </section>`;
}

function cannotOf({ view }: Page, words: SignOffWords): string {
  if (view.onlyComments) return words.onlyComment;
  return words.cannot[view.approve?.disabledCode ?? 'review.not-possible'];
}

const checklist = (points: readonly string[], page: Page, words: SignOffWords): Html => {
  const isOpen = missingOf(page).includes('checklist');
  return html`<fieldset>
    <legend>${words.checklist}</legend>
    ${wrong('checklist', isOpen ? words.missing.checklist : null)}
    ${points.map((point, index) => {
      const isTicked = isKept(page) && page.posted?.checklist.includes(point) === true;
      return tick(`point-${index}`, 'checklist', point, point, isTicked, isOpen && !isTicked ? '' : null);
    })}
  </fieldset>`;
};

/** `error`: null where nothing is wrong; empty where the sentence stands elsewhere. */
const tick = (
  id: string,
  name: string,
  value: string,
  label: string,
  isTicked: boolean,
  error: string | null,
): Html =>
  html`${wrong(id, error || null)}<label class="tick" for="${id}"
      ><input
        type="checkbox"
        id="${id}"
        name="${name}"
        value="${value}"
        ${isTicked ? safe(' checked') : null}${error === null ? null : html` aria-invalid="true"`}${error ? html` aria-describedby="${id}-wrong"` : null}
      /><span>${label}</span></label
    >`;

const wrong = (id: string, text: string | null): Html | null =>
  text === null ? null : html`<p class="wrong" id="${id}-wrong">${text}</p>`;
