import type { ReactNode } from 'react';
import { Box, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type {
  FieldDifference,
  PieceDifference,
  SnapshotFile,
} from '../../../src/governance/difference/schema';
import { addressOf } from '../../components/address-of';
import { useWords } from '../../words';

const Row = styled.div`
  display: grid;
  grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
  gap: 1.6rem;

  @media (max-width: 767px) {
    grid-template-columns: minmax(0, 1fr);
    gap: 0.4rem;
  }
`;

const Cell = styled.div`
  min-width: 0;
  padding: 0.8rem 1.2rem;
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral100};
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: ${({ theme }) => theme.fontSizes[2]};
  line-height: ${({ theme }) => theme.lineHeights[6]};
  overflow-wrap: anywhere;
  white-space: pre-wrap;

  del,
  ins {
    border-radius: 2px;
    padding: 0 2px;
    color: ${({ theme }) => theme.colors.neutral800};
  }
  del {
    background: ${({ theme }) => theme.colors.danger100};
    text-decoration: line-through;
  }
  ins {
    background: ${({ theme }) => theme.colors.success100};
    text-decoration: underline;
  }
  img {
    display: block;
    max-width: 100%;
    max-height: 16rem;
  }
  @media (max-width: 767px) {
    &:empty {
      display: none;
    }
  }
`;

const HeadCell = styled.div`
  min-width: 0;
`;

/** What was on the left, what is on the right. */
export const Cells = ({
  before,
  after,
  isHead = false,
}: {
  before: ReactNode;
  after: ReactNode;
  isHead?: boolean;
}) =>
  isHead ? (
    <Row>
      <HeadCell>{before}</HeadCell>
      <HeadCell>{after}</HeadCell>
    </Row>
  ) : (
    <Row>
      <Cell>{before}</Cell>
      <Cell>{after}</Cell>
    </Row>
  );

/** What changed in one field. What is struck out was removed, what is underlined was added. */
export function FieldChange({ field }: { field: FieldDifference }) {
  const t = useWords();
  switch (field.kind) {
    case 'text':
      return <Text pieces={field.pieces} formOnly={field.formOnly} />;
    case 'value':
      return (
        <Cells
          before={field.before === null ? null : <del>{field.before}</del>}
          after={field.after === null ? null : <ins>{field.after}</ins>}
        />
      );
    case 'media':
      return (
        <>
          {field.files
            .filter(({ change }) => change !== 'same')
            .map(({ before, after }) => (
              <Cells
                key={(after ?? before)?.file}
                before={before && <File file={before} />}
                after={after && <File file={after} />}
              />
            ))}
          {field.moved && <Note>{t('presence.difference.order')}</Note>}
        </>
      );
    case 'relation':
      return (
        <>
          <Cells
            before={list(
              field.targets.filter(({ change }) => change !== 'added'),
              'removed',
            )}
            after={list(
              field.targets.filter(({ change }) => change !== 'removed'),
              'added',
            )}
          />
          {field.moved && <Note>{t('presence.difference.order')}</Note>}
        </>
      );
    case 'component':
      return (
        <Note>
          {t(`presence.difference.component.${field.change}`, {
            before: field.before,
            after: field.after,
          })}
        </Note>
      );
  }
}

const Note = ({ children }: { children: string }) => (
  <Box paddingTop={1}>
    <Typography variant="pi" textColor="neutral700" tag="p">
      {children}
    </Typography>
  </Box>
);

const list = (
  targets: Extract<FieldDifference, { kind: 'relation' }>['targets'],
  marked: 'added' | 'removed',
): ReactNode =>
  targets.map(({ documentId, name, change }) => {
    const text = name ?? documentId;
    const shown = change !== marked ? text : marked === 'added' ? <ins>{text}</ins> : <del>{text}</del>;
    return <div key={documentId}>{shown}</div>;
  });

function File({ file }: { file: SnapshotFile }) {
  const t = useWords();
  return (
    <>
      {file.mime === null || file.mime.startsWith('image/') ? (
        <img src={addressOf(file.url)} alt={file.alt ?? file.name} />
      ) : null}
      <div>{file.name}</div>
      <div>{t('presence.difference.alt', { alt: file.alt ?? '–' })}</div>
      {file.caption && <div>{file.caption}</div>}
    </>
  );
}

/** Unchanged paragraphs in between are counted, not shown, but for the neighbours of a change. */
function Text({ pieces, formOnly }: { pieces: readonly PieceDifference[]; formOnly: boolean }) {
  const t = useWords();
  if (formOnly) return <Note>{t('presence.difference.form')}</Note>;
  const isNear = (at: number): boolean =>
    [at - 1, at, at + 1].some((one) => pieces[one] !== undefined && pieces[one].change !== 'same');
  const rows: ReactNode[] = [];
  let hidden = 0;
  const flush = (): void => {
    if (hidden > 0)
      rows.push(<Note key={`n${rows.length}`}>{t('presence.difference.hidden', { count: hidden })}</Note>);
    hidden = 0;
  };
  pieces.forEach((piece, at) => {
    if (!isNear(at)) {
      hidden += 1;
      return;
    }
    flush();
    rows.push(<Cells key={at} before={side(piece, 'removed')} after={side(piece, 'added')} />);
  });
  flush();
  return <Box style={{ display: 'grid', gap: '0.4rem' }}>{rows}</Box>;
}

function side({ parts }: PieceDifference, marked: 'added' | 'removed'): ReactNode {
  const other = marked === 'added' ? 'removed' : 'added';
  const own = parts.filter(({ change }) => change !== other);
  if (own.length === 0) return null;
  return own.map(({ change, text }, at) =>
    change === 'same' ? (
      <span key={at}>{text}</span>
    ) : marked === 'added' ? (
      <ins key={at}>{text}</ins>
    ) : (
      <del key={at}>{text}</del>
    ),
  );
}
