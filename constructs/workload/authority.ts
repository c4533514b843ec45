import type { IVolume } from "kubernetes-models/v1/Volume";
import type { IVolumeMount } from "kubernetes-models/v1/VolumeMount";
import type { Service } from "../../config/schema/environment";

const NAME = "authority";

/** The authority behind the certificates of a cluster's services, by which pods verify each other. */
export const authorityVolume = (service: Service, certificateSecret: string): readonly IVolume[] =>
  service.authority
    ? [
        {
          name: NAME,
          secret: {
            secretName: certificateSecret,
            items: [{ key: "ca.crt", path: "ca.crt" }],
            optional: true, // cert-manager writes none where the authority is a public one
          },
        },
      ]
    : [];

export const authorityMount = (service: Service): readonly IVolumeMount[] =>
  service.authority ? [{ name: NAME, mountPath: "/authority", readOnly: true }] : [];
