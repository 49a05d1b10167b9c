import { useIntl } from 'react-intl';
import { useTheme } from 'styled-components';
import {
  Bar,
  CartesianGrid,
  ComposedChart,
  Legend,
  Line,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import type { TrendPoint } from '../../../src/brand/findings/schema';
import { useWords } from '../../words';

/** Mean score as a line, errors as bars. The page offers the same numbers as a table. */
export default function TrendChart({ points, label }: { points: readonly TrendPoint[]; label: string }) {
  const { colors, fontSizes } = useTheme();
  const t = useWords();
  const intl = useIntl();
  const tick = (day: string) =>
    intl.formatDate(`${day}T12:00:00Z`, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const text = { fill: colors.neutral600, fontSize: fontSizes[1] };
  return (
    <div role="img" aria-label={label} style={{ width: '100%', height: 280 }}>
      <ResponsiveContainer width="100%" height="100%">
        <ComposedChart
          data={[...points]}
          margin={{ top: 8, right: 0, bottom: 0, left: -16 }}
          accessibilityLayer={false}
        >
          <CartesianGrid vertical={false} stroke={colors.neutral150} />
          <XAxis
            dataKey="day"
            tickFormatter={tick}
            tick={text}
            tickLine={false}
            axisLine={{ stroke: colors.neutral200 }}
            minTickGap={24}
          />
          <YAxis yAxisId="score" domain={[0, 100]} tick={text} tickLine={false} axisLine={false} />
          <YAxis
            yAxisId="errors"
            orientation="right"
            width={40}
            tick={text}
            tickLine={false}
            axisLine={false}
            allowDecimals={false}
          />
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
            labelFormatter={(day) => tick(String(day))}
            formatter={(value) => intl.formatNumber(Math.round(Number(value)))}
          />
          <Legend
            formatter={(name) => <span style={{ color: colors.neutral800 }}>{name}</span>}
            iconType="circle"
            iconSize={8}
            wrapperStyle={{ fontSize: fontSizes[1] }}
          />
          <Bar
            yAxisId="errors"
            dataKey="errors"
            name={t('presence.report.errors')}
            fill={colors.danger500}
            maxBarSize={24}
            isAnimationActive={false}
          />
          <Line
            yAxisId="score"
            dataKey="meanScore"
            name={t('presence.report.mean')}
            stroke={colors.primary600}
            strokeWidth={2}
            dot={false}
            isAnimationActive={false}
          />
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  );
}
