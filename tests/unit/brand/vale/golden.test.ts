import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { checkFile } from '../../../../src/brand/vale/file';
import { readPack } from '../../../../src/brand/vale/pack';

const shared = join(__dirname, '../../../../../shared/vale');
const packs = ['write-good', 'proselint', 'Joblint'];

/** Found by the rule as it is now: `fairly` became one of its words after the rows were written. */
const later: Readonly<Record<string, readonly string[]>> = {
  'write-good': ["Weasel\ttest.md\t5\t23\twrite-good.Weasel\t'fairly' is a weasel word!"],
};

/** The fixtures of write-good are named after the one rule that is on in them. */
const onlyFor = (name: string, path: string) =>
  name === 'write-good' ? { only: [`${name}.${basename(dirname(path))}`] } : {};

const filesBelow = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });

const textsBelow = (folder: string): Record<string, string> =>
  Object.fromEntries(filesBelow(folder).map((path) => [relative(folder, path), readFileSync(path, 'utf8')]));

if (!existsSync(shared)) {
  it('skips the packs of other people: ../shared/vale is not here', () =>
    expect(existsSync(shared)).toBe(false));
} else {
  describe.each(packs)('the pack %s', (name) => {
    const { pack, problems } = readPack(textsBelow(join(shared, name)));

    it('is read without a problem', () => expect(problems).toEqual([]));

    it('finds exactly what Vale finds, where Vale finds it', () => {
      const rows = readFileSync(join(shared, name, 'expected.tsv'), 'utf8')
        .trim()
        .split('\n')
        .slice(1);
      const expected = [...rows, ...(later[name] ?? [])].sort();
      const fixtures = join(shared, name, 'fixtures');
      const found = filesBelow(fixtures).flatMap((path) =>
        checkFile({ text: readFileSync(path, 'utf8'), format: 'markdown' }, pack, onlyFor(name, path)).map(
          ({ line, column, rule, message }) =>
            [...relative(fixtures, path).split('/'), line, column, rule, message].join('\t'),
        ),
      );
      expect(found.sort()).toEqual(expected);
    });

    it('is plain JSON, so it can travel', () => expect(JSON.parse(JSON.stringify(pack))).toEqual(pack));
  });
}
