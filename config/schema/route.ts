import { z } from "zod";
import { expected, flag, record, text } from "./primitives";

const LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";

/** `{host}`, labels before it, or a DNS name of its own. */
const HOST = new RegExp(`^(?:(?:${LABEL}\\.)*\\{host\\}|(?=.{1,253}$)${LABEL}(?:\\.${LABEL})+)$`);

const SEGMENT = "[A-Za-z0-9._~-]+";

/** Where callers find a service: requests for another name or another path go to other services of the cluster. */
export const route = record({
  /** `{host}` stands for the name that the cluster answers to. @default "{host}" */
  host: text("a host name, in which {host} stands for the cluster's", "movies.{host}", HOST).default(
    "{host}",
  ),
  /** The path that requests begin with: `/movies` is meant for `/movies` and `/movies/1`. @default "/" */
  path: text(
    "a path prefix without a slash at its end",
    "/movies",
    new RegExp(`^/(?:${SEGMENT}(?:/${SEGMENT})*)?$`),
  ).default("/"),
  /** Whether the service sees the path without the prefix: `/1` for `/movies/1`. @default false */
  stripPath: flag().default(false),
  /**
   * Paths, with all below them, at which callers from outside find nothing (404): probes and metrics, where the program answers
   * them on the port that users reach. The kubelet and Prometheus call the pods themselves.
   *
   * @default - none
   */
  blocked: z
    .array(
      text("a path prefix without a slash at its end", "/metrics", new RegExp(`^(?:/${SEGMENT})+$`)),
      expected("a list of path prefixes", ["/metrics"]),
    )
    .default([]),
}).refine(({ path, stripPath }) => path !== "/" || !stripPath, {
  path: ["stripPath"],
  ...expected("a path to strip, or false", false),
});
