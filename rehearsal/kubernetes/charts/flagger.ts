import { at, isObject, type Json, text } from "../../world/object";
import { type KubeObject, labelsOf } from "../object";
import { templateOf } from "../pods";
import type { Chart } from "./outline";

/** https://github.com/fluxcd/flagger/tree/v1.44.0/charts/flagger/templates */
export const FLAGGER: Chart = {
  chart: "flagger",
  groups: () => ["flagger.app"],
  outline: (make) => {
    const name = make.fullName("flagger");
    make.pod(
      name,
      { "app.kubernetes.io/name": "flagger", "app.kubernetes.io/instance": make.release.name },
      { http: 8080 },
    );
    if (!make.is("prometheus.install")) return;
    const labels = { "app.kubernetes.io/name": `${name}-prometheus` };
    make.pod(`${name}-prometheus`, labels, { http: 9090 });
    make.service(`${name}-prometheus`, labels, { http: [9090, 9090] });
  },
};

/** https://github.com/fluxcd/flagger/tree/v1.44.0/charts/loadtester/templates */
export const LOADTESTER: Chart = {
  chart: "loadtester",
  outline: (make) => {
    const name = make.fullName("loadtester");
    make.pod(name, { app: name }, { http: 8080 });
    make.service(name, { app: name }, { http: [make.number("service.port", 80), "http"] });
  },
};

/**
 * What Flagger makes of a Canary: a copy of its target, called primary, with Services for both.
 * https://docs.flagger.app/usage/how-it-works#canary-resource
 */
export function primaries(objects: readonly KubeObject[]): KubeObject[] {
  return objects
    .filter(({ apiVersion, kind }) => kind === "Canary" && apiVersion.startsWith("flagger.app/"))
    .flatMap((canary) => {
      const { kind, name } = {
        kind: text(canary.body, "spec.targetRef.kind"),
        name: text(canary.body, "spec.targetRef.name"),
      };
      const target = objects.find(
        (each) => each.kind === kind && each.name === name && each.namespace === canary.namespace,
      );
      const template = target && templateOf(target);
      return target && isObject(template) ? [primaryOf(target, template), ...services(canary, template)] : [];
    });
}

/** Flagger looks for these labels, the first that the target's selector has. */
const LABELS = ["app", "name", "app.kubernetes.io/name"];

function primaryOf(target: KubeObject, template: { readonly [key: string]: Json }): KubeObject {
  const labels = labelsOf(at(template, "metadata.labels")[0]);
  const key = LABELS.find((label) => label in labels);
  const metadata = { labels: key ? { ...labels, [key]: `${labels[key]}-primary` } : labels };
  const body = { ...target.body, spec: { template: { ...template, metadata } } };
  return { ...target, name: `${target.name}-primary`, body, outline: true };
}

function services(canary: KubeObject, template: { readonly [key: string]: Json }): KubeObject[] {
  const { namespace, origin } = canary;
  const labels = labelsOf(at(template, "metadata.labels")[0]);
  const key = LABELS.find((label) => label in labels) ?? "app";
  const name = text(canary.body, "spec.service.name") || text(canary.body, "spec.targetRef.name");
  const [port = 80] = at(canary.body, "spec.service.port");
  const [targetPort = port] = at(canary.body, "spec.service.targetPort");
  const ports = [{ name: text(canary.body, "spec.service.portName") || "http", port, targetPort }];
  const made = (suffix: string, selected: string): KubeObject => ({
    apiVersion: "v1",
    kind: "Service",
    name: `${name}${suffix}`,
    namespace,
    origin,
    outline: true,
    body: { spec: { selector: { [key]: `${labels[key]}${selected}` }, ports } },
  });
  return [made("-primary", "-primary"), made("-canary", "")];
}
