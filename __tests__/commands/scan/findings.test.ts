import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { ACCEPTED } from "../../../commands/scan/accepted";
import { findingsOf, unexplained, withoutExcepted } from "../../../commands/scan/findings";
import { Exceptions } from "../../../rehearsal/exceptions";

/** As checkov 3.3.30 prints it. */
const report = (resource: string, more: object = {}) => ({
  summary: { passed: 3, failed: 1, parsing_errors: 0, ...more },
  results: {
    failed_checks: [
      {
        check_id: "CKV_AWS_1",
        check_name: "Ensure something",
        file_path: "/aws-network-eu/cdk.tf.json",
        resource,
      },
    ],
  },
});

const finding = { check: "CKV_AWS_1", says: "Ensure something", where: "aws-network-eu/Vpc_1" };
const accepted = { checks: ["CKV_AWS_1"], where: /^aws-network-\w+\/Vpc_/, reason: "meant" };

it.each([["aws_vpc.Vpc_1"], ["resource.Vpc_1"]])("a finding of %s has its workspace and name", (resource) => {
  expect(findingsOf(JSON.stringify(report(resource)))).toEqual([finding]);
  expect(findingsOf(JSON.stringify([report(resource), report(resource)]))).toEqual([finding, finding]);
});

it.each([
  ["could not read a workspace", { parsing_errors: 1 }, /could not read everything/],
  ["checked nothing", { passed: 0 }, /checked nothing/],
])("a report of who %s is none", (_, more, message) => {
  expect(() => findingsOf(JSON.stringify(report("a.Vpc_1", more)))).toThrow(message);
});

it("a finding needs a reason, and a reason a finding", () => {
  expect(unexplained([finding], [accepted])).toEqual([]);
  expect(unexplained([finding], [])).toEqual(["aws-network-eu/Vpc_1: Ensure something (CKV_AWS_1)"]);
  const elsewhere = { ...finding, where: "aws-network-eu/Subnet_1" };
  expect(unexplained([elsewhere], [accepted])).toEqual([
    "aws-network-eu/Subnet_1: Ensure something (CKV_AWS_1)",
    expect.stringMatching(/^CKV_AWS_1 at .*: accepted, and found no longer/),
  ]);
});

it("the team's exceptions, which rehearsal and pipeline read too, accept one up to a day", () => {
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), "exceptions-")), "exceptions.yaml");
  const entry =
    "{ rule: checkov/CKV_AWS_1, workspace: aws-*, reason: until the audit is over, until: 2030-01-31 }";
  fs.writeFileSync(file, `exceptions:\n  - ${entry}\n`);
  const other = { ...finding, check: "CKV_AWS_2" };
  expect(withoutExcepted([finding, other], Exceptions.read(file, "2030-01-31"))).toEqual([other]);
  expect(withoutExcepted([finding], Exceptions.read(file, "2030-02-01"))).toEqual([finding]);
  fs.rmSync(path.dirname(file), { recursive: true });
});

it("every reason is a sentence of its own", () => {
  for (const { reason } of ACCEPTED) expect(reason.length).toBeGreaterThan(30);
});
