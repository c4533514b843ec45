import { text } from "../../schema/primitives";

/** Azure's name of a place, as its tools write it (`westeurope`) or its pages (`West Europe`). */
export const location = text(
  "an Azure location",
  "westeurope",
  /^(?=.{3,40}$)[A-Za-z][A-Za-z0-9]*(?: [A-Za-z0-9]+)*$/,
).transform((place) => place.toLowerCase().replaceAll(" ", ""));
