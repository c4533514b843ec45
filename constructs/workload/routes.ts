import { hostOf } from "../../config/hosts";
import type { Service, Workload } from "../../config/schema/environment";
import type { KubernetesObject } from "../kubernetes/object";
import type { Certificate } from "./certificate";
import type { Destination } from "./destination";
import { ingressOf } from "./ingress";
import { servicePort } from "./names";

/** What the region's ingress is told about a service, if users reach it at all. */
export function routes(
  destination: Destination,
  workload: Workload,
  service: Service,
  certificate: Certificate | undefined,
): readonly KubernetesObject[] {
  const { name, exposure } = service;
  const ingress = ingressOf(destination);
  const host = hostOf(service, destination.host);
  const route = {
    ...service.route,
    name,
    namespace: workload.namespace,
    host,
    isClusterName: host === destination.host,
    port: servicePort(service),
  };
  switch (exposure) {
    case "none":
      return [];
    case "http":
      return ingress.http(route);
    case "passthrough":
      return ingress.passthrough(route);
    case "reencrypt": {
      if (!certificate) throw new Error(`${workload.name}.${name}: exposure "reencrypt" has no certificate`);
      const { secretName, authoritySecret } = certificate;
      if (!ingress.reencrypt) throw new Error(`${workload.name}.${name}: the ingress cannot re-encrypt`);
      return ingress.reencrypt({
        ...route,
        certificateSecret: secretName,
        ...(authoritySecret ? { authoritySecret } : {}),
      });
    }
  }
}
