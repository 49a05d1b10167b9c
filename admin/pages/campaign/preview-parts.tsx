import { Fragment } from 'react';
import { styled } from 'styled-components';
import { linkedinSpans } from '../../../src/channels/mentions/mention';
import type { ChannelKind, ChannelView, Copy } from '../../../src/channels/schema';

/** What is shown of a copy, and where it goes. */
export interface PreviewProps {
  readonly copy: Copy;
  readonly kind: ChannelKind;
  readonly channel: ChannelView | undefined;
  readonly pageUrl: string | null;
}

export const Frame = styled.div`
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: 1.2rem;
  background: ${({ theme }) => theme.colors.neutral0};
  padding: 1.6rem;
  overflow: hidden;
`;

export const Words = styled.p`
  white-space: pre-wrap;
  overflow-wrap: anywhere;
  font-size: ${({ theme }) => theme.fontSizes[2]};
  line-height: ${({ theme }) => theme.lineHeights[6]};
  color: ${({ theme }) => theme.colors.neutral800};

  span {
    color: ${({ theme }) => theme.colors.primary600};
  }
`;

export const Picture = styled.img`
  display: block;
  width: 100%;
  max-height: 22rem;
  object-fit: cover;
  background: ${({ theme }) => theme.colors.neutral150};
`;

export const Dot = styled.span`
  display: grid;
  place-items: center;
  flex: none;
  width: 4rem;
  height: 4rem;
  border-radius: 50%;
  background: ${({ theme }) => theme.colors.primary600};
  color: ${({ theme }) => theme.colors.buttonNeutral0};
  font-size: ${({ theme }) => theme.fontSizes[3]};
  font-weight: ${({ theme }) => theme.fontWeights.bold};
`;

export const hostOf = (url: string): string => {
  try {
    return new URL(url).host;
  } catch {
    return url;
  }
};

/** Addresses, mentions and hashtags in the colour of links, as the network shows them. */
export const marked = (text: string) =>
  text
    .split(/(https?:\/\/\S+|(?<=^|\s)[@#][\p{L}\p{N}_.-]+)/u)
    .map((part, index) => (index % 2 === 1 ? <span key={index}>{part}</span> : part));

/** The same on LinkedIn, where a mention shows the name alone. */
export const markedOnLinkedin = (text: string) =>
  linkedinSpans(text).map(({ text: part, name }, index) =>
    name === null ? <Fragment key={index}>{marked(part)}</Fragment> : <span key={index}>{name}</span>,
  );
