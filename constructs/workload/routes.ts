import { hostOf, isExposed } from "../../config/hosts";
import type { Service, Workload } from "../../config/schema/environment";
import type { KubernetesObject } from "../kubernetes/object";
import type { Certificate } from "./certificate";
import type { Destination } from "./destination";
import { ingressOf } from "./ingress";
import { servicePort } from "./names";
import type { Route } from "./route";

/** What the region's ingress is told about a service, if users reach it at all. */
export function routes(
  destination: Destination,
  workload: Workload,
  service: Service,
  certificate: Certificate | undefined,
): readonly KubernetesObject[] {
  const { exposure } = service;
  const ingress = ingressOf(destination);
  const route = routeOf(destination, workload, service);
  const cannot = (what: string) => new Error(`${workload.name}.${service.name}: ${what}`);
  switch (exposure) {
    case "none":
      return [];
    case "http":
      return ingress.http(route, destination, service);
    case "passthrough": {
      if (!ingress.passthrough) throw cannot("the ingress hands no TLS through");
      return ingress.passthrough(route);
    }
    case "reencrypt": {
      if (!certificate) throw cannot('exposure "reencrypt" has no certificate');
      const { secretName, authoritySecret } = certificate;
      if (!ingress.reencrypt) throw cannot("the ingress cannot re-encrypt");
      return ingress.reencrypt({
        ...route,
        certificateSecret: secretName,
        ...(authoritySecret ? { authoritySecret } : {}),
      });
    }
  }
}

/** What the ingress is told about all services of a workload together. */
export function sharedRoutes(
  destination: Destination,
  workload: Workload,
  certificate: Certificate | undefined,
): readonly KubernetesObject[] {
  const exposed = workload.services.filter(isExposed);
  if (exposed.length === 0) return [];
  return (
    ingressOf(destination).shared?.(
      destination,
      workload,
      exposed.map((service) => routeOf(destination, workload, service)),
      certificate,
    ) ?? []
  );
}

function routeOf(destination: Destination, workload: Workload, service: Service): Route {
  const host = hostOf(service, destination.host);
  return {
    ...service.route,
    name: service.name,
    namespace: workload.namespace,
    host,
    isClusterName: host === destination.host,
    port: servicePort(service),
  };
}
