import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import * as words from '../../../../src/brand/morphology/en/words';
import { formsOf } from '../../../../src/brand/morphology/forms';

const folder = join(__dirname, '../../../../node_modules/dictionary-en');
type Speller = (affixes: Buffer, words: Buffer) => { correct(word: string): boolean };
const nspell = createRequire(__filename)('nspell') as Speller;
const dictionary = nspell(readFileSync(join(folder, 'index.aff')), readFileSync(join(folder, 'index.dic')));

/** Right, and not in this dictionary, which is American. */
const known = new Set(['travelling', 'travelled', 'prototyped']);

test('every English form that is made of the words we know is in the dictionary', () => {
  const bases = [words.compared, words.verbs, words.verbsAndNouns].flatMap((set) => [...set]);
  const irregular = [words.irregularVerbs, words.irregularNouns, words.irregularAdjectives].flatMap((table) => [...table.keys()]);
  const made = [...bases, ...irregular].flatMap((word) => (dictionary.correct(word) ? formsOf(word, 'en') : []));
  const strange = made.filter((form) => !form.includes(' ') && !dictionary.correct(form) && !known.has(form));
  expect(made.length).toBeGreaterThan(2_000);
  expect(strange).toEqual([]);
}); // prettier-ignore
