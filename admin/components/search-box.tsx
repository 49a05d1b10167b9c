import { useEffect, useState } from 'react';
import { Searchbar, SearchForm } from '@strapi/design-system';
import { useWords } from '../words';

/** Searches after a short pause in typing. */
export function SearchBox({
  label,
  value,
  change,
}: {
  label: string;
  value: string;
  change: (value: string) => void;
}) {
  const t = useWords();
  const [text, setText] = useState(value);
  useEffect(() => {
    if (text === value) return undefined;
    const timer = setTimeout(() => change(text), 300);
    return () => clearTimeout(timer);
  }, [text, value, change]);
  return (
    <SearchForm onSubmit={(event) => event.preventDefault()}>
      <Searchbar
        name="q"
        value={text}
        placeholder={label}
        clearLabel={t('presence.action.clear')}
        onClear={() => setText('')}
        onChange={(event) => setText(event.target.value)}
      >
        {label}
      </Searchbar>
    </SearchForm>
  );
}
