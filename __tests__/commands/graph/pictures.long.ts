import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { coloursOf, INK } from "../../../commands/graph/kinds";
import { mermaid } from "../../../commands/graph/mermaid";
import { workspacesOf } from "../../../commands/workspaces";
import { loadEnvironments } from "../../../config/load";

const root = path.join(__dirname, "../../..");
const environments = loadEnvironments([], { overlays: "none", notify: () => {} });

/** Graphviz is an ES module, which jest does not load: the pictures of all environments, by environment and file. */
const DRAW = `
const { picturesOf } = require("./commands/graph/pictures.ts");
const { loadEnvironments } = require("./config/load.ts");
const environments = loadEnvironments([], { overlays: "none" });
Promise.all(environments.map(async (environment) => [environment.name, await picturesOf(environment)]))
  .then((drawn) => console.log(JSON.stringify(Object.fromEntries(drawn))));
`;

let drawn: Readonly<Record<string, Readonly<Record<string, string>>>>;
beforeAll(() => {
  const args = ["--import", "tsx", "--eval", DRAW];
  drawn = JSON.parse(
    execFileSync(process.execPath, args, { cwd: root, encoding: "utf8", maxBuffer: 2 ** 26 }),
  );
}, 60_000);

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The rectangle around the points of a path. */
function boxOf(points: string): Box {
  const numbers = [...points.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(
    ([, x, y]) => [Number(x), Number(y)] as const,
  );
  const [xs, ys] = [numbers.map(([x]) => x), numbers.map(([, y]) => y)];
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

/** Frames and nodes of a drawing. */
const boxes = (svg: string, what: "node" | "cluster"): readonly Box[] =>
  [
    ...svg.matchAll(new RegExp(`class="${what}[^"]*">\\n<title>[^<]*</title>\\n<path[^>]* d="([^"]*)"`, "g")),
  ].map(([, points]) => boxOf(points as string));

/** Where texts stand; a letter of Helvetica is not wider than 0.6 of its height on average. */
const texts = (svg: string): readonly Box[] =>
  [
    ...svg.matchAll(
      /<text[^>]* text-anchor="middle" x="([-\d.]+)" y="([-\d.]+)"[^>]*font-size="([\d.]+)">([^<]*)</g,
    ),
  ].map(([, x, y, size, text]) => {
    const letters = (text as string)
      .replaceAll("&#160;", " ")
      .replace(/&#?\w+;/g, "-")
      .trim().length;
    const half = (letters * Number(size) * 0.6) / 2;
    return {
      left: Number(x) - half,
      right: Number(x) + half,
      top: Number(y) - Number(size),
      bottom: Number(y),
    };
  });

const isIn = (inner: Box, outer: Box): boolean =>
  inner.left >= outer.left &&
  inner.right <= outer.right &&
  inner.top >= outer.top &&
  inner.bottom <= outer.bottom;

const isApart = (one: Box, other: Box): boolean =>
  one.right < other.left || one.left > other.right || one.bottom < other.top || one.top > other.bottom;

describe.each(environments)("the pictures of $name", (environment) => {
  let pictures: Readonly<Record<string, string>>;
  beforeAll(() => {
    pictures = drawn[environment.name] ?? {};
  });

  it("are current: run 'npm run graph' if this fails", () => {
    expect(Object.keys(pictures)).toHaveLength(2);
    for (const [file, svg] of Object.entries(pictures)) {
      expect({ file, svg: fs.readFileSync(path.join(root, file), "utf8") }).toEqual({ file, svg });
    }
  });

  it("have no text over a border", () => {
    for (const svg of Object.values(pictures)) {
      const borders = [...boxes(svg, "node"), ...boxes(svg, "cluster")];
      expect(texts(svg).length).toBeGreaterThan(4);
      for (const text of texts(svg)) {
        expect(borders.filter((border) => !isIn(text, border) && !isApart(text, border))).toEqual([]);
      }
    }
  });

  it("have a frame for every region that something stands in", () => {
    const regions = new Set(workspacesOf(environment).flatMap(({ region }) => region ?? []));
    const [svg = ""] = Object.values(pictures);
    expect(boxes(svg, "cluster")).toHaveLength(regions.size);
  });

  it("follow the page's theme, and have a colour for every kind", () => {
    for (const svg of Object.values(pictures)) {
      expect(svg).toContain("@media (prefers-color-scheme: dark)");
      expect(svg).not.toMatch(/fill="white"/);
    }
    for (const { kind } of workspacesOf(environment)) {
      const { light } = coloursOf(kind);
      expect(
        new Set([light.fill.slice(1, 3), light.fill.slice(3, 5), light.fill.slice(5)]).size,
      ).toBeGreaterThan(1);
    }
  });
});

/** https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio */
function contrast(one: string, other: string): number {
  const luminance = (colour: string): number => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

it.each(["light", "dark"] as const)("text is readable on every colour of a %s page", (theme) => {
  const kinds = [
    "unknown",
    ...environments.flatMap((environment) => workspacesOf(environment).map(({ kind }) => kind)),
  ];
  for (const kind of new Set(kinds)) {
    expect(contrast(coloursOf(kind)[theme].fill, INK[theme].text)).toBeGreaterThan(7);
    expect(contrast(coloursOf(kind)[theme].fill, coloursOf(kind)[theme].stroke)).toBeGreaterThan(3);
  }
});

it("Mermaid groups by region and colours by kind", () => {
  const azure = environments.find(({ name }) => name === "azure");
  const diagram = mermaid(azure === undefined ? [] : workspacesOf(azure));
  expect(diagram).toMatch(/^flowchart LR\n {2}azure_pki\["pki"\]:::pki\n/);
  expect(diagram).toMatch(/ {2}subgraph region_eu\["eu"\]\n {4}azure_network_eu\["network-eu"\]:::network\n/);
  expect(diagram).toMatch(/classDef network fill:#[0-9a-f]{6},stroke:#[0-9a-f]{6},color:#1b1f24/);
});
