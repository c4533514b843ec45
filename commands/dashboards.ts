import * as fs from "node:fs";
import * as path from "node:path";
import { Command } from "commander";
import { drawBoard } from "../dashboards/drawing/board";
import { PrometheusApi } from "../dashboards/drawing/prometheus";
import { dashboardFile, dashboards } from "../dashboards/sources";

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
  readonly minutes: string;
  readonly output: string;
}

/** Draws a dashboard from what a Prometheus holds, without a Grafana. */
async function draw(name: string, { prometheus, minutes, output }: DrawOptions): Promise<void> {
  const dashboard = dashboards[name];
  if (!dashboard) {
    throw new Error(`no dashboard "${name}"; expected one of ${Object.keys(dashboards).join(", ")}`);
  }
  const seconds = Number(minutes) * 60;
  if (!(seconds > 0)) throw new Error(`--minutes ${minutes}: expected a number above zero, such as 60`);
  if (!URL.canParse(prometheus)) {
    throw new Error(`--prometheus ${prometheus}: expected a URL, such as http://localhost:9090`);
  }
  const end = Date.now() / 1000;
  const { svg, empty } = await drawBoard(dashboard, new PrometheusApi(prometheus), {
    start: end - seconds,
    end,
  });
  fs.writeFileSync(output, svg);
  console.error(`wrote ${output}${empty.length > 0 ? `; without data: ${empty.join(", ")}` : ""}`);
}

const program = new Command("dashboards").description(
  "Writes the dashboards to dashboards/*.json, or draws one from the data of a Prometheus.",
);
program.command("write", { isDefault: true }).description("write dashboards/*.json").action(write);
program
  .command("draw")
  .description(`draw a dashboard (${Object.keys(dashboards).join(", ")}) as SVG`)
  .argument("<dashboard>")
  .option("--prometheus <url>", "where Prometheus answers; a port-forward will do", "http://localhost:9090")
  .option("--minutes <number>", "how far to look back", "60")
  .option("--output <file>", "the picture", "dashboard.svg")
  .action((name: string, options: DrawOptions) =>
    draw(name, options).catch((error: Error) => {
      process.stderr.write(`dashboards: ${error.message}\n`);
      process.exit(1);
    }),
  );
program.parse();
