import { browserPack, packNameOf, packView, type KnownPack } from '../../../src/brand/catalogue/packs';
import {
  packSetting,
  packUpload,
  type PackProblem,
  type PackView,
} from '../../../src/brand/catalogue/schema';
import type { Rule } from '../../../src/brand/engine/rule';
import type { ValePack } from '../../../src/brand/vale/schema';
import type { PackParts } from '../../../src/brand/vale/run/prepared';
import type { Actor } from '../../../src/shared/actor';
import { invalidRequest } from '../../../src/shared/issues';
import { fail, ok, type Problem, type Result } from '../../../src/shared/result';
import type { BrandPacksStore } from '../../stores/brand-packs';
import type { PackInFolder } from '../../stores/pack-folder';
import type { Audit } from '../audit';
import { cached } from '../cached';
import type { Transaction } from '../transaction';
import { making } from './making';
import type { PackSettings } from './pack-settings';

export interface PacksDeps {
  readonly store: BrandPacksStore;
  readonly settings: PackSettings;
  /** Dictionaries and word classes for packs that need them. */
  readonly partsFor: (packs: readonly ValePack[]) => Promise<PackParts>;
  readonly audit: Audit;
  readonly transaction: Transaction;
  readonly now: () => number;
  readonly uuid: () => string;
}

/** A pack before it is known what people set of it. */
type PackInHand = Omit<KnownPack, 'enabled' | 'locales'>;

const mostPacks = 50;

/** What checks and browsers take of the packs that are switched on. */
interface Ready {
  readonly all: readonly KnownPack[];
  readonly rules: readonly Rule[];
  readonly browser: readonly { readonly pack: ValePack; readonly locales: readonly string[] }[];
}

export type Packs = ReturnType<typeof packs>;

/** Packs of rules: those that people uploaded, and those in the folder of the app. */
export function packs({ store, settings, partsFor, audit, transaction, now, uuid }: PacksDeps) {
  const kept = new Map<string, PackInHand & { readonly stamp: string }>();
  let inFolder: readonly PackInHand[] = [];
  let last: { readonly text: string; readonly ready: Ready } | null = null;

  const held = cached(async () => {
    const [heads, set] = [await store.heads(), await settings.all()];
    const text = JSON.stringify([heads, set, inFolder.length]);
    if (last?.text === text) return last.ready;
    const uploaded = [];
    for (const { name, stamp } of heads) {
      const known = kept.get(name);
      const pack = known?.stamp === stamp ? known : await loaded(name);
      if (pack) uploaded.push(pack);
    }
    const all = [...inFolder, ...uploaded].map((one): KnownPack => ({
      ...one,
      enabled: true,
      locales: [],
      ...set[one.name],
    }));
    const ready = await readyOf(all);
    last = { text, ready };
    return ready;
  }, now);

  async function loaded(name: string) {
    const found = await store.find(name);
    if (!found) return null;
    const { stamp, pack, problems, at } = found;
    const one = { name, stamp, from: 'upload', pack, problems, importedAt: at } as const;
    kept.set(name, one);
    return one;
  }

  async function readyOf(all: readonly KnownPack[]): Promise<Ready> {
    const on = all.filter(({ enabled }) => enabled);
    if (on.length === 0) return { all, rules: [], browser: [] };
    const { packRules } = await making();
    const parts = await partsFor(on.map(({ pack }) => pack));
    return {
      all,
      rules: on.flatMap(({ pack, locales }) => packRules(pack, { locales, parts })),
      browser: on.map(({ pack, locales }) => ({ pack: browserPack(pack), locales })),
    };
  }

  const list = async (): Promise<PackView[]> => (await held.get()).all.map(packView);
  const forget = (): void => {
    last = null;
    held.forget();
  };

  /** The zip as a pack, or why nothing of it can be taken. */
  async function read(
    zip: Uint8Array,
    file: string,
  ): Promise<Result<Pick<KnownPack, 'name' | 'pack' | 'problems'>>> {
    const { unpack, readPack } = await making();
    const unpacked = unpack(zip);
    if (!unpacked.ok) return fail(refused(unpacked.problems));
    const guess = packNameOf(file, []);
    const { pack, problems: found } = readPack(unpacked.files, { style: guess });
    const problems = [...unpacked.problems, ...found];
    if (pack.rules.every(({ hidden }) => hidden) && Object.keys(pack.vocabularies).length === 0)
      return fail(refused(problems));
    return ok({ name: packNameOf(file, pack.styles), pack, problems });
  }

  return {
    list,
    /** Rules of packs that are switched on. The same array while nothing changes. */
    rules: async (): Promise<readonly Rule[]> => (await held.get()).rules,
    /** The same for a browser, as plain JSON. */
    forBrowser: async (): Promise<Ready['browser']> => (await held.get()).browser,

    /** Takes over what lies in the folder of the app. What cannot be read of it is told with the pack. */
    async setFolder(found: readonly PackInFolder[]): Promise<void> {
      const { readPack } = await making();
      const readOne = async (one: PackInFolder): Promise<PackInHand> => {
        const from = { from: 'folder', importedAt: null } as const;
        if ('files' in one) return { ...from, name: one.name, ...readPack(one.files, { style: one.name }) };
        const pack = await read(one.zip, `${one.name}.zip`);
        if (pack.ok) return { ...from, ...pack.value, name: one.name };
        return { ...from, name: one.name, pack: readPack({}).pack, problems: problemsOf(pack.error) };
      };
      inFolder = await Promise.all(found.map(readOne));
      forget();
    },

    /** Takes a zip that somebody uploaded; one with the same name is replaced. */
    async upload(input: unknown, actor: Actor): Promise<Result<{ readonly packs: readonly PackView[] }>> {
      const parsed = packUpload.safeParse(input);
      if (!parsed.success) return fail(invalidRequest(parsed.error));
      const zip = new Uint8Array(Buffer.from(parsed.data.zip, 'base64'));
      const pack = await read(zip, parsed.data.name);
      if (!pack.ok) return pack;
      const { name, problems } = pack.value;
      if (inFolder.some((one) => one.name === name)) return fail(fixed(name));
      const others = (await store.heads()).filter((one) => one.name !== name);
      if (others.length >= mostPacks) return fail(tooMany);
      await transaction(async () => {
        await store.put({ ...pack.value, stamp: uuid(), at: now() });
        const rules = pack.value.pack.rules.length;
        await audit.record({
          kind: 'brand-pack.import',
          actor,
          details: { pack: name, rules, problems: problems.length },
        });
      });
      forget();
      return ok({ packs: (await list()).filter((one) => one.name === name) });
    },

    /** Switches a pack on or off, or says which languages it is for. */
    async change(name: string, input: unknown, actor: Actor): Promise<Result<PackView>> {
      const parsed = packSetting.safeParse(input);
      if (!parsed.success) return fail(invalidRequest(parsed.error));
      const before = (await list()).find((one) => one.name === name);
      if (!before) return fail(notFound(name));
      await transaction(async () => {
        await settings.set(name, parsed.data);
        await audit.record({ kind: 'brand-pack.change', actor, details: { pack: name, ...parsed.data } });
      });
      forget();
      return ok((await list()).find((one) => one.name === name) ?? before);
    },

    async remove(name: string, actor: Actor): Promise<Result<void>> {
      const found = (await list()).find((one) => one.name === name);
      if (!found) return fail(notFound(name));
      if (found.from === 'folder') return fail(fixed(name));
      await transaction(async () => {
        await store.remove(name);
        await settings.set(name, null);
        await audit.record({ kind: 'brand-pack.remove', actor, details: { pack: name } });
      });
      kept.delete(name);
      forget();
      return ok(undefined);
    },
  };
}

const refused = (problems: readonly PackProblem[]): Problem => ({
  code: 'brand.pack-refused',
  message: `Nothing of the pack was taken. ${problems
    .map(({ file, message }) => (file ? `${file}: ${message}` : message))
    .slice(0, 3)
    .join(' ')}`,
  details: { problems },
});

const problemsOf = ({ details }: Problem): readonly PackProblem[] =>
  (details?.['problems'] as readonly PackProblem[] | undefined) ?? [];

const notFound = (name: string): Problem => ({
  code: 'brand.pack-not-found',
  message: `There is no pack “${name}”. It may have been removed: reload the list.`,
});

const fixed = (name: string): Problem => ({
  code: 'brand.pack-read-only',
  message: `The pack “${name}” lies in a folder of the app. Change it there and restart Strapi, or give yours another name.`,
});

const tooMany: Problem = {
  code: 'brand.pack-read-only',
  message: `There are ${mostPacks} packs already. Remove one first.`,
};
