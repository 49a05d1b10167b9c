import { fireEvent, screen, within } from '@testing-library/react';
import { RecordList } from '../../admin/pages/record/list';
import { Filters, isFiltered, noFilter, type RecordFilter } from '../../admin/pages/record/filters';
import de from '../../admin/translations/de.json';
import en from '../../admin/translations/en.json';
import { auditKinds } from '../../src/governance/audit/kinds';
import type { AuditPage, AuditRow } from '../../src/governance/audit/schema';
import { show } from './stage';

const row = (part: Partial<AuditRow> = {}): AuditRow => ({
  key: crypto.randomUUID(),
  at: Date.UTC(2026, 10, 22, 9),
  kind: 'settings.save',
  by: { kind: 'user', id: '1', name: 'Rosa' },
  person: 'user:1',
  from: { way: 'admin', place: 'abc' },
  entry: null,
  seal: null,
  details: { catchUp: 'late' },
  number: 12,
  hash: 'f'.repeat(64),
  ...part,
});
const page = (...items: AuditRow[]): AuditPage => ({ items, page: 1, pageSize: 25, total: 1, titles: {} });

describe('the record', () => {
  it.each(Object.keys(auditKinds))('has words for %s in both languages', (kind) => {
    const id = `presence.record.kind.${kind}`;
    expect(Object.keys(en)).toContain(id);
    expect(Object.keys(de)).toContain(id);
  });

  it('says what, who from where, and the row; details on demand', () => {
    show(<RecordList page={page(row())} change={() => undefined} />);
    const table = screen.getByRole('table', { name: 'Record' });
    expect(within(table).getByText('Changed the settings')).toBeTruthy();
    expect(within(table).getByText('in the admin panel')).toBeTruthy();
    expect(within(table).getByText('Row 12')).toBeTruthy();
    expect(within(table).getByText(/"catchUp": "late"/)).toBeTruthy();
  });

  it('shows a kind that it does not know by its name, and a row of this moment', () => {
    show(<RecordList page={page(row({ kind: 'oven.cleaned', number: null }))} change={() => undefined} />);
    expect(screen.getByText('oven.cleaned')).toBeTruthy();
    expect(screen.getByText('Just written')).toBeTruthy();
  });

  it('narrows to a person, and back', () => {
    const parts: Partial<RecordFilter>[] = [];
    show(<RecordList page={page(row())} change={(part) => parts.push(part)} />);
    fireEvent.click(screen.getByRole('button', { name: 'Only Rosa' }));
    expect(parts).toEqual([{ person: { id: 'user:1', name: 'Rosa' } }]);
    const value = { ...noFilter, ...parts[0] };
    expect([isFiltered(noFilter), isFiltered(value)]).toEqual([false, true]);
    show(<Filters value={value} change={(part) => parts.push(part)} />);
    fireEvent.click(screen.getByRole('button', { name: 'No longer only Rosa' }));
    expect(parts[1]).toEqual({ person: null });
  });
});
