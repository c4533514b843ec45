import type { Estate } from "../../world/estate";
import type { Judged } from "../../world/finding";
import { at, isObject, type Json, text, texts } from "../../world/object";
import { valuesOf } from "../charts";
import { type Cluster, clustersOf, find } from "../cluster";
import { told } from "../judge/chart-values";
import type { Release } from "../release";
import { configurationProblems } from "./configuration";

const FILE = "https://doc.traefik.io/traefik/reference/install-configuration/providers/others/file/";
const STATIC = "https://doc.traefik.io/traefik/reference/install-configuration/entrypoints/";

/** Traefik's configuration in the values of its chart. */
export function traefikFindings(estate: Estate): Judged[] {
  return clustersOf(estate).flatMap((cluster) =>
    cluster.releases
      .filter(({ chart }) => chart === "traefik")
      .flatMap((release) => releaseFindings(release, cluster)),
  );
}

function releaseFindings(release: Release, cluster: Cluster): Judged[] {
  const values = valuesOf(release);
  const content = contentOf(release);
  const points = entryPoints(values);
  const numbers = Object.values(points);
  const metrics = text(values, "metrics.prometheus.entryPoint");
  return [
    ...configurationProblems(content, Object.keys(points)).map((says) => told(release, says, FILE)),
    ...files(content)
      .flatMap((file) => fileProblems(file, release, cluster))
      .map((says) => told(release, says, FILE)),
    ...numbers
      .filter((port, i) => numbers.indexOf(port) !== i)
      .map((port) => told(release, `two entry points listen on ${port}`, STATIC)),
    ...(metrics === "" || metrics in points
      ? []
      : [
          told(
            release,
            `metrics.prometheus.entryPoint: there is no '${metrics}'; there are ${Object.keys(points).join(", ")}`,
            STATIC,
          ),
        ]),
    ...texts(values, "additionalArguments")
      .filter((argument) => argument.startsWith("--providers.file.directory="))
      .flatMap((argument) => directoryProblems(argument.split("=")[1] ?? "", values))
      .map((says) => told(release, says, FILE)),
  ];
}

/** The dynamic configuration that a release carries. */
export function contentOf({ values }: Release): Json {
  return at(values, "providers.file.enabled")[0] === true
    ? (at(values, "providers.file.content")[0] ?? {})
    : {};
}

/** Ports of the entry points that there are, by name. */
export function entryPoints(values: Json): Readonly<Record<string, number>> {
  const [ports] = at(values, "ports");
  const entries = Object.entries(isObject(ports) ? ports : {}).filter(([, port]) => isObject(port));
  return Object.fromEntries(entries.map(([name, port]) => [name, Number(at(port, "port")[0])]));
}

/** Files that a configuration reads. */
function files(content: Json): string[] {
  const transports = Object.values((at(content, "http.serversTransports")[0] ?? {}) as object) as Json[];
  const options = Object.values((at(content, "tls.options")[0] ?? {}) as object) as Json[];
  return [
    ...transports.flatMap((transport) => [
      ...texts(transport, "rootCAs"),
      ...texts(transport, "certificates.certFile"),
      ...texts(transport, "certificates.keyFile"),
    ]),
    ...texts(content, "tls.certificates.certFile"),
    ...texts(content, "tls.certificates.keyFile"),
    ...options.flatMap((option) => texts(option, "clientAuth.caFiles")),
  ].filter((file) => file.startsWith("/"));
}

/** What a file in the pod holds, as far as a Secret or ConfigMap gives it; undefined if it is not there. */
export function mountedFile(file: string, release: Release, cluster: Cluster): string | undefined {
  const values = valuesOf(release);
  const mount = at(values, "additionalVolumeMounts").find((each) =>
    file.startsWith(`${text(each, "mountPath")}/`),
  );
  const volume = at(values, "deployment.additionalVolumes").find(
    (each) => text(each, "name") === text(mount, "name"),
  );
  const name = file.slice(text(mount, "mountPath").length + 1);
  const sources = [...at(volume, "projected.sources"), ...(volume === undefined ? [] : [volume])];
  for (const source of sources) {
    for (const [key, kind] of [
      ["configMap", "ConfigMap"],
      ["secret", "Secret"],
    ] as const) {
      const [reference] = at(source, key);
      const object = find(
        cluster,
        kind,
        release.namespace,
        text(reference, "name") || text(reference, "secretName"),
      );
      const entries = at(reference, "items");
      const item =
        entries.length === 0
          ? name
          : text(
              entries.find((each) => text(each, "path") === name),
              "key",
            );
      const [data] = at(object?.body, "data");
      const content = isObject(data) && item !== "" ? data[item] : undefined;
      if (content !== undefined) return String(content);
    }
  }
  return undefined;
}

function fileProblems(file: string, release: Release, cluster: Cluster): string[] {
  return mountedFile(file, release, cluster) === undefined ? [`${file}: no volume of the pod has it`] : [];
}

function directoryProblems(directory: string, values: Json): string[] {
  const paths = texts(values, "additionalVolumeMounts.mountPath");
  return paths.includes(directory)
    ? []
    : [`--providers.file.directory: nothing is mounted at ${directory}; there is ${paths.join(", ")}`];
}
