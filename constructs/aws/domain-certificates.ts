import { AcmCertificate } from "@cdktf/provider-aws/lib/acm-certificate";
import { AcmCertificateValidation } from "@cdktf/provider-aws/lib/acm-certificate-validation";
import { Route53Record } from "@cdktf/provider-aws/lib/route53-record";
import { Construct } from "constructs";

export interface DomainCertificatesProps {
  readonly domain: string;

  /** The Route 53 zone that holds the domain. */
  readonly zoneId: string;

  /** The AWS regions that need a certificate. */
  readonly locations: readonly string[];
}

/**
 * A certificate of ACM for a domain in every region. All of them are validated by one record, since ACM derives it from
 * the domain and the account.
 */
export class DomainCertificates extends Construct {
  /** ARNs by AWS region. */
  readonly arns: ReadonlyMap<string, string>;

  constructor(scope: Construct, id: string, { domain, zoneId, locations }: DomainCertificatesProps) {
    super(scope, id);

    const certificates = locations.map((region) => ({
      region,
      certificate: new AcmCertificate(new Construct(this, region), "Resource", {
        domainName: domain,
        region,
        validationMethod: "DNS",
        lifecycle: { createBeforeDestroy: true },
      }),
    }));
    const proof = certificates[0]?.certificate.domainValidationOptions.get(0);
    if (!proof) throw new Error(`${this.node.path}: 'locations' must name at least one AWS region`);
    const record = new Route53Record(this, "Proof", {
      zoneId,
      name: proof.resourceRecordName,
      type: proof.resourceRecordType,
      records: [proof.resourceRecordValue],
      ttl: 300,
    });

    this.arns = new Map(
      certificates.map(({ region, certificate }) => [
        region,
        new AcmCertificateValidation(this.node.findChild(region) as Construct, "Validation", {
          certificateArn: certificate.arn,
          region,
          validationRecordFqdns: [record.fqdn],
        }).certificateArn,
      ]),
    );
  }
}
