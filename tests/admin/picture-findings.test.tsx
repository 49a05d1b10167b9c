import { act, fireEvent, screen } from '@testing-library/react';
import type { FindingHome } from '../../admin/components/findings/finding-home';
import { FindingItem } from '../../admin/components/findings/finding-item';
import type { Finding } from '../../src/brand/schema';
import { show } from './stage';

const finding: Finding = {
  rule: 'picture.gps',
  severity: 'warning',
  message: 'The file says where the picture was taken.',
  place: { field: 'cover', start: 0, end: 0 },
  quote: '',
  fix: null,
};

function showItem(of: Finding, id: number | null = 7) {
  const asked: unknown[] = [];
  globalThis.fetch = (async (url: unknown, init?: RequestInit) => {
    asked.push([String(url).replace('http://cms.test', ''), JSON.parse(String(init?.body ?? 'null'))]);
    return { ok: true, status: 200, json: async () => ({}) } as Response;
  }) as typeof fetch;
  let changes = 0;
  const home: FindingHome = {
    ...{
      reader: { id: '1', mayWaive: false },
      entry: null,
      channel: null,
      fix: null,
      show: null,
      waivers: [],
    },
    canFix: () => true,
    nameOf: (field) => field,
    pictureOf: () => ({ url: '/uploads/oven.jpg', name: 'oven.jpg', id }),
    changed: () => (changes += 1),
  };
  const mark = { rule: of.rule, field: 'cover', quote: '', before: '', after: '' };
  show(
    <ul>
      <FindingItem
        line={{ finding: of, mark, standing: null }}
        home={home}
        waiting={null}
        setAside={() => undefined}
      />
    </ul>,
  );
  return { asked, changes: () => changes };
}

describe('a finding in a picture', () => {
  it('shows the picture with the part marked, and says so to those who do not see it', () => {
    showItem({
      ...finding,
      rule: 'picture.contrast',
      region: { x: 0.1, y: 0.25, width: 0.5, height: 0.125 },
    });
    const image = screen.getByRole('img', { name: 'Picture “oven.jpg”, with the place marked' });
    expect(image.getAttribute('src')).toBe('http://cms.test/uploads/oven.jpg');
    const { left, top, width, height } = (image.nextElementSibling as HTMLElement).style;
    expect({ left, top, width, height }).toEqual({ left: '10%', top: '25%', width: '50%', height: '12.5%' });
  });

  it('takes the place where it was taken out of the file, and looks again', async () => {
    const { asked, changes } = showItem(finding);
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Remove location data' })));
    expect(asked).toEqual([['/presence/brand/pictures/strip', { id: 7 }]]);
    expect(changes()).toBe(1);
  });

  it('offers that for no other finding, and for no picture outside the library', () => {
    showItem({ ...finding, rule: 'picture.blur' });
    expect(screen.queryByRole('button', { name: 'Remove location data' })).toBeNull();
    expect(screen.getByRole('img', { name: 'Picture “oven.jpg”' })).toBeTruthy();
    document.body.replaceChildren();
    showItem(finding, null);
    expect(screen.queryByRole('button', { name: 'Remove location data' })).toBeNull();
  });
});
