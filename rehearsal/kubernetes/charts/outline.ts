import { at, type Json, text } from "../../world/object";
import type { KubeObject } from "../object";
import type { Pod } from "../pods";
import type { Release } from "../release";

/** What a chart makes, as far as others refer to it. */
export interface Outline {
  readonly objects: readonly KubeObject[];
  readonly pods: readonly Pod[];
  /** Namespaces in which it may make more than the outline says. */
  readonly opaque: readonly string[];
}

/** Knowledge of one chart, read from its templates: the address beside it says which version's. */
export interface Chart {
  readonly chart: string;
  /** What the outline reads of the chart's own values, where a release says nothing. */
  readonly defaults?: { readonly [key: string]: Json };
  /** API groups whose kinds it installs, given its values. */
  readonly groups?: (values: Json) => readonly string[];
  readonly outline: (make: Maker) => void;
}

type Ports = Readonly<Record<string, number>>;

/** Collects what a chart makes for one release. */
export class Maker {
  readonly objects: KubeObject[] = [];
  readonly pods: Pod[] = [];

  constructor(
    readonly release: Release,
    /** Values of the release over those of the chart. */
    readonly values: Json,
  ) {}

  /** The value at a path as text, or another. */
  text(path: string, otherwise = ""): string {
    return text(this.values, path) || otherwise;
  }

  number(path: string, otherwise: number): number {
    return Number(at(this.values, path)[0] ?? otherwise);
  }

  is(path: string): boolean {
    return at(this.values, path)[0] === true;
  }

  /** `fullname` of Helm's own template: the release, or release and chart. */
  fullName(chart: string, path = "fullnameOverride"): string {
    const { name } = this.release;
    return this.text(path) || (name.includes(chart) ? name : `${name}-${chart}`);
  }

  pod(
    name: string,
    labels: Readonly<Record<string, string>>,
    ports: Ports,
    namespace = this.release.namespace,
    host: Pick<Pod, "hostNetwork" | "hostPorts"> = {},
  ): void {
    const named = Object.entries(ports).map(([key, port]) => ({ name: key, port, protocol: "TCP" }));
    this.pods.push({ name, namespace, labels, ports: named, ...host });
  }

  /** @param ports - by name: the Service's port, and the pods' */
  service(
    name: string,
    selector: Readonly<Record<string, string>>,
    ports: Readonly<Record<string, readonly [port: number, target: number | string]>>,
    namespace = this.release.namespace,
  ): void {
    const listed = Object.entries(ports).map(([key, [port, targetPort]]) => ({
      name: key,
      port,
      targetPort,
    }));
    this.object("v1", "Service", name, { spec: { selector, ports: listed } }, namespace);
  }

  object(
    apiVersion: string,
    kind: string,
    name: string,
    body: { readonly [key: string]: Json } = {},
    namespace = this.release.namespace,
  ): void {
    const { resource: origin } = this.release;
    const whole = { apiVersion, kind, metadata: { name, namespace }, ...body };
    this.objects.push({ apiVersion, kind, name, namespace, body: whole, origin, outline: true });
  }
}
