import { useEffect, useRef, type ReactNode } from 'react';
import { Box, Button, Flex, Loader, Typography } from '@strapi/design-system';
import { ArrowClockwise, WarningCircle } from '@strapi/icons';
import type { Load } from '../use-load';
import type { Refusal } from '../refusal';
import { useProblemWords } from '../use-problems';
import { useWords } from '../words';

/** Something is on its way. */
export function Waiting({ small = false }: { small?: boolean }) {
  const t = useWords();
  return (
    <Flex justifyContent="center" padding={small ? 2 : 8} aria-busy="true">
      <Loader small={small}>{t('presence.state.loading')}</Loader>
    </Flex>
  );
}

/** What Strapi answers where something broke that nobody foresaw. */
const isUnsaid = ({ status, code, message }: Refusal): boolean =>
  status === 500 && code === null && message === 'Internal Server Error';

/**
 * A form in a dialog was refused. Its fields are marked, and the first of them is gone to; where none is, this comes into view, because
 * what was pressed may stand far from it.
 */
export function FormFailed({ refusal }: { refusal: Refusal }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.scrollIntoView?.({ block: 'nearest' });
    const dialog = box.current?.closest('[role="dialog"]');
    dialog?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [refusal]);
  return (
    <div ref={box}>
      <Failed refusal={refusal} small isMarked />
    </div>
  );
}

/** It did not work: the server's own sentence, and a way to try again. `isMarked`: the values at fault are marked where they stand. */
export function Failed({
  refusal,
  retry,
  small = false,
  isMarked = false,
}: {
  refusal: Refusal;
  retry?: () => void;
  small?: boolean;
  isMarked?: boolean;
}) {
  const t = useWords();
  const say = useProblemWords();
  return (
    <Flex
      direction="column"
      alignItems={small ? 'flex-start' : 'center'}
      gap={small ? 2 : 4}
      padding={small ? 3 : 8}
      background="danger100"
      borderColor="danger200"
      hasRadius
      role="alert"
      width="100%"
    >
      <Flex gap={2} alignItems="flex-start">
        <Box flex="none" paddingTop="2px">
          <WarningCircle aria-hidden fill="danger600" width="1.6rem" height="1.6rem" />
        </Box>
        <Box minWidth={0}>
          <Typography textColor="danger700" variant={small ? 'pi' : 'omega'} tag="p">
            {refusal.status === 403
              ? t('presence.state.forbidden')
              : isUnsaid(refusal)
                ? t('presence.state.server')
                : refusal.problems.length > 0
                  ? t('presence.state.check')
                  : refusal.message}
          </Typography>
          {refusal.problems.length > 0 && (
            <Box tag="ul" paddingTop={1}>
              {refusal.problems.map((problem) => (
                <Typography
                  key={`${problem.path} ${problem.message}`}
                  tag="li"
                  variant="pi"
                  textColor="danger700"
                >
                  {!isMarked && problem.path && `${problem.path}: `}
                  {say(problem)}
                </Typography>
              ))}
            </Box>
          )}
        </Box>
      </Flex>
      {retry && (
        <Button variant="tertiary" size="S" startIcon={<ArrowClockwise />} onClick={retry}>
          {t('presence.state.retry')}
        </Button>
      )}
    </Flex>
  );
}

/** Nothing here yet: why that is, and what to do first. */
export function Nothing({
  icon,
  title,
  children,
  action,
}: {
  icon?: ReactNode;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <Flex
      direction="column"
      gap={3}
      padding={{ initial: 6, medium: 9 }}
      background="neutral0"
      hasRadius
      borderColor="neutral150"
    >
      {icon && (
        <Flex
          background="primary100"
          padding={4}
          borderRadius="50%"
          justifyContent="center"
          aria-hidden
          color="primary600"
        >
          {icon}
        </Flex>
      )}
      <Typography variant="delta" tag="h3" textAlign="center">
        {title}
      </Typography>
      {children && (
        <Box maxWidth="52rem">
          <Typography textColor="neutral600" tag="p" textAlign="center">
            {children}
          </Typography>
        </Box>
      )}
      {action}
    </Flex>
  );
}

/** Shows a load in each of its states; a failed refresh keeps the old value and says so above it. */
export function Loaded<T>({
  load,
  children,
  small = false,
}: {
  load: Load<T>;
  children: (value: T) => ReactNode;
  small?: boolean;
}) {
  if (load.value === undefined) {
    return load.refusal ? (
      <Failed refusal={load.refusal} retry={load.reload} small={small} />
    ) : (
      <Waiting small={small} />
    );
  }
  return (
    <>
      {load.refusal && (
        <Box paddingBottom={4}>
          <Failed refusal={load.refusal} retry={load.reload} small />
        </Box>
      )}
      {children(load.value)}
    </>
  );
}
