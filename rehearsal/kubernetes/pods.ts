import { at, isObject, items, type Json, text } from "../world/object";
import { type KubeObject, labelsOf } from "./object";

export interface PodPort {
  readonly name: string;
  readonly port: number;
  readonly protocol: string;
}

/** Pods of one kind, as their template makes them. */
export interface Pod {
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly ports: readonly PodPort[];
  /** Names the pods: their owner's name. */
  readonly name: string;
  /** Whose template it is; absent for what a cluster comes with. */
  readonly owner?: KubeObject | undefined;
  /** Only where the template is written out. */
  readonly spec?: Json | undefined;
  /** On the node's own network, where no NetworkPolicy holds. */
  readonly hostNetwork?: boolean;
  /** Takes ports of the node. */
  readonly hostPorts?: boolean;
}

/** Where kinds keep their pods' template. */
const TEMPLATES: Readonly<Record<string, string>> = {
  Pod: "",
  Deployment: "spec.template",
  StatefulSet: "spec.template",
  DaemonSet: "spec.template",
  ReplicaSet: "spec.template",
  Job: "spec.template",
  CronJob: "spec.jobTemplate.spec.template",
};

/** The template of an object's pods; undefined for kinds that make none. */
export function templateOf(object: KubeObject): Json | undefined {
  const path = TEMPLATES[object.kind];
  if (path === undefined) return undefined;
  return path === "" ? object.body : at(object.body, path)[0];
}

/** The label that a Job gives to its pods: https://kubernetes.io/docs/reference/labels-annotations-taints/#batch-kubernetes-io-job-name */
const JOB_NAME = "batch.kubernetes.io/job-name";

export function podOf(object: KubeObject): Pod | undefined {
  const template = templateOf(object);
  const [spec] = at(template, "spec");
  if (!isObject(spec)) return undefined;
  return {
    namespace: object.namespace,
    labels: {
      ...labelsOf(at(template, "metadata.labels")[0]),
      ...(object.kind === "Job" ? { [JOB_NAME]: object.name } : {}),
    },
    ports: containersOf(spec).flatMap((container) => at(container, "ports").map(portOf)),
    name: object.name,
    owner: object,
    spec,
    hostNetwork: at(spec, "hostNetwork")[0] === true,
  };
}

function portOf(port: Json): PodPort {
  return {
    name: text(port, "name"),
    port: Number(at(port, "containerPort")[0]),
    protocol: text(port, "protocol") || "TCP",
  };
}

/** All containers of a pod's specification; those that run once come first. */
export function containersOf(spec: Json): Json[] {
  return [...at(spec, "initContainers"), ...at(spec, "containers")];
}

/** Whether labels are those that a selector wants. An empty selector takes all, an absent one none. */
export function selects(selector: Json | undefined, labels: Readonly<Record<string, string>>): boolean {
  if (!isObject(selector)) return false;
  const wanted = Object.entries(labelsOf(selector["matchLabels"]));
  return (
    wanted.every(([key, value]) => labels[key] === value) &&
    items(selector["matchExpressions"]).every(
      (expression) => expression === undefined || holds(expression, labels),
    )
  );
}

/** https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors */
function holds(expression: Json, labels: Readonly<Record<string, string>>): boolean {
  const label = labels[text(expression, "key")];
  const values = at(expression, "values").map(String);
  switch (text(expression, "operator")) {
    case "In":
      return label !== undefined && values.includes(label);
    case "NotIn":
      return label === undefined || !values.includes(label);
    case "Exists":
      return label !== undefined;
    default:
      return label === undefined;
  }
}
