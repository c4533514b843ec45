import { at, isObject, type Json, text } from "../../world/object";
import { type Cluster, ofKind } from "../cluster";
import type { KubeObject } from "../object";
import { containersOf, type Pod } from "../pods";
import { between, type Needed, NONE, together, type Ways } from "./needed";
import { follow } from "./services";

const DNS = "https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/";

/** From programs to the Services whose URLs they are given. */
export function urlWays(cluster: Cluster): Ways {
  const pods = cluster.pods.flatMap((pod) =>
    pod.owner && pod.spec ? [podUrls(pod, pod.owner, pod.spec, cluster)] : [],
  );
  return together([
    ...pods,
    grafanaWays(cluster),
    ...ofKind(cluster, "MetricTemplate").map((each) => metricWays(each, cluster)),
    ...ofKind(cluster, "Canary").map((each) => hookWays(each, cluster)),
  ]);
}

function podUrls(pod: Pod, owner: KubeObject, spec: Json, cluster: Cluster): Ways {
  const { namespace } = pod;
  const given = containersOf(spec).flatMap((container) => [
    ...at(container, "env").map((env) => text(env, "value")),
    ...at(container, "args").map(String),
    ...configs(container, namespace, cluster),
  ]);
  return together(given.flatMap(urlsIn).map((url) => urlWay(owner, [pod], url, namespace, cluster)));
}

/** Values of ConfigMaps that a container takes as its environment. */
function configs(container: Json, namespace: string, cluster: Cluster): string[] {
  const names = at(container, "envFrom.configMapRef.name").map(String);
  return ofKind(cluster, "ConfigMap")
    .filter((map) => map.namespace === namespace && names.includes(map.name))
    .flatMap(({ body }) => Object.values((at(body, "data")[0] ?? {}) as object).map(String));
}

/** Grafana asks the data sources that the chart's values give it. */
function grafanaWays(cluster: Cluster): Ways {
  return together(
    cluster.releases.flatMap(({ chart, namespace, values, resource }) => {
      const grafana = chart === "grafana" ? values : at(values, "grafana")[0];
      const [files] = at(grafana, "datasources");
      const sources = Object.values(isObject(files) ? files : {}).flatMap((file) => at(file, "datasources"));
      const pods = cluster.pods.filter(
        (pod) => pod.namespace === namespace && pod.labels["app.kubernetes.io/name"] === "grafana",
      );
      const of = { apiVersion: "", kind: "Helm release", name: chart, namespace, body: {}, origin: resource };
      return sources
        .filter((source) => text(source, "access") !== "direct")
        .flatMap((source) => urlsIn(text(source, "url")))
        .map((url) => urlWay(of, pods, url, namespace, cluster));
    }),
  );
}

function metricWays(template: KubeObject, cluster: Cluster): Ways {
  const urls = urlsIn(text(template.body, "spec.provider.address"));
  return together(
    urls.map((url) => urlWay(template, named(cluster, "flagger"), url, template.namespace, cluster)),
  );
}

/** Flagger calls its webhooks; the load tester calls what its command names. */
function hookWays(canary: KubeObject, cluster: Cluster): Ways {
  const hooks = at(canary.body, "spec.analysis.webhooks");
  return together([
    ...hooks
      .flatMap((hook) => urlsIn(text(hook, "url")))
      .map((url) => urlWay(canary, named(cluster, "flagger"), url, canary.namespace, cluster)),
    ...hooks
      .flatMap((hook) => urlsIn(text(hook, "metadata.cmd")))
      .map((url) => urlWay(canary, testers(cluster), url, canary.namespace, cluster)),
  ]);
}

const named = (cluster: Cluster, name: string) =>
  cluster.pods.filter(({ labels }) => labels["app.kubernetes.io/name"] === name);
const testers = (cluster: Cluster) => cluster.pods.filter(({ labels }) => labels["app"] === "loadtester");

function urlWay(
  of: KubeObject,
  from: readonly Pod[],
  url: ServiceUrl,
  namespace: string,
  cluster: Cluster,
): Ways {
  const where = url.namespace ?? namespace;
  const targets = follow(cluster, where, url.name, String(url.port));
  if (typeof targets === "string")
    return { needed: [], broken: [{ of, says: `${url.text}: ${targets}`, source: DNS }] };
  const more = { of, who: url.text, source: DNS };
  return { ...NONE, needed: [...between(from, targets, more), ...resolving(from, cluster, more)] };
}

/** A name has to be asked for before. */
export function resolving(
  from: readonly Pod[],
  cluster: Cluster,
  more: Pick<Needed, "of" | "who" | "source">,
): Needed[] {
  const servers = cluster.pods.filter(({ labels }) => labels["k8s-app"] === "kube-dns");
  return from.flatMap((pod) =>
    servers.flatMap((server) =>
      (["UDP", "TCP"] as const).map((protocol) => ({
        ...more,
        who: `the name server for ${more.who}`,
        from: { pod },
        to: { pod: server },
        port: 53,
        protocol,
      })),
    ),
  );
}

interface ServiceUrl {
  readonly text: string;
  readonly name: string;
  readonly namespace: string | undefined;
  readonly port: number;
}

/** URLs whose host is a Service: `http://api`, `http://api.shop:8080`, `http://api.shop.svc.cluster.local`. */
function urlsIn(text: string): ServiceUrl[] {
  return [
    ...text.matchAll(
      /\b(https?):\/\/([a-z0-9-]+)(?:\.([a-z0-9-]+)(?:\.svc(?:\.[a-z0-9.-]+)?)?)?(?::(\d+))?(?=[/\s"'?]|$)/g,
    ),
  ]
    .filter(([, , name = ""]) => /[a-z]/.test(name) && name !== "localhost")
    .map(([whole, scheme, name = "", namespace, port]) => ({
      text: whole,
      name,
      namespace,
      port: Number(port ?? (scheme === "https" ? 443 : 80)),
    }));
}
