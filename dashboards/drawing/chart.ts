import type { Series, Span } from "./prometheus";
import { format, niceMaximum } from "./scale";
import { timeTicks } from "./time-axis";

export interface Chart {
  readonly title: string;
  readonly unit: string;
  readonly stacked: boolean;
  readonly series: readonly (Series & { readonly name: string })[];
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Distinguishable also without full colour vision (Okabe and Ito, https://jfly.uni-koeln.de/color/). */
const COLOURS = ["#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#8a7f00", "#666666"];

const LEGEND_LINE = 13;
const LEGEND_LIMIT = 6;

export const escapeXml = (text: string): string =>
  text.replace(
    /[&<>"]/g,
    (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign] as string,
  );

/** Room below a plot for times, and how wide one of them may be. */
const TIME_LINE = 14;
const TIME_WIDTH = 56;

/** One panel: title, axes, lines, and a legend with the last values. */
export function drawChart(chart: Chart, box: Box, span: Span): string {
  const shown = chart.series.slice(0, LEGEND_LIMIT);
  const plot: Box = {
    x: box.x + 62,
    y: box.y + 30,
    width: box.width - 76,
    height: box.height - 50 - TIME_LINE - LEGEND_LINE * Math.ceil(shown.length / 2),
  };
  return [
    `<rect x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}" rx="4" fill="#fff" stroke="#d8dce2"/>`,
    `<text x="${box.x + 10}" y="${box.y + 18}" font-weight="600">${escapeXml(chart.title)}</text>`,
    chart.series.length === 0
      ? `<text x="${box.x + box.width / 2}" y="${box.y + box.height / 2}" text-anchor="middle" fill="#888">no data</text>`
      : [axis(chart, plot), times(plot, span), lines(chart, plot, span), legend(chart, shown, box)].join(
          "\n",
        ),
  ].join("\n");
}

const maximumOf = (chart: Chart): number =>
  niceMaximum(
    Math.max(0, ...heights(chart).flatMap(({ points }) => points.map(([, value]) => value))),
    chart.unit,
  );

/** What is drawn: values, or where they are stacked the sums so far. */
function heights({ series, stacked }: Chart): readonly Series[] {
  if (!stacked) return series;
  const sums = new Map<number, number>();
  return series.map(({ labels, points }) => ({
    labels,
    points: points.map(([time, value]) => {
      const sum = (sums.get(time) ?? 0) + value;
      sums.set(time, sum);
      return [time, sum] as const;
    }),
  }));
}

/** Half a pod is none: where all values are whole, the steps are, too. */
const isWhole = ({ series }: Chart): boolean =>
  series.every(({ points }) => points.every(([, value]) => Number.isInteger(value)));

function axis(chart: Chart, plot: Box): string {
  const maximum = maximumOf(chart);
  const whole = isWhole(chart);
  return [0, 0.5, 1]
    .filter((share) => !whole || Number.isInteger(maximum * share))
    .map((share) => {
      const y = plot.y + plot.height * (1 - share);
      return `<line x1="${plot.x}" x2="${plot.x + plot.width}" y1="${y}" y2="${y}" stroke="#eceff3"/><text x="${plot.x - 6}" y="${y + 4}" text-anchor="end" fill="#667" font-size="10">${escapeXml(format(maximum * share, chart.unit))}</text>`;
    })
    .join("\n");
}

function times(plot: Box, span: Span): string {
  const bottom = plot.y + plot.height;
  return timeTicks(span, Math.floor(plot.width / TIME_WIDTH))
    .map(({ share, label }) => {
      const x = (plot.x + plot.width * share).toFixed(1);
      return `<line x1="${x}" x2="${x}" y1="${bottom}" y2="${bottom + 3}" stroke="#99a"/><text x="${x}" y="${bottom + 13}" text-anchor="middle" fill="#667" font-size="10">${label}</text>`;
    })
    .join("\n");
}

/** A line for each series; where they are stacked, its own part is filled. */
function lines(chart: Chart, plot: Box, span: Span): string {
  const maximum = maximumOf(chart);
  const place = ([time, value]: readonly [number, number]) => {
    const x = plot.x + (plot.width * (time - span.start)) / (span.end - span.start);
    const y = plot.y + plot.height * (1 - Math.max(0, value) / maximum);
    return `${x.toFixed(1)},${y.toFixed(1)}`;
  };
  return heights(chart)
    .map(({ points }, index) => {
      const colour = COLOURS[index % COLOURS.length];
      const path = points.map(place).join(" ");
      const line = `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="1.5"/>`;
      if (!chart.stacked) return line;
      const own = chart.series[index]?.points ?? [];
      const below = points.map(([time, sum], at) => place([time, sum - (own[at]?.[1] ?? 0)])).reverse();
      return `<polygon points="${path} ${below.join(" ")}" fill="${colour}" fill-opacity="0.3"/>${line}`;
    })
    .join("\n");
}

function legend(chart: Chart, shown: Chart["series"], box: Box): string {
  const rows = Math.ceil(shown.length / 2);
  const more = chart.series.length - shown.length;
  return shown
    .map(({ name, points }, index) => {
      const x = box.x + 12 + (index % 2) * (box.width / 2 - 10);
      const y = box.y + box.height - 8 - LEGEND_LINE * (rows - 1 - Math.floor(index / 2));
      const last = points.at(-1);
      const value = last ? ` ${format(last[1], chart.unit)}` : "";
      const rest = more > 0 && index === shown.length - 1 ? ` (and ${more} more)` : "";
      return `<rect x="${x}" y="${y - 8}" width="8" height="8" fill="${COLOURS[index % COLOURS.length]}"/><text x="${x + 12}" y="${y}" font-size="10">${escapeXml(name + value + rest)}</text>`;
    })
    .join("\n");
}
