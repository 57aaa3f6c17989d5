import { useMantineColorScheme } from '@mantine/core';
import { BarChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import type { ChartSpec } from './Figure';

use([
  LineChart,
  BarChart,
  GridComponent,
  TooltipComponent,
  AriaComponent,
  LabelLayout,
  SVGRenderer,
]);

const LINES = ['--accent', '--warm', '--ink-soft'];

function ink(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function axis(colour: string) {
  return {
    axisLabel: { color: colour, fontSize: 13, hideOverlap: true },
    axisTick: { show: false },
    axisLine: { show: false },
  };
}

const LABEL_LETTER_PX = 8;

function longest(spec: ChartSpec): number {
  return Math.max(...spec.series.map((one) => one.name.length));
}

function optionOf(spec: ChartSpec, label: string) {
  const soft = ink('--ink-soft');
  const line = ink('--line');
  return {
    animation: false,
    aria: { enabled: true, label: { description: label } },
    textStyle: { fontFamily: 'inherit' },
    // Direct labels at the lines' ends need room at the right; there is no legend to look up.
    grid: {
      left: 4,
      right: spec.series.length > 1 ? LABEL_LETTER_PX * longest(spec) + 16 : 20,
      top: 12,
      bottom: 4,
      outerBoundsMode: 'same',
    },
    tooltip: {
      trigger: 'axis',
      backgroundColor: ink('--surface'),
      borderColor: line,
      textStyle: { color: ink('--ink'), fontSize: 13 },
      valueFormatter: (value: unknown) =>
        value === null || value === undefined ? '–' : spec.format(Number(value)),
    },
    xAxis: { type: spec.time ? 'time' : 'category', ...axis(soft), splitLine: { show: false } },
    yAxis: {
      type: spec.tenfold ? 'log' : 'value',
      splitNumber: 4,
      ...axis(soft),
      axisLabel: { color: soft, fontSize: 13, formatter: spec.axis ?? spec.format },
      splitLine: { lineStyle: { color: line } },
    },
    series: spec.series.map((one, at) => {
      const colour = ink(LINES[at % LINES.length] ?? '--accent');
      return {
        name: one.name,
        type: one.kind,
        data: one.points,
        barMaxWidth: 28,
        symbol: one.dashed ? 'none' : 'circle',
        symbolSize: 6,
        itemStyle: { color: colour, borderRadius: [3, 3, 0, 0] },
        lineStyle: { width: 2, type: one.dashed ? 'dashed' : 'solid' },
        endLabel: {
          show: one.kind === 'line' && spec.series.length > 1,
          formatter: '{a}',
          color: colour,
          fontSize: 13,
        },
        // Lines that end together would write their names over one another.
        labelLayout: { moveOverlap: 'shiftY' },
      };
    }),
  };
}

/** Draws in SVG: sharp at any size, and its text is text. */
export default function Chart({ spec, label }: { spec: ChartSpec; label: string }) {
  const place = useRef<HTMLDivElement>(null);
  const { colorScheme } = useMantineColorScheme();

  // biome-ignore lint/correctness/useExhaustiveDependencies: the scheme changes the colours that optionOf reads.
  useEffect(() => {
    if (!place.current) return;
    const chart = init(place.current, null, { renderer: 'svg' });
    chart.setOption(optionOf(spec, label));
    const watcher = new ResizeObserver(() => chart.resize());
    watcher.observe(place.current);
    return () => {
      watcher.disconnect();
      chart.dispose();
    };
  }, [spec, label, colorScheme]);

  return <div ref={place} style={{ height: '100%' }} />;
}
