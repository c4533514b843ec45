import { clouds, fitsOf } from "../clouds";
import { placedServices } from "../placed-services";
import type { Rule } from "../problem";
import { DELIVERIES, type DeliveryName } from "../schema/delivery";
import type { Environment, Workload } from "../schema/environment";
import { anyOf } from "../schema/primitives";
import { variablesIn } from "../schema/workload";
import { namesInTemplate } from "../template";

const EXAMPLE =
  'such as gitops { "repository": { "access": "public", "url": "https://github.com/example-org/meridian" } }';

/** Every service of the workloads whose delivery is of some kind. */
const servicesOf = (environment: Environment, fits: (delivery: Workload["delivery"]) => boolean) =>
  placedServices(environment).filter(({ workload }) => fits(workload.delivery));

const comesFromRepository = (delivery: Workload["delivery"]): boolean => DELIVERIES[delivery].fromRepository;

const deliveryHasARepository: Rule = ({ workloads, gitops }) => {
  const index = workloads.findIndex(({ delivery }) => comesFromRepository(delivery));
  const first = workloads[index];
  if (first !== undefined && gitops === undefined) {
    return [
      {
        path: ["workloads", index, "delivery"],
        message: `"${first.delivery}" follows a repository; expected one, ${EXAMPLE}`,
      },
    ];
  }
  if (first === undefined && gitops !== undefined) {
    return [
      {
        path: ["gitops"],
        message: `no workload is delivered by ${anyOf(namesWith("fromRepository"))}; expected one, or no gitops`,
      },
    ];
  }
  return [];
};

/** The deliveries that can do something. */
const namesWith = (ability: keyof (typeof DELIVERIES)[DeliveryName]): readonly string[] =>
  Object.entries(DELIVERIES)
    .filter(([, can]) => can[ability])
    .map(([name]) => name);

const canaryHasDelivery: Rule = (environment) =>
  servicesOf(environment, (delivery) => !DELIVERIES[delivery].triesVersions)
    .filter(({ service }) => service.canary !== undefined)
    .map(({ path }) => ({
      path: [...path, "canary"],
      message: `Flagger changes what it tries, which an apply would change back; expected the workload's delivery to be ${anyOf(namesWith("triesVersions"))}`,
    }));

/** The clouds whose gateways split users. */
const SPLITTING = Object.entries(clouds)
  .filter(([, { fits }]) => fits.splitsUsers)
  .map(([name]) => name);

/** Users are split request by request, so the gateway has to read the requests: TLS must not pass through it. */
const canaryIsSplit: Rule = (environment) =>
  servicesOf(environment, (delivery) => DELIVERIES[delivery].triesVersions).flatMap(({ service, path }) => {
    if (service.canary === undefined) return [];
    if (!fitsOf(environment).splitsUsers) {
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
  servicesOf(environment, comesFromRepository).flatMap(({ service, path }) =>
    variablesIn(service)
      .filter(({ value }) => value !== "{image}" && namesInTemplate(value).includes("image"))
      .map((variable) => ({
        path: [...path, ...variable.path],
        message:
          'the image is known only to the repository, which writes it as a whole; expected "{image}" alone',
      })),
  );

const jobsAreWaitedFor: Rule = ({ workloads }) =>
  workloads.flatMap(({ delivery, jobs }, index) =>
    Object.keys(jobs).length === 0 || DELIVERIES[delivery].waitsForJobs
      ? []
      : [
          {
            path: ["workloads", index, "jobs"],
            message: `"${delivery}" would start the pods of a new version beside its jobs, and not after them; expected delivery ${anyOf(namesWith("waitsForJobs"))}, or no jobs`,
          },
        ],
  );

/** What must hold where something is delivered through a repository. */
export const deliveryRules: readonly Rule[] = [
  deliveryHasARepository,
  canaryHasDelivery,
  canaryIsSplit,
  imageStandsAlone,
  jobsAreWaitedFor,
];
