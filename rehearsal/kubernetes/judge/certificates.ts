import { covers, isPair, isSignedBy, namesOf, readCertificate } from "../../tls/pair";
import type { Estate } from "../../world/estate";
import type { Judged } from "../../world/finding";
import { at, isObject, text, texts } from "../../world/object";
import { valuesOf } from "../charts";
import { type Cluster, clustersOf, find, ofKind } from "../cluster";
import { certificatesOf, dataOf, entriesOf } from "../network/entries";
import { jobTargets } from "../network/scrapes";
import type { KubeObject } from "../object";
import { told } from "./chart-values";
import { about } from "./finding";

const SECRETS = "https://kubernetes.io/docs/concepts/configuration/secret/#tls-secrets";
const TLS = "https://prometheus.io/docs/prometheus/latest/configuration/configuration/#tls_config";

/** Certificates, where clusters hold and show them. */
export function certificateFindings(estate: Estate): Judged[] {
  return clustersOf(estate).flatMap((cluster) => [
    ...ofKind(cluster, /^(Secret|ConfigMap)$/).flatMap(holderFindings),
    ...entryFindings(cluster),
    ...scrapeFindings(cluster),
  ]);
}

const PEM = /-----BEGIN (CERTIFICATE|TRUSTED CERTIFICATE|[A-Z ]*PRIVATE KEY)-----/;

/** Key and certificate belong together, and what is called an authority is one. */
function holderFindings(object: KubeObject): Judged[] {
  const data = dataOf(object);
  const [certificate, key] = [data["tls.crt"], data["tls.key"]];
  const says = [
    ...(object.kind === "Secret" &&
    text(object.body, "type") === "kubernetes.io/tls" &&
    Object.keys(data).length > 0
      ? ["tls.crt", "tls.key"].filter((name) => !(name in data)).map((name) => `a TLS secret has ${name}`)
      : []),
    ...(certificate !== undefined && key !== undefined && isPair(certificate, key) === false
      ? ["tls.key is not the key of tls.crt"]
      : []),
    ...(certificate !== undefined && /PRIVATE KEY/.test(certificate) ? ["tls.crt holds a private key"] : []),
    ...(key !== undefined && /BEGIN CERTIFICATE/.test(key) ? ["tls.key holds a certificate"] : []),
    ...Object.entries(text(object.body, "type") === "kubernetes.io/service-account-token" ? {} : data)
      .filter(([name, value]) => name.endsWith(".crt") && !["", "null"].includes(value) && !PEM.test(value))
      .map(([name]) => `${name} holds no certificate`),
    ...Object.entries(data)
      .filter(([name]) => /(^|[-_.])ca\.(crt|pem)$|^ca([-_.]bundle)?\.(crt|pem)$/.test(name))
      .filter(([, value]) => readCertificate(value)?.ca === false || /PRIVATE KEY/.test(value))
      .map(
        ([name, value]) =>
          `${name} is not the certificate of an authority; it is ${/PRIVATE KEY/.test(value) ? "a private key" : `for ${namesOf(value)}`}`,
      ),
  ];
  return says.map((problem) => about(object, problem, SECRETS));
}

/** What is shown at a host name is for that name. */
function entryFindings(cluster: Cluster): Judged[] {
  return entriesOf(cluster).flatMap(({ of, host, certificates }) =>
    host.startsWith("*")
      ? []
      : certificates
          .filter((certificate) => covers(certificate, host) === false)
          .map((certificate) =>
            about(of, `shows a certificate for ${namesOf(certificate)} at ${host}`, SECRETS),
          ),
  );
}

const MOUNT = /^\/etc\/prometheus\/(configmaps|secrets)\/([^/]+)\/([^/]+)$/;

/** What Prometheus scrapes over TLS proves the name that is asked for, to the authority that is trusted. */
function scrapeFindings(cluster: Cluster): Judged[] {
  return cluster.releases.flatMap((release) =>
    at(valuesOf(release), "prometheus.prometheusSpec.additionalScrapeConfigs")
      .filter(isObject)
      .filter((job) => text(job, "scheme") === "https")
      .flatMap((job) => {
        const owners = [...new Set(jobTargets(job, cluster).flatMap(({ pod }) => pod.owner ?? []))];
        const shown = owners.flatMap((owner) => certificatesOf(owner, cluster));
        const [, kind, name = "", key = ""] = MOUNT.exec(text(job, "tls_config.ca_file")) ?? [];
        const authority = dataOf(
          find(cluster, kind === "secrets" ? "Secret" : "ConfigMap", release.namespace, name),
        )[key];
        return texts(job, "tls_config.server_name").flatMap((server) =>
          shown
            .slice(0, 1)
            .flatMap((certificate) => [
              ...(covers(certificate, server) === false
                ? [
                    told(
                      release,
                      `scrape job ${text(job, "job_name")}: its targets' certificate is for ${namesOf(certificate)}, not for ${server}`,
                      TLS,
                    ),
                  ]
                : []),
              ...(authority !== undefined && isSignedBy(certificate, authority) === false
                ? [
                    told(
                      release,
                      `scrape job ${text(job, "job_name")}: ca_file is not the authority of its targets' certificate`,
                      TLS,
                    ),
                  ]
                : []),
            ]),
        );
      }),
  );
}
