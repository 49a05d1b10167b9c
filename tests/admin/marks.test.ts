import { blocksEditorOf, nodeAt, rangeIn } from '../../admin/components/marks/blocks-editor';
import { markdownEditorOf, offsetIn } from '../../admin/components/marks/markdown-editor';
import { painterOfForm } from '../../admin/components/marks/painter';

/** Text as Slate draws it: strings in leaves, and a zero-width one where there is none. */
const leaf = (...strings: readonly string[]) =>
  `<span data-slate-node="text">${strings
    .map((text) =>
      text === ''
        ? '<span data-slate-leaf="true"><span data-slate-zero-width="n">\ufeff</span></span>'
        : `<span data-slate-leaf="true"><span data-slate-string="true">${text}</span></span>`,
    )
    .join('')}</span>`;
// Strapi puts its handles for dragging around elements.
const element = (tag: string, ...children: readonly string[]) =>
  `<div class="drag"><button>Drag</button><${tag} data-slate-node="element">${children.join('')}</${tag}></div>`;
const editor = (...children: readonly string[]) =>
  `<div data-slate-editor="true" data-slate-node="value">${children.join('')}</div>`;

const text = (value: string) => ({ type: 'text', text: value });
const block = (type: string, ...children: readonly unknown[]) => ({ type, children });

const page = (...parts: readonly string[]) => {
  document.body.innerHTML = `<main>${parts.join('')}</main>`;
  return [...document.querySelectorAll('[data-slate-editor]')];
};

describe('a passage in Strapi’s Blocks editor', () => {
  const list = element(
    'ul',
    element('li', leaf('First')),
    element('li', leaf('A '), element('a', leaf('cheap bun')), leaf('')),
  );

  it('is found by the indexes of its place, whatever the editor wraps around', () => {
    const [root] = page(editor(element('p', leaf('Hello')), list));
    const found = nodeAt(root!, [1, 1, 1, 0]);
    expect(rangeIn(found!, { start: 0, end: 5 }, 'cheap')?.toString()).toBe('cheap');
    expect(nodeAt(root!, [1, 5])).toBeNull();
  });

  it('may run over several strings of one leaf, as in coloured code', () => {
    const [root] = page(editor(element('pre', leaf('let ', 'cheap', ' = 1;'))));
    expect(rangeIn(nodeAt(root!, [0, 0])!, { start: 2, end: 9 }, 't cheap')?.toString()).toBe('t cheap');
  });

  it('is not marked where the page says something else by now', () => {
    const [root] = page(editor(element('p', leaf('Hello'))));
    expect(rangeIn(nodeAt(root!, [0, 0])!, { start: 0, end: 5 }, 'Hallo')).toBeNull();
    expect(rangeIn(nodeAt(root!, [0, 0])!, { start: 2, end: 2 }, '')).toBeNull();
  });
});

describe('the editor of a field', () => {
  const one = [block('paragraph', text('One')), block('paragraph', text('Same'))];
  const two = [block('paragraph', text('Two')), block('paragraph', text('Same'))];

  it('is the one that says what the field holds, each for one field', () => {
    const [first, second] = page(
      editor(element('p', leaf('One')), element('p', leaf('Same'))),
      editor(element('p', leaf('Two')), element('p', leaf('Same'))),
    );
    expect(blocksEditorOf(two, new Set())).toBe(second);
    expect(blocksEditorOf(one, new Set())).toBe(first);
    expect(blocksEditorOf(one, new Set([first!]))).toBe(second);
  });

  it('is still found while it is being typed in', () => {
    const [only] = page(editor(element('p', leaf('One more word'))));
    expect(blocksEditorOf([block('paragraph', text('One'))], new Set())).toBe(only);
    expect(blocksEditorOf('One', new Set())).toBeNull();
  });

  it('of Markdown is found by its text; line breaks count once', () => {
    page('<div class="CodeMirror" id="a"></div>', '<div class="CodeMirror" id="b"></div>');
    const hold = (id: string, value: string) =>
      Object.assign(document.getElementById(id)!, {
        CodeMirror: { getValue: () => value, markText: () => ({ clear: () => undefined }) },
      });
    hold('a', 'Other');
    const wanted = hold('b', 'A\ncheap bun');
    expect(markdownEditorOf('A\r\ncheap bun', new Set())).toBe(wanted);
    expect(markdownEditorOf('Gone', new Set())).toBeNull();
    expect(offsetIn('A\r\ncheap bun', 3)).toBe(2);
  });
});

describe('a browser that cannot paint ranges', () => {
  it('still leads to the passage in Blocks and selects it', () => {
    page(editor(element('p', leaf('Our cheap loaf'))));
    const values = { body: [block('paragraph', text('Our cheap loaf'))] };
    const passage = {
      place: { field: 'body', block: [0, 0], start: 4, end: 9 },
      quote: 'cheap',
      severity: 'error' as const,
    };
    const painter = painterOfForm();
    painter.paint([passage], values);
    painter.spotOf(passage, values)?.show();
    expect(getSelection()?.toString()).toBe('cheap');
    painter.clear();
  });
});
