import { parentPort } from 'node:worker_threads';
import { LineChart as Lines } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { init, use, type EChartsCoreOption } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { LineChart } from '#lib/server/documents/charts.ts';

/** Draws charts with ECharts. Colours are the names of the page's tokens, so that dark mode and print follow. */
use([Lines, GridComponent, SVGRenderer]);

interface Question {
  id: number;
  chart: LineChart;
}

const FACE = { fontFamily: 'inherit', fontSize: 12, color: 'var(--ink-3)' };

function optionOf(chart: LineChart): EChartsCoreOption {
  const last = chart.categories.length - 1;
  return {
    animation: false,
    grid: { left: 48, right: 32, top: 32, bottom: 32 },
    xAxis: {
      type: 'category',
      data: chart.categories,
      boundaryGap: false,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: 'var(--line-strong)' } },
      axisLabel: {
        ...FACE,
        interval: (index: number) => index === 0 || index === last,
        alignMinLabel: 'left',
        alignMaxLabel: 'right',
      },
    },
    yAxis: {
      type: 'value',
      min: 0,
      max: chart.upper,
      minInterval: 1,
      splitNumber: 3,
      axisLabel: FACE,
      splitLine: { lineStyle: { color: 'var(--line)' } },
    },
    series: chart.series.map((series) =>
      series.kind === 'main' ? mainLine(chart, series.values) : guide(series.values),
    ),
  };
}

function mainLine(chart: LineChart, values: (number | null)[]): object {
  const mark = chart.mark;
  const label = {
    ...FACE,
    show: true,
    color: 'var(--ink)',
    fontSize: 13,
    position: 'top',
    formatter: mark?.text ?? '',
  };
  return {
    type: 'line',
    silent: true,
    symbol: 'circle',
    symbolSize: (_: unknown, point: { dataIndex: number }) => (point.dataIndex === mark?.at ? 9 : 0),
    lineStyle: { color: 'var(--brand)', width: 2.5 },
    itemStyle: { color: 'var(--brand)' },
    areaStyle: { color: 'var(--brand)', opacity: 0.08 },
    data: values.map((value, index) => (index === mark?.at ? { value, label } : { value })),
  };
}

function guide(values: (number | null)[]): object {
  return {
    type: 'line',
    silent: true,
    connectNulls: true,
    showSymbol: false,
    lineStyle: { color: 'var(--ink-3)', width: 1, type: 'dashed' },
    data: values,
  };
}

/** An instance keeps its memory and the thread alive until it is disposed, also when drawing fails. */
function draw(chart: LineChart): string {
  const canvas = init(null, null, { renderer: 'svg', ssr: true, width: chart.width, height: chart.height });
  try {
    canvas.setOption(optionOf(chart));
    return canvas.renderToSVGString();
  } finally {
    canvas.dispose();
  }
}

if (!parentPort) throw new Error('chart.ts is a worker');
const port = parentPort;

port.on('message', ({ id, chart }: Question) => {
  try {
    port.postMessage({ id, svg: draw(chart) });
  } catch (error) {
    port.postMessage({ id, error: error instanceof Error ? error.message : String(error) });
  }
});
