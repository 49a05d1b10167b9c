import { useState } from 'react';
import { fireEvent, screen } from '@testing-library/react';
import { TextBox } from '../../admin/components/input';
import { show, staged } from './stage';

const box = () => screen.getByLabelText<HTMLTextAreaElement>('Text');
const taken = () => screen.getByLabelText('Taken').textContent;
const type = (value: string) => fireEvent.change(box(), { target: { value } });

function Written({ take = (text) => text }: { take?: (text: string) => string }) {
  const [text, setText] = useState('Rye');
  return (
    <>
      <TextBox label="Text" value={text} change={(next) => setText(take(next))} />
      <output aria-label="Taken">{text}</output>
      <button onClick={() => setText('Wheat')}>Derive</button>
    </>
  );
}

describe('a box of text', () => {
  it('shows what it is given, takes what is typed, and follows what comes from elsewhere', () => {
    show(<Written />);
    expect(box().value).toBe('Rye');
    type('Rye!');
    expect([box().value, taken()]).toEqual(['Rye!', 'Rye!']);
    fireEvent.click(screen.getByRole('button', { name: 'Derive' }));
    expect(box().value).toBe('Wheat');
    type('Wheat bread');
    expect([box().value, taken()]).toEqual(['Wheat bread', 'Wheat bread']);
  });

  it.each<[string, (text: string) => string, string]>([
    ['as it was', () => 'Rye', 'Rye'],
    ['cut short', (text) => text.slice(0, 5), 'Rye b'],
  ])('shows what was taken of it: %s', (_, take, shown) => {
    show(<Written take={take} />);
    type('Rye bread');
    expect(box().value).toBe(shown);
    // Typed once more, it is asked about once more.
    type('Rye bread');
    expect(box().value).toBe(shown);
  });

  it('leaves the page around it alone while somebody types', () => {
    const { rerender } = show(<TextBox label="Text" value="Rye" change={() => undefined} />);
    const seen = new MutationObserver(() => undefined);
    seen.observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true });
    fireEvent.input(box(), { target: { value: 'Rye!' } });
    rerender(staged(<TextBox label="Text" value="Rye!" change={() => undefined} />));
    expect(box().value).toBe('Rye!');
    expect(seen.takeRecords()).toEqual([]);
    seen.disconnect();
  });
});
