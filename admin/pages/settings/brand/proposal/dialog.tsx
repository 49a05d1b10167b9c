import { useState } from 'react';
import { Button, Flex, Modal } from '@strapi/design-system';
import type { Proposal } from '../../../../../src/brand/catalogue/schema';
import type { Brand, BrandKit } from '../../../../../src/brand/schema';
import { Failed, Waiting } from '../../../../components/states';
import { useKitApi } from '../../../../kit-api';
import { refusalOf, type Refusal } from '../../../../refusal';
import { useWords } from '../../../../words';
import { NumberLine } from '../fields/lines';
import { Types } from '../fields/several';
import { Stack } from '../fields/switched';
import { freshOf, withTaken, type Tick } from './taken';
import { Found } from './found';

/** What a kit could be, measured from what is published: a person ticks what is right, and nothing is saved yet. */
export function Proposing({
  brand,
  take,
  close,
}: {
  brand: Brand;
  take: (kit: BrandKit) => void;
  close: () => void;
}) {
  const t = useWords();
  const api = useKitApi();
  const [uids, setUids] = useState<string[]>([...brand.uids]);
  const [entries, setEntries] = useState(100);
  const [proposal, setProposal] = useState<Proposal>();
  const [ticks, setTicks] = useState<ReadonlySet<Tick>>(new Set());
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();

  const run = async () => {
    setBusy(true);
    setRefusal(undefined);
    try {
      const found = await api.propose({ uids, entries });
      setProposal(found);
      setTicks(freshOf(found, brand.kit));
    } catch (error) {
      setRefusal(refusalOf(error));
    }
    setBusy(false);
  };
  const toggle = (tick: Tick) => {
    const next = new Set(ticks);
    if (!next.delete(tick)) next.add(tick);
    setTicks(next);
  };

  return (
    <Modal.Root open onOpenChange={(isOpen) => !isOpen && close()}>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>{t('presence.proposal.title')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Stack>
            {refusal && <Failed refusal={refusal} small />}
            {isBusy ? (
              <Waiting />
            ) : proposal ? (
              <Found proposal={proposal} ticks={ticks} toggle={toggle} />
            ) : (
              <>
                <Types hint={t('presence.proposal.types.hint')} value={uids} change={setUids} />
                <NumberLine
                  label={t('presence.proposal.entries')}
                  hint={t('presence.proposal.entries.hint')}
                  value={entries}
                  change={setEntries}
                />
              </>
            )}
          </Stack>
        </Modal.Body>
        <Modal.Footer>
          <Modal.Close>
            <Button variant="tertiary">{t('presence.action.cancel')}</Button>
          </Modal.Close>
          <Flex gap={2}>
            {proposal ? (
              <Button
                disabled={ticks.size === 0}
                onClick={() => {
                  take(withTaken(brand.kit, proposal, ticks));
                  close();
                }}
              >
                {t('presence.proposal.take', { count: ticks.size })}
              </Button>
            ) : (
              <Button loading={isBusy} onClick={() => void run()}>
                {t('presence.proposal.run')}
              </Button>
            )}
          </Flex>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
