import { useCallback, useEffect, useMemo, useState } from 'react';
import { createIntl, useIntl } from 'react-intl';
import type { Finding, Fix } from '../../../src/brand/schema';
import { useWords } from '../../words';

type Messages = Readonly<Record<string, string>>;

// The sentences of findings come with the first finding that is shown.
const languages: Readonly<Record<string, () => Promise<{ default: Messages }>>> = {
  en: () => import('../../translations/findings.en.json'),
  de: () => import('../../translations/findings.de.json'),
};
const loaded = new Map<string, Messages>();

/** Says a finding in the admin's language; the words of the business and of rule packs stay as they were written. */
export function useSentence(): (finding: Pick<Finding, 'message' | 'words'>) => string {
  const intl = useIntl();
  const short = intl.locale.split('-')[0] ?? 'en';
  const language = short in languages ? short : 'en';
  const [messages, setMessages] = useState(loaded.get(language));

  useEffect(() => {
    let isCurrent = true;
    void languages[language]?.().then((file) => {
      loaded.set(language, file.default);
      if (isCurrent) setMessages(file.default);
    });
    return () => {
      isCurrent = false;
    };
  }, [language]);

  const ours = useMemo(
    () =>
      createIntl({
        locale: intl.locale,
        messages: { ...messages, ...(intl.messages as Messages) },
        onError: () => undefined,
      }),
    [intl.locale, intl.messages, messages],
  );
  return useCallback(
    ({ message, words }) => {
      const id = words && `presence.finding.${words.key}`;
      return id && id in ours.messages ? ours.formatMessage({ id }, words.values) : message;
    },
    [ours],
  );
}

const longest = 60;
const shortened = (text: string): string =>
  text.length > longest ? `${text.slice(0, longest).trimEnd()}…` : text;

/** What the button of a fix says. */
export function useFixLabel(): (finding: Pick<Finding, 'quote'>, fix: Fix) => string {
  const t = useWords();
  return useCallback(
    ({ quote }, { replacement }) =>
      replacement === ''
        ? t('presence.find.fix.remove')
        : t(quote === '' ? 'presence.find.fix.insert' : 'presence.find.fix.replace', {
            text: shortened(replacement.trim()),
          }),
    [t],
  );
}
