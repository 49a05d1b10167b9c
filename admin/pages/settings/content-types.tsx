import { Accordion, Box, Grid, Typography } from '@strapi/design-system';
import type { Role } from '../../../src/content/schema';
import type { ContentTypeView } from '../../../src/governance/schema';
import { Card } from '../../components/card';
import { Choice, TextLine } from '../../components/input';
import { useWords } from '../../words';
import type { SettingsPart } from './part';
import { Several } from './workflows/principals';

const roles: Readonly<Record<Role, RegExp>> = {
  title: /^(string|text)$/,
  summary: /^(string|text|richtext|blocks)$/,
  body: /^(text|richtext|blocks|dynamiczone|component)$/,
  cover: /^(media|component)$/,
  slug: /^(uid|string)$/,
  canonicalUrl: /^(string|text)$/,
};

const guessed = 'guessed';

/** For each content type: which field is the title, the cover and so on, and where its pages are. */
export function ContentTypes({
  types,
  value,
  change,
  errorAt,
}: SettingsPart & { types: readonly ContentTypeView[] }) {
  const t = useWords();
  return (
    <Card title={t('presence.settings.types')} hint={t('presence.settings.types.hint')}>
      <Accordion.Root size="S">
        {types.map((type) => (
          <Accordion.Item key={type.uid} value={type.uid}>
            <Accordion.Header>
              <Accordion.Trigger description={value.sites.pages[type.uid] ?? t('presence.settings.no-pages')}>
                {type.name}
              </Accordion.Trigger>
            </Accordion.Header>
            <Accordion.Content>
              <Box padding={5}>
                <TypeForm type={type} value={value} change={change} errorAt={errorAt} />
              </Box>
            </Accordion.Content>
          </Accordion.Item>
        ))}
      </Accordion.Root>
    </Card>
  );
}

function TypeForm({ type, value, change, errorAt }: SettingsPart & { type: ContentTypeView }) {
  const t = useWords();
  const { uid } = type;
  const chosen = value.roles[uid] ?? {};
  const setPattern = (pattern: string) => {
    const { [uid]: _, ...others } = value.sites.pages;
    change({ sites: { ...value.sites, pages: pattern ? { ...others, [uid]: pattern } : others } });
  };
  const setRole = (role: Role, field: string) => {
    const { [role]: _, ...others } = chosen;
    const next = field === guessed ? others : { ...others, [role]: field };
    const { [uid]: __, ...rest } = value.roles;
    change({ roles: Object.keys(next).length > 0 ? { ...rest, [uid]: next } : rest });
  };

  const marks = value.marks[uid] ?? {};
  const setMarked = (mark: 'price' | 'legal', fields: readonly string[]) => {
    const others = Object.entries(marks).filter(([field, is]) => is !== mark && !fields.includes(field));
    const next = Object.fromEntries([...others, ...fields.map((field) => [field, mark] as const)]);
    const { [uid]: _, ...rest } = value.marks;
    change({ marks: Object.keys(next).length > 0 ? { ...rest, [uid]: next } : rest });
  };

  return (
    <Grid.Root gap={5}>
      <Grid.Item col={12} direction="column" alignItems="stretch">
        <TextLine
          label={t('presence.settings.pattern')}
          hint={t('presence.settings.pattern.hint')}
          placeholder="/{locale}/articles/{slug}"
          error={errorAt(`sites.pages["${uid}"]`)}
          value={value.sites.pages[uid] ?? ''}
          change={setPattern}
        />
      </Grid.Item>
      <Grid.Item col={12}>
        <Typography variant="sigma" textColor="neutral600" tag="h4">
          {t('presence.settings.roles')}
        </Typography>
      </Grid.Item>
      {(Object.keys(roles) as Role[]).map((role) => {
        const guess = type.guessed[role];
        return (
          <Grid.Item key={role} col={6} xs={12} direction="column" alignItems="stretch">
            <Choice
              label={t(`presence.role.${role}`)}
              error={errorAt(`roles["${uid}"].${role}`)}
              value={chosen[role] ?? guessed}
              options={[
                {
                  value: guessed,
                  label: guess
                    ? t('presence.settings.guessed', { field: guess })
                    : t('presence.settings.guessed-none'),
                },
                ...type.fields
                  .filter((field) => roles[role].test(field.type) || field.path === chosen[role])
                  .map(({ path }) => ({ value: path, label: path })),
              ]}
              change={(field) => setRole(role, field)}
            />
          </Grid.Item>
        );
      })}
      <Grid.Item col={12} direction="column" alignItems="stretch">
        <Typography variant="sigma" textColor="neutral600" tag="h4">
          {t('presence.settings.marks')}
        </Typography>
        <Typography variant="pi" textColor="neutral600">
          {t('presence.settings.marks.hint')}
        </Typography>
      </Grid.Item>
      {(['price', 'legal'] as const).map((mark) => (
        <Grid.Item key={mark} col={6} xs={12} direction="column" alignItems="stretch">
          <Several
            label={t(`presence.settings.mark.${mark}`)}
            value={Object.keys(marks).filter((field) => marks[field] === mark)}
            options={type.fields.map(({ path }) => ({ value: path, label: path }))}
            change={(fields) => setMarked(mark, fields)}
          />
        </Grid.Item>
      ))}
    </Grid.Root>
  );
}
