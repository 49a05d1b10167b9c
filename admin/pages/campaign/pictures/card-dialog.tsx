import { useState } from 'react';
import { Button, Flex, Modal, Typography } from '@strapi/design-system';
import { cardTemplate, type CardRequest, type CardTemplate } from '../../../../src/channels/pictures/card';
import { pictureShape } from '../../../../src/channels/pictures/shape';
import { type Proportion } from '../../../../src/channels/rules/pictures/proportions';
import type { CopyPicture } from '../../../../src/channels/schema';
import type { EntryKey } from '../../../../src/shared/entry-key';
import { useApi } from '../../../api';
import { Choice, TextLine } from '../../../components/input';
import { refusalOf, type Refusal } from '../../../refusal';
import { useWords } from '../../../words';
import { CardRefused, CardSeen } from './card-seen';
import { useCardPreview } from './use-card-preview';

type Chosen = Proportion | 'own';

/** A card of the brand: chosen, written and seen, then made and used. */
export function CardDialog({
  entry,
  picture,
  template: first,
  title: proposed,
  shapes,
  use,
  close,
}: {
  entry: EntryKey;
  /** What it is made of; without one there are only words. */
  picture: CopyPicture | undefined;
  template: CardTemplate;
  title: string;
  /** Proportions that the channel shows whole; none: it shows any. */
  shapes: readonly Proportion[];
  use: (card: CopyPicture) => void;
  close: () => void;
}) {
  const t = useWords();
  const api = useApi();
  const offered = shapes.length > 0 ? shapes : pictureShape.shape.ratio.options;
  const [template, setTemplate] = useState(first);
  const [title, setTitle] = useState(proposed);
  const [chosen, setChosen] = useState<Chosen>('own');
  const [isMaking, setMaking] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const usual = offered.includes('1.91:1') ? '1.91:1' : (offered[0] ?? '1:1');
  const ratio = chosen === 'own' ? usual : chosen;
  const isBadge = template === 'badge';
  const isEmpty = !isBadge && title.trim() === '';

  const request = requestOf();
  const seen = useCardPreview(request);
  function requestOf(): CardRequest | null {
    const brand = { uid: entry.uid, locale: entry.locale };
    if (isEmpty) return null;
    if (template === 'title') return { ...brand, template, title, ratio };
    if (!picture) return null;
    const focus = picture.shape?.focus;
    const of = { ...brand, picture: picture.hash, ...(focus ? { focus } : {}) };
    if (template === 'photo') return { ...of, template, title, ratio };
    return { ...of, template, ...(chosen === 'own' ? {} : { ratio: chosen }) };
  }

  const make = async () => {
    if (!request) return;
    setMaking(true);
    setRefusal(undefined);
    try {
      const card = await api.makeCard(request);
      // What was said of the picture still holds with a logo on it.
      use(isBadge && picture?.alt ? { ...card, alt: picture.alt } : card);
      close();
    } catch (error) {
      setRefusal(refusalOf(error));
      setMaking(false);
    }
  };

  return (
    <Modal.Root open onOpenChange={(isOpen: boolean) => !isOpen && close()}>
      <Modal.Content>
        <Modal.Header closeLabel={t('presence.action.close')}>
          <Modal.Title>{t('presence.card.title')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Typography tag="p" textColor="neutral700">
              {t('presence.card.text')}
            </Typography>
            <Flex gap={4} alignItems="flex-start" wrap="wrap">
              {picture && (
                <Flex flex="1" minWidth="18rem">
                  <Choice<CardTemplate>
                    label={t('presence.card.template')}
                    disabled={isMaking}
                    value={template}
                    change={setTemplate}
                    options={cardTemplate.options.map((value) => ({
                      value,
                      label: t(`presence.card.template.${value}`),
                    }))}
                  />
                </Flex>
              )}
              <Flex flex="1" minWidth="18rem">
                <Choice<Chosen>
                  label={t('presence.card.ratio')}
                  disabled={isMaking}
                  value={isBadge ? chosen : ratio}
                  change={setChosen}
                  options={[
                    ...(isBadge ? [{ value: 'own' as const, label: t('presence.campaign.shape.own') }] : []),
                    ...offered.map((value) => ({ value, label: t(`presence.campaign.shape.${value}`) })),
                  ]}
                />
              </Flex>
            </Flex>
            {!isBadge && (
              <TextLine
                label={t('presence.card.words')}
                hint={t('presence.card.words.hint')}
                required
                disabled={isMaking}
                error={isEmpty ? t('presence.card.words.missing') : undefined}
                value={title}
                change={(next) => setTitle(next.slice(0, 200))}
              />
            )}
            <CardSeen
              {...seen}
              alt={isBadge ? t('presence.card.seen.badge') : t('presence.card.seen', { title })}
            />
            {refusal && <CardRefused refusal={refusal} />}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={close} disabled={isMaking}>
            {t('presence.action.cancel')}
          </Button>
          <Button
            loading={isMaking}
            disabled={!request || seen.refusal !== undefined || seen.isDrawing}
            onClick={() => void make()}
          >
            {t('presence.card.use')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
