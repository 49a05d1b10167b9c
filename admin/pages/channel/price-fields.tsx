import { useState } from 'react';
import { Flex, Typography } from '@strapi/design-system';
import { rulesFor } from '../../../src/channels/rules/own/rules-of';
import { currencies, type ChannelPrice } from '../../../src/channels/settings/fields';
import { Choice, TextLine, YesNo } from '../../components/input';
import { useWords } from '../../words';
import type { ChannelDraft, FieldsProps } from './draft';

/** What the channel bills for a post, and how much may go into it in a month. */
export function PriceFields({ draft, change, errorAt }: FieldsProps<ChannelDraft>) {
  const t = useWords();
  const { price } = draft.settings;
  const listed = rulesFor(draft).price;
  const start: ChannelPrice = listed
    ? {
        ...{ perPost: listed.perPost, currency: listed.currency, cap: null },
        ...(listed.withLink === undefined ? {} : { withLink: listed.withLink }),
      }
    : { perPost: 0, currency: 'EUR', cap: null };
  const set = (next: ChannelPrice | undefined) => {
    const { price: _before, ...settings } = draft.settings;
    change({ ...draft, settings: next ? { ...settings, price: next } : settings } as ChannelDraft);
  };
  // What a network is known to bill is counted also where nobody entered it.
  const shown = price ?? (listed ? start : undefined);
  return (
    <>
      {listed ? (
        <Typography variant="pi" tag="p" textColor="neutral700">
          {t('presence.channels.price.listed', { network: t(`presence.channel.${draft.kind}`) })}
        </Typography>
      ) : (
        <YesNo
          label={t('presence.channels.price')}
          hint={t('presence.channels.price.hint')}
          value={price !== undefined}
          change={(bills) => set(bills ? start : undefined)}
        />
      )}
      {shown && (
        <Flex gap={4} alignItems="flex-start" wrap="wrap">
          <Amount
            label={t('presence.channels.price.per-post')}
            required
            error={errorAt('settings.price.perPost')}
            amount={shown.perPost}
            change={(perPost) => set({ ...shown, perPost: perPost ?? 0 })}
          />
          {shown.withLink !== undefined && (
            <Amount
              label={t('presence.channels.price.with-link')}
              required
              error={errorAt('settings.price.withLink')}
              amount={shown.withLink}
              change={(withLink) => set({ ...shown, withLink: withLink ?? 0 })}
            />
          )}
          <Choice
            label={t('presence.channels.price.currency')}
            value={shown.currency}
            options={currencies.map((value) => ({ value, label: value }))}
            change={(currency) => set({ ...shown, currency })}
          />
          <Amount
            label={t('presence.channels.price.cap')}
            hint={t('presence.channels.price.cap.hint')}
            error={errorAt('settings.price.cap')}
            amount={shown.cap}
            change={(cap) => set({ ...shown, cap })}
          />
        </Flex>
      )}
    </>
  );
}

/** An amount as people write it: `0.10`, `0,10` or `0.015`. Hundredths; null where it is empty, -1 where it is no amount: the server says so. */
function Amount({
  amount,
  change,
  ...frame
}: {
  label: string;
  hint?: string;
  required?: boolean;
  error: string | undefined;
  amount: number | null;
  change: (amount: number | null) => void;
}) {
  const [text, setText] = useState(
    amount === null || amount <= 0 ? '' : (amount / 100).toFixed(Number.isInteger(amount) ? 2 : 3),
  );
  return (
    <TextLine
      {...frame}
      value={text}
      change={(next) => {
        setText(next);
        change(hundredthsOf(next));
      }}
    />
  );
}

function hundredthsOf(text: string): number | null {
  const said = text.trim();
  if (said === '') return null;
  const [, whole = '', parts = ''] = /^(\d{1,6})(?:[.,](\d{1,3}))?$/.exec(said) ?? [];
  return whole === '' ? -1 : Number(whole) * 100 + Number(parts.padEnd(3, '0')) / 10;
}
