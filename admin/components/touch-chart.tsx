import { useIntl } from 'react-intl';
import { useTheme } from 'styled-components';
import { Bar, BarChart, CartesianGrid, Legend, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { InsightsView } from '../../src/ecosystem/schema';
import { colourAt, useSourceName } from './sources';

/** Touches over time, one colour a channel. The page offers the same numbers as a table. */
export default function TouchChart({ of, label }: { of: InsightsView; label: string }) {
  const { colors, fontSizes } = useTheme();
  const intl = useIntl();
  const nameOf = useSourceName();
  const zone = { timeZone: of.zone };
  const tick = (at: number) =>
    of.step === 'hour'
      ? intl.formatTime(at, { hour: '2-digit', minute: '2-digit', ...zone })
      : intl.formatDate(at, { day: 'numeric', month: 'short', ...zone });
  const rows = of.steps.map((at, step) => ({
    at,
    ...Object.fromEntries(of.series.map(({ channel, points }) => [channel, points[step] ?? 0])),
  }));
  const text = { fill: colors.neutral600, fontSize: fontSizes[1] };

  return (
    <div role="img" aria-label={label} style={{ width: '100%', height: 320 }}>
      <ResponsiveContainer width="100%" height="100%">
        <BarChart data={rows} margin={{ top: 8, right: 8, bottom: 0, left: -16 }} accessibilityLayer={false}>
          <CartesianGrid vertical={false} stroke={colors.neutral150} />
          <XAxis
            dataKey="at"
            tickFormatter={tick}
            tick={text}
            tickLine={false}
            axisLine={{ stroke: colors.neutral200 }}
            minTickGap={24}
          />
          <YAxis tick={text} tickLine={false} axisLine={false} allowDecimals={false} />
          <Tooltip
            cursor={{ fill: colors.neutral100 }}
            contentStyle={{
              background: colors.neutral0,
              border: `1px solid ${colors.neutral200}`,
              borderRadius: 4,
              color: colors.neutral800,
              fontSize: fontSizes[1],
            }}
            labelStyle={{ color: colors.neutral800, fontWeight: 600 }}
            itemStyle={{ color: colors.neutral800 }}
            labelFormatter={(at) => tick(Number(at))}
            formatter={(value, name) => [intl.formatNumber(Number(value)), nameOf(String(name))]}
          />
          <Legend
            formatter={(name) => <span style={{ color: colors.neutral800 }}>{nameOf(String(name))}</span>}
            iconType="circle"
            iconSize={8}
            wrapperStyle={{ fontSize: fontSizes[1] }}
          />
          {of.series.map(({ channel }, index) => (
            <Bar
              key={channel}
              dataKey={channel}
              stackId="touches"
              fill={colors[colourAt(index)]}
              maxBarSize={40}
              isAnimationActive={false}
            />
          ))}
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}
