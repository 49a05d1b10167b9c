import { fail, ok, type Result } from '../../src/shared/result';

interface Deps {
  /** Where the built tracker may lie, in this order. */
  readonly places: readonly string[];
  readonly read: (path: string) => Promise<string>;
}

/** The built tracker, read once. */
export function trackerScript({ places, read }: Deps) {
  let script: string | null = null;
  return async (): Promise<Result<string>> => {
    for (const place of script === null ? places : []) script ??= await read(place).catch(() => null);
    return script === null
      ? fail({
          code: 'tracker.not-built',
          message:
            'The tracker script was not found beside the plugin. Run `npm run build` in its folder, or install the package again.',
        })
      : ok(script);
  };
}
