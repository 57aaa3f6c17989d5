interface Props {
  values: number[];
  baseline: number;
  target: number;
  label: string;
}

const WIDTH = 96;
const HEIGHT = 28;
const PAD = 3;

/** A measure over time between baseline and target (dashed); its words say the same to those who do not see it. */
export function Sparkline({ values, baseline, target, label }: Props) {
  const all = [baseline, target, ...values];
  const low = Math.min(...all);
  const span = Math.max(...all) - low || 1;
  const y = (value: number) => HEIGHT - PAD - ((value - low) / span) * (HEIGHT - 2 * PAD);
  const points = [baseline, ...values];
  const x = (at: number) => PAD + (at / Math.max(points.length - 1, 1)) * (WIDTH - 2 * PAD);
  const last = points.length - 1;
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-label={label}
    >
      <line
        x1={0}
        x2={WIDTH}
        y1={y(target)}
        y2={y(target)}
        stroke="var(--ink-soft)"
        strokeDasharray="2 3"
        opacity={0.7}
      />
      <polyline
        points={points.map((value, at) => `${x(at)},${y(value)}`).join(' ')}
        fill="none"
        stroke="var(--accent)"
        strokeWidth={1.75}
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      <circle cx={x(last)} cy={y(points[last] ?? baseline)} r={2.75} fill="var(--accent)" />
    </svg>
  );
}
