import type { Construct } from "constructs";
import { workspaceName } from "../../config/names";
import { servingRegions } from "../../config/places";
import type { Environment } from "../../config/schema/environment";
import { entryName } from "../../config/topology";
import { DomainCertificates } from "../../constructs/aws/domain-certificates";
import { useAws } from "../../constructs/aws/provider";
import { PlatformStack } from "../workspace/platform-stack";
import { type AwsInfrastructure, accountOf, homeOf, networksOf } from "./configuration";

/** The certificate of every region that serves users, by ARN. */
export type DnsOutputs = { readonly [Certificate in `${string}-certificate`]: string };

export interface DnsStackProps {
  readonly environment: Environment;
  readonly infrastructure: AwsInfrastructure;
  readonly zoneId: string;
}

/** `<environment>-dns`: certificates of ACM for the domain, and the record that proves it to be ours. */
export class DnsStack extends PlatformStack<DnsOutputs> {
  constructor(scope: Construct, { environment, infrastructure, zoneId }: DnsStackProps) {
    super(scope, workspaceName(environment.name, "dns"), environment.state);
    useAws(this, accountOf(environment, infrastructure), homeOf(environment));

    const networks = networksOf(environment);
    const places = [...servingRegions(environment).keys()].flatMap((region) => {
      const network = networks.get(region);
      return network ? [{ region, location: network.location }] : [];
    });
    const { arns } = new DomainCertificates(this, "Certificates", {
      domain: entryName(environment),
      zoneId,
      locations: places.map(({ location }) => location),
    });

    this.publish(
      Object.fromEntries(
        places.map(({ region, location }) => [`${region}-certificate`, arns.get(location) as string]),
      ),
    );
  }

  /** ARN of the certificate of a region, as `consumer` reads it. */
  certificateOf(region: string, consumer: PlatformStack<object>): string {
    const output: `${string}-certificate` = `${region}-certificate`;
    return consumer.consume(this, output)[output] as string;
  }
}
