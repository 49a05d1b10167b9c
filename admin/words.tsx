import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { RawIntlProvider, createIntl, useIntl } from 'react-intl';
import type en from './translations/en.json';
import type kit from './translations/kit.en.json';
import type shell from './translations/shell.en.json';
import type times from './translations/times.en.json';

/** The id of every text that our pages show; a misspelt one does not compile. */
export type WordId = keyof typeof en | keyof typeof kit | keyof typeof shell | keyof typeof times;
type Messages = Readonly<Record<string, string>>;
type Values = Readonly<Record<string, string | number | null | undefined>>;

type Load = () => Promise<{ default: Messages }>;

function both(first: Load, second: Load): Load {
  return async () => {
    const [one, other] = await Promise.all([first(), second()]);
    return { default: { ...one.default, ...other.default } };
  };
}

// The texts of our pages come when the first of them is opened: other pages of the admin never load them. Those of the brand's
// settings come with these settings.
const languages: Readonly<Record<string, { readonly pages: Load; readonly kit: Load }>> = {
  en: {
    pages: both(
      () => import('./translations/en.json'),
      () => import('./translations/times.en.json'),
    ),
    kit: () => import('./translations/kit.en.json'),
  },
  de: {
    pages: both(
      () => import('./translations/de.json'),
      () => import('./translations/times.de.json'),
    ),
    kit: () => import('./translations/kit.de.json'),
  },
};
const loaded = new Map<string, Messages>();

const languageOf = (locale: string): string => {
  const short = locale.split('-')[0] ?? 'en';
  return short in languages ? short : 'en';
};

async function messagesOf(language: string, withKit: boolean): Promise<Messages> {
  const { pages, kit } = languages[language] ?? languages['en']!;
  const files = await Promise.all(withKit ? [pages(), kit()] : [pages()]);
  return Object.assign({}, ...files.map((file) => file.default)) as Messages;
}

/** Hands the plugin's own texts to everything below. Texts that the app overrides in `src/admin/app` win. */
export function WithWords({
  children,
  fallback = null,
  kit = false,
}: {
  children: ReactNode;
  fallback?: ReactNode;
  /** Also the texts of the brand's settings. */
  kit?: boolean;
}) {
  const intl = useIntl();
  const language = languageOf(intl.locale);
  const name = `${language} ${kit ? 'kit' : 'pages'}`;
  const [messages, setMessages] = useState(loaded.get(name));

  useEffect(() => {
    let isCurrent = true;
    void messagesOf(language, kit).then((texts) => {
      loaded.set(name, texts);
      if (isCurrent) setMessages(texts);
    });
    return () => {
      isCurrent = false;
    };
  }, [language, kit, name]);

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
