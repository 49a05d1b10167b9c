import { Typography } from '@strapi/design-system';
import type { OwnField } from '../../../src/channels/own/fields';
import { TextLine, YesNo } from '../../components/input';
import { useWords } from '../../words';
import type { ChannelDraft, FieldsProps } from './draft';

type OwnDraft = Extract<ChannelDraft, { kind: 'own' }>;

/** The fields that the type of a channel of an app declares, in its own words. */
export function OwnFields({ draft, change, errorAt }: FieldsProps<OwnDraft>) {
  const t = useWords();
  const { own, settings } = draft;
  if (!own)
    return (
      <Typography textColor="danger700" tag="p">
        {t('presence.channels.own.gone', { type: settings.type })}
      </Typography>
    );
  const set = (name: string, value: string | number | boolean | undefined) => {
    const { [name]: _before, ...rest } = settings.values;
    const values = value === undefined ? rest : { ...rest, [name]: value };
    change({ ...draft, settings: { ...settings, values } });
  };
  return own.settings.map((field) => (
    <Value
      key={field.name}
      field={field}
      value={settings.values[field.name]}
      error={errorAt(`settings.values.${field.name}`)}
      set={(value) => set(field.name, value)}
    />
  ));
}

function Value({
  field: { kind, label, hint, required },
  value,
  error,
  set,
}: {
  field: OwnField;
  value: string | number | boolean | undefined;
  error: string | undefined;
  set: (value: string | number | boolean | undefined) => void;
}) {
  const frame = { label, hint, error, required };
  if (kind === 'yes-no') return <YesNo {...frame} value={value === true} change={set} />;
  return (
    <TextLine
      {...frame}
      type={kind}
      value={value === undefined ? '' : String(value)}
      change={(text) => set(text === '' ? undefined : kind === 'number' ? Number(text) : text)}
    />
  );
}
