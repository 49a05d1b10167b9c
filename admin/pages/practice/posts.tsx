import { useEffect } from 'react';
import { useLocation } from 'react-router-dom';
import { styled } from 'styled-components';
import type { PracticePostView } from '../../../src/channels/practice';
import { useWords } from '../../words';
import { PracticePost } from './post';
import { threadsOf } from './threads-of';

const Grid = styled.ul`
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(min(100%, 40rem), 1fr));
  align-items: start;
  gap: 2rem;
`;

const Beneath = styled.ol`
  margin-left: 2rem;

  > li {
    margin-top: 0.8rem;
  }
`;

/** Posts beside each other, their answers beneath them; the one that the address names comes into view. */
export function PracticePosts({
  posts,
  canManage,
  removed,
}: {
  posts: readonly PracticePostView[];
  canManage: boolean;
  removed: () => void;
}) {
  const t = useWords();
  const { hash } = useLocation();
  useEffect(() => {
    document.getElementById(hash.slice(1))?.scrollIntoView({ block: 'center' });
  }, [posts, hash]);
  return (
    <Grid>
      {threadsOf(posts).map(({ post, beneath }) => (
        <li key={`${post.kind} ${post.id}`}>
          <PracticePost post={post} canManage={canManage} removed={removed} />
          {beneath.length > 0 && (
            <Beneath aria-label={t('presence.practice.beneath')}>
              {beneath.map((one) => (
                <li key={one.id}>
                  <PracticePost post={one} canManage={canManage} removed={removed} isBeneath />
                </li>
              ))}
            </Beneath>
          )}
        </li>
      ))}
    </Grid>
  );
}
