import type { IContainer } from "kubernetes-models/v1/Container";
import type { ISecretVolumeSource } from "kubernetes-models/v1/SecretVolumeSource";
import type { IVolume } from "kubernetes-models/v1/Volume";
import type { IVolumeMount } from "kubernetes-models/v1/VolumeMount";
import { claimOf } from "../../config/composed-names";
import type { Service } from "../../config/schema/environment";
import { resources } from "../kubernetes/resources";
import { restrictedContainer } from "../kubernetes/restricted";
import type { Destination } from "./destination";

/** Whether pods have the Secret itself: the kubelet brings a renewal there, and the program reads it again. */
const isMounted = ({ certificateVolume }: Pick<Destination, "certificateVolume">): boolean =>
  certificateVolume === "secret";

const SOURCE = "/secret";
const TARGET = "/cert";

/** Whether the copy is kept in a claim. */
export const keepsClaim = ({ certificateVolume }: Pick<Destination, "certificateVolume">): boolean =>
  certificateVolume === "claim";

/** The Secret, and the volume that it is copied into where it is not mounted itself. */
export const certificateVolumes = (
  destination: Destination,
  service: Service,
  certificateSecret: string,
): IVolume[] =>
  isMounted(destination)
    ? [{ name: "certificate", secret: pairOf(certificateSecret) }]
    : [
        {
          name: "certificate",
          ...(keepsClaim(destination)
            ? { persistentVolumeClaim: { claimName: claimOf(service.name) } }
            : { emptyDir: { medium: "Memory", sizeLimit: "1Mi" } }),
        },
        { name: "certificate-secret", secret: pairOf(certificateSecret) },
      ];

/** Readable by the pod's group only; `ca.crt` is the ingress's concern. */
const pairOf = (secretName: string): ISecretVolumeSource => ({
  secretName,
  defaultMode: 0o440,
  items: [
    { key: "tls.crt", path: "tls.crt" },
    { key: "tls.key", path: "tls.key" },
  ],
});

/** The certificate as the program sees it, in the folder `/cert/current` either way: it cannot write there. */
export const certificateMount = (destination: Destination): IVolumeMount => ({
  name: "certificate",
  mountPath: isMounted(destination) ? `${TARGET}/current` : TARGET,
  readOnly: true,
});

/**
 * Copy the certificate from the Secret into the volume: one container before the program starts, so that it never finds
 * an empty volume, and a sidecar for as long as it runs, so that a renewal reaches it. An init container that always
 * restarts is a sidecar: it starts before the program and ends after it. Nothing is to be copied where the Secret is
 * mounted.
 */
export const certificateSync = (destination: Destination, service: Service): IContainer[] =>
  isMounted(destination)
    ? []
    : [
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
