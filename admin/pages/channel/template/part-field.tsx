import { useMemo, useRef } from 'react';
import { Textarea } from '@strapi/design-system';
import { partProblems } from '../../../../src/channels/templates/check';
import type { TemplateProblem } from '../../../../src/channels/templates/problem';
import type { TemplatePart } from '../../../../src/channels/templates/schema';
import { Labelled } from '../../../components/input';
import { useWords } from '../../../words';
import { Problems } from './problems';

/** One part of the template, with what is wrong in it as it is written. */
export function PartField({
  part,
  text,
  change,
  error,
  focused,
  field,
}: {
  part: TemplatePart;
  text: string;
  change: (text: string) => void;
  /** What the server said about it. */
  error: string | undefined;
  focused: () => void;
  field: (element: HTMLTextAreaElement | null) => void;
}) {
  const t = useWords();
  const input = useRef<HTMLTextAreaElement | null>(null);
  const problems = useMemo(() => partProblems(text), [text]);
  const said = problems.length > 0 ? t('presence.template.wrong', { count: problems.length }) : error;
  const go = ({ start, end }: TemplateProblem) => {
    input.current?.focus();
    input.current?.setSelectionRange(start, end);
  };
  return (
    <div>
      <Labelled label={t(`presence.template.part.${part}`)} name={`template.${part}`} error={said}>
        <Textarea
          ref={(element: HTMLTextAreaElement | null) => {
            input.current = element;
            field(element);
          }}
          value={text}
          rows={part === 'text' ? 5 : 2}
          resizable
          spellCheck={false}
          onFocus={focused}
          onChange={(event: { target: { value: string } }) => change(event.target.value)}
        />
      </Labelled>
      <Problems text={text} problems={problems} go={go} />
    </div>
  );
}
