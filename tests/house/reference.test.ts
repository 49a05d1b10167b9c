import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { codes } from '../../src/shared/codes';

describe('the reference pages', () => {
  it('are generated from the lists as they stand', () => {
    execFileSync(process.execPath, ['scripts/reference.mjs', '--check'], {
      cwd: resolve(__dirname, '../..'),
    });
  });

  it.each(Object.entries(codes))(
    '%s is written as area.what-happened and says what to do',
    (code, { means }) => {
      expect(code).toMatch(/^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/);
      expect(means.length).toBeGreaterThan(30);
      expect(means).toMatch(/[.]$/);
    },
  );
});
