import type { CodeEntry } from './entry';

/** What can be wrong with a rule pack and its files. */
export const packCodes = {
  'pack.zip-broken': {
    category: 'invalid',
    means: 'The file is not a zip archive, or it is damaged. Pack the folder of the style again.',
  },
  'pack.zip-unsafe': {
    category: 'invalid',
    means:
      'The archive has a file that would leave its folder: an absolute path, a path with `..`, or a link. Pack it again without it.',
  },
  'pack.zip-too-large': {
    category: 'too-large',
    means:
      'The archive unpacks to more than 20 MB or 2,000 files, or to far more than its size. Leave out what is no rule.',
  },
  'pack.empty': {
    category: 'invalid',
    means:
      'The pack has no rule that can be read. Its rules are files that end with .yml in the folder of a style.',
  },
  'pack.yaml-broken': {
    category: 'invalid',
    means:
      'A file of the pack is not YAML that can be read. The message says where; the other files were taken.',
  },
  'pack.key-missing': {
    category: 'invalid',
    means:
      'A rule lacks a key that it needs, such as `extends` or `message`. Add it and import the pack again.',
  },
  'pack.key-unknown': {
    category: 'invalid',
    means:
      'A rule has a key that its kind does not know, often a typing error. Vale refuses such a file too; correct or remove the key.',
  },
  'pack.value-invalid': {
    category: 'invalid',
    means:
      'A key of a rule, or of .vale.ini, has a value that it cannot have. The message says what is wanted.',
  },
  'pack.pattern-broken': {
    category: 'invalid',
    means:
      'A pattern of a rule cannot be read. The message says what is wrong in it; the other rules were taken.',
  },
  'pack.script-refused': {
    category: 'invalid',
    means: 'Rules that are programs (`extends: script`) are not run here. Write the rule with another kind.',
  },
  'pack.base-missing': {
    category: 'invalid',
    means:
      'A rule extends another rule that the pack does not have, or that leads back to itself, or over more than ten steps.',
  },
  'pack.part-missing': {
    category: 'unavailable',
    means:
      'A rule needs something that is not here: a dictionary for spelling, or the list of word classes. It is left out where that is so.',
  },
} as const satisfies Record<string, CodeEntry>;
