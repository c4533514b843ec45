import { z } from "zod";
import { expected } from "./text";

/** An integer within bounds, both inclusive. */
export const integer = (what: string, minimum: number, maximum: number, example: number) => {
  const message = expected(`${what}, a whole number from ${minimum} to ${maximum}`, example);
  return z.int(message).min(minimum, message).max(maximum, message);
};
