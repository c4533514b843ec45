import { SecretV1 } from "@cdktf/provider-kubernetes/lib/secret-v1";
import { Construct } from "constructs";
import { connectionSecretOf } from "../../config/composed-names";
import type { Workload } from "../../config/schema/environment";
import { chosen } from "../chosen";
import { rolesWithPasswords, type UsedDatabase } from "./used-database";

/** What a workload signs in to its databases with, once their users may: a Secret for each user that it is. */
export function connectionSecrets(
  scope: Construct,
  id: string,
  namespace: string,
  databases: readonly UsedDatabase[],
  workload: Workload,
): SecretV1[] {
  const used = databases.filter((database) => rolesWithPasswords(database, workload).length > 0);
  if (used.length === 0) return [];
  const place = chosen(new Construct(scope, id));
  return used.flatMap((database) => {
    const { name, urls, ca, users } = database;
    const secrets = new Construct(place, name);
    return rolesWithPasswords(database, workload).map(
      (role) =>
        new SecretV1(secrets, role, {
          metadata: { name: connectionSecretOf(name, role), namespace },
          data: { url: urls[role], ...(ca === undefined ? {} : { "ca.crt": ca }) },
          dependsOn: [users],
        }),
    );
  });
}
