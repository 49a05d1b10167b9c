import { createContext, useContext, useMemo } from 'react';
import { channelKind } from '../../../../../src/channels/schema';
import type { ContentTypeView } from '../../../../../src/governance/schema';
import type { Language } from '../../../../kit-api';
import { useWords } from '../../../../words';

/** What a rule can be limited to. */
export interface Known {
  readonly types: readonly Pick<ContentTypeView, 'uid' | 'name'>[];
  readonly languages: readonly Language[];
}

const Context = createContext<Known>({ types: [], languages: [] });
export const WithKnown = Context.Provider;
export const useKnown = (): Known => useContext(Context);

interface Option {
  readonly value: string;
  readonly label: string;
}

const usual = ['en', 'de', 'fr', 'es'];

/** The languages of the content, and those without a country that cover them: `de` beside `de-AT`. */
export function useLanguageOptions(): readonly Option[] {
  const { languages } = useKnown();
  return useMemo(() => {
    const names = new Map(languages.map(({ code, name }) => [code, name]));
    const codes = languages.length > 0 ? languages.map(({ code }) => code) : usual;
    const all = new Set(codes.flatMap((code) => [code.split('-')[0] ?? code, code]));
    return [...all].map((code) => ({ value: code, label: names.get(code) ?? code }));
  }, [languages]);
}

/** The language that is meant where nothing is said. */
export function useMainLanguage(): string {
  const { languages } = useKnown();
  return languages.find(({ isDefault }) => isDefault)?.code ?? 'en';
}

/** The entry itself, and every kind of channel. */
export function useChannelOptions(): readonly Option[] {
  const t = useWords();
  return useMemo(
    () => [
      { value: 'entry', label: t('presence.kit.channel.entry') },
      ...channelKind.options.map((kind) => ({ value: kind, label: t(`presence.channel.${kind}`) })),
    ],
    [t],
  );
}

/** Content types by name. */
export function useTypeOptions(): readonly Option[] {
  const { types } = useKnown();
  return useMemo(() => types.map(({ uid, name }) => ({ value: uid, label: name })), [types]);
}
