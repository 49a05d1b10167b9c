import type { Room } from '../shorten';
import { filters } from './filters/filters';
import { fitted, type Piece } from './fit';
import type { Applied, Operand, Placeholder, Segment, Value } from './language';
import { parseTemplate } from './parse';
import { valueOf } from './placeholders';
import type { CopySource } from './schema';

/** One part of a copy, as its template makes it of the entry, shortened to the room that it has. Never throws: what is wrong in the template is left out. */
export function renderPart(template: string, source: CopySource, room: Room = {}): string {
  const lines = parseTemplate(template).lines.map((line) => line.map((segment) => pieceOf(segment, source)));
  return fitted(lines, room, source.locale);
}

function pieceOf(segment: Segment, source: CopySource): Piece {
  if (segment.kind === 'words') return { kind: 'words', text: segment.words };
  const { text, ...value } = filled(segment, source);
  return { ...value, kind: 'filled', text: text.trim() === '' ? '' : text };
}

const filled = ({ chain, filters: list }: Placeholder, source: CopySource): Value =>
  list.reduce<Value>(
    (value, one) => filters.get(one.name)?.apply(value, givenOf(one, source), source.locale) ?? value,
    firstOf(
      chain,
      source,
      list.some(({ name }) => name === 'lines'),
    ),
  );

const givenOf = (applied: Applied, source: CopySource): (string | number)[] =>
  applied.arguments.map((one) =>
    one.kind === 'number' ? one.value : firstOf(one.chain, source, false).text,
  );

/** The first of a chain that is not empty. */
function firstOf(chain: readonly Operand[], source: CopySource, keepsLines: boolean): Value {
  for (const operand of chain) {
    const value = valueIn(operand, source, keepsLines);
    if (value.text !== '') return value;
  }
  return { text: '', isWhole: false };
}

function valueIn(operand: Operand, source: CopySource, keepsLines: boolean): Value {
  if (operand.kind === 'words') return { text: operand.words, isWhole: false };
  const value = valueOf(operand.name, source);
  const isKept = keepsLines || operand.name === 'body';
  return { ...value, text: (isKept ? value.text : value.text.replace(/\p{White_Space}+/gu, ' ')).trim() };
}
