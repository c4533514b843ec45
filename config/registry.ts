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

/** The name of an image without its version. The registry that `{registry}` stands for is no part of it. */
export const imageNameOf = (image: string): string =>
  repositoryOf(image) ?? image.replace(/@.*$/, "").replace(/:[^/]*$/, "");
