import { canaryOf, MEASUREMENTS, measurementOf, primaryOf } from "../composed-names";
import type { Problem, Rule } from "../problem";
import { imageNameOf } from "../registry";
import { DELIVERIES } from "../schema/delivery";
import type { Service } from "../schema/environment";
import { repeated } from "./repeated";

/** Something that would have a name, and where the configuration says so. */
interface Claim {
  readonly name: string;
  /** Within which names must differ. */
  readonly kind: string;
  /** In a message, behind "is already". */
  readonly who: string;
  readonly path: Problem["path"];
}

/** Every claim to a name that an earlier one has. */
const meeting = (claims: readonly Claim[]): readonly Problem[] =>
  repeated(claims, ({ kind, name }) => `${kind}/${name}`).map(([owner, { name, who, path }]) => ({
    path,
    message: `${who} would be "${name}", which ${owner.who} is already; expected a name of its own`,
  }));

const workloadNamesAreUnique: Rule = ({ workloads }) =>
  meeting(
    workloads.map(({ name }, index) => ({
      kind: "workload",
      name,
      who: `workloads[${index}]`,
      path: ["workloads", index, "name"],
    })),
  );

/** Services, what is called after those with a canary, and jobs: Secrets and pods' labels carry their names. */
const servicesAreUnique: Rule = ({ workloads }) =>
  workloads.flatMap(({ services, jobs }, workload) => {
    const all = services.map((service, index) => ({
      service,
      who: `services[${index}]`,
      path: ["workloads", workload, "services", index, "name"],
    }));
    // Those that a person chose first: what follows from another name is what a message is about.
    return meeting([
      ...all.map(({ service: { name }, ...claim }) => ({ kind: "service", name, ...claim })),
      ...all.flatMap(({ service, who, path }) =>
        canaryNames(service).map(({ what, ...claim }) => ({ ...claim, who: `${what} of ${who}`, path })),
      ),
      ...Object.keys(jobs).map((name) => ({
        kind: "service",
        name,
        who: `jobs.${name}`,
        path: ["workloads", workload, "jobs", name],
      })),
    ]);
  });

const canaryNames = ({ name, canary }: Service) =>
  canary === undefined
    ? []
    : [
        { kind: "service", name: primaryOf(name), what: "the copy that serves users" },
        { kind: "service", name: canaryOf(name), what: "the version on trial" },
        ...MEASUREMENTS.map((measurement) => ({
          kind: "measurement",
          name: measurementOf(name, measurement),
          what: `the ${measurement}`,
        })),
      ];

/** In a repository an image is known by its name, and the file of the images has one version of each. */
const imagesAreOne: Rule = ({ workloads }) => {
  const known = new Map<string, string>();
  return workloads.flatMap(({ delivery, services }, workload) =>
    services.flatMap(({ image }, index): readonly Problem[] => {
      const name = imageNameOf(image);
      const other = known.get(name) ?? image;
      const { fromRepository } = DELIVERIES[delivery];
      if (fromRepository) known.set(name, other);
      return !fromRepository || other === image
        ? []
        : [
            {
              path: ["workloads", workload, "services", index, "image"],
              message: `"${name}" is ${other} of another service already, and a repository holds one version of each name; expected the same image, or one with another name`,
            },
          ];
    }),
  );
};

/** What must differ where names are put together. */
export const nameRules: readonly Rule[] = [workloadNamesAreUnique, servicesAreUnique, imagesAreOne];
