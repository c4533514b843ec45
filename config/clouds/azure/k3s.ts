import { z } from "zod";
import { integer, record, text } from "../../schema/primitives";
import { clusterRole } from "../../schema/role";
import type { TraitsOf } from "../cloud";
import { k3sTraits } from "../k3s-traits";

/**
 * A `p` among the small letters stands for an ARM processor
 * (https://learn.microsoft.com/azure/virtual-machines/vm-naming-conventions), which the machines' image is not for.
 */
const X64_SIZE = /^Standard_[A-Z]+\d+(?:-\d+)?[a-oq-z]*(?:_[A-Za-z0-9]+)*$/;

/** A K3s server on one Azure virtual machine, bootstrapped by Terraform. */
const schema = record({
  /** What the cluster is for: it serves users, leads them to others, or holds tools. */
  role: clusterRole,
  kind: z.literal("k3s"),
  /**
   * Azure VM size. K3s asks for two processors; an `api` node needs 5 GiB, the load balancer's 3 (docs/monitoring.md adds
   * them up).
   *
   * @default - Standard_B2ms (2 vCPU, 8 GiB) for `api` and `tooling`, Standard_B2s (2 vCPU, 4 GiB) for `edge`
   */
  size: text("an Azure VM size with an x64 processor", "Standard_B2s", X64_SIZE).optional(),
  /**
   * GiB of the machine's disk, which holds images, volumes and the cluster's database. It can grow, which restarts the machine,
   * and never shrink.
   *
   * @default - the image's own size, 30
   */
  diskGiB: integer("GiB of a machine's disk", 30, 4095, 64).optional(),
});

/** What the platform makes of a machine on Azure. */
const traits: TraitsOf = (environment, cluster) => ({ ...k3sTraits(environment, cluster), isOneNode: true });

export const k3s = { schema, traits } as const;
