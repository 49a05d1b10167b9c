import { useSyncExternalStore, type ComponentPropsWithoutRef } from 'react';
import { createPortal } from 'react-dom';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';
import { Bell as Icon } from '@strapi/icons';
import { unread, watchUnread } from './unread';

const Frame = styled.span`
  position: relative;
  display: block;
`;

const Count = styled.span`
  position: absolute;
  top: -0.8rem;
  left: 1.1rem;
  min-width: 1.8rem;
  padding: 0 0.4rem;
  border-radius: 0.9rem;
  background: ${({ theme }) => theme.colors.danger600};
  color: ${({ theme }) => theme.colors.neutral0};
  font-size: 1.1rem;
  line-height: 1.8rem;
  font-weight: 600;
  text-align: center;
`;

const Said = styled.span`
  position: absolute;
  width: 1px;
  height: 1px;
  overflow: hidden;
  clip-path: inset(50%);
`;

/** The icon of “My notices” in Strapi's menu, with how many wait; a change is said to screen readers. */
export default function CountedBell(props: ComponentPropsWithoutRef<typeof Icon>) {
  const intl = useIntl();
  const count = useSyncExternalStore(watchUnread, unread);
  return (
    <Frame aria-hidden>
      <Icon {...props} />
      {count > 0 && <Count>{count > 99 ? '99+' : count}</Count>}
      {createPortal(
        // Outside the link, whose name is fixed.
        <Said role="status">
          {count > 0 &&
            intl.formatMessage(
              {
                id: 'presence.bell.count',
                defaultMessage: '{count, plural, one {# notice waits} other {# notices wait}} for you',
              },
              { count },
            )}
        </Said>,
        document.body,
      )}
    </Frame>
  );
}
