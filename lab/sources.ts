/** What releases ship beside programs, in their Go modules: custom resource definitions, charts, manifests. */
import { execFileSync } from "node:child_process";
import path from "node:path";
import { moduleVersion } from "./programs";
import type { Progress } from "./progress";

/** Modules by import path. Those of a program that the lab builds have its version. */
const SOURCES = {
  "github.com/argoproj/argo-cd/v3": moduleVersion("argocd"),
  "github.com/cert-manager/cert-manager": "v1.21.2",
  // 0.59.0, which is deployed, wants a newer Go to be downloaded; its FluxInstance is the same.
  "github.com/controlplaneio-fluxcd/flux-operator": "v0.58.0",
  "github.com/fluxcd/flagger": moduleVersion("flagger"),
  "github.com/prometheus-operator/prometheus-operator": "v0.85.0",
  "github.com/rancher/local-path-provisioner": moduleVersion("local-path"),
  "github.com/traefik/traefik/v3": moduleVersion("traefik"),
  "sigs.k8s.io/gateway-api": "v1.3.0",
} as const;

type Source = keyof typeof SOURCES;

/** Downloads what Go's module cache lacks, and gives the folders of the modules in it. */
function download(modules: readonly Source[]): readonly string[] {
  const args = ["mod", "download", "-json", ...modules.map((module) => `${module}@${SOURCES[module]}`)];
  const json = execFileSync("go", args, {
    cwd: path.join(__dirname, "programs"),
    encoding: "utf8",
    env: { ...process.env, GOFLAGS: "-mod=mod", GOWORK: "off" },
  });
  return [...json.matchAll(/"Dir": (".*")/g)].map(([, folder]) => JSON.parse(folder as string) as string);
}

/** Downloads all of them: tests run where there is no network. */
export function downloadSources(progress: Progress): void {
  const step = progress.step("download definitions");
  step.done(`${download(Object.keys(SOURCES) as Source[]).length} releases`);
}

/** A file or folder of a module. */
export const source = (module: Source, ...within: readonly string[]): string =>
  path.join(download([module])[0] as string, ...within);
