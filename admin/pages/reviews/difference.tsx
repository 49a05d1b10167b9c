import { Box, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { DifferenceView, FieldDifference, Side } from '../../../src/governance/difference/schema';
import { useWords } from '../../words';
import { Pick } from './filters';
import { Cells, FieldChange } from './field-change';
import { fieldLabel } from './words-of';

/** Two versions side by side, field by field; on a phone one under the other. */
export function Difference({
  view,
  choose,
}: {
  view: DifferenceView;
  choose: (from: string, to: string) => void;
}) {
  const t = useWords();
  const name = useSideName();
  const options = view.choices.map((choice) => ({ value: choice.id, label: name(choice) }));
  const isSame = view.fields.length === 0 && view.copies.every(({ change }) => change === 'same');
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Flex gap={3} wrap="wrap" role="group" aria-label={t('presence.difference.versions')}>
        <Pick
          label={t('presence.difference.from')}
          value={view.from.id}
          choices={[
            ...options.filter(({ value }) => value !== 'now'),
            { value: 'nothing', label: t('presence.difference.nothing') },
          ]}
          pick={(from) => choose(from ?? 'approved', view.to.id)}
        />
        <Pick
          label={t('presence.difference.to')}
          value={view.to.id}
          choices={options}
          pick={(to) => choose(view.from.id, to ?? 'now')}
        />
      </Flex>
      {isSame ? (
        <Typography textColor="neutral700" tag="p">
          {t('presence.difference.same')}
        </Typography>
      ) : (
        <>
          <Cells before={<Head>{name(view.from)}</Head>} after={<Head>{name(view.to)}</Head>} isHead />
          {view.fields.map((field) => (
            <Field key={`${field.kind} ${field.field}`} field={field} />
          ))}
          {view.copies
            .filter(({ change }) => change !== 'same')
            .map((copy) => (
              <Flex key={copy.key} direction="column" alignItems="stretch" gap={3}>
                <Typography tag="h3" variant="delta">
                  {t('presence.difference.copy', { name: copy.name })}{' '}
                  <Typography variant="pi" textColor="neutral600">
                    {t(`presence.difference.copy.${copy.change}`)}
                  </Typography>
                </Typography>
                {copy.fields.map((field) => (
                  <Field key={`${field.kind} ${field.field}`} field={field} />
                ))}
              </Flex>
            ))}
        </>
      )}
      {view.unchanged > 0 && !isSame && (
        <Typography variant="pi" textColor="neutral600" tag="p">
          {t('presence.difference.unchanged', { count: view.unchanged })}
        </Typography>
      )}
    </Flex>
  );
}

const Head = ({ children }: { children: string }) => (
  <Typography variant="sigma" textColor="neutral600">
    {children}
  </Typography>
);

function Field({ field }: { field: FieldDifference }) {
  return (
    <Box tag="section" aria-label={fieldLabel(field.field)}>
      <Box paddingBottom={1}>
        <Typography tag="h4" variant="omega" fontWeight="semiBold">
          {fieldLabel(field.field)}
        </Typography>
      </Box>
      <FieldChange field={field} />
    </Box>
  );
}

/** “Approved by Rosa, 22 Nov, 9:30”. */
function useSideName(): (side: Side & { readonly kind?: string }) => string {
  const t = useWords();
  const intl = useIntl();
  return ({ label, at, by }) => {
    const when =
      at === null
        ? ''
        : intl.formatDate(at, { day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' });
    switch (label) {
      case 'now':
        return t('presence.difference.now');
      case 'nothing':
        return t('presence.difference.nothing');
      case 'submit':
      case 'approve':
      case 'request-changes':
      case 'withdraw':
      case 'unlock':
      case 'emergency':
      case 'adopt':
      case 'migrate':
        return `${t(`presence.decided.${label}`, { name: by ?? '' })}, ${when}`;
      default:
        return label;
    }
  };
}
