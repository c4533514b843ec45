import fs from "node:fs";
import path from "node:path";
import { readDeclarations } from "./declaration";
import type { Field, Shape } from "./shape";

const MODULES = path.resolve(__dirname, "../../../node_modules");

/** Where a group's types live; built-in groups are in `kubernetes-models` itself. */
const PACKAGES: Readonly<Record<string, string>> = {
  "argoproj.io": "@kubernetes-models/argo-cd/argoproj.io",
  "traefik.io": "@kubernetes-models/traefik/traefik.io",
  "monitoring.coreos.com": "@kubernetes-models/prometheus-operator/monitoring.coreos.com",
  "cert-manager.io": "@kubernetes-models/cert-manager/cert-manager.io",
  "acme.cert-manager.io": "@kubernetes-models/cert-manager/acme.cert-manager.io",
  "helm.toolkit.fluxcd.io": "@kubernetes-models/flux-cd/helm.toolkit.fluxcd.io",
  "image.toolkit.fluxcd.io": "@kubernetes-models/flux-cd/image.toolkit.fluxcd.io",
  "kustomize.toolkit.fluxcd.io": "@kubernetes-models/flux-cd/kustomize.toolkit.fluxcd.io",
  "notification.toolkit.fluxcd.io": "@kubernetes-models/flux-cd/notification.toolkit.fluxcd.io",
  "source.toolkit.fluxcd.io": "@kubernetes-models/flux-cd/source.toolkit.fluxcd.io",
  "gateway.networking.k8s.io": "@kubernetes-models/gateway-api/gateway.networking.k8s.io",
};

const files = new Map<string, ReadonlyMap<string, Shape>>();

/** The shape of a kind; undefined for one that no installed types describe. */
export function shapeOfKind(apiVersion: string, kind: string): Shape | undefined {
  const file = path.join(folderOf(apiVersion), `${kind}.d.ts`);
  return /^\w+$/.test(kind) && fs.existsSync(file) ? { kind: "named", name: `I${kind}`, file } : undefined;
}

/** Whether the types of a version of a group are installed, so that an unknown kind is a mistake. */
export function isKnownVersion(apiVersion: string): boolean {
  return fs.existsSync(folderOf(apiVersion));
}

/** The versions of a group that are installed. */
export function versionsOf(apiVersion: string): string[] {
  const folder = path.dirname(folderOf(apiVersion));
  if (!apiVersion.includes("/") || !fs.existsSync(folder)) return [];
  return fs.readdirSync(folder).filter((name) => /^v\d/.test(name) && !name.includes("."));
}

/** A shape with its own fields in sight. */
export function resolved(shape: Shape): Shape {
  let found = shape;
  while (found.kind === "named") {
    const { name, file } = found;
    const known = files.get(file) ?? (fs.existsSync(file) ? readDeclarations(file, MODULES) : new Map());
    files.set(file, known);
    // A file declares `IDeployment` and exports it again as `IIoK8sApiAppsV1Deployment`.
    found = known.get(name) ?? known.get(`I${path.basename(file, ".d.ts")}`) ?? { kind: "any" };
  }
  return found.kind === "object" && found.bases ? { kind: "object", fields: allFields(found) } : found;
}

function allFields({ fields, bases = [] }: Extract<Shape, { kind: "object" }>): ReadonlyMap<string, Field> {
  const inherited = bases.flatMap((base) => {
    const shape = resolved(base);
    return shape.kind === "object" ? [...shape.fields] : [];
  });
  return new Map([...inherited, ...fields]);
}

function folderOf(apiVersion: string): string {
  const [group = "", version] = apiVersion.split("/");
  const folder =
    version === undefined
      ? `kubernetes-models/${group}`
      : `${PACKAGES[group] ?? `kubernetes-models/${group}`}/${version}`;
  return path.join(MODULES, folder);
}
