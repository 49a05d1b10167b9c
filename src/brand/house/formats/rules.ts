import type { BlockRule } from '../../engine/rule';
import type { BrandKit, LocaleFormats } from '../../schema';
import { dateRule } from './dates';
import { numberRule } from './numbers';
import { phoneRule } from './phones';
import { priceRule } from './prices';
import { timeRule } from './times';

/** How numbers, days, times, prices and phone numbers are written, for each language that the kit says it for. */
export const formatRules = ({ formats }: BrandKit): readonly BlockRule[] =>
  formats
    .flatMap((format) => [
      ...(format.number ? [numberRule(format, format.number)] : []),
      ...(format.date ? [dateRule(format, format.date)] : []),
      ...(format.time ? [timeRule(format, format.time)] : []),
      ...(format.price ? [priceRule(format, format.price)] : []),
      ...(format.phone ? [phoneRule(format, format.phone)] : []),
    ])
    .map((rule) => onlyWhereMostExact(rule, formats));

/** `en` does not speak where `en-GB` has formats of its own. */
function onlyWhereMostExact(rule: BlockRule, formats: readonly LocaleFormats[]): BlockRule {
  const isOnly = formats.length === 1;
  const own = plain(rule.scope?.locales?.[0] ?? '');
  const closer = formats.map(({ locale }) => plain(locale)).filter((one) => one.startsWith(`${own}-`));
  return {
    ...rule,
    find: (block) => {
      // Of a text whose language nobody knows nobody knows its formats, unless there is one language only.
      if (block.locale === null) return isOnly ? rule.find(block) : [];
      const locale = plain(block.locale);
      return closer.some((one) => locale === one || locale.startsWith(`${one}-`)) ? [] : rule.find(block);
    },
  };
}

const plain = (locale: string): string => locale.toLowerCase().replaceAll('_', '-');
