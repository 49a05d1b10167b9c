import { useId, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { Box, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { cutAround, type FocalPoint } from '../../../../src/channels/pictures/shape';
import type { CopyPicture } from '../../../../src/channels/schema';
import { addressOf } from '../../../components/address-of';
import { useWords } from '../../../words';
import { naturalOf, type Natural } from './shown';

const Stage = styled.div<{ $isSet: boolean }>`
  position: relative;
  overflow: hidden;
  width: fit-content;
  max-width: 100%;
  border-radius: ${({ theme }) => theme.borderRadius};
  cursor: ${({ $isSet }) => ($isSet ? 'crosshair' : 'default')};
  touch-action: none;

  img {
    display: block;
    max-width: 100%;
    max-height: 26rem;
    user-select: none;
  }
`;

// What is left out lies in the shade.
const Kept = styled.div`
  position: absolute;
  outline: 2px solid #ffffff;
  box-shadow: 0 0 0 100vmax rgb(0 0 0 / 55%);
  pointer-events: none;
`;

// Light on dark and dark on light, so that it is seen on any picture.
const Marker = styled.div`
  position: absolute;
  width: 2.8rem;
  height: 2.8rem;
  margin: -1.4rem 0 0 -1.4rem;
  border: 3px solid #ffffff;
  border-radius: 50%;
  background: rgb(0 0 0 / 35%);
  box-shadow: 0 0 0 2px #212134;

  &:focus-visible {
    outline: 3px solid ${({ theme }) => theme.colors.primary500};
    outline-offset: 3px;
  }
`;

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

const hundredth = (value: number): number => Math.min(Math.max(Math.round(value), 0), 100);

/** A picture with the part that a cut keeps, and the point around which it is cut: clicked, dragged, or moved by arrow keys. */
export function FocalPointPicker({
  picture,
  ratio,
  focus,
  disabled,
  change,
}: {
  picture: CopyPicture;
  ratio: number;
  focus: FocalPoint;
  disabled: boolean;
  change: (focus: FocalPoint) => void;
}) {
  const t = useWords();
  const label = useId();
  const [natural, setNatural] = useState<Natural | null>(null);
  const kept = natural && cutAround(natural, ratio, focus);

  const point = (event: PointerEvent<HTMLDivElement>) => {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    if (width === 0 || height === 0) return;
    change({
      x: hundredth(((event.clientX - left) / width) * 100),
      y: hundredth(((event.clientY - top) / height) * 100),
    });
  };
  const step = (event: KeyboardEvent) => {
    const [x, y] = steps[event.key] ?? [0, 0];
    if (disabled || (x === 0 && y === 0)) return;
    event.preventDefault();
    const by = event.shiftKey ? 10 : 1;
    change({ x: hundredth(focus.x + x * by), y: hundredth(focus.y + y * by) });
  };

  return (
    <Box>
      <Typography id={label} tag="p" variant="pi" fontWeight="bold" paddingBottom={1}>
        {t('presence.campaign.focus')}
      </Typography>
      <Stage
        $isSet={!disabled}
        onPointerDown={(event) => {
          if (disabled) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          point(event);
        }}
        onPointerMove={(event) => {
          if (!disabled && event.currentTarget.hasPointerCapture(event.pointerId)) point(event);
        }}
      >
        <img
          src={addressOf(picture.url)}
          alt={picture.alt}
          draggable={false}
          onLoad={({ currentTarget }) => setNatural(naturalOf(currentTarget))}
        />
        {kept && (
          <Kept
            style={{
              left: `${(kept.left / natural.width) * 100}%`,
              top: `${(kept.top / natural.height) * 100}%`,
              width: `${(kept.width / natural.width) * 100}%`,
              height: `${(kept.height / natural.height) * 100}%`,
            }}
          />
        )}
        <Marker
          role="slider"
          tabIndex={disabled ? -1 : 0}
          aria-labelledby={label}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={focus.x}
          aria-valuetext={t('presence.campaign.focus.at', { x: focus.x, y: focus.y })}
          aria-disabled={disabled}
          onKeyDown={step}
          style={{ left: `${focus.x}%`, top: `${focus.y}%` }}
        />
      </Stage>
      <Typography tag="p" variant="pi" textColor="neutral600" paddingTop={1}>
        {t('presence.campaign.focus.hint')}
      </Typography>
    </Box>
  );
}
