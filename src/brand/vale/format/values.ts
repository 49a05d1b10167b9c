import { isYamlMap, type YamlValue } from './yaml';

/** How Vale takes a value for a key: it turns what is near into what is asked for. Null: it cannot. */
export const take = {
  text: (value: YamlValue): string | null =>
    typeof value === 'string'
      ? value
      : typeof value === 'number' || typeof value === 'boolean'
        ? String(value)
        : value === null
          ? ''
          : null,
  flag: (value: YamlValue): boolean | null => {
    if (typeof value === 'boolean') return value;
    if (value === null) return false;
    const text = String(value).toLowerCase();
    return /^(?:1|t|true|yes|on)$/.test(text) ? true : /^(?:0|f|false|no|off|)$/.test(text) ? false : null;
  },
  number: (value: YamlValue): number | null => {
    if (value === null) return 0;
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    return typeof number === 'number' && Number.isFinite(number) ? number : null;
  },
  list: (value: YamlValue): readonly string[] | null => {
    if (value === null) return [];
    if (!Array.isArray(value)) {
      const one = take.text(value);
      return one === null ? null : [one];
    }
    const all = value.map((item: YamlValue) => take.text(item));
    return all.every((item) => item !== null) ? all : null;
  },
  pairs: (value: YamlValue): readonly (readonly [string, string])[] | null => {
    if (value === null) return [];
    if (Array.isArray(value)) {
      const all = value.map((item: YamlValue) => take.pairs(item));
      return all.every((item) => item !== null) ? all.flat() : null;
    }
    if (!isYamlMap(value)) return null;
    const pairs: (readonly [string, string])[] = [];
    for (const [key, item] of value) {
      const text = take.text(item);
      if (text === null) return null;
      pairs.push([String(key), text]);
    }
    return pairs;
  },
} as const;

export type Taker = (value: YamlValue) => unknown;
