import type { IContainer } from "kubernetes-models/v1/Container";
import type { IVolume } from "kubernetes-models/v1/Volume";
import type { IVolumeMount } from "kubernetes-models/v1/VolumeMount";
import { claimOf } from "../../config/composed-names";
import type { Service } from "../../config/schema/environment";
import { resources } from "../kubernetes/resources";
import { restrictedContainer } from "../kubernetes/restricted";
import type { Destination } from "./destination";

const SOURCE = "/secret";
const TARGET = "/cert";

/** Whether the copy is kept in a claim. */
export const keepsClaim = ({ certificateVolume }: Pick<Destination, "certificateVolume">): boolean =>
  certificateVolume === "claim";

/** The Secret that is copied, and the volume that it is copied into. */
export const certificateVolumes = (
  destination: Destination,
  service: Service,
  certificateSecret: string,
): IVolume[] => [
  {
    name: "certificate",
    ...(keepsClaim(destination)
      ? { persistentVolumeClaim: { claimName: claimOf(service.name) } }
      : { emptyDir: { medium: "Memory", sizeLimit: "1Mi" } }),
  },
  // Readable by the pod's group only; `ca.crt` is the ingress's concern.
  {
    name: "certificate-secret",
    secret: {
      secretName: certificateSecret,
      defaultMode: 0o440,
      items: [
        { key: "tls.crt", path: "tls.crt" },
        { key: "tls.key", path: "tls.key" },
      ],
    },
  },
];

/** The certificate as the program sees it: it cannot write there. */
export const certificateMount: IVolumeMount = { name: "certificate", mountPath: TARGET, readOnly: true };

/**
 * Copy the certificate from the Secret into the volume: one container before the program starts, so that it never finds
 * an empty volume, and a sidecar for as long as it runs, so that a renewal reaches it. An init container that always
 * restarts is a sidecar: it starts before the program and ends after it.
 */
export const certificateSync = (service: Service): IContainer[] => [
  synchronize(service, "copy-certificate", []),
  { ...synchronize(service, "sync-certificate", ["--watch"]), restartPolicy: "Always" },
];

const synchronize = (service: Service, name: string, flags: readonly string[]): IContainer => ({
  name,
  image: service.image,
  imagePullPolicy: "IfNotPresent",
  args: ["sync-certificates", "--from", SOURCE, "--to", TARGET, ...flags],
  // Measured: 70 MiB resident after a thousand looks at the Secret, 27 of them its own.
  resources: resources("5m", "96Mi"),
  securityContext: restrictedContainer,
  volumeMounts: [
    { name: "certificate-secret", mountPath: SOURCE, readOnly: true },
    { name: "certificate", mountPath: TARGET },
  ],
});
