import { z } from "zod";
import { expected } from "./text";

export const choice = <const Values extends readonly [string, ...string[]]>(...values: Values) =>
  z.enum(values, { error: `expected one of ${values.map((value) => JSON.stringify(value)).join(", ")}` });

export const flag = () => z.boolean(expected("true or false", true));
