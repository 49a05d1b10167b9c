import { useState } from 'react';
import { TextBox, TextLine } from '../../../../components/input';

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((line, index) => line === b[index]);

/** A list of words or phrases, one a line. Keeps the line that is being written, also while it is empty. */
export function Lines({
  value,
  change,
  ...frame
}: {
  readonly value: readonly string[];
  readonly change: (value: string[]) => void;
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly rows?: number;
}) {
  const [text, setText] = useState(value.join('\n'));
  const shown = isSame(linesOf(text), value) ? text : value.join('\n');
  return (
    <TextBox
      {...frame}
      value={shown}
      change={(next) => {
        setText(next);
        change(linesOf(next));
      }}
    />
  );
}

/** A number as a person types it; `factor` shows a share as per cent. */
export function NumberLine({
  value,
  change,
  factor = 1,
  ...frame
}: {
  readonly value: number;
  readonly change: (value: number) => void;
  readonly factor?: number;
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
}) {
  const numberOf = (typed: string): number => Math.round((Number(typed) / factor) * 1e6) / 1e6;
  const textOf = (number: number): string => String(Math.round(number * factor * 1e4) / 1e4);
  const [text, setText] = useState(textOf(value));
  return (
    <TextLine
      {...frame}
      type="number"
      value={numberOf(text) === value ? text : textOf(value)}
      change={(next) => {
        setText(next);
        change(numberOf(next));
      }}
    />
  );
}
