import path from "node:path";
import { buildSync } from "esbuild";
import type { KubernetesObject } from "../../constructs/kubernetes/object";

/** Where a group's classes live; the built-in groups are in `kubernetes-models` itself. */
const PACKAGES: Readonly<Record<string, string>> = {
  "argoproj.io": "@kubernetes-models/argo-cd/argoproj.io",
  "traefik.io": "@kubernetes-models/traefik/traefik.io",
  "monitoring.coreos.com": "@kubernetes-models/prometheus-operator/monitoring.coreos.com",
  "cert-manager.io": "@kubernetes-models/cert-manager/cert-manager.io",
  "kustomize.toolkit.fluxcd.io": "@kubernetes-models/flux-cd/kustomize.toolkit.fluxcd.io",
  "notification.toolkit.fluxcd.io": "@kubernetes-models/flux-cd/notification.toolkit.fluxcd.io",
  "gateway.networking.k8s.io": "@kubernetes-models/gateway-api/gateway.networking.k8s.io",
};

type Model = new (object: unknown) => { validate(): void };

/**
 * What is wrong with objects, by the schema of their kinds: types, required fields, enumerations. Unknown fields are the
 * compiler's to find.
 *
 * The models are ES modules that jest cannot load, so those of the kinds at hand are bundled first.
 */
export function schemaProblems(objects: readonly KubernetesObject[]): readonly string[] {
  const models = load([...new Set(objects.map(modelOf))]);
  return objects.flatMap((object) => {
    try {
      const Kind = models[modelOf(object)] as Model;
      new Kind(object).validate();
      return [];
    } catch (error) {
      return [`${object.kind} ${object.metadata.name}: ${(error as Error).message}`];
    }
  });
}

const modelOf = ({ apiVersion, kind }: KubernetesObject): string => {
  const [group = "", version] = apiVersion.split("/");
  if (version === undefined) return `kubernetes-models/${apiVersion}/${kind}`;
  return `${PACKAGES[group] ?? `kubernetes-models/${group}`}/${version}/${kind}`;
};

function load(models: readonly string[]): Readonly<Record<string, Model>> {
  const bundle = buildSync({
    stdin: {
      contents: models
        .map((model, index) => `export { ${path.basename(model)} as model${index} } from "${model}";`)
        .join("\n"),
      resolveDir: __dirname,
    },
    bundle: true,
    format: "cjs",
    platform: "node",
    external: ["re2-wasm"], // it finds its WebAssembly beside itself
    write: false,
    logLevel: "silent",
  });
  const module: { exports: Record<string, Model> } = { exports: {} };
  new Function("module", "require", bundle.outputFiles[0]?.text ?? "")(module, require);
  return Object.fromEntries(models.map((model, index) => [model, module.exports[`model${index}`] as Model]));
}
