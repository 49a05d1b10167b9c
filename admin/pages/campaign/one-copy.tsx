import { memo, useMemo, type ComponentProps } from 'react';
import type { ChannelView, Copy } from '../../../src/channels/schema';
import type { ChangedCopy } from '../../../src/publishing/campaign/derived';
import type { PublicationView } from '../../../src/publishing/schema';
import { CopyEditor } from './copy-editor';
import { EntryChanged } from './entry-changed';
import { anchors } from './preflight-fix';
import { isEditable } from './use-campaign';

type EditorProps = ComponentProps<typeof CopyEditor>;

/** Drawn anew only when it is this copy that changed: a key costs one copy, however many there are. */
export const OneCopy = memo(function OneCopy({
  line,
  asked,
  canManage,
  write,
  derive,
  lookAgain,
  decided,
  ...shown
}: Omit<EditorProps, 'write' | 'reset' | 'notice'> & {
  write: (channel: string, copy: Copy) => void;
  derive: (channel: Pick<ChannelView, 'key' | 'kind' | 'name'>) => Promise<void>;
  asked: ChangedCopy | undefined;
  lookAgain: () => void;
  /** `isTaken`: what is derived now takes the place of what a person wrote. */
  decided: (fresh: PublicationView, isTaken: boolean) => void;
}) {
  const notice = useMemo(
    () =>
      asked && (
        <EntryChanged
          line={line}
          asked={asked}
          canDecide={canManage && isEditable(line)}
          again={lookAgain}
          done={(fresh, how) => decided(fresh, how === 'take')}
        />
      ),
    [asked, line, canManage, lookAgain, decided],
  );
  return (
    <div id={anchors.copy(line.channel)}>
      <CopyEditor
        {...shown}
        {...{ line, canManage }}
        write={(copy) => write(line.channel, copy)}
        reset={() => derive({ key: line.channel, kind: line.kind, name: line.channelName })}
        notice={notice}
      />
    </div>
  );
});
