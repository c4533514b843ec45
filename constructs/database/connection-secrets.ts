import { SecretV1 } from "@cdktf/provider-kubernetes/lib/secret-v1";
import { Construct } from "constructs";
import { connectionSecretOf } from "../../config/composed-names";
import type { DatabaseRole } from "../../config/databases";
import type { Workload } from "../../config/schema/environment";
import { chosen } from "../chosen";
import { hasTokens, rolesWithPasswords, type UsedDatabase } from "./used-database";

/** What a workload signs in to its databases with, once their users may: a Secret for each user that it is. */
export function connectionSecrets(
  scope: Construct,
  id: string,
  namespace: string,
  databases: readonly UsedDatabase[],
  workload: Workload,
): SecretV1[] {
  const used = databases
    .map((database) => ({ database, roles: rolesWithPasswords(database, workload) }))
    .map((use) => ({
      ...use,
      verifies: hasTokens(use.database, workload) && !use.roles.includes("application"),
    }))
    .filter(({ roles, verifies }) => roles.length > 0 || verifies);
  if (used.length === 0) return [];
  const place = chosen(new Construct(scope, id));
  return used.flatMap(({ database: { name, urls, ca, users }, roles, verifies }) => {
    const secrets = new Construct(place, name);
    const secret = (role: DatabaseRole, data: Record<string, string>) =>
      new SecretV1(secrets, role, {
        metadata: { name: connectionSecretOf(name, role), namespace },
        data: { ...data, ...(ca === undefined ? {} : { "ca.crt": ca }) },
        dependsOn: [users],
      });
    return [
      ...roles.map((role) => secret(role, { url: urls[role] })),
      ...(verifies && ca !== undefined ? [secret("application", {})] : []), // without a password
    ];
  });
}
