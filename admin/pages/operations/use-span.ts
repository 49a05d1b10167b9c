import { useIntl } from 'react-intl';

const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
] as const;

/** How long something lasted, in its largest unit: “3 minutes”. */
export function useSpan(): (ms: number) => string {
  const intl = useIntl();
  return (ms) => {
    const [unit, size] = units.find(([, each]) => ms >= each) ?? ['second', 1_000];
    const value = Math.max(1, Math.floor(ms / size));
    return intl.formatNumber(value, { style: 'unit', unit, unitDisplay: 'long' });
  };
}
