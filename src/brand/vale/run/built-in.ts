import type { RuleHead, ValeRule, Vocabulary } from '../schema';

const head = (name: string, message: string): RuleHead => ({
  name,
  styleName: 'Vale',
  file: 'Vale',
  message,
  level: 'error',
  scope: ['text'],
  link: null,
  description: null,
  limit: 0,
  action: null,
  hidden: false,
  tests: [],
});

/** The rules of the style `Vale`: vocabularies, spelling, and words that stand twice. */
export function builtInRules(
  { accept, reject }: Vocabulary,
  wordLists: readonly string[],
): readonly ValeRule[] {
  const rules: ValeRule[] = [
    {
      ...head('Vale.Repetition', "'%s' is repeated!"),
      action: { name: 'edit', params: ['truncate', ' '] },
      extends: 'repetition',
      tokens: ['[^\\s.!?]+'],
      exceptions: [],
      max: 0,
      ignorecase: true,
      alpha: true,
      vocab: true,
    },
    {
      ...head('Vale.Spelling', "Did you really mean '%s'?"),
      action: { name: 'suggest', params: ['spellings'] },
      extends: 'spelling',
      dictionaries: [],
      ignore: wordLists,
      filters: [],
      exceptions: [],
      dicpath: '',
      aff: '',
      dic: '',
      custom: false,
      append: false,
      threshold: 0,
    },
  ];
  if (accept.length > 0)
    rules.push({
      ...head('Vale.Terms', "Use '%s' instead of '%s'."),
      extends: 'substitution',
      swap: accept.map((term) => [term.toLowerCase(), term] as const),
      exceptions: [],
      ignorecase: true,
      nonword: false,
      vocab: false,
      capitalize: false,
      matchcase: false,
      pos: '',
    });
  if (reject.length > 0)
    rules.push({
      ...head('Vale.Avoid', "Avoid using '%s'."),
      extends: 'existence',
      tokens: reject,
      raw: [],
      exceptions: [],
      append: false,
      ignorecase: false,
      nonword: false,
      vocab: true,
    });
  return rules;
}
