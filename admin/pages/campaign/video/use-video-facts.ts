import { useEffect, useState } from 'react';
import type { VideoFacts } from '../../../../src/channels/video/facts';
import { useApi } from '../../../api';
import { refusalOf, type Refusal } from '../../../refusal';

interface Known {
  readonly hash?: string;
  readonly facts?: VideoFacts;
  readonly refusal?: Refusal;
}

/** What the file of a video is, as the server reads it; nothing where there is none, or while it is read. */
export function useVideoFacts(hash: string | undefined): Omit<Known, 'hash'> {
  const api = useApi();
  const [known, setKnown] = useState<Known>({});
  useEffect(() => {
    if (hash === undefined) return undefined;
    let isCurrent = true;
    api.videoFacts(hash).then(
      (facts) => isCurrent && setKnown({ hash, facts }),
      (error: unknown) => isCurrent && setKnown({ hash, refusal: refusalOf(error) }),
    );
    return () => {
      isCurrent = false;
    };
  }, [api, hash]);
  return known.hash === hash ? known : {};
}
