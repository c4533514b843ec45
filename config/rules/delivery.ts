import { cloudOf, clouds } from "../clouds";
import type { Rule } from "../problem";
import type { Environment } from "../schema/environment";
import { anyOf } from "../schema/primitives";
import { namesInTemplate } from "../template";

const EXAMPLE =
  'such as gitops { "repository": { "access": "public", "url": "https://github.com/example-org/meridian" } }';

/** Every service of the workloads with a delivery, with its place in the configuration. */
const servicesDeliveredBy = ({ workloads }: Environment, delivery: "terraform" | "flux") =>
  workloads.flatMap((workload, index) =>
    workload.delivery === delivery
      ? workload.services.map((service, place) => ({
          service,
          path: ["workloads", index, "services", place] as const,
        }))
      : [],
  );

const fluxHasARepository: Rule = ({ workloads, gitops }) => {
  const first = workloads.findIndex(({ delivery }) => delivery === "flux");
  if (first >= 0 && gitops === undefined) {
    return [
      {
        path: ["workloads", first, "delivery"],
        message: `"flux" follows a repository; expected one, ${EXAMPLE}`,
      },
    ];
  }
  if (first < 0 && gitops !== undefined) {
    return [{ path: ["gitops"], message: 'no workload is delivered by "flux"; expected one, or no gitops' }];
  }
  return [];
};

const canaryHasDelivery: Rule = (environment) =>
  servicesDeliveredBy(environment, "terraform")
    .filter(({ service }) => service.canary !== undefined)
    .map(({ path }) => ({
      path: [...path, "canary"],
      message:
        'Flagger changes what it tries, which an apply would change back; expected the workload\'s delivery to be "flux"',
    }));

/** The clouds whose gateways split users. */
const SPLITTING = Object.entries(clouds)
  .filter(([, { fits }]) => fits.splitsUsers)
  .map(([name]) => name);

/** Users are split by request, which only somebody who reads requests can do. */
const canaryIsSplit: Rule = (environment) =>
  servicesDeliveredBy(environment, "flux").flatMap(({ service, path }) => {
    if (service.canary === undefined) return [];
    if (!cloudOf(environment).fits.splitsUsers) {
      return [
        {
          path: [...path, "canary"],
          message: `infrastructure "${environment.infrastructure.kind}" has no gateway that splits users; expected ${anyOf(SPLITTING)}, or no canary`,
        },
      ];
    }
    return service.exposure === "http"
      ? []
      : [
          {
            path: [...path, "exposure"],
            message: `the gateway cannot split what it does not read, and "${service.exposure}" gives it no requests; expected "http", or no canary`,
          },
        ];
  });

const imageStandsAlone: Rule = (environment) =>
  servicesDeliveredBy(environment, "flux").flatMap(({ service, path }) =>
    Object.entries(service.env)
      .filter(([, value]) => value !== "{image}" && namesInTemplate(value).includes("image"))
      .map(([name]) => ({
        path: [...path, "env", name],
        message:
          'the image is known only to the repository, which writes it as a whole; expected "{image}" alone',
      })),
  );

/** What must hold where something is delivered through a repository. */
export const deliveryRules: readonly Rule[] = [
  fluxHasARepository,
  canaryHasDelivery,
  canaryIsSplit,
  imageStandsAlone,
];
