import pc from "picocolors";
import { counts } from "../finding";
import type { WorkspaceReport } from "../workspace-report";

const FRAMES = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏";

/** Shows how far a rehearsal is, on the error stream so that a report can be piped. */
export interface Progress {
  say(text: string): void;
  update(report: WorkspaceReport): void;
  end(): void;
}

/** A spinner with what runs on a terminal, a line per finished workspace elsewhere. */
export function progress(stream: NodeJS.WriteStream): Progress {
  return stream.isTTY && !process.env["CI"] ? new Spinner(stream) : new Lines(stream);
}

class Lines implements Progress {
  constructor(private readonly stream: NodeJS.WriteStream) {}

  say(text: string): void {
    this.stream.write(`${text}\n`);
  }

  update(report: WorkspaceReport): void {
    const line = finished(report);
    if (line) this.say(line);
  }

  end(): void {}
}

class Spinner implements Progress {
  private readonly running = new Map<string, string>();
  private readonly timer: NodeJS.Timeout;
  private drawn = 0;
  private frame = 0;
  private text = "";

  constructor(private readonly stream: NodeJS.WriteStream) {
    this.timer = setInterval(() => this.draw(), 100);
    stream.write("\x1b[?25l"); // no cursor while the spinner turns
  }

  say(text: string): void {
    this.text = text;
    this.draw();
  }

  update(report: WorkspaceReport): void {
    this.text = "";
    const line = finished(report);
    if (line) {
      this.running.delete(report.workspace);
      this.clear();
      this.stream.write(`${line}\n`);
    } else if (report.step) {
      this.running.set(report.workspace, report.step);
    }
    this.draw();
  }

  end(): void {
    clearInterval(this.timer);
    this.clear();
    this.stream.write("\x1b[?25h");
  }

  private draw(): void {
    this.clear();
    this.frame = (this.frame + 1) % FRAMES.length;
    const spin = pc.cyan(FRAMES[this.frame] as string);
    const lines = [...this.running].map(([workspace, step]) => `${spin} ${workspace} ${pc.dim(step)}`);
    if (this.text) lines.push(`${spin} ${this.text}`);
    this.stream.write(lines.map((line) => `${line}\n`).join(""));
    this.drawn = lines.length;
  }

  private clear(): void {
    if (this.drawn > 0) this.stream.write(`\x1b[${this.drawn}F\x1b[0J`);
    this.drawn = 0;
  }
}

function finished({
  workspace,
  outcome,
  step,
  applied,
  destroyed,
  seconds,
  findings,
}: WorkspaceReport): string | undefined {
  const time = pc.dim(
    `${Object.values(seconds)
      .reduce((sum, one) => sum + one, 0)
      .toFixed(1)} s`,
  );
  if (outcome === "failed")
    return `${pc.red("failed")}   ${workspace}: ${step}: ${findings.find(counts)?.summary}`;
  if (outcome === "skipped") return `${pc.yellow("skipped")}  ${workspace}`;
  if (destroyed !== "not yet")
    return `${pc.green("gone")}     ${workspace} ${destroyed === "yes" ? "" : `(${destroyed}) `}${time}`;
  return outcome === "passed" && !step
    ? `${pc.green("up")}       ${workspace}, ${applied} resources ${time}`
    : undefined;
}
