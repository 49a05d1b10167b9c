import { Flex, Typography } from '@strapi/design-system';
import { Clock, Message, User } from '@strapi/icons';
import { useIntl } from 'react-intl';
import type { Card } from '../../../src/governance/board/schema';
import { Pill, type Tone } from '../../components/pill';
import { useAgo } from '../../components/when';
import { useWords, type WordId } from '../../words';
import { own } from '../../../src/shared/own';

/** The colour of a stage, as far as the design system knows it. */
export const toneOf = (colour: string): Tone =>
  colour === 'alternative' ? 'secondary' : (colour as Exclude<Tone, never>);

const standard: Readonly<Record<string, WordId>> = {
  draft: 'presence.stage.draft',
  'in-review': 'presence.stage.in-review',
  approved: 'presence.stage.approved',
};

/** The name of a stage. A workflow of the business names its stages itself; only the built-in one is translated. */
export function useStageName(): (workflow: string, key: string, name: string) => string {
  const t = useWords();
  return (workflow, key, name) => {
    const word = workflow.split('@')[0] === 'standard' ? own(standard, key) : undefined;
    return word ? t(word) : name;
  };
}

/** When it is due; late ones say so in words. */
export function Due({ dueAt, overdue }: Pick<Card, 'dueAt' | 'overdue'>) {
  const t = useWords();
  const intl = useIntl();
  if (dueAt === null) return null;
  const date = intl.formatDate(dueAt, { day: 'numeric', month: 'short' });
  return overdue ? (
    <Pill tone="danger">{t('presence.reviews.overdue', { date })}</Pill>
  ) : (
    <Flex gap={1} tag="span">
      <Clock aria-hidden fill="neutral600" width="1.4rem" height="1.4rem" />
      <Typography variant="pi" textColor="neutral700">
        {t('presence.reviews.due', { date })}
      </Typography>
    </Flex>
  );
}

/** Whom it is given to, and how many comments are open. */
export function PeopleAndTalk({ assignees, openThreads }: Pick<Card, 'assignees' | 'openThreads'>) {
  const t = useWords();
  const names = assignees.map(({ name }) => name).join(', ');
  return (
    <>
      {names !== '' && (
        <Flex gap={1} tag="span" minWidth={0}>
          <User aria-hidden fill="neutral600" width="1.4rem" height="1.4rem" />
          <Typography variant="pi" textColor="neutral700" ellipsis>
            {names}
          </Typography>
        </Flex>
      )}
      {openThreads > 0 && (
        <Flex gap={1} tag="span">
          <Message aria-hidden fill="neutral600" width="1.4rem" height="1.4rem" />
          <Typography variant="pi" textColor="neutral700">
            {t('presence.reviews.talk', { count: openThreads })}
          </Typography>
        </Flex>
      )}
    </>
  );
}

/** Who submitted it, and since when it stands there. */
export function Since({ submittedBy, since }: Pick<Card, 'submittedBy' | 'since'>) {
  const t = useWords();
  const ago = useAgo();
  const when = ago(since, Date.now());
  return (
    <Typography variant="pi" textColor="neutral600" tag="p">
      {submittedBy ? t('presence.reviews.by', { name: submittedBy.name, when }) : when}
    </Typography>
  );
}
