import { useContext, useEffect } from 'react';
import { UNSAFE_DataRouterContext as RouterContext, useBlocker } from 'react-router-dom';
import { Typography } from '@strapi/design-system';
import { useWords } from '../words';
import { Ask } from './ask';

/** Asks before somebody leaves the page, or closes it, with changes that are not saved. */
export function Unsaved({ when }: { when: boolean }) {
  // Only a router that knows where it is going can be stopped; Strapi's can.
  const router = useContext(RouterContext);
  return router && when ? <Guard /> : null;
}

function Guard() {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      currentLocation.pathname !== nextLocation.pathname && !isKept(nextLocation.state),
  );
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, []);
  return blocker.state === 'blocked' ? (
    <AskToLeave leave={() => blocker.proceed()} stay={() => blocker.reset()} />
  ) : null;
}

/** The question itself, also for what is left by closing it. */
export function AskToLeave({ leave, stay }: { leave: () => void; stay: () => void }) {
  const t = useWords();
  return (
    <Ask
      title={t('presence.unsaved.title')}
      confirm={t('presence.unsaved.leave')}
      variant="danger-light"
      close={stay}
      act={async () => leave()}
    >
      <Typography>{t('presence.unsaved.text')}</Typography>
    </Ask>
  );
}

/** The page stays and only its address changes. */
const isKept = (state: unknown): boolean =>
  typeof state === 'object' && state !== null && 'isKept' in state && state.isKept === true;
