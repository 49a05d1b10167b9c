import { useState } from 'react';
import { Typography } from '@strapi/design-system';
import type { SignOffLanguage, SignOffPanel, SignOffPerson } from '../../src/governance/signoff/schema';
import type { EntryKey } from '../../src/shared/entry-key';
import { useApi } from '../api';
import { Ask } from '../components/ask';
import { Choice, TextBox, TextLine } from '../components/input';
import { useWords } from '../words';

const somebodyElse = 'somebody-else';
const days = ['1', '3', '7', '14', '30'] as const;
const blank: SignOffPerson = { name: '', email: '', language: 'en' };

/** Asks somebody without a seat by e-mail. */
export function SignOffDialog({
  entry,
  panel,
  put,
  close,
}: {
  entry: EntryKey;
  panel: SignOffPanel;
  put: (panel: SignOffPanel) => void;
  close: () => void;
}) {
  const t = useWords();
  const api = useApi();
  const { people, canInvite, missing } = panel;
  const [chosen, setChosen] = useState(people[0]?.email ?? somebodyElse);
  const [other, setOther] = useState(blank);
  const [message, setMessage] = useState('');
  const [until, setUntil] = useState<string>('7');
  const known = people.find(({ email }) => email === chosen);
  const person = known ?? other;
  const isNobody = !known && !canInvite;
  return (
    <Ask
      title={t('presence.sign-off.ask')}
      confirm={t('presence.action.send')}
      isConfirmDisabled={
        missing !== null || isNobody || person.name.trim() === '' || person.email.trim() === ''
      }
      close={close}
      act={async () => put(await api.askSignOff({ entry, ...person, message, days: Number(until) }))}
    >
      {missing && (
        <Typography tag="p" textColor="danger700">
          {t(`presence.sign-off.missing.${missing}`)}
        </Typography>
      )}
      {isNobody ? (
        <Typography tag="p">{t('presence.sign-off.nobody')}</Typography>
      ) : (
        <>
          {people.length > 0 && (
            <Choice
              label={t('presence.sign-off.who')}
              value={chosen}
              options={[
                ...people.map(({ name, email }) => ({ value: email, label: `${name} (${email})` })),
                ...(canInvite ? [{ value: somebodyElse, label: t('presence.sign-off.somebody-else') }] : []),
              ]}
              change={setChosen}
            />
          )}
          {!known && <Other person={other} change={(part) => setOther({ ...other, ...part })} />}
          <TextBox
            label={t('presence.sign-off.message')}
            hint={t('presence.sign-off.message.hint')}
            value={message}
            change={setMessage}
          />
          <Choice
            label={t('presence.sign-off.days')}
            value={until}
            options={days.map((count) => ({
              value: count as string,
              label: t('presence.sign-off.day-count', { count: Number(count) }),
            }))}
            change={setUntil}
          />
        </>
      )}
    </Ask>
  );
}

/** Somebody who is not on the list: may look and comment. */
function Other({
  person,
  change,
}: {
  person: SignOffPerson;
  change: (part: Partial<SignOffPerson>) => void;
}) {
  const t = useWords();
  return (
    <>
      <TextLine
        label={t('presence.sign-off.name')}
        required
        value={person.name}
        change={(name) => change({ name })}
      />
      <TextLine
        type="email"
        label={t('presence.sign-off.email')}
        hint={t('presence.sign-off.other.hint')}
        required
        value={person.email}
        change={(email) => change({ email })}
      />
      <LanguageChoice value={person.language} change={(language) => change({ language })} />
    </>
  );
}

/** In which language the mail and the page speak. */
export function LanguageChoice({
  value,
  change,
}: {
  value: SignOffLanguage;
  change: (language: SignOffLanguage) => void;
}) {
  const t = useWords();
  return (
    <Choice
      label={t('presence.sign-off.language')}
      value={value}
      options={[
        { value: 'en', label: 'English' },
        { value: 'de', label: 'Deutsch' },
      ]}
      change={change}
    />
  );
}
