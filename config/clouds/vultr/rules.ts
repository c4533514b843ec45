import type { Rule } from "../../problem";
import { bytesOf } from "../../schema/primitives";
import { networksLeaveAlone } from "../kubernetes-networks";

/**
 * What VKE gives to pods and Services of every cluster; there is no argument for them
 * (`cluster_subnet` and `service_subnet` of https://www.vultr.com/api/#operation/create-kubernetes-cluster).
 */
export const KUBERNETES = { pods: "10.244.0.0/16", Services: "10.96.0.0/12" };

const networksLeaveKubernetesAlone = networksLeaveAlone("VKE's", KUBERNETES, "10.10.0.0/20");

/** Vultr's block storage begins there (https://docs.vultr.com/products/cloud-storage/block-storage/faq). */
const SMALLEST_VOLUME_GIB = 10;

const volumesAreLargeEnough: Rule = ({ monitoring: { storage, logs } }) =>
  [
    { path: ["monitoring", "storage"], size: storage },
    ...(logs ? [{ path: ["monitoring", "logs", "storage"], size: logs.storage }] : []),
  ]
    .filter(({ size }) => bytesOf(size) < SMALLEST_VOLUME_GIB * 1024 ** 3)
    .map(({ path, size }) => ({
      path,
      message: `Vultr makes no volume of less than ${SMALLEST_VOLUME_GIB} GiB; expected "10Gi" or more, got "${size}"`,
    }));

/** What must hold between the keys of an environment on Vultr. */
export const rules: readonly Rule[] = [networksLeaveKubernetesAlone, volumesAreLargeEnough];
