import { useEffect, useMemo, useRef, useState } from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import { rulesFor } from '../../../../src/channels/rules/own/rules-of';
import { defaultTemplate, partsOf } from '../../../../src/channels/templates/defaults';
import type { CopyTemplate, TemplatePart } from '../../../../src/channels/templates/schema';
import { Fold } from '../../../components/findings/fold';
import { useWords } from '../../../words';
import type { ChannelDraft, FieldsProps } from '../draft';
import { Ingredients } from './ingredients';
import type { Inserted } from './inserting';
import { PartField } from './part-field';
import { TemplatePreview } from './preview';

/** How the copies of a channel are written: the template, what can stand in it, and what it makes of a real entry. */
export function TemplateSection({ draft, change, errorAt }: FieldsProps<ChannelDraft>) {
  const t = useWords();
  const own = draft.kind === 'own' ? draft.own : null;
  const rules = useMemo(() => rulesFor({ kind: draft.kind, own }), [draft.kind, own]);
  const [parts, usual] = useMemo(() => [partsOf(rules), defaultTemplate(rules)], [rules]);
  const fields = useRef(new Map<TemplatePart, HTMLTextAreaElement>());
  /** The part that somebody was in last: what is picked goes there, to their caret. */
  const [last, setLast] = useState<TemplatePart>();
  const [caret, setCaret] = useState<{ readonly part: TemplatePart; readonly at: number }>();

  // The caret goes behind what was put in, once it stands there.
  useEffect(() => {
    const field = caret && fields.current.get(caret.part);
    field?.focus();
    field?.setSelectionRange(caret?.at ?? 0, caret?.at ?? 0);
  }, [caret]);

  if (parts.length === 0) return null;
  const textOf = (part: TemplatePart): string => draft.template?.[part] ?? usual[part] ?? '';
  const write = (part: TemplatePart, text: string) =>
    change({ ...draft, template: written(draft.template, part, text, usual[part]) });
  const insert = (into: (text: string, at: number) => Inserted) => {
    const part = last ?? 'text';
    const text = textOf(part);
    const at = last === undefined ? undefined : fields.current.get(part)?.selectionStart;
    const made = into(text, at ?? text.length);
    write(part, made.text);
    setCaret({ part, at: made.caret });
  };

  return (
    <Fold
      title={t(draft.template ? 'presence.template.title.own' : 'presence.template.title')}
      isOpen={parts.some((part) => errorAt(`template.${part}`) !== undefined)}
    >
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography variant="pi" tag="p" textColor="neutral700">
          {t('presence.template.hint')}
        </Typography>
        {parts.map((part) => (
          <PartField
            key={part}
            part={part}
            text={textOf(part)}
            change={(text) => write(part, text)}
            error={errorAt(`template.${part}`)}
            focused={() => setLast(part)}
            field={(element) => {
              if (element) fields.current.set(part, element);
              else fields.current.delete(part);
            }}
          />
        ))}
        {draft.template && (
          <Flex>
            <Button size="S" variant="tertiary" onClick={() => change({ ...draft, template: null })}>
              {t('presence.template.default')}
            </Button>
          </Flex>
        )}
        <Ingredients part={last ?? 'text'} insert={insert} />
        <TemplatePreview {...{ rules, draft, parts }} />
      </Flex>
    </Fold>
  );
}

/** The template with a part of other words; what is written as the kind has it is no part of it. */
function written(
  template: CopyTemplate | null,
  part: TemplatePart,
  text: string,
  usual: string | undefined,
): CopyTemplate | null {
  const { [part]: _before, ...others } = template ?? {};
  const next = text === usual ? others : { ...others, [part]: text };
  return Object.keys(next).length === 0 ? null : next;
}
