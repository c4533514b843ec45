import pc from "picocolors";

/**
 * Degrees on the wheel of colours, by what a workspace holds: neighbours do similar things. What only one cloud has, such as
 * its clusters, gets a colour by its name.
 */
const HUES: Readonly<Record<string, number>> = {
  network: 210,
  dns: 185,
  "cluster-addons": 285,
  pki: 0,
  registry: 45,
  "api-deploy": 130,
  gitops: 95,
  "global-lb": 30,
  monitoring: 325,
};

/** The colours of one kind: the ground that text stands on, and its border. */
export interface Colours {
  readonly fill: string;
  readonly stroke: string;
}

const hueOf = (kind: string): number =>
  HUES[kind] ?? [...kind].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 360, 0);

/** On a light page, and on a dark one. */
export const coloursOf = (kind: string): { readonly light: Colours; readonly dark: Colours } => {
  const hue = hueOf(kind);
  const colour = (saturation: number, lightness: number) => hex(hue, saturation, lightness);
  return {
    light: { fill: colour(0.7, 0.93), stroke: colour(0.5, 0.34) },
    dark: { fill: colour(0.35, 0.2), stroke: colour(0.55, 0.65) },
  };
};

/** The nearest of a terminal's colours. */
export function paintOf(kind: string): (text: string) => string {
  const hue = hueOf(kind);
  const [, paint] = TERMINAL.find(([end]) => hue < end) ?? [360, pc.red];
  return paint;
}

const TERMINAL: readonly (readonly [end: number, paint: (text: string) => string])[] = [
  [20, pc.red],
  [65, pc.yellow],
  [150, pc.green],
  [200, pc.cyan],
  [250, pc.blue],
  [340, pc.magenta],
];

/** Text, arrows and frames, on a light page and on a dark one. */
export const INK = {
  light: { text: "#1b1f24", line: "#5b6573", frame: "#c4cad1" },
  dark: { text: "#e6edf3", line: "#9aa4b2", frame: "#4b545f" },
} as const;

/** https://www.w3.org/TR/css-color-4/#hsl-to-rgb; Mermaid takes no other form. */
function hex(hue: number, saturation: number, lightness: number): string {
  const amplitude = saturation * Math.min(lightness, 1 - lightness);
  const channel = (offset: number): string => {
    const turn = (offset + hue / 30) % 12;
    const value = lightness - amplitude * Math.max(-1, Math.min(turn - 3, 9 - turn, 1));
    return Math.round(value * 255)
      .toString(16)
      .padStart(2, "0");
  };
  return `#${[0, 8, 4].map(channel).join("")}`;
}
