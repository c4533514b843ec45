import aws from "./aws";
import azure from "./azure";
import local from "./local";

/** The shipped environments, in the order they are synthesized. */
export const environments = { local, azure, aws } as const;
