import type { Estate } from "../../world/estate";
import type { Judged } from "../../world/finding";
import { at, isObject, items, type Json, text, texts } from "../../world/object";
import { clustersOf } from "../cluster";
import { type KubeObject, labelsOf } from "../object";
import { containersOf, selects, templateOf } from "../pods";
import { about } from "./finding";

const POD = "https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/";
const PROBES = "https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/";
const SELECTOR = "https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#selector";

/** What has to hold inside a pod's template: mounts, ports, probes, names, users. */
export function podFindings(estate: Estate): Judged[] {
  return clustersOf(estate).flatMap(({ objects }) =>
    objects.flatMap((object) => {
      const template = templateOf(object);
      const [spec] = at(template, "spec");
      if (!isObject(spec) || object.outline) return [];
      const says = [
        ...mountProblems(spec),
        ...containersOf(spec).flatMap((container) => containerProblems(container, spec)),
        ...repeated(containersOf(spec).map((container) => text(container, "name"))).map(
          (name) => `two containers are called ${name}`,
        ),
      ].map((problem) => about(object, problem, POD));
      return [
        ...says,
        ...selectorFindings(object, template ?? null),
        ...spreadFindings(object, template ?? null),
      ];
    }),
  );
}

function mountProblems(spec: Json): string[] {
  const volumes = at(spec, "volumes").map((volume) => text(volume, "name"));
  const mounts = containersOf(spec).flatMap((container) =>
    at(container, "volumeMounts").map((mount) => ({ container: text(container, "name"), mount })),
  );
  const used = mounts.map(({ mount }) => text(mount, "name"));
  return [
    ...mounts
      .filter(({ mount }) => !volumes.includes(text(mount, "name")))
      .map(
        ({ container, mount }) =>
          `container ${container} mounts ${text(mount, "name")}, but the volumes are ${volumes.join(", ") || "none"}`,
      ),
    ...volumes
      .filter((volume) => !used.includes(volume))
      .map((volume) => `volume ${volume} is mounted by no container`),
    ...repeated(volumes).map((volume) => `two volumes are called ${volume}`),
    ...mounts
      .filter(({ mount }) => !text(mount, "mountPath").startsWith("/"))
      .map(
        ({ container, mount }) =>
          `container ${container}: mountPath '${text(mount, "mountPath")}' does not begin at the root`,
      ),
    ...containersOf(spec).flatMap((container) =>
      repeated(at(container, "volumeMounts").map((mount) => text(mount, "mountPath"))).map(
        (path) => `container ${text(container, "name")} mounts two volumes at ${path}`,
      ),
    ),
  ];
}

function containerProblems(container: Json, spec: Json): string[] {
  const name = text(container, "name");
  const problems = [
    ...probeProblems(container),
    ...repeated(at(container, "env").map((env) => text(env, "name"))).map((key) => `sets ${key} twice`),
    ...repeated(at(container, "ports").map((port) => text(port, "name"))).map(
      (port) => `has two ports called ${port}`,
    ),
    ...listenProblems(container),
    ...imageProblems(text(container, "image")),
    ...userProblems(container, spec),
  ];
  return problems.map((problem) => `container ${name} ${problem}`);
}

/** A probe asks a port that the container has. */
function probeProblems(container: Json): string[] {
  const ports = at(container, "ports");
  const names = ports.flatMap((port) => [text(port, "name"), String(at(port, "containerPort")[0])]);
  const handlers = ["startupProbe", "livenessProbe", "readinessProbe"].flatMap((probe) =>
    [
      ...at(container, `${probe}.httpGet`),
      ...at(container, `${probe}.tcpSocket`),
      ...at(container, `${probe}.grpc`),
    ].map((handler) => ({ probe, port: String(at(handler, "port")[0] ?? ""), path: text(handler, "path") })),
  );
  const hooks = at(container, "lifecycle.preStop.httpGet").map((handler) => ({
    probe: "preStop",
    port: String(at(handler, "port")[0] ?? ""),
    path: text(handler, "path"),
  }));
  return [...handlers, ...hooks].flatMap(({ probe, port, path }) => [
    ...(names.includes(port) || ports.length === 0
      ? []
      : [
          `${probe}: asks port ${port}, where nothing listens; the ports are ${names.join(", ")} (${PROBES})`,
        ]),
    ...(path === "" || path.startsWith("/") ? [] : [`${probe}: path '${path}' does not begin with /`]),
  ]);
}

/** A variable such as API_LISTEN_PORT tells the program where to listen: there has to be such a port. */
function listenProblems(container: Json): string[] {
  const ports = at(container, "ports").map((port) => String(at(port, "containerPort")[0]));
  return at(container, "env")
    .filter(
      (env) =>
        /(^|_)(LISTEN_(\w+_)?PORT|PORT)$/.test(text(env, "name")) &&
        !/_(HOST_)?SERVICE_PORT$/.test(text(env, "name")),
    )
    .filter((env) => /LISTEN/.test(text(env, "name")) || text(env, "name") === "PORT")
    .filter((env) => ports.length > 0 && text(env, "value") !== "" && !ports.includes(text(env, "value")))
    .map(
      (env) =>
        `listens at ${text(env, "value")} by ${text(env, "name")}, but its ports are ${ports.join(", ")}`,
    );
}

/** https://github.com/distribution/reference */
const IMAGE =
  /^(([a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*)(:\d{1,5})?\/)?[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*(\/[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*)*(:[\w][\w.-]{0,127})?(@sha256:[0-9a-f]{64})?$/;

function imageProblems(image: string): string[] {
  if (!IMAGE.test(image))
    return [`has the image '${image}', which is none; such as ghcr.io/example/api:1.2.3`];
  const isPinned = /@sha256:|:(?!latest$)[\w.-]+$/.test(image);
  return isPinned ? [] : [`has the image ${image}, which changes by itself; name a tag or a digest`];
}

function userProblems(container: Json, spec: Json): string[] {
  const own = { ...context(spec), ...context(container) };
  return own["runAsNonRoot"] === true && own["runAsUser"] === 0
    ? ["must not run as root, and runs as user 0: the kubelet refuses to start it"]
    : [];
}

function context(value: Json): { readonly [key: string]: Json } {
  const [found] = at(value, "securityContext");
  return isObject(found) ? found : {};
}

/** A workload's selector has to take its own pods. */
function selectorFindings(object: KubeObject, template: Json): Judged[] {
  const [selector] = at(object.body, "spec.selector");
  if (!/^(Deployment|StatefulSet|DaemonSet|ReplicaSet)$/.test(object.kind)) return [];
  const labels = labelsOf(at(template, "metadata.labels")[0]);
  const isEmpty =
    !isObject(selector) ||
    JSON.stringify(selector) === "{}" ||
    JSON.stringify(selector) === '{"matchLabels":{}}';
  if (isEmpty) return [about(object, "spec.selector: it is required", SELECTOR)];
  if (selects(selector, labels)) return [];
  const says = `spec.selector ${JSON.stringify(selector)} does not match the labels of its own pods, ${JSON.stringify(labels)}`;
  return [about(object, says, SELECTOR)];
}

/** Spreading pods of others moves none of one's own. */
function spreadFindings(object: KubeObject, template: Json): Judged[] {
  const labels = labelsOf(at(template, "metadata.labels")[0]);
  const constraints = at(template, "spec.topologySpreadConstraints").filter(isObject);
  const source = "https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/";
  return constraints.flatMap((constraint) => [
    ...(selects(constraint["labelSelector"], labels)
      ? []
      : [about(object, "topologySpreadConstraints: labelSelector matches none of its own pods", source)]),
    ...(/^(kubernetes\.io\/hostname|topology\.kubernetes\.io\/(zone|region)|[\w.-]+\/(?!hostname|zone|region)[\w.-]+)$/.test(
      text(constraint, "topologyKey"),
    ) &&
    !/^(?!kubernetes\.io\/hostname$|topology\.kubernetes\.io\/)[\w.-]*kubern[\w.-]*\//.test(
      text(constraint, "topologyKey"),
    )
      ? []
      : [
          about(
            object,
            `topologySpreadConstraints: no node has a label '${text(constraint, "topologyKey")}'; such as kubernetes.io/hostname`,
            source,
          ),
        ]),
  ]);
}

function repeated(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, i) => name !== "" && names.indexOf(name) !== i))];
}

/** Names of what a pod takes from elsewhere. */
export function configNames(spec: Json): {
  readonly kind: "Secret" | "ConfigMap";
  readonly name: string;
  readonly keys: string[];
  readonly optional: boolean;
}[] {
  const volumes = [...at(spec, "volumes"), ...at(spec, "volumes.projected.sources")];
  const reference = (kind: "Secret" | "ConfigMap", value: Json | undefined, name: string, keys: string[]) =>
    isObject(value) ? [{ kind, name: text(value, name), keys, optional: value["optional"] === true }] : [];
  return [
    ...volumes.flatMap((volume) => [
      ...items(isObject(volume) ? volume["secret"] : undefined).flatMap((secret) =>
        reference(
          "Secret",
          secret,
          isObject(secret) && "secretName" in secret ? "secretName" : "name",
          texts(secret, "items.key"),
        ),
      ),
      ...items(isObject(volume) ? volume["configMap"] : undefined).flatMap((map) =>
        reference("ConfigMap", map, "name", texts(map, "items.key")),
      ),
    ]),
    ...containersOf(spec).flatMap((container) => [
      ...at(container, "envFrom.secretRef").flatMap((each) => reference("Secret", each, "name", [])),
      ...at(container, "envFrom.configMapRef").flatMap((each) => reference("ConfigMap", each, "name", [])),
      ...at(container, "env.valueFrom.secretKeyRef").flatMap((each) =>
        reference("Secret", each, "name", texts(each, "key")),
      ),
      ...at(container, "env.valueFrom.configMapKeyRef").flatMap((each) =>
        reference("ConfigMap", each, "name", texts(each, "key")),
      ),
    ]),
    ...at(spec, "imagePullSecrets").flatMap((each) => reference("Secret", each, "name", [])),
  ].filter(({ name }) => name !== "");
}
