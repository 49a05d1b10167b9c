import { styled } from 'styled-components';
import type { CopyVideo } from '../../../../src/channels/schema';
import { addressOf } from '../../../components/address-of';

const Screen = styled.video`
  display: block;
  width: 100%;
  max-height: 32rem;
  background: #000000;
`;

/** A video that plays when somebody wants it to; no more than its head is loaded before. */
export function Film({ video: { url, alt } }: { video: Pick<CopyVideo, 'url' | 'alt'> }) {
  return (
    <Screen
      src={addressOf(url)}
      controls
      preload="metadata"
      playsInline
      {...(alt ? { 'aria-label': alt } : {})}
    />
  );
}
