import { REGISTRY, repositoryOf } from "../../config/registry";
import type { Service } from "../../config/schema/environment";

/** The name that delivered objects call a service's image by; which version it is stands in the images' own file. */
export const imageNameOf = ({ image }: Pick<Service, "image">): string =>
  repositoryOf(image) ?? image.replace(/@.*$/, "").replace(/:[^/]*$/, "");

/** Whether the image comes from the registry that the infrastructure made in the cluster's region. */
export const isRegional = ({ image }: Pick<Service, "image">): boolean => image.startsWith(REGISTRY);

/** The digest that the configuration names, if it does. */
export const digestOf = ({ image }: Pick<Service, "image">): string | undefined => image.split("@")[1];
