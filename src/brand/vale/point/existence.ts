import type { RuleOf } from '../schema';
import { alternationOf } from '../finder/alternation';
import { exceptionsOf } from '../finder/exceptions';
import type { FinderReading } from '../finder/found';
import { template, type Surroundings } from '../finder/surroundings';

/** Finds each of the tokens. */
export function existence(rule: RuleOf<'existence'>, around: Surroundings): FinderReading {
  const tokens = rule.tokens.filter((token) => token.trim() !== '');
  const isWord = !rule.nonword && rule.tokens.length > 0;
  const raw = rule.raw.join('');
  const frame = (joined: string) => {
    const own = template(isWord, around, joined);
    return `${rule.ignorecase ? '(?i)' : ''}${rule.append ? `${own}${raw}` : `${raw}${own}`}`;
  };
  const reading = alternationOf(tokens, frame, false);
  if (!reading.ok)
    return {
      ok: false,
      key: reading.option === null && raw !== '' ? 'raw' : 'tokens',
      message: reading.message,
    };
  const useVocab = rule.vocab && !rule.nonword;
  const exceptions = exceptionsOf(rule.exceptions, useVocab ? around.accepted : []);
  const alternation = reading.value;
  return {
    ok: true,
    value: {
      hints: alternation.hints,
      growth: alternation.growth,
      find: (text, _memory, _measures, among) =>
        alternation
          .all(text, among)
          .filter(
            ({ start, end, text: match }) =>
              !exceptions.covers(match.trim()) && !exceptions.surrounds(text, start, end),
          )
          .map(({ start, end, text: match }) => ({ start, end, match, values: [match] })),
    },
  };
}
