import { useState } from 'react';
import { useNotification } from '@strapi/strapi/admin';
import { refusalOf, type Refusal } from '../../refusal';
import { useErrorAt } from '../../use-problems';
import { useWords } from '../../words';

/** A page of settings that is changed as a whole and saved as a whole. */
export function useForm<T>(start: T, send: (value: T) => Promise<T>) {
  const t = useWords();
  const { toggleNotification } = useNotification();
  const [value, setValue] = useState(start);
  const [isChanged, setChanged] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();

  const change = (part: Partial<T>) => {
    setValue((before) => ({ ...before, ...part }));
    setChanged(true);
  };

  const save = async () => {
    setBusy(true);
    setRefusal(undefined);
    try {
      setValue(await send(value));
      setChanged(false);
      toggleNotification({ type: 'success', message: t('presence.settings.saved') });
    } catch (error) {
      setRefusal(refusalOf(error));
    }
    setBusy(false);
  };

  const errorAt = useErrorAt(refusal);
  return { value, change, save, isChanged, isBusy, refusal, errorAt };
}
