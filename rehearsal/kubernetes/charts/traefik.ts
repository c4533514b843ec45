import { at, isObject } from "../../world/object";
import type { Chart } from "./outline";

/** https://github.com/traefik/traefik-helm-chart/tree/v41.3.0/traefik/templates */
export const TRAEFIK: Chart = {
  chart: "traefik",
  defaults: {
    ports: {
      traefik: { port: 8080, exposedPort: 8080, expose: { default: false } },
      web: { port: 8000, exposedPort: 80, expose: { default: true } },
      websecure: { port: 8443, exposedPort: 443, expose: { default: true } },
      metrics: { port: 9100, exposedPort: 9100, expose: { default: false } },
    },
  },
  groups: () => ["traefik.io"],
  outline: (make) => {
    const name = make.fullName("traefik");
    const labels = {
      "app.kubernetes.io/name": "traefik",
      "app.kubernetes.io/instance": `${make.release.name}-${make.release.namespace}`,
    };
    const [ports] = at(make.values, "ports");
    const entries = Object.entries(isObject(ports) ? ports : {}).map(
      ([key, port]) => [key, Number(at(port, "port")[0])] as const,
    );
    make.pod(name, labels, Object.fromEntries(entries), undefined, {
      hostNetwork: make.is("hostNetwork"),
      hostPorts: at(make.values, "ports")
        .flatMap((all) => Object.values(all as object))
        .some((port) => Number(at(port, "hostPort")[0] ?? 0) > 0),
    });
    if (make.is("providers.file.enabled")) {
      const [content = {}] = at(make.values, "providers.file.content");
      const data = { "config.yml": JSON.stringify(content) };
      make.object("v1", "ConfigMap", `${name}-file-provider`, { data });
    }
    if (at(make.values, "service.enabled")[0] === false) return;
    const exposed = Object.entries(isObject(ports) ? ports : {}).filter(
      ([, port]) => at(port, "expose.default")[0] === true,
    );
    make.service(
      name,
      labels,
      Object.fromEntries(
        exposed.map(([key, port]) => [key, [Number(at(port, "exposedPort")[0] ?? at(port, "port")[0]), key]]),
      ),
    );
  },
};
