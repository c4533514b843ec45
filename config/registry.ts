import type { Workload } from "./schema/environment";

/** Begins the name of an image that the infrastructure's own registry holds: one in every region. */
export const REGISTRY = "{registry}/";

/** An image's full name in a place, given the host of the place's registry. */
export const imageIn = (image: string, registry: string | undefined): string =>
  registry !== undefined && image.startsWith(REGISTRY)
    ? `${registry}/${image.slice(REGISTRY.length)}`
    : image;

/** The repository of an image in the infrastructure's own registry; none where the image comes from elsewhere. */
export const repositoryOf = (image: string): string | undefined =>
  image.startsWith(REGISTRY) ? image.slice(REGISTRY.length).split(/[:@]/)[0] : undefined;

/** Whether an image, by its full name, is held by a registry. */
export const comesFrom = (registry: string | undefined, { image }: { readonly image: string }): boolean =>
  registry !== undefined && image.startsWith(`${registry}/`);

/** The name of an image without its version. The registry that `{registry}` stands for is no part of it. */
export const imageNameOf = (image: string): string =>
  repositoryOf(image) ?? image.replace(/@.*$/, "").replace(/:[^/]*$/, "");

/** The version of an image: its tag; none where a digest alone names it. */
export const versionOf = (image: string): string | undefined =>
  /:([\w.-]+)$/.exec(image.replace(/@.*$/, ""))?.[1];

/** Every image of a workload, with its place there. */
export const imagesOf = ({
  services,
  jobs,
}: Pick<Workload, "services" | "jobs">): readonly {
  readonly image: string;
  readonly path: readonly (string | number)[];
}[] => [
  ...services.map(({ image }, index) => ({ image, path: ["services", index, "image"] })),
  ...Object.entries(jobs).map(([name, { image }]) => ({ image, path: ["jobs", name, "image"] })),
];

/** A workload with other images in the place of its own. */
export const withImages = (workload: Workload, other: (image: string) => string): Workload => ({
  ...workload,
  services: workload.services.map((service) => ({ ...service, image: other(service.image) })),
  jobs: Object.fromEntries(
    Object.entries(workload.jobs).map(([name, job]) => [name, { ...job, image: other(job.image) }]),
  ),
});
