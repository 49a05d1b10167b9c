import { useState } from 'react';
import { Button } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { styled } from 'styled-components';
import type { Finding, Region } from '../../../src/brand/schema';
import { useFindingsApi } from '../../brand-api';
import { refusalOf } from '../../refusal';
import { useWords } from '../../words';
import { addressOf } from '../address-of';
import type { ShownPicture } from './finding-home';

const Frame = styled.figure`
  position: relative;
  margin: 0;
  width: fit-content;
  max-width: 100%;
  overflow: hidden;
  border-radius: ${({ theme }) => theme.borderRadius};

  img {
    display: block;
    max-width: 100%;
    max-height: 20rem;
  }
`;

// Two lines, light and dark, so that it is seen on any picture.
const Marked = styled.span`
  position: absolute;
  border: 2px solid ${({ theme }) => theme.colors.danger600};
  outline: 2px solid #ffffff;
  border-radius: 2px;
  box-shadow: 0 0 0 100vmax rgb(0 0 0 / 35%);
`;

const percent = (part: number): string => `${Math.round(part * 10_000) / 100}%`;

/** A picture with the part marked that a finding is about. */
export function PictureFigure({ picture, region }: { picture: ShownPicture; region?: Region | undefined }) {
  const t = useWords();
  const [isGone, setGone] = useState(false);
  if (isGone) return null;
  return (
    <Frame>
      <img
        src={addressOf(picture.url)}
        alt={t(region ? 'presence.find.picture.marked' : 'presence.find.picture', { name: picture.name })}
        loading="lazy"
        onError={() => setGone(true)}
      />
      {region && (
        <Marked
          aria-hidden
          style={{
            left: percent(region.x),
            top: percent(region.y),
            width: percent(region.width),
            height: percent(region.height),
          }}
        />
      )}
    </Frame>
  );
}

/** Takes the place where a picture was taken out of its file. */
export function RemoveLocation({ id, done }: { id: number; done: () => void }) {
  const t = useWords();
  const api = useFindingsApi();
  const { toggleNotification } = useNotification();
  const [isBusy, setBusy] = useState(false);
  const remove = async () => {
    setBusy(true);
    try {
      await api.stripPicture(id);
      toggleNotification({ type: 'success', message: t('presence.find.picture.stripped') });
      done();
    } catch (error) {
      toggleNotification({ type: 'danger', message: refusalOf(error).message });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button size="S" variant="secondary" loading={isBusy} onClick={() => void remove()}>
      {t('presence.find.picture.strip')}
    </Button>
  );
}

/** Whether a finding is about what a picture shows, so that the picture should be seen beside it. */
export const isAboutPicture = ({ rule, region }: Finding): boolean =>
  region !== undefined || rule.startsWith('picture.') || rule.startsWith('picture/');

export const isAboutLocation = ({ rule }: Finding): boolean => rule.startsWith('picture.gps');
