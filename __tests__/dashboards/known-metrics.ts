import fs from "node:fs";
import path from "node:path";

const FOLDER = path.join(__dirname, "metrics");

/** Series of a metric: a histogram has three, a summary two besides its own. */
export const seriesOf = (name: string, type: string): readonly string[] => {
  switch (type) {
    case "histogram":
      return [`${name}_bucket`, `${name}_sum`, `${name}_count`];
    case "summary":
      return [name, `${name}_sum`, `${name}_count`];
    default:
      return [name];
  }
};

/** The series that a program gives, as `metrics/` records them. */
export const recorded = (program: string): readonly string[] =>
  fs
    .readFileSync(path.join(FOLDER, `${program}.txt`), "utf8")
    .trim()
    .split("\n")
    .flatMap((line) => {
      const [name = "", type = ""] = line.split(" ");
      return seriesOf(name, type);
    });

/** The series of a text that a program gave at `/metrics`. */
export const given = (text: string): readonly string[] =>
  [...text.matchAll(/^# TYPE (\S+) (\S+)$/gm)].flatMap(([, name = "", type = ""]) => seriesOf(name, type));

/** What Prometheus adds by itself. */
export const OWN = ["up", "ALERTS"];
