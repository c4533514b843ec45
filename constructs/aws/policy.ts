import { Fn, Token } from "cdktf";

/** Values of one or several strings, as IAM writes them. */
type Strings = string | readonly string[];

/** A statement of an IAM policy (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html). */
export interface Statement {
  readonly Sid?: string;
  readonly Effect: "Allow" | "Deny";
  readonly Principal?:
    | "*"
    | { readonly Service: Strings }
    | { readonly Federated: Strings }
    | { readonly AWS: Strings };
  readonly Action: Strings;
  readonly Resource?: Strings;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, Strings>>>>;
}

/** Statements as the text that AWS takes. */
export const policyText = (...statements: readonly Statement[]): string =>
  jsonText({ Version: "2012-10-17", Statement: statements });

/** A document as JSON. What only an apply knows is filled in by Terraform. */
export function jsonText(document: object): string {
  const text = JSON.stringify(document);
  // In HCL, cdktf leaves the quotes of a string with an expression as they are.
  return Token.isUnresolved(text) ? Fn.jsonencode(document) : text;
}

/** Closes a bucket to requests without TLS. */
export const onlyOverTls = (bucket: string): Statement => ({
  Sid: "OnlyOverTls",
  Effect: "Deny",
  Principal: "*",
  Action: "s3:*",
  Resource: [`arn:aws:s3:::${bucket}`, `arn:aws:s3:::${bucket}/*`],
  Condition: { Bool: { "aws:SecureTransport": "false" } },
});

/** Lets an AWS service take a role on. */
export const trustService = (service: string, ...others: readonly string[]): Statement => ({
  Effect: "Allow",
  Principal: { Service: service },
  Action: ["sts:AssumeRole", ...others],
});
