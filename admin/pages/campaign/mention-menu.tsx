import { memo, useRef } from 'react';
import { Button, Menu } from '@strapi/design-system';
import { withMentionAt } from '../../../src/channels/mentions/insert';
import { mentionOf } from '../../../src/channels/mentions/mention';
import type { ChannelKind, Copy } from '../../../src/channels/schema';
import type { Mentionable } from '../../../src/shared/accounts';
import { useWords } from '../../words';

/** Puts the account of somebody where the caret stands; nothing where the network links no accounts, or nobody has one there. */
export const MentionMenu = memo(function MentionMenu({
  kind,
  names,
  field,
  set,
}: {
  kind: ChannelKind;
  names: readonly Mentionable[];
  /** What the input of the text is called. */
  field: string;
  set: (part: Pick<Copy, 'text'>) => void;
}) {
  const t = useWords();
  const offered = names.flatMap((one) => {
    const mention = mentionOf(kind, one);
    return mention === null ? [] : [{ name: one.name, mention }];
  });
  // Where writing goes on once the menu is closed.
  const caret = useRef<number | null>(null);
  if (offered.length === 0) return null;
  const input = (): HTMLTextAreaElement | null => {
    const [found] = document.getElementsByName(field);
    return found instanceof HTMLTextAreaElement ? found : null;
  };
  const put = (mention: string) => {
    const at = input();
    if (!at) return;
    const made = withMentionAt(at.value, at.selectionStart, at.selectionEnd, mention);
    set({ text: made.text });
    caret.current = made.caret;
  };
  return (
    <Menu.Root>
      <Menu.Trigger tag={Button} size="S" variant="ghost">
        {t('presence.mention.add')}
      </Menu.Trigger>
      <Menu.Content
        popoverPlacement="bottom-end"
        onCloseAutoFocus={(event) => {
          const at = caret.current;
          caret.current = null;
          if (at === null) return;
          event.preventDefault();
          input()?.focus();
          input()?.setSelectionRange(at, at);
        }}
      >
        {offered.map(({ name, mention }) => (
          <Menu.Item key={`${name} ${mention}`} onSelect={() => put(mention)}>
            {name}
          </Menu.Item>
        ))}
      </Menu.Content>
    </Menu.Root>
  );
});
