import { useCallback } from 'react';
import { filterNames } from '../../../../src/channels/templates/filters/filters';
import { placeholderNames } from '../../../../src/channels/templates/placeholders';
import type { TemplateProblem } from '../../../../src/channels/templates/problem';
import { useWords } from '../../../words';

/** What is wrong with a template, in the language of the admin. */
export function useProblemSentence(): (problem: Pick<TemplateProblem, 'code' | 'values'>) => string {
  const t = useWords();
  return useCallback(
    ({ code, values }) =>
      t(`presence.template.wrong.${code}`, {
        ...values,
        near: values['nearest'] ? 'yes' : 'no',
        names: (code === 'template.unknown-filter' ? filterNames : placeholderNames).join(', '),
        ...{ close: '}}', example: '{{ title }}', chain: '{{ summary ?? body }}' },
        filtered: '{{ summary | words: 20 }}',
      }),
    [t],
  );
}
