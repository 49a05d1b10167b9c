import type { Rule, SubjectRule } from '../engine/rule';
import type { BrandKit } from '../schema';
import { codeRules } from './judge/codes';
import { fitRules } from './judge/fit';
import { logoRules } from './judge/logo';
import { paletteRules } from './judge/palette';
import { privacyRules } from './judge/privacy';
import { qualityRules } from './judge/quality';
import { textRules } from './judge/text';
import { unreadableRules } from './judge/unreadable';

/**
 * What a kit asks of pictures; none for the empty kit. They judge what the server measured (`Subject.pictures`), each with
 * the region where there is one. `words` are the kit’s other rules: those about terms, names and claims also read the text
 * in pictures.
 */
export const pictureRules = (kit: BrandKit, words: readonly Rule[] = []): readonly SubjectRule[] => [
  ...paletteRules(kit),
  ...logoRules(kit),
  ...textRules(kit, words),
  ...fitRules(kit),
  ...qualityRules(kit),
  ...codeRules(kit),
  ...privacyRules(kit),
  ...unreadableRules(kit),
];
