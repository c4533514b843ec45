import type { IStorageClass } from "kubernetes-models/storage.k8s.io/v1/StorageClass";
import type { KubernetesObject } from "../kubernetes/object";

/** The storage class of claims that name none: an encrypted EBS volume in the zone of the pod that needs it. */
export const defaultStorageClass: IStorageClass & KubernetesObject = {
  apiVersion: "storage.k8s.io/v1",
  kind: "StorageClass",
  metadata: {
    name: "gp3",
    annotations: { "storageclass.kubernetes.io/is-default-class": "true" },
  },
  provisioner: "ebs.csi.aws.com",
  parameters: { type: "gp3", encrypted: "true" },
  volumeBindingMode: "WaitForFirstConsumer",
  allowVolumeExpansion: true,
  reclaimPolicy: "Delete",
};
