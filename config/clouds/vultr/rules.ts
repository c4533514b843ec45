import type { Rule } from "../../problem";
import { networksLeaveAlone } from "../kubernetes-networks";

/**
 * What VKE gives to pods and Services of every cluster; there is no argument for them
 * (`cluster_subnet` and `service_subnet` of https://www.vultr.com/api/#operation/create-kubernetes-cluster).
 */
const KUBERNETES = { pods: "10.244.0.0/16", Services: "10.96.0.0/12" };

const networksLeaveKubernetesAlone = networksLeaveAlone("VKE's", KUBERNETES, "10.10.0.0/20");

/** Vultr's block storage begins there (https://docs.vultr.com/products/cloud-storage/block-storage/faq). */
const SMALLEST_VOLUME_GIB = 10;

const volumesAreLargeEnough: Rule = ({ monitoring: { storage } }) => {
  const [, count, unit] = /^(\d+)(Mi|Gi)$/.exec(storage) ?? [];
  const gibibytes = Number(count) / (unit === "Mi" ? 1024 : 1);
  return gibibytes < SMALLEST_VOLUME_GIB
    ? [
        {
          path: ["monitoring", "storage"],
          message: `Vultr makes no volume of less than ${SMALLEST_VOLUME_GIB} GiB; expected "10Gi" or more, got "${storage}"`,
        },
      ]
    : [];
};

/** What must hold between the keys of an environment on Vultr. */
export const rules: readonly Rule[] = [networksLeaveKubernetesAlone, volumesAreLargeEnough];
