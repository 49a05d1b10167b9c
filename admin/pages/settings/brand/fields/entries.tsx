import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { Box, Button, Flex, IconButton, Typography } from '@strapi/design-system';
import { CaretDown, CaretUp, Plus, Trash } from '@strapi/icons';
import { Pager } from '../../../../components/pager';
import { Pill } from '../../../../components/pill';
import { SearchBox } from '../../../../components/search-box';
import { useWords } from '../../../../words';
import type { Places } from '../../workflows/places';

const pageSize = 20;

interface Entries<T> {
  readonly rows: readonly T[];
  readonly change: (rows: T[]) => void;
  /** Path of the list in the kit: `terms`. */
  readonly path: string;
  readonly places: Places;
  readonly isFixed: boolean;
  /** What a new row holds. */
  readonly blank?: () => T;
  /** Begins a row in another way, such as choosing a file. */
  readonly begin?: () => void;
  readonly add: string;
  readonly none: string;
  /** What a row is called in the labels of its buttons, and what is searched. */
  readonly nameOf: (row: T) => string;
  readonly textOf?: (row: T) => string;
  /** The row while it is closed. */
  readonly line: (row: T) => ReactNode;
  /** Further buttons beside “add”. */
  readonly more?: ReactNode;
  readonly children: (row: T, set: (part: Partial<T>) => void, path: string) => ReactNode;
}

/** A list that is edited in place: a line a row that opens to its form; search and pages where it is long. */
export function Entries<T>(props: Entries<T>) {
  const { rows, change, path, places, isFixed, blank, add, none, nameOf, textOf = nameOf, more } = props;
  const t = useWords();
  const [open, setOpen] = useState<number>();
  const [q, setQ] = useState('');
  // The box keeps what is typed; a new round is an empty box.
  const [round, setRound] = useState(0);
  const [wrongOnly, setWrongOnly] = useState(false);
  const [page, setPage] = useState(1);
  const wrong = places.count(path);
  const wanted = q.trim().toLowerCase();
  const found = rows
    .map((row, index) => ({ row, index }))
    .filter(
      ({ row, index }) =>
        // The row that is being written in stays, whatever it says by now.
        index === open ||
        ((wanted === '' || textOf(row).toLowerCase().includes(wanted)) &&
          (!wrongOnly || wrong === 0 || places.count(`${path}[${index}]`) > 0)),
    );
  const last = Math.max(1, Math.ceil(found.length / pageSize));
  const at = Math.min(page, last);
  const begin = () => {
    if (!blank) return props.begin?.();
    change([...rows, blank()]);
    setQ('');
    setRound(round + 1);
    setWrongOnly(false);
    setPage(Math.ceil((rows.length + 1) / pageSize));
    setOpen(rows.length);
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Flex gap={3} wrap="wrap" justifyContent="space-between">
        {rows.length > 8 ? (
          <Box flex="1 1 24rem" maxWidth={{ medium: '36rem' }}>
            <SearchBox
              key={round}
              label={t('presence.kit.search', { count: rows.length })}
              value={q}
              change={(next) => {
                setQ(next);
                setPage(1);
              }}
            />
          </Box>
        ) : (
          <Box />
        )}
        {!isFixed && (
          <Flex gap={2} wrap="wrap">
            {more}
            <Button variant="secondary" size="S" startIcon={<Plus />} onClick={begin}>
              {add}
            </Button>
          </Flex>
        )}
      </Flex>
      {wrong > 0 && rows.length > 1 && (
        <Box>
          <Button
            size="S"
            variant={wrongOnly ? 'danger' : 'danger-light'}
            aria-pressed={wrongOnly}
            onClick={() => setWrongOnly(!wrongOnly)}
          >
            {t('presence.kit.wrong.only')}
          </Button>
        </Box>
      )}
      {rows.length === 0 && (
        <Typography tag="p" textColor="neutral600">
          {none}
        </Typography>
      )}
      {rows.length > 0 && found.length === 0 && (
        <Typography tag="p" textColor="neutral600" role="status">
          {t('presence.kit.search.none')}
        </Typography>
      )}
      <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
        {found.slice((at - 1) * pageSize, at * pageSize).map(({ row, index }) => (
          <Row
            key={index}
            {...props}
            row={row}
            path={`${path}[${index}]`}
            name={nameOf(row) || t('presence.kit.row', { number: index + 1 })}
            isOpen={open === index}
            toggle={() => setOpen(open === index ? undefined : index)}
            set={(part) => change(rows.map((each, other) => (other === index ? { ...each, ...part } : each)))}
            remove={() => {
              change(rows.filter((_, other) => other !== index));
              setOpen(undefined);
            }}
          />
        ))}
      </Flex>
      <Pager of={{ items: [], page: at, pageSize, total: found.length }} go={setPage} />
    </Flex>
  );
}

function Row<T>({
  row,
  path,
  name,
  places,
  isFixed,
  isOpen,
  toggle,
  set,
  remove,
  line,
  children,
}: Entries<T> & {
  row: T;
  name: string;
  isOpen: boolean;
  toggle: () => void;
  set: (part: Partial<T>) => void;
  remove: () => void;
}) {
  const t = useWords();
  const id = useId();
  const form = useRef<HTMLDivElement>(null);
  // Who opens a row wants to write in it.
  useEffect(() => {
    if (isOpen) form.current?.querySelector<HTMLElement>('input, textarea')?.focus();
  }, [isOpen]);
  const wrong = places.count(path);
  return (
    <Box tag="li" background="neutral100" hasRadius borderColor={wrong > 0 ? 'danger600' : 'neutral100'}>
      <Flex gap={3} padding={3} alignItems="center">
        <Flex flex="1" minWidth={0} gap={2} wrap="wrap" style={{ overflowWrap: 'anywhere' }}>
          {line(row)}
          {wrong > 0 && <Pill tone="danger">{t('presence.kit.wrong', { count: wrong })}</Pill>}
        </Flex>
        <Flex gap={1} flex="none">
          <IconButton
            size="S"
            label={t(isOpen ? 'presence.kit.close' : 'presence.kit.open', { name })}
            aria-expanded={isOpen}
            aria-controls={id}
            onClick={toggle}
          >
            {isOpen ? <CaretUp /> : <CaretDown />}
          </IconButton>
          {!isFixed && (
            <IconButton size="S" label={t('presence.brand.remove', { name })} onClick={remove}>
              <Trash />
            </IconButton>
          )}
        </Flex>
      </Flex>
      <Box id={id} ref={form} hidden={!isOpen} padding={3} paddingTop={1}>
        {isOpen && children(row, set, path)}
      </Box>
    </Box>
  );
}
