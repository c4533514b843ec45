import { hostsOf, isExposed } from "../hosts";
import type { Rule } from "../problem";
import { clustersOf, clustersWithRole, sharesOneName } from "../topology";

/*
 * Values that are each good, and together not.
 */

/** Traefik's balancer calls the regions by TLS, and by nothing else. */
const exposureHasAWayIn: Rule = ({ balancer, workloads }) =>
  balancer.kind !== "traefik"
    ? []
    : workloads.flatMap(({ services }, workload) =>
        services.flatMap((service, index) =>
          isExposed(service) && service.exposure === "http"
            ? [
                {
                  path: ["workloads", workload, "services", index, "exposure"],
                  message:
                    'balancer "traefik" calls the clusters by TLS, so nobody would get to a service by "http"; expected "passthrough" or "reencrypt", with protocol "https"',
                },
              ]
            : [],
        ),
      );

/** A certificate's common name has 64 characters at most (https://datatracker.ietf.org/doc/html/rfc5280#appendix-A.1). */
const LONGEST_NAME = 64;

/** Whose certificates have a common name, and must therefore be for a short one. */
const ISSUERS: Readonly<Record<string, string>> = {
  // https://docs.aws.amazon.com/acm/latest/APIReference/API_RequestCertificate.html
  acm: "ACM",
  // https://letsencrypt.org/docs/certificate-compatibility/
  letsencrypt: "Let's Encrypt",
};

const namesFitCertificates: Rule = (environment) => {
  const issuer = ISSUERS[environment.certificates.kind];
  if (issuer === undefined) return [];
  const names = clustersWithRole(environment, "api").flatMap(({ hostName }) =>
    hostName === undefined ? [] : hostsOf(environment.workloads, hostName),
  );
  const [long] = names.filter((name) => name.length > LONGEST_NAME);
  return long === undefined
    ? []
    : [
        {
          path: ["domain"],
          message: `${long} has ${long.length} characters, and ${issuer} certifies names of ${LONGEST_NAME} at most; expected a shorter domain, such as "api.example.com"`,
        },
      ];
};

/** A check that may take longer than the time until the next one says nothing about now. */
const checksEndBeforeTheNext: Rule = ({ balancer }) => {
  if (balancer.kind !== "traefik") return [];
  const { intervalSeconds, timeoutSeconds } = balancer.healthCheck;
  return timeoutSeconds <= intervalSeconds
    ? []
    : [
        {
          path: ["balancer", "healthCheck", "timeoutSeconds"],
          message: `is above the interval of ${intervalSeconds}; expected at most that, such as ${Math.min(2, intervalSeconds)}`,
        },
      ];
};

const domainIsUsed: Rule = (environment) =>
  environment.domain !== undefined &&
  !sharesOneName(environment) &&
  clustersOf(environment).every((cluster) => "host" in cluster && cluster.host !== undefined)
    ? [
        {
          path: ["domain"],
          message:
            "has no effect: every cluster brings a host name; expected no domain, or a cluster without host",
        },
      ]
    : [];

/** What must not be chosen together. */
export const combinationRules: readonly Rule[] = [
  exposureHasAWayIn,
  namesFitCertificates,
  checksEndBeforeTheNext,
  domainIsUsed,
];
