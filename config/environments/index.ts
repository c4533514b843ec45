import aws from "./aws";
import azure from "./azure";
import gcp from "./gcp";
import kops from "./kops";
import local from "./local";
import vultr from "./vultr";

/** The shipped environments, in the order they are synthesized. */
export const environments = { local, azure, aws, vultr, kops, gcp } as const;
