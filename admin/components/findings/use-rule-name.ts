import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import { useWords, type WordId } from '../../words';

/** What of a rule's id tells a person something: `brand.term/cheap` → “cheap”, `vale/Microsoft.Foreign` → “Microsoft: Foreign”. */
function ownPart(rule: string): { readonly family: string; readonly own: string } {
  const [family = rule, ...rest] = rule.split('/');
  return { family, own: rest.join('/') };
}

/** What a rule is called in lists: our own by their words, those of packs and of the business by their names. */
export function useRuleName(): (rule: string) => string {
  const t = useWords();
  const intl = useIntl();
  return useCallback(
    (rule: string) => {
      const { family, own } = ownPart(rule);
      if (family === 'vale') return own.replace('.', ': ');
      const steps = family.split('.');
      // The most telling name that there is: `picture.contrast`, else `picture`.
      for (let length = steps.length; length > 0; length -= 1) {
        const id = `presence.rule.${steps.slice(0, length).join('.')}`;
        if (!(id in intl.messages)) continue;
        const name = t(id as WordId);
        return own ? t('presence.find.rule-of', { name, own }) : name;
      }
      return rule;
    },
    [t, intl.messages],
  );
}
