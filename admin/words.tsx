import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { RawIntlProvider, createIntl, useIntl } from 'react-intl';
import type en from './translations/en.json';
import type shell from './translations/shell.en.json';

/** The id of every text that our pages show; a misspelt one does not compile. */
export type WordId = keyof typeof en | keyof typeof shell;
type Messages = Readonly<Record<string, string>>;
type Values = Readonly<Record<string, string | number | null | undefined>>;

// The texts of our pages come when the first of them is opened: other pages of the admin never load them.
const languages: Readonly<Record<string, () => Promise<{ default: Messages }>>> = {
  en: () => import('./translations/en.json'),
  de: () => import('./translations/de.json'),
};
const loaded = new Map<string, Messages>();

const languageOf = (locale: string): string => {
  const short = locale.split('-')[0] ?? 'en';
  return short in languages ? short : 'en';
};

/** Hands the plugin's own texts to everything below. Texts that the app overrides in `src/admin/app` win. */
export function WithWords({ children, fallback = null }: { children: ReactNode; fallback?: ReactNode }) {
  const intl = useIntl();
  const language = languageOf(intl.locale);
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
      messages &&
      createIntl({
        locale: intl.locale,
        messages: { ...messages, ...(intl.messages as Messages) },
        onError: intl.onError,
        ...(intl.timeZone === undefined ? {} : { timeZone: intl.timeZone }),
      }),
    [intl, messages],
  );
  return ours ? <RawIntlProvider value={ours}>{children}</RawIntlProvider> : <>{fallback}</>;
}

/** The text behind an id, in the user's language. */
export function useWords(): (id: WordId, values?: Values) => string {
  const intl = useIntl();
  return useCallback((id: WordId, values?: Values) => intl.formatMessage({ id }, values), [intl]);
}
