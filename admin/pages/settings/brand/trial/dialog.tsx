import { useCallback, useRef, useState } from 'react';
import { Button, Flex, Modal } from '@strapi/design-system';
import type { Trial } from '../../../../../src/brand/catalogue/schema';
import { Failed, Waiting } from '../../../../components/states';
import { useKitApi, type TrialInput } from '../../../../kit-api';
import { refusalOf, type Refusal } from '../../../../refusal';
import { useLoad } from '../../../../use-load';
import { useWords } from '../../../../words';
import { TrialView } from './view';

/** How often a trial that runs is looked at, in milliseconds. */
const pause = 700;

/** One rule over everything that is stored: progress, what it found, which of it is false alarm, and then whether to use it. */
export function TrialDialog({
  title,
  input,
  enable,
  close,
}: {
  title: string;
  input: TrialInput;
  /** What to do when it is good; left out where the rule is on already. */
  enable?: { readonly label: string; readonly act: () => Promise<unknown> };
  close: () => void;
}) {
  const t = useWords();
  const { load, mark } = useTrial(input);
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const attempt = async (act: () => Promise<unknown>) => {
    setBusy(true);
    setRefusal(undefined);
    try {
      await act();
      return true;
    } catch (error) {
      setRefusal(refusalOf(error));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal.Root open onOpenChange={(isOpen) => !isOpen && close()}>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>{title}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            {refusal && <Failed refusal={refusal} small />}
            {load.refusal && <Failed refusal={load.refusal} retry={load.reload} small />}
            {load.value ? (
              <TrialView
                trial={load.value}
                mark={(hit, falseAlarm) => void attempt(() => mark(hit, falseAlarm))}
              />
            ) : (
              !load.refusal && <Waiting />
            )}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Modal.Close>
            <Button variant="tertiary">{t('presence.action.close')}</Button>
          </Modal.Close>
          {enable && (
            <Button
              loading={isBusy}
              disabled={load.value?.state !== 'done'}
              onClick={() => void attempt(enable.act).then((isDone) => isDone && close())}
            >
              {enable.label}
            </Button>
          )}
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}

/** Starts a trial once and looks at it until it is over. */
function useTrial(input: TrialInput) {
  const api = useKitApi();
  const asked = useRef(input);
  const started = useRef<string>(undefined);
  const load = useLoad<Trial>(
    useCallback(async () => {
      const trial = started.current ? await api.trial(started.current) : await api.startTrial(asked.current);
      started.current = trial.id;
      return trial;
    }, [api]),
    ({ state }) => (state === 'running' ? pause : null),
  );
  const mark = async (hit: number, falseAlarm: boolean) => {
    if (started.current) load.put(await api.markTrial(started.current, { hit, falseAlarm }));
  };
  return { load, mark };
}
