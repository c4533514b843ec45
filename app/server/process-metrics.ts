/** What the process and its runtime use, by the names that Prometheus' client libraries share. */
import fs from "node:fs";
import {
  constants,
  monitorEventLoopDelay,
  type PerformanceEntry,
  PerformanceObserver,
} from "node:perf_hooks";
import { type Distribution, type Family, type Histogram, single } from "./exposition";

/** A file of /proc, or nothing on another system. */
function proc(file: string): string {
  try {
    return fs.readFileSync(`/proc/self/${file}`, "utf8");
  } catch {
    return "";
  }
}

function openDescriptors(): number {
  try {
    return fs.readdirSync("/proc/self/fd").length - 1; // without the one that lists them
  } catch {
    return Number.NaN;
  }
}

const GC_KINDS: Readonly<Record<number, string>> = {
  [constants.NODE_PERFORMANCE_GC_MAJOR]: "major",
  [constants.NODE_PERFORMANCE_GC_MINOR]: "minor",
  [constants.NODE_PERFORMANCE_GC_INCREMENTAL]: "incremental",
  [constants.NODE_PERFORMANCE_GC_WEAKCB]: "weakcb",
};

const GC_BUCKETS = [0.001, 0.01, 0.1, 1, 2, 5] as const;

interface Collections {
  readonly counts: number[];
  sum: number;
}

export class ProcessMetrics {
  private readonly delay = monitorEventLoopDelay({ resolution: 10 });
  private readonly collections = new Map<string, Collections>();

  constructor() {
    this.delay.enable();
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        this.collected(entry);
      }
    });
    observer.observe({ entryTypes: ["gc"] });
  }

  /** What was measured since the last call, for the loop's delay; everything else since the start. */
  families(): readonly Family[] {
    const lag = this.lag();
    this.delay.reset();
    return [...usage(), ...lag, this.gc()];
  }

  private lag(): readonly Family[] {
    const { delay } = this;
    const gauge = (what: string, nanoseconds: number): Family =>
      single("gauge", `nodejs_eventloop_lag_${what}seconds`, "Delay of the event loop.", nanoseconds / 1e9);
    return [
      gauge("", delay.count === 0 ? 0 : delay.mean),
      gauge("min_", delay.min),
      gauge("max_", delay.max),
      gauge("mean_", delay.mean),
      gauge("stddev_", delay.stddev),
      gauge("p50_", delay.percentile(50)),
      gauge("p90_", delay.percentile(90)),
      gauge("p99_", delay.percentile(99)),
    ];
  }

  private collected({ duration, detail }: PerformanceEntry & { readonly detail?: unknown }): void {
    const kind = GC_KINDS[(detail as { readonly kind: number }).kind] ?? "other";
    const known = this.collections.get(kind);
    const collections = known ?? { counts: [...GC_BUCKETS.map(() => 0), 0], sum: 0 };
    this.collections.set(kind, collections);
    const found = GC_BUCKETS.findIndex((bound) => duration / 1000 <= bound);
    const bucket = found < 0 ? GC_BUCKETS.length : found;
    collections.counts[bucket] = (collections.counts[bucket] ?? 0) + 1;
    collections.sum += duration / 1000;
  }

  private gc(): Histogram {
    const samples = [...this.collections].map(
      ([kind, { counts, sum }]): Distribution => ({ labels: { kind }, counts, sum }),
    );
    const name = "nodejs_gc_duration_seconds";
    return { name, help: "Garbage collections.", type: "histogram", bounds: GC_BUCKETS, samples };
  }
}

/** Node reads /proc as well. */
function memory(): NodeJS.MemoryUsage | undefined {
  try {
    return process.memoryUsage();
  } catch {
    return undefined;
  }
}

function usage(): readonly Family[] {
  const { user, system } = process.cpuUsage();
  const {
    rss = Number.NaN,
    heapTotal = Number.NaN,
    heapUsed = Number.NaN,
    external = Number.NaN,
  } = memory() ?? {};
  const virtual = Number(/VmSize:\s+(\d+)/.exec(proc("status"))?.[1]) * 1024;
  const most = Number(/Max open files\s+(\d+)/.exec(proc("limits"))?.[1]);
  const families = [
    single("counter", "process_cpu_user_seconds_total", "Processor time in the program.", user / 1e6),
    single("counter", "process_cpu_system_seconds_total", "Processor time in the kernel.", system / 1e6),
    single("counter", "process_cpu_seconds_total", "Processor time.", (user + system) / 1e6),
    single(
      "gauge",
      "process_start_time_seconds",
      "When the process started, as Unix time.",
      performance.timeOrigin / 1000,
    ),
    single("gauge", "process_resident_memory_bytes", "Resident memory.", rss),
    single("gauge", "process_virtual_memory_bytes", "Virtual memory.", virtual),
    single("gauge", "process_open_fds", "Open file descriptors.", openDescriptors()),
    single("gauge", "process_max_fds", "Most file descriptors that may be open.", most),
    single("gauge", "nodejs_heap_size_total_bytes", "Size of the heap.", heapTotal),
    single("gauge", "nodejs_heap_size_used_bytes", "What of the heap is in use.", heapUsed),
    single(
      "gauge",
      "nodejs_external_memory_bytes",
      "Memory outside of the heap that objects on it hold.",
      external,
    ),
  ];
  return families.filter(({ samples: [sample] }) => !Number.isNaN(sample?.value)); // absent on systems without /proc
}
