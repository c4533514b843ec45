import fs from "node:fs";
import path from "node:path";
import { refused } from "../config/problem";
import { drawBoard } from "../dashboards/drawing/board";
import { PrometheusApi, PrometheusError } from "../dashboards/drawing/prometheus";
import { dashboardFile, dashboards } from "../dashboards/sources";
import { address, positive, program, run } from "./program";

const FOLDER = path.join(__dirname, "../dashboards");

/** Writes every dashboard as Grafana reads it. */
function write(): void {
  for (const [name, dashboard] of Object.entries(dashboards)) {
    fs.writeFileSync(path.join(FOLDER, `${name}.json`), dashboardFile(dashboard));
    console.error(`wrote dashboards/${name}.json`);
  }
}

interface DrawOptions {
  readonly prometheus: string;
  readonly minutes: number;
  readonly output: string;
}

/** Draws a dashboard from what a Prometheus holds, without a Grafana. */
async function draw(name: string, { prometheus, minutes, output }: DrawOptions): Promise<void> {
  const dashboard = Object.hasOwn(dashboards, name) ? dashboards[name] : undefined;
  if (!dashboard) {
    const message = `no dashboard ${JSON.stringify(name)}; expected one of ${Object.keys(dashboards).join(", ")}`;
    throw refused("arguments", message);
  }
  const end = Date.now() / 1000;
  const span = { start: end - minutes * 60, end };
  const { svg, empty } = await drawBoard(dashboard, new PrometheusApi(prometheus), span).catch((error) => {
    if (!(error instanceof PrometheusError)) throw error;
    throw refused("--prometheus", error.message);
  });
  fs.mkdirSync(path.dirname(output), { recursive: true });
  fs.writeFileSync(output, svg);
  console.error(`wrote ${output}${empty.length > 0 ? `; without data: ${empty.join(", ")}` : ""}`);
}

const command = program(
  "dashboards",
  "Writes the dashboards to dashboards/*.json, or draws one from the data of a Prometheus.",
);
command.command("write", { isDefault: true }).description("write dashboards/*.json").action(write);
command
  .command("draw")
  .description(`draw a dashboard (${Object.keys(dashboards).join(", ")}) as SVG`)
  .argument("<dashboard>")
  .option(
    "--prometheus <url>",
    "where Prometheus answers; a port-forward will do",
    address,
    "http://localhost:9090",
  )
  .option("--minutes <number>", "how far to look back", positive, 60)
  .option("--output <file>", "the picture", "dashboard.svg")
  .action(draw);

void run(command);
