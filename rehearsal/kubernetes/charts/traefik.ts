import { at, isObject } from "../../world/object";
import type { Chart } from "./outline";

/** https://github.com/traefik/traefik-helm-chart/tree/v41.3.0/traefik/templates */
export const TRAEFIK: Chart = {
  chart: "traefik",
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
    make.pod(name, labels, Object.fromEntries(entries), undefined, make.is("hostNetwork"));
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
