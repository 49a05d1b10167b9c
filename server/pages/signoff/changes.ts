import type { CopyDifference, FieldDifference, TextPart } from '../../../src/governance/difference/schema';
import type { SignOffWords } from '../../../src/governance/signoff/words/shape';
import type { SignOffView } from '../../services/governance/signoff/view';
import { html, type Html } from '../html';

/** More than this would hide the entry itself. */
const mostLines = 40;

/** What is different since the version that the person knows. */
export function changesLook(
  { changes }: SignOffView,
  words: SignOffWords,
  moment: (at: number) => string,
): Html {
  const frame = (inner: Html): Html =>
    html`<section aria-labelledby="changes">
      <h2 id="changes">${words.changes}</h2>
      ${inner}
    </section>`;
  if (changes === null) return frame(html`<p>${words.firstTime}</p>`);
  const since = html`<p>${words.changesSince(moment(changes.since), changes.isOwn)}</p>`;
  const lines = [
    ...changes.fields.flatMap((field) => fieldLines(field, words)),
    ...changes.copies.flatMap((copy) => copyLines(copy, words)),
  ];
  if (lines.length === 0)
    return frame(
      html`${since}
        <p>${words.noChanges}</p>`,
    );
  const more = lines.length - mostLines;
  return frame(
    html`${since}
      <ul class="list">
        ${lines.slice(0, mostLines).map((line) => html`<li>${line}</li>`)}
      </ul>
      ${more > 0 ? html`<p>${words.moreChanges(more)}</p>` : null}`,
  );
}

function copyLines(copy: CopyDifference, words: SignOffWords): Html[] {
  if (copy.change === 'same' || copy.change === 'removed') return [];
  return [
    html`<p>${words.copyChanged(copy.name)}</p>`,
    ...(copy.change === 'changed' ? copy.fields.flatMap((field) => fieldLines(field, words)) : []),
  ];
}

/** `sections[1].metaTitle` as a person reads it: `Sections 2 › Meta title`. */
const nameOf = (field: string): string =>
  field
    .split('.')
    .map((part) =>
      part
        .replace(/\[(\d+)\]/g, (_, index: string) => ` ${Number(index) + 1}`)
        .replace(/([a-z])([A-Z])/g, (_, end: string, start: string) => `${end} ${start.toLowerCase()}`)
        .replace(/[_-]+/g, ' '),
    )
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join(' › ');

function fieldLines(difference: FieldDifference, words: SignOffWords): Html[] {
  const name = html`<strong>${nameOf(difference.field)}</strong>`;
  const line = (label: string, text: string): Html => html`<p>${name}: ${label} ${text}</p>`;
  switch (difference.kind) {
    case 'text':
      if (difference.formOnly) return [html`<p>${name}: ${words.formOnly}</p>`];
      return difference.pieces
        .filter(({ change }) => change !== 'same')
        .map(({ parts }) => html`<p>${name}: ${parts.map((part) => partOf(part, words))}</p>`);
    case 'value':
      return [
        html`<p>
          ${name}:
          ${[
            ...(difference.before === null
              ? []
              : [partOf({ change: 'removed', text: difference.before }, words)]),
            ...(difference.after === null
              ? []
              : [partOf({ change: 'added', text: difference.after }, words)]),
          ]}
        </p>`,
      ];
    case 'media':
      return [
        ...difference.files.flatMap(({ change, before, after }) => {
          if (change === 'added') return [line(words.added, titleOf(after))];
          if (change === 'removed') return [line(words.removed, titleOf(before))];
          if (change === 'changed')
            return [
              html`<p>
                ${name}:
                ${[
                  partOf({ change: 'removed', text: titleOf(before) }, words),
                  partOf({ change: 'added', text: titleOf(after) }, words),
                ]}
              </p>`,
            ];
          return [];
        }),
        ...(difference.moved ? [html`<p>${name}: ${words.moved}</p>`] : []),
      ];
    case 'relation':
      return [
        ...difference.targets
          .filter(({ change }) => change !== 'same')
          .map(({ change, name: target, documentId }) =>
            line(change === 'added' ? words.added : words.removed, target ?? documentId),
          ),
        ...(difference.moved ? [html`<p>${name}: ${words.moved}</p>`] : []),
      ];
    case 'component':
      return [html`<p>${name}: ${words[difference.change]}</p>`];
  }
}

const titleOf = (file: { readonly alt: string | null; readonly name: string } | null): string =>
  file === null ? '' : file.alt || file.name;

/** What came and what went, also for those who do not see colours. */
function partOf({ change, text }: TextPart, words: SignOffWords): Html {
  if (change === 'added') return html`<ins><span class="hidden">${words.added}: </span>${text}</ins>`;
  if (change === 'removed') return html`<del><span class="hidden">${words.removed}: </span>${text}</del>`;
  return html`${text}`;
}
