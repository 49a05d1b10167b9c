import { useCallback, useState } from 'react';
import { Button, Flex, Modal, Typography } from '@strapi/design-system';
import type { DoubtAnswer, MailDoubt } from '../../src/audience/schema';
import type { PublicationView } from '../../src/publishing/schema';
import { useApi } from '../api';
import { refusalOf, type Refusal } from '../refusal';
import { useLoad } from '../use-load';
import { useWords } from '../words';
import { Listing, type Column } from './listing';
import { Pager } from './pager';
import { Failed, Loaded } from './states';
import { When } from './when';

type Answer = DoubtAnswer['answer'];
const answers: readonly Answer[] = ['arrived', 'again'];

/** How many mails are in doubt, and the way to the list of them. */
export function MailDoubts({
  publication,
  canAct,
  changed,
}: {
  publication: PublicationView;
  canAct: boolean;
  changed: (publication: PublicationView) => void;
}) {
  const t = useWords();
  const [isOpen, setOpen] = useState(false);
  const [left, setLeft] = useState(publication.inDoubt);
  return (
    <>
      <Button size="S" variant="secondary" onClick={() => setOpen(true)}>
        {t('presence.doubts.open', { count: publication.inDoubt })}
      </Button>
      {isOpen && (
        <Doubts
          publication={publication.key}
          canAct={canAct}
          left={setLeft}
          close={() => {
            setOpen(false);
            if (left !== publication.inDoubt) changed({ ...publication, inDoubt: left });
          }}
        />
      )}
    </>
  );
}

function Doubts({
  publication,
  canAct,
  left,
  close,
}: {
  publication: string;
  canAct: boolean;
  left: (count: number) => void;
  close: () => void;
}) {
  const t = useWords();
  const api = useApi();
  const [page, setPage] = useState(1);
  const [busy, setBusy] = useState<string>();
  const [refusal, setRefusal] = useState<Refusal>();
  const load = useLoad(
    useCallback(async () => {
      const found = await api.doubts(publication, page);
      left(found.total);
      return found;
    }, [api, publication, page, left]),
  );

  const settle = async (answer: Answer, mail?: string) => {
    setBusy(`${answer} ${mail ?? ''}`);
    setRefusal(undefined);
    try {
      await api.settleDoubts(publication, mail ? { answer, mails: [mail] } : { answer });
      setPage(1);
      load.reload();
    } catch (error) {
      setRefusal(refusalOf(error));
    }
    setBusy(undefined);
  };

  const buttons = (mail?: MailDoubt) =>
    answers.map((answer) => (
      <Button
        key={answer}
        size="S"
        variant={answer === 'arrived' ? 'secondary' : 'tertiary'}
        loading={busy === `${answer} ${mail?.key ?? ''}`}
        disabled={busy !== undefined}
        onClick={() => void settle(answer, mail?.key)}
      >
        {t(mail ? `presence.doubts.${answer}` : `presence.doubts.${answer}.all`)}
      </Button>
    ));

  const columns: Column<MailDoubt>[] = [
    {
      id: 'email',
      label: t('presence.subscribers.email'),
      cell: ({ email, reply }) => (
        <Flex direction="column" alignItems="flex-start">
          <Typography fontWeight="semiBold">{email || t('presence.doubts.erased')}</Typography>
          <Typography variant="pi" textColor="neutral600">
            {reply}
          </Typography>
        </Flex>
      ),
    },
    { id: 'when', label: t('presence.column.when'), cell: ({ at }) => <When at={at} /> },
    {
      id: 'actions',
      label: t('presence.column.actions'),
      isLabelHidden: true,
      align: 'end',
      cell: (row) =>
        canAct && (
          <Flex gap={2} wrap="wrap" justifyContent={{ initial: 'flex-start', medium: 'flex-end' }}>
            {buttons(row)}
          </Flex>
        ),
    },
  ];

  return (
    <Modal.Root open onOpenChange={(isOpen) => !isOpen && close()}>
      <Modal.Content>
        <Modal.Header closeLabel={t('presence.action.close')}>
          <Modal.Title>{t('presence.doubts.title')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Typography tag="p">{t('presence.doubts.text')}</Typography>
            {refusal && <Failed refusal={refusal} small />}
            <Loaded load={load}>
              {(list) =>
                list.total === 0 ? (
                  <Typography tag="p" role="status">
                    {t('presence.doubts.none')}
                  </Typography>
                ) : (
                  <>
                    {canAct && list.total > 1 && (
                      <Flex gap={2} wrap="wrap">
                        {buttons()}
                      </Flex>
                    )}
                    <Listing
                      caption={t('presence.doubts.title')}
                      columns={columns}
                      rows={list.items}
                      keyOf={({ key }) => key}
                    />
                    <Pager of={list} go={setPage} />
                  </>
                )
              }
            </Loaded>
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={close}>
            {t('presence.action.close')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
