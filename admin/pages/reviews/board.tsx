import { useCallback, useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { Box, LinkButton } from '@strapi/design-system';
import { CheckCircle } from '@strapi/icons';
import { styled } from 'styled-components';
import type { BoardView, Card, Column } from '../../../src/governance/board/schema';
import type { Action, EntryPanel } from '../../../src/governance/review/schema';
import { useApi } from '../../api';
import type { ReviewFilter } from '../../filters';
import { Failed, Loaded, Nothing } from '../../components/states';
import { PageFrame } from '../../components/page-frame';
import { DecisionDialog, type Said } from '../../panels/decision-dialog';
import { pluginId } from '../../plugin';
import { refusalOf } from '../../refusal';
import { useLoad } from '../../use-load';
import { useWords } from '../../words';
import { BoardCard } from './board-card';
import { BoardColumn, type Landing } from './board-column';
import { useStageName } from './facts';
import { Filters, Pick } from './filters';
import { actionTo, reasonAgainst, useLift } from './use-lift';

const Columns = styled.div`
  display: flex;
  gap: 1.6rem;
  align-items: flex-start;
  overflow-x: auto;
  padding: 4px;

  @media (max-width: 767px) {
    flex-direction: column;
    align-items: stretch;
    overflow-x: visible;
  }
`;

const Unseen = styled.div`
  position: absolute;
  width: 1px;
  height: 1px;
  overflow: hidden;
  clip-path: inset(50%);
`;

const withMore = (view: BoardView, { key, cards }: Column): BoardView => ({
  ...view,
  columns: view.columns.map((one) => (one.key === key ? { ...one, cards: [...one.cards, ...cards] } : one)),
});

/** A card that is put down, and the decision that this means. */
interface Move {
  readonly action: Action;
  readonly panel: EntryPanel;
  readonly card: Card;
}

/** Everything under review: columns are stages, cards are entries. Cards go only where the workflow lets them. */
export default function Board() {
  const t = useWords();
  const api = useApi();
  const nameOf = useStageName();
  const [filter, setFilter] = useState<ReviewFilter>({});
  const load = useLoad(useCallback(() => api.board(filter), [api, filter]));
  const { lifted, refusal, lift, drop, fail } = useLift();
  const [target, setTarget] = useState<string>();
  const [said, setSaid] = useState('');
  const [asking, setAsking] = useState<Move>();
  const view = load.value;
  const isFiltered = Object.values(filter).some(Boolean);

  const stageName = (key: string): string =>
    nameOf(view?.workflow.key ?? '', key, view?.columns.find((column) => column.key === key)?.name ?? key);

  // A card that moved takes the focus along.
  const moved = useRef<string | null>(null);
  useEffect(() => {
    const handle =
      moved.current && document.querySelector<HTMLElement>(`[data-card="${CSS.escape(moved.current)}"]`);
    if (!handle) return;
    moved.current = null;
    handle.focus();
  }, [view]);

  const decide = async ({ action, panel, card }: Move, more: Partial<Said>) => {
    const { uid, documentId, locale, seal, copies } = panel;
    await api.decide({ entry: { uid, documentId, locale }, kind: action.decision, seal, copies, ...more });
    setSaid(t('presence.board.moved', { title: card.title, stage: stageName(action.to) }));
    moved.current = card.entry;
    drop();
    load.reload();
  };
  const land = (stage: string) => {
    setTarget(undefined);
    if (!lifted?.panel || lifted.card.stage === stage) return drop();
    const action = actionTo(lifted, stage);
    if (!action) {
      setSaid(reasonAgainst(lifted, stage) ?? t('presence.board.not-there', { stage: stageName(stage) }));
      return;
    }
    const move = { action, panel: lifted.panel, card: lifted.card };
    if (action.comment === 'required' || action.checklist.length > 0) return setAsking(move);
    decide(move, {}).catch((error: unknown) => {
      drop();
      fail(refusalOf(error));
    });
  };

  const begin = (card: Card) => {
    setTarget(undefined);
    setSaid(t('presence.board.hint', { title: card.title }));
    lift(card);
  };
  const cancel = () => {
    setTarget(undefined);
    if (lifted) setSaid(t('presence.board.put-back', { title: lifted.card.title }));
    drop();
  };

  /** Arrows choose among the stages that are open to the lifted card, Enter and Space put it down, Escape puts it back. */
  const onKey = (card: Card) => (event: KeyboardEvent) => {
    if (lifted?.card.entry !== card.entry || !view) return;
    const open = view.columns.filter(({ key }) => actionTo(lifted, key));
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape') cancel();
    else if ((event.key === 'Enter' || event.key === ' ') && target) land(target);
    else if (step !== undefined) {
      const at = open.findIndex(({ key }) => key === target);
      const first = step > 0 ? 0 : open.length - 1;
      const next = open[at === -1 ? first : (at + step + open.length) % open.length];
      setTarget(next?.key);
      setSaid(next ? t('presence.board.over', { stage: stageName(next.key) }) : t('presence.board.nowhere'));
    } else return;
    event.preventDefault();
  };

  const landingOf = (stage: string): Landing => {
    if (!lifted?.panel || lifted.card.stage === stage) return 'none';
    if (!actionTo(lifted, stage)) return 'closed';
    return target === stage ? 'target' : 'open';
  };
  const more = async (column: Column) => {
    const page = Math.floor(column.cards.length / 20) + 1;
    const [next] = (await api.board({ ...filter, workflow: view?.workflow.key, stage: column.key, page }))
      .columns;
    if (next && view) load.put(withMore(view, next));
  };

  return (
    <PageFrame
      title={t('presence.board.title')}
      subtitle={t('presence.board.subtitle')}
      action={
        <LinkButton tag={RouterLink} variant="secondary" to={`/plugins/${pluginId}/reviews`}>
          {t('presence.needs-you.title')}
        </LinkButton>
      }
    >
      <Filters value={filter} change={setFilter}>
        <Pick
          label={t('presence.board.workflow')}
          value={filter.workflow ?? view?.workflow.key}
          choices={
            view && view.workflows.length > 1
              ? view.workflows.map(({ key, name, total }) => ({ value: key, label: `${name} (${total})` }))
              : []
          }
          pick={(workflow) => setFilter({ ...filter, workflow })}
        />
      </Filters>
      {refusal && (
        <Box paddingBottom={4}>
          <Failed refusal={refusal} small />
        </Box>
      )}
      <Unseen role="status" aria-live="assertive">
        {said}
      </Unseen>
      <Loaded load={load}>
        {({ workflow, columns }) =>
          columns.every(({ total }) => total === 0) ? (
            <Nothing
              icon={<CheckCircle width="2.4rem" height="2.4rem" />}
              title={t(isFiltered ? 'presence.needs-you.none-match' : 'presence.board.none')}
            >
              {t(isFiltered ? 'presence.needs-you.none-match.text' : 'presence.board.none.text')}
            </Nothing>
          ) : (
            <Columns>
              {columns.map((column) => (
                <BoardColumn
                  key={column.key}
                  column={column}
                  name={nameOf(workflow.key, column.key, column.name)}
                  landing={landingOf(column.key)}
                  land={() => land(column.key)}
                  over={() => setTarget(column.key)}
                  more={column.cards.length < column.total ? () => void more(column) : undefined}
                >
                  {column.cards.map((card) => (
                    <BoardCard
                      key={card.entry}
                      card={card}
                      canMove
                      isLifted={lifted?.card.entry === card.entry}
                      lift={() => begin(card)}
                      end={cancel}
                      onKey={onKey(card)}
                    />
                  ))}
                </BoardColumn>
              ))}
            </Columns>
          )
        }
      </Loaded>
      {asking && (
        <DecisionDialog
          kind={asking.action.decision}
          isCommentRequired={asking.action.comment === 'required'}
          checklist={asking.action.checklist}
          close={() => {
            setAsking(undefined);
            drop();
          }}
          send={(more) => decide(asking, more)}
        />
      )}
    </PageFrame>
  );
}
