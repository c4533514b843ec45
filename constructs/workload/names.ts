import type { Service, Workload } from "../../config/schema/environment";

/** The label that tells the pods of one service from all others in the namespace; a Deployment cannot change it. */
export const selectorOf = ({ name }: Service): Record<string, string> => selectorFor(name);

/** The label of pods that are called so: of a service, or of the copy that Flagger makes of it. */
export const selectorFor = (name: string): Record<string, string> => ({ "app.kubernetes.io/name": name });

/** The labels of everything that belongs to a service. */
export const labelsOf = (workload: Workload, service: Service): Record<string, string> => ({
  ...selectorOf(service),
  "app.kubernetes.io/part-of": workload.name,
});

/** Port of the Service in front of the pods. */
export const servicePort = (service: Service): number => (service.protocol === "https" ? 443 : 80);
