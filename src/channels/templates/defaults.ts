import type { ChannelRules } from '../rules/rules';
import { templateParts, type CopyTemplate, type TemplatePart } from './schema';

const title = '{{ title }}';
const summary = '{{ summary ?? opening }}';
const post = '{{ title | unless-begins: summary ?? opening }}\n\n{{ summary ?? opening | gives-way }}';

/** Parts beside the text say the title and the summary. */
const beside: CopyTemplate = { title, description: summary, subject: title, preheader: summary };

/** The templates of the kinds: title and summary in one text, unless it says otherwise here. */
const texts: Partial<Record<ChannelRules['kind'], string>> = {
  pinterest: summary,
  webhook: '{{ body ?? summary | lines }}',
  email: '{{ body ?? summary | lines }}',
};

type Rules = Pick<ChannelRules, 'kind' | 'link' | 'title' | 'description' | 'subject' | 'preheader'>;

/** The parts that the copies of a channel have. The website shows the entry itself. */
export const partsOf = (rules: Rules): readonly TemplatePart[] =>
  rules.kind === 'website'
    ? []
    : templateParts.filter((part) => part === 'text' || rules[part] !== undefined);

/** How the copies of a channel are written where it has no template of its own. */
export function defaultTemplate(rules: Rules): CopyTemplate {
  // Where the title has a place of its own, the text does not begin with it.
  const isTitled = rules.kind === 'own' && rules.title !== undefined && rules.link !== 'card';
  const text = isTitled ? '{{ summary ?? opening ?? title }}' : (texts[rules.kind] ?? post);
  return Object.fromEntries(partsOf(rules).map((part) => [part, part === 'text' ? text : beside[part]]));
}
