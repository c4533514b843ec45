import type { EnvironmentInput } from "../schema/environment";

type Workload = EnvironmentInput["workloads"][number];

/** The platform's own API (`app/`): it serves HTTPS itself, so that an ingress hands TLS through to it. */
export const api: Workload = {
  name: "api",
  namespace: "api",
  services: [
    {
      name: "api",
      image: "ghcr.io/meridian-platform/api:0.1.0",
      protocol: "https",
      port: 8443,
      exposure: "passthrough",
      metrics: { port: 9443 },
      probes: { liveness: "/healthz", readiness: "/readyz" },
      replicas: { minimum: 1, maximum: 3 }, // what a node of 5 GiB holds beside monitoring
      resources: { cpu: "100m", memory: "256Mi" },
      shutdown: { preStopSeconds: 0 }, // it goes on answering for five seconds after SIGTERM, then drains for twenty
      env: {
        API_NAME: "{region}",
        API_REGION: "{region}",
        API_IMAGE: "{image}",
        API_LISTEN_PORT: "{port}",
        API_LISTEN_METRICS_PORT: "{metrics-port}",
        API_PLAIN_HTTP: "{plain-http}",
      },
    },
  ],
};

/** The same with routes that strangers should not have: `/bench`, `/data`, `/error`, and `/?wait=`. */
export const demonstrationApi: Workload = {
  ...api,
  services: api.services.map((service) => ({
    ...service,
    env: { ...service.env, API_DEMONSTRATION: "true" },
  })),
};
