import { z } from "zod";
import { choice, cidr, expected, hostName, integer, name, oneKindOf, record } from "./primitives";

const ports = z
  .array(integer("a port", 1, 65_535, 443), expected("a list of ports", [443]))
  .min(1, expected("at least one port", [443]));

const protocol = choice("TCP", "UDP").default("TCP");

/** Addresses outside of the cluster: a network, or a single address as `/32`. */
const network = record({
  kind: z.literal("network"),
  /** `0.0.0.0/0` is everywhere; where a cloud tells nodes their secrets (169.254.0.0/16) is no part of it. */
  cidr: cidr("the network that is called", "203.0.113.0/24"),
  /** Parts of it that are not called. @default - none */
  except: z
    .array(
      cidr("a part of the network", "203.0.113.128/25"),
      expected("a list of networks", ["203.0.113.128/25"]),
    )
    .default([]),
  /** Where it listens. */
  ports,
  /** What is spoken on the ports. @default "TCP" */
  protocol,
});

/** A host by its name, whose addresses may change. Only where the clusters' network plugin reads DNS: see `cni`. */
const host = record({
  kind: z.literal("host"),
  host: hostName("the host that is called", "api.example.org"),
  /** Where it listens. */
  ports,
});

/** A service of another workload in the same cluster. It admits the caller. */
const service = record({
  kind: z.literal("service"),
  workload: name("the workload that is called", "orders", 30),
  service: name("its service that is called", "api", 30),
});

/** Networks alone. */
export const networks = z.array(network, {
  error:
    'expected a list of networks, such as [{ "kind": "network", "cidr": "203.0.113.0/24", "ports": [5432] }]',
});

/** What the pods of a service call. Pods that may call something may ask the cluster's DNS, too. */
export const egress = z
  .array(oneKindOf("egress", [network, host, service]), {
    error:
      'expected a list of whom the service calls, such as [{ "kind": "network", "cidr": "203.0.113.0/24", "ports": [443] }]',
  })
  .default([]);
