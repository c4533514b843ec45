// @ts-nocheck
// https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster
// generated from terraform resource schema

import { Construct } from 'constructs';
import * as cdktf from 'cdktf';

// Configuration

export interface ClusterConfig extends cdktf.TerraformMetaArguments {
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#additional_policies Cluster#additional_policies}
  */
  readonly additionalPolicies?: { [key: string]: string };
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#admin_ssh_key Cluster#admin_ssh_key}
  */
  readonly adminSshKey?: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#channel Cluster#channel}
  */
  readonly channel?: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#cloud_labels Cluster#cloud_labels}
  */
  readonly cloudLabels?: { [key: string]: string };
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#id Cluster#id}
  *
  * Please be aware that the id field is automatically added to all resources in Terraform providers using a Terraform provider SDK version below 2.
  * If you experience problems setting this value it might not be settable. Please take a look at the provider documentation to ensure it should be settable.
  */
  readonly id?: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#kubernetes_version Cluster#kubernetes_version}
  */
  readonly kubernetesVersion?: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#name Cluster#name}
  */
  readonly name: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#ssh_access Cluster#ssh_access}
  */
  readonly sshAccess?: string[];
  /**
  * api block
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#api Cluster#api}
  */
  readonly api?: ClusterApi;
  /**
  * cloud_config block
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#cloud_config Cluster#cloud_config}
  */
  readonly cloudConfig?: ClusterCloudConfig;
  /**
  * cloud_provider block
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#cloud_provider Cluster#cloud_provider}
  */
  readonly cloudProvider: ClusterCloudProvider;
  /**
  * cluster_autoscaler block
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#cluster_autoscaler Cluster#cluster_autoscaler}
  */
  readonly clusterAutoscaler?: ClusterClusterAutoscaler;
  /**
  * config_store block
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#config_store Cluster#config_store}
  */
  readonly configStore?: ClusterConfigStore;
  /**
  * etcd_cluster block
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#etcd_cluster Cluster#etcd_cluster}
  */
  readonly etcdCluster: ClusterEtcdCluster[] | cdktf.IResolvable;
  /**
  * iam block
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#iam Cluster#iam}
  */
  readonly iam?: ClusterIam;
  /**
  * kubelet block
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#kubelet Cluster#kubelet}
  */
  readonly kubelet?: ClusterKubelet;
  /**
  * metrics_server block
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#metrics_server Cluster#metrics_server}
  */
  readonly metricsServer?: ClusterMetricsServer;
  /**
  * networking block
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#networking Cluster#networking}
  */
  readonly networking: ClusterNetworking;
  /**
  * secrets block
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#secrets Cluster#secrets}
  */
  readonly secrets?: ClusterSecrets;
  /**
  * service_account_issuer_discovery block
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#service_account_issuer_discovery Cluster#service_account_issuer_discovery}
  */
  readonly serviceAccountIssuerDiscovery?: ClusterServiceAccountIssuerDiscovery;
}
export interface ClusterApiDns {
}

export function clusterApiDnsToTerraform(struct?: ClusterApiDnsOutputReference | ClusterApiDns): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
  }
}


export function clusterApiDnsToHclTerraform(struct?: ClusterApiDnsOutputReference | ClusterApiDns): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
  };
  return attrs;
}

export class ClusterApiDnsOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false, 0);
  }

  public get internalValue(): ClusterApiDns | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: ClusterApiDns | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
    }
  }
}
export interface ClusterApiLoadBalancerAccessLog {
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#bucket Cluster#bucket}
  */
  readonly bucket?: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#bucket_prefix Cluster#bucket_prefix}
  */
  readonly bucketPrefix?: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#interval Cluster#interval}
  */
  readonly interval?: number;
}

export function clusterApiLoadBalancerAccessLogToTerraform(struct?: ClusterApiLoadBalancerAccessLogOutputReference | ClusterApiLoadBalancerAccessLog): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    bucket: cdktf.stringToTerraform(struct!.bucket),
    bucket_prefix: cdktf.stringToTerraform(struct!.bucketPrefix),
    interval: cdktf.numberToTerraform(struct!.interval),
  }
}


export function clusterApiLoadBalancerAccessLogToHclTerraform(struct?: ClusterApiLoadBalancerAccessLogOutputReference | ClusterApiLoadBalancerAccessLog): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    bucket: {
      value: cdktf.stringToHclTerraform(struct!.bucket),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    bucket_prefix: {
      value: cdktf.stringToHclTerraform(struct!.bucketPrefix),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    interval: {
      value: cdktf.numberToHclTerraform(struct!.interval),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class ClusterApiLoadBalancerAccessLogOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false, 0);
  }

  public get internalValue(): ClusterApiLoadBalancerAccessLog | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._bucket !== undefined) {
      hasAnyValues = true;
      internalValueResult.bucket = this._bucket;
    }
    if (this._bucketPrefix !== undefined) {
      hasAnyValues = true;
      internalValueResult.bucketPrefix = this._bucketPrefix;
    }
    if (this._interval !== undefined) {
      hasAnyValues = true;
      internalValueResult.interval = this._interval;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: ClusterApiLoadBalancerAccessLog | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this._bucket = undefined;
      this._bucketPrefix = undefined;
      this._interval = undefined;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this._bucket = value.bucket;
      this._bucketPrefix = value.bucketPrefix;
      this._interval = value.interval;
    }
  }

  // bucket - computed: false, optional: true, required: false
  private _bucket?: string; 
  public get bucket() {
    return this.getStringAttribute('bucket');
  }
  public set bucket(value: string) {
    this._bucket = value;
  }
  public resetBucket() {
    this._bucket = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get bucketInput() {
    return this._bucket;
  }

  // bucket_prefix - computed: false, optional: true, required: false
  private _bucketPrefix?: string; 
  public get bucketPrefix() {
    return this.getStringAttribute('bucket_prefix');
  }
  public set bucketPrefix(value: string) {
    this._bucketPrefix = value;
  }
  public resetBucketPrefix() {
    this._bucketPrefix = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get bucketPrefixInput() {
    return this._bucketPrefix;
  }

  // interval - computed: false, optional: true, required: false
  private _interval?: number; 
  public get interval() {
    return this.getNumberAttribute('interval');
  }
  public set interval(value: number) {
    this._interval = value;
  }
  public resetInterval() {
    this._interval = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get intervalInput() {
    return this._interval;
  }
}
export interface ClusterApiLoadBalancerSubnets {
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#allocation_id Cluster#allocation_id}
  */
  readonly allocationId?: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#name Cluster#name}
  */
  readonly name?: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#private_ipv4_address Cluster#private_ipv4_address}
  */
  readonly privateIpv4Address?: string;
}

export function clusterApiLoadBalancerSubnetsToTerraform(struct?: ClusterApiLoadBalancerSubnets | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    allocation_id: cdktf.stringToTerraform(struct!.allocationId),
    name: cdktf.stringToTerraform(struct!.name),
    private_ipv4_address: cdktf.stringToTerraform(struct!.privateIpv4Address),
  }
}


export function clusterApiLoadBalancerSubnetsToHclTerraform(struct?: ClusterApiLoadBalancerSubnets | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    allocation_id: {
      value: cdktf.stringToHclTerraform(struct!.allocationId),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    name: {
      value: cdktf.stringToHclTerraform(struct!.name),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    private_ipv4_address: {
      value: cdktf.stringToHclTerraform(struct!.privateIpv4Address),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class ClusterApiLoadBalancerSubnetsOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  * @param complexObjectIndex the index of this item in the list
  * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean) {
    super(terraformResource, terraformAttribute, complexObjectIsFromSet, complexObjectIndex);
  }

  public get internalValue(): ClusterApiLoadBalancerSubnets | cdktf.IResolvable | undefined {
    if (this.resolvableValue) {
      return this.resolvableValue;
    }
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._allocationId !== undefined) {
      hasAnyValues = true;
      internalValueResult.allocationId = this._allocationId;
    }
    if (this._name !== undefined) {
      hasAnyValues = true;
      internalValueResult.name = this._name;
    }
    if (this._privateIpv4Address !== undefined) {
      hasAnyValues = true;
      internalValueResult.privateIpv4Address = this._privateIpv4Address;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: ClusterApiLoadBalancerSubnets | cdktf.IResolvable | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this.resolvableValue = undefined;
      this._allocationId = undefined;
      this._name = undefined;
      this._privateIpv4Address = undefined;
    }
    else if (cdktf.Tokenization.isResolvable(value)) {
      this.isEmptyObject = false;
      this.resolvableValue = value;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this.resolvableValue = undefined;
      this._allocationId = value.allocationId;
      this._name = value.name;
      this._privateIpv4Address = value.privateIpv4Address;
    }
  }

  // allocation_id - computed: false, optional: true, required: false
  private _allocationId?: string; 
  public get allocationId() {
    return this.getStringAttribute('allocation_id');
  }
  public set allocationId(value: string) {
    this._allocationId = value;
  }
  public resetAllocationId() {
    this._allocationId = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get allocationIdInput() {
    return this._allocationId;
  }

  // name - computed: false, optional: true, required: false
  private _name?: string; 
  public get name() {
    return this.getStringAttribute('name');
  }
  public set name(value: string) {
    this._name = value;
  }
  public resetName() {
    this._name = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get nameInput() {
    return this._name;
  }

  // private_ipv4_address - computed: false, optional: true, required: false
  private _privateIpv4Address?: string; 
  public get privateIpv4Address() {
    return this.getStringAttribute('private_ipv4_address');
  }
  public set privateIpv4Address(value: string) {
    this._privateIpv4Address = value;
  }
  public resetPrivateIpv4Address() {
    this._privateIpv4Address = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get privateIpv4AddressInput() {
    return this._privateIpv4Address;
  }
}

export class ClusterApiLoadBalancerSubnetsList extends cdktf.ComplexList {
  public internalValue? : ClusterApiLoadBalancerSubnets[] | cdktf.IResolvable

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  * @param wrapsSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
  */
  constructor(protected terraformResource: cdktf.IInterpolatingParent, protected terraformAttribute: string, protected wrapsSet: boolean) {
    super(terraformResource, terraformAttribute, wrapsSet)
  }

  /**
  * @param index the index of the item to return
  */
  public get(index: number): ClusterApiLoadBalancerSubnetsOutputReference {
    return new ClusterApiLoadBalancerSubnetsOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
  }
}
export interface ClusterApiLoadBalancer {
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#additional_security_groups Cluster#additional_security_groups}
  */
  readonly additionalSecurityGroups?: string[];
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#class Cluster#class}
  */
  readonly class?: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#cross_zone_load_balancing Cluster#cross_zone_load_balancing}
  */
  readonly crossZoneLoadBalancing?: boolean | cdktf.IResolvable;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#idle_timeout_seconds Cluster#idle_timeout_seconds}
  */
  readonly idleTimeoutSeconds?: number;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#security_group_override Cluster#security_group_override}
  */
  readonly securityGroupOverride?: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#ssl_certificate Cluster#ssl_certificate}
  */
  readonly sslCertificate?: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#ssl_policy Cluster#ssl_policy}
  */
  readonly sslPolicy?: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#type Cluster#type}
  */
  readonly type: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#use_for_internal_api Cluster#use_for_internal_api}
  */
  readonly useForInternalApi?: boolean | cdktf.IResolvable;
  /**
  * access_log block
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#access_log Cluster#access_log}
  */
  readonly accessLog?: ClusterApiLoadBalancerAccessLog;
  /**
  * subnets block
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#subnets Cluster#subnets}
  */
  readonly subnets?: ClusterApiLoadBalancerSubnets[] | cdktf.IResolvable;
}

export function clusterApiLoadBalancerToTerraform(struct?: ClusterApiLoadBalancerOutputReference | ClusterApiLoadBalancer): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    additional_security_groups: cdktf.listMapper(cdktf.stringToTerraform, false)(struct!.additionalSecurityGroups),
    class: cdktf.stringToTerraform(struct!.class),
    cross_zone_load_balancing: cdktf.booleanToTerraform(struct!.crossZoneLoadBalancing),
    idle_timeout_seconds: cdktf.numberToTerraform(struct!.idleTimeoutSeconds),
    security_group_override: cdktf.stringToTerraform(struct!.securityGroupOverride),
    ssl_certificate: cdktf.stringToTerraform(struct!.sslCertificate),
    ssl_policy: cdktf.stringToTerraform(struct!.sslPolicy),
    type: cdktf.stringToTerraform(struct!.type),
    use_for_internal_api: cdktf.booleanToTerraform(struct!.useForInternalApi),
    access_log: clusterApiLoadBalancerAccessLogToTerraform(struct!.accessLog),
    subnets: cdktf.listMapper(clusterApiLoadBalancerSubnetsToTerraform, true)(struct!.subnets),
  }
}


export function clusterApiLoadBalancerToHclTerraform(struct?: ClusterApiLoadBalancerOutputReference | ClusterApiLoadBalancer): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    additional_security_groups: {
      value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(struct!.additionalSecurityGroups),
      isBlock: false,
      type: "list",
      storageClassType: "stringList",
    },
    class: {
      value: cdktf.stringToHclTerraform(struct!.class),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    cross_zone_load_balancing: {
      value: cdktf.booleanToHclTerraform(struct!.crossZoneLoadBalancing),
      isBlock: false,
      type: "simple",
      storageClassType: "boolean",
    },
    idle_timeout_seconds: {
      value: cdktf.numberToHclTerraform(struct!.idleTimeoutSeconds),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
    security_group_override: {
      value: cdktf.stringToHclTerraform(struct!.securityGroupOverride),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    ssl_certificate: {
      value: cdktf.stringToHclTerraform(struct!.sslCertificate),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    ssl_policy: {
      value: cdktf.stringToHclTerraform(struct!.sslPolicy),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    type: {
      value: cdktf.stringToHclTerraform(struct!.type),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    use_for_internal_api: {
      value: cdktf.booleanToHclTerraform(struct!.useForInternalApi),
      isBlock: false,
      type: "simple",
      storageClassType: "boolean",
    },
    access_log: {
      value: clusterApiLoadBalancerAccessLogToHclTerraform(struct!.accessLog),
      isBlock: true,
      type: "list",
      storageClassType: "ClusterApiLoadBalancerAccessLogList",
    },
    subnets: {
      value: cdktf.listMapperHcl(clusterApiLoadBalancerSubnetsToHclTerraform, true)(struct!.subnets),
      isBlock: true,
      type: "list",
      storageClassType: "ClusterApiLoadBalancerSubnetsList",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class ClusterApiLoadBalancerOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false, 0);
  }

  public get internalValue(): ClusterApiLoadBalancer | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._additionalSecurityGroups !== undefined) {
      hasAnyValues = true;
      internalValueResult.additionalSecurityGroups = this._additionalSecurityGroups;
    }
    if (this._class !== undefined) {
      hasAnyValues = true;
      internalValueResult.class = this._class;
    }
    if (this._crossZoneLoadBalancing !== undefined) {
      hasAnyValues = true;
      internalValueResult.crossZoneLoadBalancing = this._crossZoneLoadBalancing;
    }
    if (this._idleTimeoutSeconds !== undefined) {
      hasAnyValues = true;
      internalValueResult.idleTimeoutSeconds = this._idleTimeoutSeconds;
    }
    if (this._securityGroupOverride !== undefined) {
      hasAnyValues = true;
      internalValueResult.securityGroupOverride = this._securityGroupOverride;
    }
    if (this._sslCertificate !== undefined) {
      hasAnyValues = true;
      internalValueResult.sslCertificate = this._sslCertificate;
    }
    if (this._sslPolicy !== undefined) {
      hasAnyValues = true;
      internalValueResult.sslPolicy = this._sslPolicy;
    }
    if (this._type !== undefined) {
      hasAnyValues = true;
      internalValueResult.type = this._type;
    }
    if (this._useForInternalApi !== undefined) {
      hasAnyValues = true;
      internalValueResult.useForInternalApi = this._useForInternalApi;
    }
    if (this._accessLog?.internalValue !== undefined) {
      hasAnyValues = true;
      internalValueResult.accessLog = this._accessLog?.internalValue;
    }
    if (this._subnets?.internalValue !== undefined) {
      hasAnyValues = true;
      internalValueResult.subnets = this._subnets?.internalValue;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: ClusterApiLoadBalancer | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this._additionalSecurityGroups = undefined;
      this._class = undefined;
      this._crossZoneLoadBalancing = undefined;
      this._idleTimeoutSeconds = undefined;
      this._securityGroupOverride = undefined;
      this._sslCertificate = undefined;
      this._sslPolicy = undefined;
      this._type = undefined;
      this._useForInternalApi = undefined;
      this._accessLog.internalValue = undefined;
      this._subnets.internalValue = undefined;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this._additionalSecurityGroups = value.additionalSecurityGroups;
      this._class = value.class;
      this._crossZoneLoadBalancing = value.crossZoneLoadBalancing;
      this._idleTimeoutSeconds = value.idleTimeoutSeconds;
      this._securityGroupOverride = value.securityGroupOverride;
      this._sslCertificate = value.sslCertificate;
      this._sslPolicy = value.sslPolicy;
      this._type = value.type;
      this._useForInternalApi = value.useForInternalApi;
      this._accessLog.internalValue = value.accessLog;
      this._subnets.internalValue = value.subnets;
    }
  }

  // additional_security_groups - computed: false, optional: true, required: false
  private _additionalSecurityGroups?: string[]; 
  public get additionalSecurityGroups() {
    return this.getListAttribute('additional_security_groups');
  }
  public set additionalSecurityGroups(value: string[]) {
    this._additionalSecurityGroups = value;
  }
  public resetAdditionalSecurityGroups() {
    this._additionalSecurityGroups = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get additionalSecurityGroupsInput() {
    return this._additionalSecurityGroups;
  }

  // class - computed: false, optional: true, required: false
  private _class?: string; 
  public get class() {
    return this.getStringAttribute('class');
  }
  public set class(value: string) {
    this._class = value;
  }
  public resetClass() {
    this._class = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get classInput() {
    return this._class;
  }

  // cross_zone_load_balancing - computed: false, optional: true, required: false
  private _crossZoneLoadBalancing?: boolean | cdktf.IResolvable; 
  public get crossZoneLoadBalancing() {
    return this.getBooleanAttribute('cross_zone_load_balancing');
  }
  public set crossZoneLoadBalancing(value: boolean | cdktf.IResolvable) {
    this._crossZoneLoadBalancing = value;
  }
  public resetCrossZoneLoadBalancing() {
    this._crossZoneLoadBalancing = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get crossZoneLoadBalancingInput() {
    return this._crossZoneLoadBalancing;
  }

  // idle_timeout_seconds - computed: false, optional: true, required: false
  private _idleTimeoutSeconds?: number; 
  public get idleTimeoutSeconds() {
    return this.getNumberAttribute('idle_timeout_seconds');
  }
  public set idleTimeoutSeconds(value: number) {
    this._idleTimeoutSeconds = value;
  }
  public resetIdleTimeoutSeconds() {
    this._idleTimeoutSeconds = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get idleTimeoutSecondsInput() {
    return this._idleTimeoutSeconds;
  }

  // security_group_override - computed: false, optional: true, required: false
  private _securityGroupOverride?: string; 
  public get securityGroupOverride() {
    return this.getStringAttribute('security_group_override');
  }
  public set securityGroupOverride(value: string) {
    this._securityGroupOverride = value;
  }
  public resetSecurityGroupOverride() {
    this._securityGroupOverride = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get securityGroupOverrideInput() {
    return this._securityGroupOverride;
  }

  // ssl_certificate - computed: false, optional: true, required: false
  private _sslCertificate?: string; 
  public get sslCertificate() {
    return this.getStringAttribute('ssl_certificate');
  }
  public set sslCertificate(value: string) {
    this._sslCertificate = value;
  }
  public resetSslCertificate() {
    this._sslCertificate = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get sslCertificateInput() {
    return this._sslCertificate;
  }

  // ssl_policy - computed: false, optional: true, required: false
  private _sslPolicy?: string; 
  public get sslPolicy() {
    return this.getStringAttribute('ssl_policy');
  }
  public set sslPolicy(value: string) {
    this._sslPolicy = value;
  }
  public resetSslPolicy() {
    this._sslPolicy = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get sslPolicyInput() {
    return this._sslPolicy;
  }

  // type - computed: false, optional: false, required: true
  private _type?: string; 
  public get type() {
    return this.getStringAttribute('type');
  }
  public set type(value: string) {
    this._type = value;
  }
  // Temporarily expose input value. Use with caution.
  public get typeInput() {
    return this._type;
  }

  // use_for_internal_api - computed: false, optional: true, required: false
  private _useForInternalApi?: boolean | cdktf.IResolvable; 
  public get useForInternalApi() {
    return this.getBooleanAttribute('use_for_internal_api');
  }
  public set useForInternalApi(value: boolean | cdktf.IResolvable) {
    this._useForInternalApi = value;
  }
  public resetUseForInternalApi() {
    this._useForInternalApi = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get useForInternalApiInput() {
    return this._useForInternalApi;
  }

  // access_log - computed: false, optional: true, required: false
  private _accessLog = new ClusterApiLoadBalancerAccessLogOutputReference(this, "access_log");
  public get accessLog() {
    return this._accessLog;
  }
  public putAccessLog(value: ClusterApiLoadBalancerAccessLog) {
    this._accessLog.internalValue = value;
  }
  public resetAccessLog() {
    this._accessLog.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get accessLogInput() {
    return this._accessLog.internalValue;
  }

  // subnets - computed: false, optional: true, required: false
  private _subnets = new ClusterApiLoadBalancerSubnetsList(this, "subnets", false);
  public get subnets() {
    return this._subnets;
  }
  public putSubnets(value: ClusterApiLoadBalancerSubnets[] | cdktf.IResolvable) {
    this._subnets.internalValue = value;
  }
  public resetSubnets() {
    this._subnets.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get subnetsInput() {
    return this._subnets.internalValue;
  }
}
export interface ClusterApi {
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#access Cluster#access}
  */
  readonly access?: string[];
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#additional_sans Cluster#additional_sans}
  */
  readonly additionalSans?: string[];
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#public_name Cluster#public_name}
  */
  readonly publicName?: string;
  /**
  * dns block
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#dns Cluster#dns}
  */
  readonly dns?: ClusterApiDns;
  /**
  * load_balancer block
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#load_balancer Cluster#load_balancer}
  */
  readonly loadBalancer?: ClusterApiLoadBalancer;
}

export function clusterApiToTerraform(struct?: ClusterApiOutputReference | ClusterApi): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    access: cdktf.listMapper(cdktf.stringToTerraform, false)(struct!.access),
    additional_sans: cdktf.listMapper(cdktf.stringToTerraform, false)(struct!.additionalSans),
    public_name: cdktf.stringToTerraform(struct!.publicName),
    dns: clusterApiDnsToTerraform(struct!.dns),
    load_balancer: clusterApiLoadBalancerToTerraform(struct!.loadBalancer),
  }
}


export function clusterApiToHclTerraform(struct?: ClusterApiOutputReference | ClusterApi): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    access: {
      value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(struct!.access),
      isBlock: false,
      type: "list",
      storageClassType: "stringList",
    },
    additional_sans: {
      value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(struct!.additionalSans),
      isBlock: false,
      type: "list",
      storageClassType: "stringList",
    },
    public_name: {
      value: cdktf.stringToHclTerraform(struct!.publicName),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    dns: {
      value: clusterApiDnsToHclTerraform(struct!.dns),
      isBlock: true,
      type: "list",
      storageClassType: "ClusterApiDnsList",
    },
    load_balancer: {
      value: clusterApiLoadBalancerToHclTerraform(struct!.loadBalancer),
      isBlock: true,
      type: "list",
      storageClassType: "ClusterApiLoadBalancerList",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class ClusterApiOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false, 0);
  }

  public get internalValue(): ClusterApi | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._access !== undefined) {
      hasAnyValues = true;
      internalValueResult.access = this._access;
    }
    if (this._additionalSans !== undefined) {
      hasAnyValues = true;
      internalValueResult.additionalSans = this._additionalSans;
    }
    if (this._publicName !== undefined) {
      hasAnyValues = true;
      internalValueResult.publicName = this._publicName;
    }
    if (this._dns?.internalValue !== undefined) {
      hasAnyValues = true;
      internalValueResult.dns = this._dns?.internalValue;
    }
    if (this._loadBalancer?.internalValue !== undefined) {
      hasAnyValues = true;
      internalValueResult.loadBalancer = this._loadBalancer?.internalValue;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: ClusterApi | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this._access = undefined;
      this._additionalSans = undefined;
      this._publicName = undefined;
      this._dns.internalValue = undefined;
      this._loadBalancer.internalValue = undefined;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this._access = value.access;
      this._additionalSans = value.additionalSans;
      this._publicName = value.publicName;
      this._dns.internalValue = value.dns;
      this._loadBalancer.internalValue = value.loadBalancer;
    }
  }

  // access - computed: false, optional: true, required: false
  private _access?: string[]; 
  public get access() {
    return this.getListAttribute('access');
  }
  public set access(value: string[]) {
    this._access = value;
  }
  public resetAccess() {
    this._access = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get accessInput() {
    return this._access;
  }

  // additional_sans - computed: false, optional: true, required: false
  private _additionalSans?: string[]; 
  public get additionalSans() {
    return this.getListAttribute('additional_sans');
  }
  public set additionalSans(value: string[]) {
    this._additionalSans = value;
  }
  public resetAdditionalSans() {
    this._additionalSans = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get additionalSansInput() {
    return this._additionalSans;
  }

  // public_name - computed: false, optional: true, required: false
  private _publicName?: string; 
  public get publicName() {
    return this.getStringAttribute('public_name');
  }
  public set publicName(value: string) {
    this._publicName = value;
  }
  public resetPublicName() {
    this._publicName = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get publicNameInput() {
    return this._publicName;
  }

  // dns - computed: false, optional: true, required: false
  private _dns = new ClusterApiDnsOutputReference(this, "dns");
  public get dns() {
    return this._dns;
  }
  public putDns(value: ClusterApiDns) {
    this._dns.internalValue = value;
  }
  public resetDns() {
    this._dns.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get dnsInput() {
    return this._dns.internalValue;
  }

  // load_balancer - computed: false, optional: true, required: false
  private _loadBalancer = new ClusterApiLoadBalancerOutputReference(this, "load_balancer");
  public get loadBalancer() {
    return this._loadBalancer;
  }
  public putLoadBalancer(value: ClusterApiLoadBalancer) {
    this._loadBalancer.internalValue = value;
  }
  public resetLoadBalancer() {
    this._loadBalancer.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get loadBalancerInput() {
    return this._loadBalancer.internalValue;
  }
}
export interface ClusterCloudConfigManageStorageClasses {
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#value Cluster#value}
  */
  readonly value?: boolean | cdktf.IResolvable;
}

export function clusterCloudConfigManageStorageClassesToTerraform(struct?: ClusterCloudConfigManageStorageClassesOutputReference | ClusterCloudConfigManageStorageClasses): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    value: cdktf.booleanToTerraform(struct!.value),
  }
}


export function clusterCloudConfigManageStorageClassesToHclTerraform(struct?: ClusterCloudConfigManageStorageClassesOutputReference | ClusterCloudConfigManageStorageClasses): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    value: {
      value: cdktf.booleanToHclTerraform(struct!.value),
      isBlock: false,
      type: "simple",
      storageClassType: "boolean",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class ClusterCloudConfigManageStorageClassesOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false, 0);
  }

  public get internalValue(): ClusterCloudConfigManageStorageClasses | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._value !== undefined) {
      hasAnyValues = true;
      internalValueResult.value = this._value;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: ClusterCloudConfigManageStorageClasses | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this._value = undefined;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this._value = value.value;
    }
  }

  // value - computed: false, optional: true, required: false
  private _value?: boolean | cdktf.IResolvable; 
  public get value() {
    return this.getBooleanAttribute('value');
  }
  public set value(value: boolean | cdktf.IResolvable) {
    this._value = value;
  }
  public resetValue() {
    this._value = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get valueInput() {
    return this._value;
  }
}
export interface ClusterCloudConfig {
  /**
  * manage_storage_classes block
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#manage_storage_classes Cluster#manage_storage_classes}
  */
  readonly manageStorageClasses?: ClusterCloudConfigManageStorageClasses;
}

export function clusterCloudConfigToTerraform(struct?: ClusterCloudConfigOutputReference | ClusterCloudConfig): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    manage_storage_classes: clusterCloudConfigManageStorageClassesToTerraform(struct!.manageStorageClasses),
  }
}


export function clusterCloudConfigToHclTerraform(struct?: ClusterCloudConfigOutputReference | ClusterCloudConfig): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    manage_storage_classes: {
      value: clusterCloudConfigManageStorageClassesToHclTerraform(struct!.manageStorageClasses),
      isBlock: true,
      type: "list",
      storageClassType: "ClusterCloudConfigManageStorageClassesList",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class ClusterCloudConfigOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false, 0);
  }

  public get internalValue(): ClusterCloudConfig | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._manageStorageClasses?.internalValue !== undefined) {
      hasAnyValues = true;
      internalValueResult.manageStorageClasses = this._manageStorageClasses?.internalValue;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: ClusterCloudConfig | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this._manageStorageClasses.internalValue = undefined;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this._manageStorageClasses.internalValue = value.manageStorageClasses;
    }
  }

  // manage_storage_classes - computed: false, optional: true, required: false
  private _manageStorageClasses = new ClusterCloudConfigManageStorageClassesOutputReference(this, "manage_storage_classes");
  public get manageStorageClasses() {
    return this._manageStorageClasses;
  }
  public putManageStorageClasses(value: ClusterCloudConfigManageStorageClasses) {
    this._manageStorageClasses.internalValue = value;
  }
  public resetManageStorageClasses() {
    this._manageStorageClasses.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get manageStorageClassesInput() {
    return this._manageStorageClasses.internalValue;
  }
}
export interface ClusterCloudProviderAwsEbsCsiDriver {
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#enabled Cluster#enabled}
  */
  readonly enabled: boolean | cdktf.IResolvable;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#host_network Cluster#host_network}
  */
  readonly hostNetwork?: boolean | cdktf.IResolvable;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#kube_api_burst Cluster#kube_api_burst}
  */
  readonly kubeApiBurst?: number;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#kube_api_qps Cluster#kube_api_qps}
  */
  readonly kubeApiQps?: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#managed Cluster#managed}
  */
  readonly managed: boolean | cdktf.IResolvable;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#pod_annotations Cluster#pod_annotations}
  */
  readonly podAnnotations?: { [key: string]: string };
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#version Cluster#version}
  */
  readonly version?: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#volume_attach_limit Cluster#volume_attach_limit}
  */
  readonly volumeAttachLimit?: number;
}

export function clusterCloudProviderAwsEbsCsiDriverToTerraform(struct?: ClusterCloudProviderAwsEbsCsiDriverOutputReference | ClusterCloudProviderAwsEbsCsiDriver): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    enabled: cdktf.booleanToTerraform(struct!.enabled),
    host_network: cdktf.booleanToTerraform(struct!.hostNetwork),
    kube_api_burst: cdktf.numberToTerraform(struct!.kubeApiBurst),
    kube_api_qps: cdktf.stringToTerraform(struct!.kubeApiQps),
    managed: cdktf.booleanToTerraform(struct!.managed),
    pod_annotations: cdktf.hashMapper(cdktf.stringToTerraform)(struct!.podAnnotations),
    version: cdktf.stringToTerraform(struct!.version),
    volume_attach_limit: cdktf.numberToTerraform(struct!.volumeAttachLimit),
  }
}


export function clusterCloudProviderAwsEbsCsiDriverToHclTerraform(struct?: ClusterCloudProviderAwsEbsCsiDriverOutputReference | ClusterCloudProviderAwsEbsCsiDriver): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    enabled: {
      value: cdktf.booleanToHclTerraform(struct!.enabled),
      isBlock: false,
      type: "simple",
      storageClassType: "boolean",
    },
    host_network: {
      value: cdktf.booleanToHclTerraform(struct!.hostNetwork),
      isBlock: false,
      type: "simple",
      storageClassType: "boolean",
    },
    kube_api_burst: {
      value: cdktf.numberToHclTerraform(struct!.kubeApiBurst),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
    kube_api_qps: {
      value: cdktf.stringToHclTerraform(struct!.kubeApiQps),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    managed: {
      value: cdktf.booleanToHclTerraform(struct!.managed),
      isBlock: false,
      type: "simple",
      storageClassType: "boolean",
    },
    pod_annotations: {
      value: cdktf.hashMapperHcl(cdktf.stringToHclTerraform)(struct!.podAnnotations),
      isBlock: false,
      type: "map",
      storageClassType: "stringMap",
    },
    version: {
      value: cdktf.stringToHclTerraform(struct!.version),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    volume_attach_limit: {
      value: cdktf.numberToHclTerraform(struct!.volumeAttachLimit),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class ClusterCloudProviderAwsEbsCsiDriverOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false, 0);
  }

  public get internalValue(): ClusterCloudProviderAwsEbsCsiDriver | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._enabled !== undefined) {
      hasAnyValues = true;
      internalValueResult.enabled = this._enabled;
    }
    if (this._hostNetwork !== undefined) {
      hasAnyValues = true;
      internalValueResult.hostNetwork = this._hostNetwork;
    }
    if (this._kubeApiBurst !== undefined) {
      hasAnyValues = true;
      internalValueResult.kubeApiBurst = this._kubeApiBurst;
    }
    if (this._kubeApiQps !== undefined) {
      hasAnyValues = true;
      internalValueResult.kubeApiQps = this._kubeApiQps;
    }
    if (this._managed !== undefined) {
      hasAnyValues = true;
      internalValueResult.managed = this._managed;
    }
    if (this._podAnnotations !== undefined) {
      hasAnyValues = true;
      internalValueResult.podAnnotations = this._podAnnotations;
    }
    if (this._version !== undefined) {
      hasAnyValues = true;
      internalValueResult.version = this._version;
    }
    if (this._volumeAttachLimit !== undefined) {
      hasAnyValues = true;
      internalValueResult.volumeAttachLimit = this._volumeAttachLimit;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: ClusterCloudProviderAwsEbsCsiDriver | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this._enabled = undefined;
      this._hostNetwork = undefined;
      this._kubeApiBurst = undefined;
      this._kubeApiQps = undefined;
      this._managed = undefined;
      this._podAnnotations = undefined;
      this._version = undefined;
      this._volumeAttachLimit = undefined;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this._enabled = value.enabled;
      this._hostNetwork = value.hostNetwork;
      this._kubeApiBurst = value.kubeApiBurst;
      this._kubeApiQps = value.kubeApiQps;
      this._managed = value.managed;
      this._podAnnotations = value.podAnnotations;
      this._version = value.version;
      this._volumeAttachLimit = value.volumeAttachLimit;
    }
  }

  // enabled - computed: false, optional: false, required: true
  private _enabled?: boolean | cdktf.IResolvable; 
  public get enabled() {
    return this.getBooleanAttribute('enabled');
  }
  public set enabled(value: boolean | cdktf.IResolvable) {
    this._enabled = value;
  }
  // Temporarily expose input value. Use with caution.
  public get enabledInput() {
    return this._enabled;
  }

  // host_network - computed: false, optional: true, required: false
  private _hostNetwork?: boolean | cdktf.IResolvable; 
  public get hostNetwork() {
    return this.getBooleanAttribute('host_network');
  }
  public set hostNetwork(value: boolean | cdktf.IResolvable) {
    this._hostNetwork = value;
  }
  public resetHostNetwork() {
    this._hostNetwork = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get hostNetworkInput() {
    return this._hostNetwork;
  }

  // kube_api_burst - computed: false, optional: true, required: false
  private _kubeApiBurst?: number; 
  public get kubeApiBurst() {
    return this.getNumberAttribute('kube_api_burst');
  }
  public set kubeApiBurst(value: number) {
    this._kubeApiBurst = value;
  }
  public resetKubeApiBurst() {
    this._kubeApiBurst = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get kubeApiBurstInput() {
    return this._kubeApiBurst;
  }

  // kube_api_qps - computed: false, optional: true, required: false
  private _kubeApiQps?: string; 
  public get kubeApiQps() {
    return this.getStringAttribute('kube_api_qps');
  }
  public set kubeApiQps(value: string) {
    this._kubeApiQps = value;
  }
  public resetKubeApiQps() {
    this._kubeApiQps = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get kubeApiQpsInput() {
    return this._kubeApiQps;
  }

  // managed - computed: false, optional: false, required: true
  private _managed?: boolean | cdktf.IResolvable; 
  public get managed() {
    return this.getBooleanAttribute('managed');
  }
  public set managed(value: boolean | cdktf.IResolvable) {
    this._managed = value;
  }
  // Temporarily expose input value. Use with caution.
  public get managedInput() {
    return this._managed;
  }

  // pod_annotations - computed: false, optional: true, required: false
  private _podAnnotations?: { [key: string]: string }; 
  public get podAnnotations() {
    return this.getStringMapAttribute('pod_annotations');
  }
  public set podAnnotations(value: { [key: string]: string }) {
    this._podAnnotations = value;
  }
  public resetPodAnnotations() {
    this._podAnnotations = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get podAnnotationsInput() {
    return this._podAnnotations;
  }

  // version - computed: false, optional: true, required: false
  private _version?: string; 
  public get version() {
    return this.getStringAttribute('version');
  }
  public set version(value: string) {
    this._version = value;
  }
  public resetVersion() {
    this._version = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get versionInput() {
    return this._version;
  }

  // volume_attach_limit - computed: false, optional: true, required: false
  private _volumeAttachLimit?: number; 
  public get volumeAttachLimit() {
    return this.getNumberAttribute('volume_attach_limit');
  }
  public set volumeAttachLimit(value: number) {
    this._volumeAttachLimit = value;
  }
  public resetVolumeAttachLimit() {
    this._volumeAttachLimit = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get volumeAttachLimitInput() {
    return this._volumeAttachLimit;
  }
}
export interface ClusterCloudProviderAwsNodeTerminationHandlerEnableScheduledEventDraining {
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#value Cluster#value}
  */
  readonly value?: boolean | cdktf.IResolvable;
}

export function clusterCloudProviderAwsNodeTerminationHandlerEnableScheduledEventDrainingToTerraform(struct?: ClusterCloudProviderAwsNodeTerminationHandlerEnableScheduledEventDrainingOutputReference | ClusterCloudProviderAwsNodeTerminationHandlerEnableScheduledEventDraining): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    value: cdktf.booleanToTerraform(struct!.value),
  }
}


export function clusterCloudProviderAwsNodeTerminationHandlerEnableScheduledEventDrainingToHclTerraform(struct?: ClusterCloudProviderAwsNodeTerminationHandlerEnableScheduledEventDrainingOutputReference | ClusterCloudProviderAwsNodeTerminationHandlerEnableScheduledEventDraining): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    value: {
      value: cdktf.booleanToHclTerraform(struct!.value),
      isBlock: false,
      type: "simple",
      storageClassType: "boolean",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class ClusterCloudProviderAwsNodeTerminationHandlerEnableScheduledEventDrainingOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false, 0);
  }

  public get internalValue(): ClusterCloudProviderAwsNodeTerminationHandlerEnableScheduledEventDraining | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._value !== undefined) {
      hasAnyValues = true;
      internalValueResult.value = this._value;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: ClusterCloudProviderAwsNodeTerminationHandlerEnableScheduledEventDraining | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this._value = undefined;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this._value = value.value;
    }
  }

  // value - computed: false, optional: true, required: false
  private _value?: boolean | cdktf.IResolvable; 
  public get value() {
    return this.getBooleanAttribute('value');
  }
  public set value(value: boolean | cdktf.IResolvable) {
    this._value = value;
  }
  public resetValue() {
    this._value = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get valueInput() {
    return this._value;
  }
}
export interface ClusterCloudProviderAwsNodeTerminationHandlerEnableSqsTerminationDraining {
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#value Cluster#value}
  */
  readonly value?: boolean | cdktf.IResolvable;
}

export function clusterCloudProviderAwsNodeTerminationHandlerEnableSqsTerminationDrainingToTerraform(struct?: ClusterCloudProviderAwsNodeTerminationHandlerEnableSqsTerminationDrainingOutputReference | ClusterCloudProviderAwsNodeTerminationHandlerEnableSqsTerminationDraining): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    value: cdktf.booleanToTerraform(struct!.value),
  }
}


export function clusterCloudProviderAwsNodeTerminationHandlerEnableSqsTerminationDrainingToHclTerraform(struct?: ClusterCloudProviderAwsNodeTerminationHandlerEnableSqsTerminationDrainingOutputReference | ClusterCloudProviderAwsNodeTerminationHandlerEnableSqsTerminationDraining): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    value: {
      value: cdktf.booleanToHclTerraform(struct!.value),
      isBlock: false,
      type: "simple",
      storageClassType: "boolean",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class ClusterCloudProviderAwsNodeTerminationHandlerEnableSqsTerminationDrainingOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false, 0);
  }

  public get internalValue(): ClusterCloudProviderAwsNodeTerminationHandlerEnableSqsTerminationDraining | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._value !== undefined) {
      hasAnyValues = true;
      internalValueResult.value = this._value;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: ClusterCloudProviderAwsNodeTerminationHandlerEnableSqsTerminationDraining | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this._value = undefined;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this._value = value.value;
    }
  }

  // value - computed: false, optional: true, required: false
  private _value?: boolean | cdktf.IResolvable; 
  public get value() {
    return this.getBooleanAttribute('value');
  }
  public set value(value: boolean | cdktf.IResolvable) {
    this._value = value;
  }
  public resetValue() {
    this._value = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get valueInput() {
    return this._value;
  }
}
export interface ClusterCloudProviderAwsNodeTerminationHandlerExcludeFromLoadBalancers {
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#value Cluster#value}
  */
  readonly value?: boolean | cdktf.IResolvable;
}

export function clusterCloudProviderAwsNodeTerminationHandlerExcludeFromLoadBalancersToTerraform(struct?: ClusterCloudProviderAwsNodeTerminationHandlerExcludeFromLoadBalancersOutputReference | ClusterCloudProviderAwsNodeTerminationHandlerExcludeFromLoadBalancers): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    value: cdktf.booleanToTerraform(struct!.value),
  }
}


export function clusterCloudProviderAwsNodeTerminationHandlerExcludeFromLoadBalancersToHclTerraform(struct?: ClusterCloudProviderAwsNodeTerminationHandlerExcludeFromLoadBalancersOutputReference | ClusterCloudProviderAwsNodeTerminationHandlerExcludeFromLoadBalancers): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    value: {
      value: cdktf.booleanToHclTerraform(struct!.value),
      isBlock: false,
      type: "simple",
      storageClassType: "boolean",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class ClusterCloudProviderAwsNodeTerminationHandlerExcludeFromLoadBalancersOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false, 0);
  }

  public get internalValue(): ClusterCloudProviderAwsNodeTerminationHandlerExcludeFromLoadBalancers | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._value !== undefined) {
      hasAnyValues = true;
      internalValueResult.value = this._value;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: ClusterCloudProviderAwsNodeTerminationHandlerExcludeFromLoadBalancers | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this._value = undefined;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this._value = value.value;
    }
  }

  // value - computed: false, optional: true, required: false
  private _value?: boolean | cdktf.IResolvable; 
  public get value() {
    return this.getBooleanAttribute('value');
  }
  public set value(value: boolean | cdktf.IResolvable) {
    this._value = value;
  }
  public resetValue() {
    this._value = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get valueInput() {
    return this._value;
  }
}
export interface ClusterCloudProviderAwsNodeTerminationHandler {
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#cpu_request Cluster#cpu_request}
  */
  readonly cpuRequest?: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#delete_sqs_msg_if_node_not_found Cluster#delete_sqs_msg_if_node_not_found}
  */
  readonly deleteSqsMsgIfNodeNotFound?: boolean | cdktf.IResolvable;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#enable_out_of_service_taint Cluster#enable_out_of_service_taint}
  */
  readonly enableOutOfServiceTaint?: boolean | cdktf.IResolvable;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#enable_prometheus_metrics Cluster#enable_prometheus_metrics}
  */
  readonly enablePrometheusMetrics?: boolean | cdktf.IResolvable;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#enable_rebalance_draining Cluster#enable_rebalance_draining}
  */
  readonly enableRebalanceDraining?: boolean | cdktf.IResolvable;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#enable_rebalance_monitoring Cluster#enable_rebalance_monitoring}
  */
  readonly enableRebalanceMonitoring?: boolean | cdktf.IResolvable;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#enable_spot_interruption_draining Cluster#enable_spot_interruption_draining}
  */
  readonly enableSpotInterruptionDraining: boolean | cdktf.IResolvable;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#enabled Cluster#enabled}
  */
  readonly enabled: boolean | cdktf.IResolvable;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#managed_asg_tag Cluster#managed_asg_tag}
  */
  readonly managedAsgTag?: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#memory_limit Cluster#memory_limit}
  */
  readonly memoryLimit?: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#memory_request Cluster#memory_request}
  */
  readonly memoryRequest?: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#pod_termination_grace_period Cluster#pod_termination_grace_period}
  */
  readonly podTerminationGracePeriod?: number;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#taint_node Cluster#taint_node}
  */
  readonly taintNode?: boolean | cdktf.IResolvable;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#version Cluster#version}
  */
  readonly version?: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#webhook_template Cluster#webhook_template}
  */
  readonly webhookTemplate?: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#webhook_url Cluster#webhook_url}
  */
  readonly webhookUrl?: string;
  /**
  * enable_scheduled_event_draining block
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#enable_scheduled_event_draining Cluster#enable_scheduled_event_draining}
  */
  readonly enableScheduledEventDraining?: ClusterCloudProviderAwsNodeTerminationHandlerEnableScheduledEventDraining;
  /**
  * enable_sqs_termination_draining block
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#enable_sqs_termination_draining Cluster#enable_sqs_termination_draining}
  */
  readonly enableSqsTerminationDraining?: ClusterCloudProviderAwsNodeTerminationHandlerEnableSqsTerminationDraining;
  /**
  * exclude_from_load_balancers block
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#exclude_from_load_balancers Cluster#exclude_from_load_balancers}
  */
  readonly excludeFromLoadBalancers?: ClusterCloudProviderAwsNodeTerminationHandlerExcludeFromLoadBalancers;
}

export function clusterCloudProviderAwsNodeTerminationHandlerToTerraform(struct?: ClusterCloudProviderAwsNodeTerminationHandlerOutputReference | ClusterCloudProviderAwsNodeTerminationHandler): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    cpu_request: cdktf.stringToTerraform(struct!.cpuRequest),
    delete_sqs_msg_if_node_not_found: cdktf.booleanToTerraform(struct!.deleteSqsMsgIfNodeNotFound),
    enable_out_of_service_taint: cdktf.booleanToTerraform(struct!.enableOutOfServiceTaint),
    enable_prometheus_metrics: cdktf.booleanToTerraform(struct!.enablePrometheusMetrics),
    enable_rebalance_draining: cdktf.booleanToTerraform(struct!.enableRebalanceDraining),
    enable_rebalance_monitoring: cdktf.booleanToTerraform(struct!.enableRebalanceMonitoring),
    enable_spot_interruption_draining: cdktf.booleanToTerraform(struct!.enableSpotInterruptionDraining),
    enabled: cdktf.booleanToTerraform(struct!.enabled),
    managed_asg_tag: cdktf.stringToTerraform(struct!.managedAsgTag),
    memory_limit: cdktf.stringToTerraform(struct!.memoryLimit),
    memory_request: cdktf.stringToTerraform(struct!.memoryRequest),
    pod_termination_grace_period: cdktf.numberToTerraform(struct!.podTerminationGracePeriod),
    taint_node: cdktf.booleanToTerraform(struct!.taintNode),
    version: cdktf.stringToTerraform(struct!.version),
    webhook_template: cdktf.stringToTerraform(struct!.webhookTemplate),
    webhook_url: cdktf.stringToTerraform(struct!.webhookUrl),
    enable_scheduled_event_draining: clusterCloudProviderAwsNodeTerminationHandlerEnableScheduledEventDrainingToTerraform(struct!.enableScheduledEventDraining),
    enable_sqs_termination_draining: clusterCloudProviderAwsNodeTerminationHandlerEnableSqsTerminationDrainingToTerraform(struct!.enableSqsTerminationDraining),
    exclude_from_load_balancers: clusterCloudProviderAwsNodeTerminationHandlerExcludeFromLoadBalancersToTerraform(struct!.excludeFromLoadBalancers),
  }
}


export function clusterCloudProviderAwsNodeTerminationHandlerToHclTerraform(struct?: ClusterCloudProviderAwsNodeTerminationHandlerOutputReference | ClusterCloudProviderAwsNodeTerminationHandler): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    cpu_request: {
      value: cdktf.stringToHclTerraform(struct!.cpuRequest),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    delete_sqs_msg_if_node_not_found: {
      value: cdktf.booleanToHclTerraform(struct!.deleteSqsMsgIfNodeNotFound),
      isBlock: false,
      type: "simple",
      storageClassType: "boolean",
    },
    enable_out_of_service_taint: {
      value: cdktf.booleanToHclTerraform(struct!.enableOutOfServiceTaint),
      isBlock: false,
      type: "simple",
      storageClassType: "boolean",
    },
    enable_prometheus_metrics: {
      value: cdktf.booleanToHclTerraform(struct!.enablePrometheusMetrics),
      isBlock: false,
      type: "simple",
      storageClassType: "boolean",
    },
    enable_rebalance_draining: {
      value: cdktf.booleanToHclTerraform(struct!.enableRebalanceDraining),
      isBlock: false,
      type: "simple",
      storageClassType: "boolean",
    },
    enable_rebalance_monitoring: {
      value: cdktf.booleanToHclTerraform(struct!.enableRebalanceMonitoring),
      isBlock: false,
      type: "simple",
      storageClassType: "boolean",
    },
    enable_spot_interruption_draining: {
      value: cdktf.booleanToHclTerraform(struct!.enableSpotInterruptionDraining),
      isBlock: false,
      type: "simple",
      storageClassType: "boolean",
    },
    enabled: {
      value: cdktf.booleanToHclTerraform(struct!.enabled),
      isBlock: false,
      type: "simple",
      storageClassType: "boolean",
    },
    managed_asg_tag: {
      value: cdktf.stringToHclTerraform(struct!.managedAsgTag),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    memory_limit: {
      value: cdktf.stringToHclTerraform(struct!.memoryLimit),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    memory_request: {
      value: cdktf.stringToHclTerraform(struct!.memoryRequest),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    pod_termination_grace_period: {
      value: cdktf.numberToHclTerraform(struct!.podTerminationGracePeriod),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
    taint_node: {
      value: cdktf.booleanToHclTerraform(struct!.taintNode),
      isBlock: false,
      type: "simple",
      storageClassType: "boolean",
    },
    version: {
      value: cdktf.stringToHclTerraform(struct!.version),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    webhook_template: {
      value: cdktf.stringToHclTerraform(struct!.webhookTemplate),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    webhook_url: {
      value: cdktf.stringToHclTerraform(struct!.webhookUrl),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    enable_scheduled_event_draining: {
      value: clusterCloudProviderAwsNodeTerminationHandlerEnableScheduledEventDrainingToHclTerraform(struct!.enableScheduledEventDraining),
      isBlock: true,
      type: "list",
      storageClassType: "ClusterCloudProviderAwsNodeTerminationHandlerEnableScheduledEventDrainingList",
    },
    enable_sqs_termination_draining: {
      value: clusterCloudProviderAwsNodeTerminationHandlerEnableSqsTerminationDrainingToHclTerraform(struct!.enableSqsTerminationDraining),
      isBlock: true,
      type: "list",
      storageClassType: "ClusterCloudProviderAwsNodeTerminationHandlerEnableSqsTerminationDrainingList",
    },
    exclude_from_load_balancers: {
      value: clusterCloudProviderAwsNodeTerminationHandlerExcludeFromLoadBalancersToHclTerraform(struct!.excludeFromLoadBalancers),
      isBlock: true,
      type: "list",
      storageClassType: "ClusterCloudProviderAwsNodeTerminationHandlerExcludeFromLoadBalancersList",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class ClusterCloudProviderAwsNodeTerminationHandlerOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false, 0);
  }

  public get internalValue(): ClusterCloudProviderAwsNodeTerminationHandler | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._cpuRequest !== undefined) {
      hasAnyValues = true;
      internalValueResult.cpuRequest = this._cpuRequest;
    }
    if (this._deleteSqsMsgIfNodeNotFound !== undefined) {
      hasAnyValues = true;
      internalValueResult.deleteSqsMsgIfNodeNotFound = this._deleteSqsMsgIfNodeNotFound;
    }
    if (this._enableOutOfServiceTaint !== undefined) {
      hasAnyValues = true;
      internalValueResult.enableOutOfServiceTaint = this._enableOutOfServiceTaint;
    }
    if (this._enablePrometheusMetrics !== undefined) {
      hasAnyValues = true;
      internalValueResult.enablePrometheusMetrics = this._enablePrometheusMetrics;
    }
    if (this._enableRebalanceDraining !== undefined) {
      hasAnyValues = true;
      internalValueResult.enableRebalanceDraining = this._enableRebalanceDraining;
    }
    if (this._enableRebalanceMonitoring !== undefined) {
      hasAnyValues = true;
      internalValueResult.enableRebalanceMonitoring = this._enableRebalanceMonitoring;
    }
    if (this._enableSpotInterruptionDraining !== undefined) {
      hasAnyValues = true;
      internalValueResult.enableSpotInterruptionDraining = this._enableSpotInterruptionDraining;
    }
    if (this._enabled !== undefined) {
      hasAnyValues = true;
      internalValueResult.enabled = this._enabled;
    }
    if (this._managedAsgTag !== undefined) {
      hasAnyValues = true;
      internalValueResult.managedAsgTag = this._managedAsgTag;
    }
    if (this._memoryLimit !== undefined) {
      hasAnyValues = true;
      internalValueResult.memoryLimit = this._memoryLimit;
    }
    if (this._memoryRequest !== undefined) {
      hasAnyValues = true;
      internalValueResult.memoryRequest = this._memoryRequest;
    }
    if (this._podTerminationGracePeriod !== undefined) {
      hasAnyValues = true;
      internalValueResult.podTerminationGracePeriod = this._podTerminationGracePeriod;
    }
    if (this._taintNode !== undefined) {
      hasAnyValues = true;
      internalValueResult.taintNode = this._taintNode;
    }
    if (this._version !== undefined) {
      hasAnyValues = true;
      internalValueResult.version = this._version;
    }
    if (this._webhookTemplate !== undefined) {
      hasAnyValues = true;
      internalValueResult.webhookTemplate = this._webhookTemplate;
    }
    if (this._webhookUrl !== undefined) {
      hasAnyValues = true;
      internalValueResult.webhookUrl = this._webhookUrl;
    }
    if (this._enableScheduledEventDraining?.internalValue !== undefined) {
      hasAnyValues = true;
      internalValueResult.enableScheduledEventDraining = this._enableScheduledEventDraining?.internalValue;
    }
    if (this._enableSqsTerminationDraining?.internalValue !== undefined) {
      hasAnyValues = true;
      internalValueResult.enableSqsTerminationDraining = this._enableSqsTerminationDraining?.internalValue;
    }
    if (this._excludeFromLoadBalancers?.internalValue !== undefined) {
      hasAnyValues = true;
      internalValueResult.excludeFromLoadBalancers = this._excludeFromLoadBalancers?.internalValue;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: ClusterCloudProviderAwsNodeTerminationHandler | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this._cpuRequest = undefined;
      this._deleteSqsMsgIfNodeNotFound = undefined;
      this._enableOutOfServiceTaint = undefined;
      this._enablePrometheusMetrics = undefined;
      this._enableRebalanceDraining = undefined;
      this._enableRebalanceMonitoring = undefined;
      this._enableSpotInterruptionDraining = undefined;
      this._enabled = undefined;
      this._managedAsgTag = undefined;
      this._memoryLimit = undefined;
      this._memoryRequest = undefined;
      this._podTerminationGracePeriod = undefined;
      this._taintNode = undefined;
      this._version = undefined;
      this._webhookTemplate = undefined;
      this._webhookUrl = undefined;
      this._enableScheduledEventDraining.internalValue = undefined;
      this._enableSqsTerminationDraining.internalValue = undefined;
      this._excludeFromLoadBalancers.internalValue = undefined;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this._cpuRequest = value.cpuRequest;
      this._deleteSqsMsgIfNodeNotFound = value.deleteSqsMsgIfNodeNotFound;
      this._enableOutOfServiceTaint = value.enableOutOfServiceTaint;
      this._enablePrometheusMetrics = value.enablePrometheusMetrics;
      this._enableRebalanceDraining = value.enableRebalanceDraining;
      this._enableRebalanceMonitoring = value.enableRebalanceMonitoring;
      this._enableSpotInterruptionDraining = value.enableSpotInterruptionDraining;
      this._enabled = value.enabled;
      this._managedAsgTag = value.managedAsgTag;
      this._memoryLimit = value.memoryLimit;
      this._memoryRequest = value.memoryRequest;
      this._podTerminationGracePeriod = value.podTerminationGracePeriod;
      this._taintNode = value.taintNode;
      this._version = value.version;
      this._webhookTemplate = value.webhookTemplate;
      this._webhookUrl = value.webhookUrl;
      this._enableScheduledEventDraining.internalValue = value.enableScheduledEventDraining;
      this._enableSqsTerminationDraining.internalValue = value.enableSqsTerminationDraining;
      this._excludeFromLoadBalancers.internalValue = value.excludeFromLoadBalancers;
    }
  }

  // cpu_request - computed: false, optional: true, required: false
  private _cpuRequest?: string; 
  public get cpuRequest() {
    return this.getStringAttribute('cpu_request');
  }
  public set cpuRequest(value: string) {
    this._cpuRequest = value;
  }
  public resetCpuRequest() {
    this._cpuRequest = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get cpuRequestInput() {
    return this._cpuRequest;
  }

  // delete_sqs_msg_if_node_not_found - computed: false, optional: true, required: false
  private _deleteSqsMsgIfNodeNotFound?: boolean | cdktf.IResolvable; 
  public get deleteSqsMsgIfNodeNotFound() {
    return this.getBooleanAttribute('delete_sqs_msg_if_node_not_found');
  }
  public set deleteSqsMsgIfNodeNotFound(value: boolean | cdktf.IResolvable) {
    this._deleteSqsMsgIfNodeNotFound = value;
  }
  public resetDeleteSqsMsgIfNodeNotFound() {
    this._deleteSqsMsgIfNodeNotFound = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get deleteSqsMsgIfNodeNotFoundInput() {
    return this._deleteSqsMsgIfNodeNotFound;
  }

  // enable_out_of_service_taint - computed: false, optional: true, required: false
  private _enableOutOfServiceTaint?: boolean | cdktf.IResolvable; 
  public get enableOutOfServiceTaint() {
    return this.getBooleanAttribute('enable_out_of_service_taint');
  }
  public set enableOutOfServiceTaint(value: boolean | cdktf.IResolvable) {
    this._enableOutOfServiceTaint = value;
  }
  public resetEnableOutOfServiceTaint() {
    this._enableOutOfServiceTaint = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get enableOutOfServiceTaintInput() {
    return this._enableOutOfServiceTaint;
  }

  // enable_prometheus_metrics - computed: false, optional: true, required: false
  private _enablePrometheusMetrics?: boolean | cdktf.IResolvable; 
  public get enablePrometheusMetrics() {
    return this.getBooleanAttribute('enable_prometheus_metrics');
  }
  public set enablePrometheusMetrics(value: boolean | cdktf.IResolvable) {
    this._enablePrometheusMetrics = value;
  }
  public resetEnablePrometheusMetrics() {
    this._enablePrometheusMetrics = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get enablePrometheusMetricsInput() {
    return this._enablePrometheusMetrics;
  }

  // enable_rebalance_draining - computed: false, optional: true, required: false
  private _enableRebalanceDraining?: boolean | cdktf.IResolvable; 
  public get enableRebalanceDraining() {
    return this.getBooleanAttribute('enable_rebalance_draining');
  }
  public set enableRebalanceDraining(value: boolean | cdktf.IResolvable) {
    this._enableRebalanceDraining = value;
  }
  public resetEnableRebalanceDraining() {
    this._enableRebalanceDraining = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get enableRebalanceDrainingInput() {
    return this._enableRebalanceDraining;
  }

  // enable_rebalance_monitoring - computed: false, optional: true, required: false
  private _enableRebalanceMonitoring?: boolean | cdktf.IResolvable; 
  public get enableRebalanceMonitoring() {
    return this.getBooleanAttribute('enable_rebalance_monitoring');
  }
  public set enableRebalanceMonitoring(value: boolean | cdktf.IResolvable) {
    this._enableRebalanceMonitoring = value;
  }
  public resetEnableRebalanceMonitoring() {
    this._enableRebalanceMonitoring = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get enableRebalanceMonitoringInput() {
    return this._enableRebalanceMonitoring;
  }

  // enable_spot_interruption_draining - computed: false, optional: false, required: true
  private _enableSpotInterruptionDraining?: boolean | cdktf.IResolvable; 
  public get enableSpotInterruptionDraining() {
    return this.getBooleanAttribute('enable_spot_interruption_draining');
  }
  public set enableSpotInterruptionDraining(value: boolean | cdktf.IResolvable) {
    this._enableSpotInterruptionDraining = value;
  }
  // Temporarily expose input value. Use with caution.
  public get enableSpotInterruptionDrainingInput() {
    return this._enableSpotInterruptionDraining;
  }

  // enabled - computed: false, optional: false, required: true
  private _enabled?: boolean | cdktf.IResolvable; 
  public get enabled() {
    return this.getBooleanAttribute('enabled');
  }
  public set enabled(value: boolean | cdktf.IResolvable) {
    this._enabled = value;
  }
  // Temporarily expose input value. Use with caution.
  public get enabledInput() {
    return this._enabled;
  }

  // managed_asg_tag - computed: false, optional: true, required: false
  private _managedAsgTag?: string; 
  public get managedAsgTag() {
    return this.getStringAttribute('managed_asg_tag');
  }
  public set managedAsgTag(value: string) {
    this._managedAsgTag = value;
  }
  public resetManagedAsgTag() {
    this._managedAsgTag = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get managedAsgTagInput() {
    return this._managedAsgTag;
  }

  // memory_limit - computed: false, optional: true, required: false
  private _memoryLimit?: string; 
  public get memoryLimit() {
    return this.getStringAttribute('memory_limit');
  }
  public set memoryLimit(value: string) {
    this._memoryLimit = value;
  }
  public resetMemoryLimit() {
    this._memoryLimit = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get memoryLimitInput() {
    return this._memoryLimit;
  }

  // memory_request - computed: false, optional: true, required: false
  private _memoryRequest?: string; 
  public get memoryRequest() {
    return this.getStringAttribute('memory_request');
  }
  public set memoryRequest(value: string) {
    this._memoryRequest = value;
  }
  public resetMemoryRequest() {
    this._memoryRequest = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get memoryRequestInput() {
    return this._memoryRequest;
  }

  // pod_termination_grace_period - computed: false, optional: true, required: false
  private _podTerminationGracePeriod?: number; 
  public get podTerminationGracePeriod() {
    return this.getNumberAttribute('pod_termination_grace_period');
  }
  public set podTerminationGracePeriod(value: number) {
    this._podTerminationGracePeriod = value;
  }
  public resetPodTerminationGracePeriod() {
    this._podTerminationGracePeriod = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get podTerminationGracePeriodInput() {
    return this._podTerminationGracePeriod;
  }

  // taint_node - computed: false, optional: true, required: false
  private _taintNode?: boolean | cdktf.IResolvable; 
  public get taintNode() {
    return this.getBooleanAttribute('taint_node');
  }
  public set taintNode(value: boolean | cdktf.IResolvable) {
    this._taintNode = value;
  }
  public resetTaintNode() {
    this._taintNode = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get taintNodeInput() {
    return this._taintNode;
  }

  // version - computed: false, optional: true, required: false
  private _version?: string; 
  public get version() {
    return this.getStringAttribute('version');
  }
  public set version(value: string) {
    this._version = value;
  }
  public resetVersion() {
    this._version = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get versionInput() {
    return this._version;
  }

  // webhook_template - computed: false, optional: true, required: false
  private _webhookTemplate?: string; 
  public get webhookTemplate() {
    return this.getStringAttribute('webhook_template');
  }
  public set webhookTemplate(value: string) {
    this._webhookTemplate = value;
  }
  public resetWebhookTemplate() {
    this._webhookTemplate = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get webhookTemplateInput() {
    return this._webhookTemplate;
  }

  // webhook_url - computed: false, optional: true, required: false
  private _webhookUrl?: string; 
  public get webhookUrl() {
    return this.getStringAttribute('webhook_url');
  }
  public set webhookUrl(value: string) {
    this._webhookUrl = value;
  }
  public resetWebhookUrl() {
    this._webhookUrl = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get webhookUrlInput() {
    return this._webhookUrl;
  }

  // enable_scheduled_event_draining - computed: false, optional: true, required: false
  private _enableScheduledEventDraining = new ClusterCloudProviderAwsNodeTerminationHandlerEnableScheduledEventDrainingOutputReference(this, "enable_scheduled_event_draining");
  public get enableScheduledEventDraining() {
    return this._enableScheduledEventDraining;
  }
  public putEnableScheduledEventDraining(value: ClusterCloudProviderAwsNodeTerminationHandlerEnableScheduledEventDraining) {
    this._enableScheduledEventDraining.internalValue = value;
  }
  public resetEnableScheduledEventDraining() {
    this._enableScheduledEventDraining.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get enableScheduledEventDrainingInput() {
    return this._enableScheduledEventDraining.internalValue;
  }

  // enable_sqs_termination_draining - computed: false, optional: true, required: false
  private _enableSqsTerminationDraining = new ClusterCloudProviderAwsNodeTerminationHandlerEnableSqsTerminationDrainingOutputReference(this, "enable_sqs_termination_draining");
  public get enableSqsTerminationDraining() {
    return this._enableSqsTerminationDraining;
  }
  public putEnableSqsTerminationDraining(value: ClusterCloudProviderAwsNodeTerminationHandlerEnableSqsTerminationDraining) {
    this._enableSqsTerminationDraining.internalValue = value;
  }
  public resetEnableSqsTerminationDraining() {
    this._enableSqsTerminationDraining.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get enableSqsTerminationDrainingInput() {
    return this._enableSqsTerminationDraining.internalValue;
  }

  // exclude_from_load_balancers - computed: false, optional: true, required: false
  private _excludeFromLoadBalancers = new ClusterCloudProviderAwsNodeTerminationHandlerExcludeFromLoadBalancersOutputReference(this, "exclude_from_load_balancers");
  public get excludeFromLoadBalancers() {
    return this._excludeFromLoadBalancers;
  }
  public putExcludeFromLoadBalancers(value: ClusterCloudProviderAwsNodeTerminationHandlerExcludeFromLoadBalancers) {
    this._excludeFromLoadBalancers.internalValue = value;
  }
  public resetExcludeFromLoadBalancers() {
    this._excludeFromLoadBalancers.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get excludeFromLoadBalancersInput() {
    return this._excludeFromLoadBalancers.internalValue;
  }
}
export interface ClusterCloudProviderAws {
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#nlb_security_group_mode Cluster#nlb_security_group_mode}
  */
  readonly nlbSecurityGroupMode?: string;
  /**
  * ebs_csi_driver block
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#ebs_csi_driver Cluster#ebs_csi_driver}
  */
  readonly ebsCsiDriver?: ClusterCloudProviderAwsEbsCsiDriver;
  /**
  * node_termination_handler block
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#node_termination_handler Cluster#node_termination_handler}
  */
  readonly nodeTerminationHandler?: ClusterCloudProviderAwsNodeTerminationHandler;
}

export function clusterCloudProviderAwsToTerraform(struct?: ClusterCloudProviderAwsOutputReference | ClusterCloudProviderAws): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    nlb_security_group_mode: cdktf.stringToTerraform(struct!.nlbSecurityGroupMode),
    ebs_csi_driver: clusterCloudProviderAwsEbsCsiDriverToTerraform(struct!.ebsCsiDriver),
    node_termination_handler: clusterCloudProviderAwsNodeTerminationHandlerToTerraform(struct!.nodeTerminationHandler),
  }
}


export function clusterCloudProviderAwsToHclTerraform(struct?: ClusterCloudProviderAwsOutputReference | ClusterCloudProviderAws): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    nlb_security_group_mode: {
      value: cdktf.stringToHclTerraform(struct!.nlbSecurityGroupMode),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    ebs_csi_driver: {
      value: clusterCloudProviderAwsEbsCsiDriverToHclTerraform(struct!.ebsCsiDriver),
      isBlock: true,
      type: "list",
      storageClassType: "ClusterCloudProviderAwsEbsCsiDriverList",
    },
    node_termination_handler: {
      value: clusterCloudProviderAwsNodeTerminationHandlerToHclTerraform(struct!.nodeTerminationHandler),
      isBlock: true,
      type: "list",
      storageClassType: "ClusterCloudProviderAwsNodeTerminationHandlerList",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class ClusterCloudProviderAwsOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false, 0);
  }

  public get internalValue(): ClusterCloudProviderAws | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._nlbSecurityGroupMode !== undefined) {
      hasAnyValues = true;
      internalValueResult.nlbSecurityGroupMode = this._nlbSecurityGroupMode;
    }
    if (this._ebsCsiDriver?.internalValue !== undefined) {
      hasAnyValues = true;
      internalValueResult.ebsCsiDriver = this._ebsCsiDriver?.internalValue;
    }
    if (this._nodeTerminationHandler?.internalValue !== undefined) {
      hasAnyValues = true;
      internalValueResult.nodeTerminationHandler = this._nodeTerminationHandler?.internalValue;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: ClusterCloudProviderAws | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this._nlbSecurityGroupMode = undefined;
      this._ebsCsiDriver.internalValue = undefined;
      this._nodeTerminationHandler.internalValue = undefined;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this._nlbSecurityGroupMode = value.nlbSecurityGroupMode;
      this._ebsCsiDriver.internalValue = value.ebsCsiDriver;
      this._nodeTerminationHandler.internalValue = value.nodeTerminationHandler;
    }
  }

  // nlb_security_group_mode - computed: false, optional: true, required: false
  private _nlbSecurityGroupMode?: string; 
  public get nlbSecurityGroupMode() {
    return this.getStringAttribute('nlb_security_group_mode');
  }
  public set nlbSecurityGroupMode(value: string) {
    this._nlbSecurityGroupMode = value;
  }
  public resetNlbSecurityGroupMode() {
    this._nlbSecurityGroupMode = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get nlbSecurityGroupModeInput() {
    return this._nlbSecurityGroupMode;
  }

  // ebs_csi_driver - computed: false, optional: true, required: false
  private _ebsCsiDriver = new ClusterCloudProviderAwsEbsCsiDriverOutputReference(this, "ebs_csi_driver");
  public get ebsCsiDriver() {
    return this._ebsCsiDriver;
  }
  public putEbsCsiDriver(value: ClusterCloudProviderAwsEbsCsiDriver) {
    this._ebsCsiDriver.internalValue = value;
  }
  public resetEbsCsiDriver() {
    this._ebsCsiDriver.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get ebsCsiDriverInput() {
    return this._ebsCsiDriver.internalValue;
  }

  // node_termination_handler - computed: false, optional: true, required: false
  private _nodeTerminationHandler = new ClusterCloudProviderAwsNodeTerminationHandlerOutputReference(this, "node_termination_handler");
  public get nodeTerminationHandler() {
    return this._nodeTerminationHandler;
  }
  public putNodeTerminationHandler(value: ClusterCloudProviderAwsNodeTerminationHandler) {
    this._nodeTerminationHandler.internalValue = value;
  }
  public resetNodeTerminationHandler() {
    this._nodeTerminationHandler.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get nodeTerminationHandlerInput() {
    return this._nodeTerminationHandler.internalValue;
  }
}
export interface ClusterCloudProvider {
  /**
  * aws block
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#aws Cluster#aws}
  */
  readonly aws?: ClusterCloudProviderAws;
}

export function clusterCloudProviderToTerraform(struct?: ClusterCloudProviderOutputReference | ClusterCloudProvider): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    aws: clusterCloudProviderAwsToTerraform(struct!.aws),
  }
}


export function clusterCloudProviderToHclTerraform(struct?: ClusterCloudProviderOutputReference | ClusterCloudProvider): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    aws: {
      value: clusterCloudProviderAwsToHclTerraform(struct!.aws),
      isBlock: true,
      type: "list",
      storageClassType: "ClusterCloudProviderAwsList",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class ClusterCloudProviderOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false, 0);
  }

  public get internalValue(): ClusterCloudProvider | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._aws?.internalValue !== undefined) {
      hasAnyValues = true;
      internalValueResult.aws = this._aws?.internalValue;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: ClusterCloudProvider | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this._aws.internalValue = undefined;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this._aws.internalValue = value.aws;
    }
  }

  // aws - computed: false, optional: true, required: false
  private _aws = new ClusterCloudProviderAwsOutputReference(this, "aws");
  public get aws() {
    return this._aws;
  }
  public putAws(value: ClusterCloudProviderAws) {
    this._aws.internalValue = value;
  }
  public resetAws() {
    this._aws.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get awsInput() {
    return this._aws.internalValue;
  }
}
export interface ClusterClusterAutoscalerCreatePriorityExpenderConfig {
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#value Cluster#value}
  */
  readonly value?: boolean | cdktf.IResolvable;
}

export function clusterClusterAutoscalerCreatePriorityExpenderConfigToTerraform(struct?: ClusterClusterAutoscalerCreatePriorityExpenderConfigOutputReference | ClusterClusterAutoscalerCreatePriorityExpenderConfig): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    value: cdktf.booleanToTerraform(struct!.value),
  }
}


export function clusterClusterAutoscalerCreatePriorityExpenderConfigToHclTerraform(struct?: ClusterClusterAutoscalerCreatePriorityExpenderConfigOutputReference | ClusterClusterAutoscalerCreatePriorityExpenderConfig): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    value: {
      value: cdktf.booleanToHclTerraform(struct!.value),
      isBlock: false,
      type: "simple",
      storageClassType: "boolean",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class ClusterClusterAutoscalerCreatePriorityExpenderConfigOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false, 0);
  }

  public get internalValue(): ClusterClusterAutoscalerCreatePriorityExpenderConfig | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._value !== undefined) {
      hasAnyValues = true;
      internalValueResult.value = this._value;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: ClusterClusterAutoscalerCreatePriorityExpenderConfig | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this._value = undefined;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this._value = value.value;
    }
  }

  // value - computed: false, optional: true, required: false
  private _value?: boolean | cdktf.IResolvable; 
  public get value() {
    return this.getBooleanAttribute('value');
  }
  public set value(value: boolean | cdktf.IResolvable) {
    this._value = value;
  }
  public resetValue() {
    this._value = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get valueInput() {
    return this._value;
  }
}
export interface ClusterClusterAutoscalerCustomPriorityExpanderConfig {
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#key Cluster#key}
  */
  readonly key: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#value Cluster#value}
  */
  readonly value: string[];
}

export function clusterClusterAutoscalerCustomPriorityExpanderConfigToTerraform(struct?: ClusterClusterAutoscalerCustomPriorityExpanderConfig | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    key: cdktf.stringToTerraform(struct!.key),
    value: cdktf.listMapper(cdktf.stringToTerraform, false)(struct!.value),
  }
}


export function clusterClusterAutoscalerCustomPriorityExpanderConfigToHclTerraform(struct?: ClusterClusterAutoscalerCustomPriorityExpanderConfig | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    key: {
      value: cdktf.stringToHclTerraform(struct!.key),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    value: {
      value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(struct!.value),
      isBlock: false,
      type: "list",
      storageClassType: "stringList",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class ClusterClusterAutoscalerCustomPriorityExpanderConfigOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  * @param complexObjectIndex the index of this item in the list
  * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean) {
    super(terraformResource, terraformAttribute, complexObjectIsFromSet, complexObjectIndex);
  }

  public get internalValue(): ClusterClusterAutoscalerCustomPriorityExpanderConfig | cdktf.IResolvable | undefined {
    if (this.resolvableValue) {
      return this.resolvableValue;
    }
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._key !== undefined) {
      hasAnyValues = true;
      internalValueResult.key = this._key;
    }
    if (this._value !== undefined) {
      hasAnyValues = true;
      internalValueResult.value = this._value;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: ClusterClusterAutoscalerCustomPriorityExpanderConfig | cdktf.IResolvable | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this.resolvableValue = undefined;
      this._key = undefined;
      this._value = undefined;
    }
    else if (cdktf.Tokenization.isResolvable(value)) {
      this.isEmptyObject = false;
      this.resolvableValue = value;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this.resolvableValue = undefined;
      this._key = value.key;
      this._value = value.value;
    }
  }

  // key - computed: false, optional: false, required: true
  private _key?: string; 
  public get key() {
    return this.getStringAttribute('key');
  }
  public set key(value: string) {
    this._key = value;
  }
  // Temporarily expose input value. Use with caution.
  public get keyInput() {
    return this._key;
  }

  // value - computed: false, optional: false, required: true
  private _value?: string[]; 
  public get value() {
    return this.getListAttribute('value');
  }
  public set value(value: string[]) {
    this._value = value;
  }
  // Temporarily expose input value. Use with caution.
  public get valueInput() {
    return this._value;
  }
}

export class ClusterClusterAutoscalerCustomPriorityExpanderConfigList extends cdktf.ComplexList {
  public internalValue? : ClusterClusterAutoscalerCustomPriorityExpanderConfig[] | cdktf.IResolvable

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  * @param wrapsSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
  */
  constructor(protected terraformResource: cdktf.IInterpolatingParent, protected terraformAttribute: string, protected wrapsSet: boolean) {
    super(terraformResource, terraformAttribute, wrapsSet)
  }

  /**
  * @param index the index of the item to return
  */
  public get(index: number): ClusterClusterAutoscalerCustomPriorityExpanderConfigOutputReference {
    return new ClusterClusterAutoscalerCustomPriorityExpanderConfigOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
  }
}
export interface ClusterClusterAutoscalerSkipNodesWithCustomControllerPods {
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#value Cluster#value}
  */
  readonly value?: boolean | cdktf.IResolvable;
}

export function clusterClusterAutoscalerSkipNodesWithCustomControllerPodsToTerraform(struct?: ClusterClusterAutoscalerSkipNodesWithCustomControllerPodsOutputReference | ClusterClusterAutoscalerSkipNodesWithCustomControllerPods): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    value: cdktf.booleanToTerraform(struct!.value),
  }
}


export function clusterClusterAutoscalerSkipNodesWithCustomControllerPodsToHclTerraform(struct?: ClusterClusterAutoscalerSkipNodesWithCustomControllerPodsOutputReference | ClusterClusterAutoscalerSkipNodesWithCustomControllerPods): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    value: {
      value: cdktf.booleanToHclTerraform(struct!.value),
      isBlock: false,
      type: "simple",
      storageClassType: "boolean",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class ClusterClusterAutoscalerSkipNodesWithCustomControllerPodsOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false, 0);
  }

  public get internalValue(): ClusterClusterAutoscalerSkipNodesWithCustomControllerPods | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._value !== undefined) {
      hasAnyValues = true;
      internalValueResult.value = this._value;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: ClusterClusterAutoscalerSkipNodesWithCustomControllerPods | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this._value = undefined;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this._value = value.value;
    }
  }

  // value - computed: false, optional: true, required: false
  private _value?: boolean | cdktf.IResolvable; 
  public get value() {
    return this.getBooleanAttribute('value');
  }
  public set value(value: boolean | cdktf.IResolvable) {
    this._value = value;
  }
  public resetValue() {
    this._value = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get valueInput() {
    return this._value;
  }
}
export interface ClusterClusterAutoscaler {
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#aws_use_static_instance_list Cluster#aws_use_static_instance_list}
  */
  readonly awsUseStaticInstanceList?: boolean | cdktf.IResolvable;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#balance_similar_node_groups Cluster#balance_similar_node_groups}
  */
  readonly balanceSimilarNodeGroups?: boolean | cdktf.IResolvable;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#cordon_node_before_terminating Cluster#cordon_node_before_terminating}
  */
  readonly cordonNodeBeforeTerminating?: boolean | cdktf.IResolvable;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#cpu_request Cluster#cpu_request}
  */
  readonly cpuRequest?: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#emit_per_nodegroup_metrics Cluster#emit_per_nodegroup_metrics}
  */
  readonly emitPerNodegroupMetrics?: boolean | cdktf.IResolvable;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#enabled Cluster#enabled}
  */
  readonly enabled?: boolean | cdktf.IResolvable;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#expander Cluster#expander}
  */
  readonly expander?: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#ignore_daemon_sets_utilization Cluster#ignore_daemon_sets_utilization}
  */
  readonly ignoreDaemonSetsUtilization?: boolean | cdktf.IResolvable;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#image Cluster#image}
  */
  readonly image?: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#max_node_provision_time Cluster#max_node_provision_time}
  */
  readonly maxNodeProvisionTime?: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#memory_request Cluster#memory_request}
  */
  readonly memoryRequest?: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#new_pod_scale_up_delay Cluster#new_pod_scale_up_delay}
  */
  readonly newPodScaleUpDelay?: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#pod_annotations Cluster#pod_annotations}
  */
  readonly podAnnotations?: { [key: string]: string };
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#scale_down_delay_after_add Cluster#scale_down_delay_after_add}
  */
  readonly scaleDownDelayAfterAdd?: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#scale_down_unneeded_time Cluster#scale_down_unneeded_time}
  */
  readonly scaleDownUnneededTime?: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#scale_down_unready_time Cluster#scale_down_unready_time}
  */
  readonly scaleDownUnreadyTime?: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#scale_down_utilization_threshold Cluster#scale_down_utilization_threshold}
  */
  readonly scaleDownUtilizationThreshold?: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#skip_nodes_with_local_storage Cluster#skip_nodes_with_local_storage}
  */
  readonly skipNodesWithLocalStorage: boolean | cdktf.IResolvable;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#skip_nodes_with_system_pods Cluster#skip_nodes_with_system_pods}
  */
  readonly skipNodesWithSystemPods: boolean | cdktf.IResolvable;
  /**
  * create_priority_expender_config block
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#create_priority_expender_config Cluster#create_priority_expender_config}
  */
  readonly createPriorityExpenderConfig?: ClusterClusterAutoscalerCreatePriorityExpenderConfig;
  /**
  * custom_priority_expander_config block
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#custom_priority_expander_config Cluster#custom_priority_expander_config}
  */
  readonly customPriorityExpanderConfig?: ClusterClusterAutoscalerCustomPriorityExpanderConfig[] | cdktf.IResolvable;
  /**
  * skip_nodes_with_custom_controller_pods block
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#skip_nodes_with_custom_controller_pods Cluster#skip_nodes_with_custom_controller_pods}
  */
  readonly skipNodesWithCustomControllerPods?: ClusterClusterAutoscalerSkipNodesWithCustomControllerPods;
}

export function clusterClusterAutoscalerToTerraform(struct?: ClusterClusterAutoscalerOutputReference | ClusterClusterAutoscaler): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    aws_use_static_instance_list: cdktf.booleanToTerraform(struct!.awsUseStaticInstanceList),
    balance_similar_node_groups: cdktf.booleanToTerraform(struct!.balanceSimilarNodeGroups),
    cordon_node_before_terminating: cdktf.booleanToTerraform(struct!.cordonNodeBeforeTerminating),
    cpu_request: cdktf.stringToTerraform(struct!.cpuRequest),
    emit_per_nodegroup_metrics: cdktf.booleanToTerraform(struct!.emitPerNodegroupMetrics),
    enabled: cdktf.booleanToTerraform(struct!.enabled),
    expander: cdktf.stringToTerraform(struct!.expander),
    ignore_daemon_sets_utilization: cdktf.booleanToTerraform(struct!.ignoreDaemonSetsUtilization),
    image: cdktf.stringToTerraform(struct!.image),
    max_node_provision_time: cdktf.stringToTerraform(struct!.maxNodeProvisionTime),
    memory_request: cdktf.stringToTerraform(struct!.memoryRequest),
    new_pod_scale_up_delay: cdktf.stringToTerraform(struct!.newPodScaleUpDelay),
    pod_annotations: cdktf.hashMapper(cdktf.stringToTerraform)(struct!.podAnnotations),
    scale_down_delay_after_add: cdktf.stringToTerraform(struct!.scaleDownDelayAfterAdd),
    scale_down_unneeded_time: cdktf.stringToTerraform(struct!.scaleDownUnneededTime),
    scale_down_unready_time: cdktf.stringToTerraform(struct!.scaleDownUnreadyTime),
    scale_down_utilization_threshold: cdktf.stringToTerraform(struct!.scaleDownUtilizationThreshold),
    skip_nodes_with_local_storage: cdktf.booleanToTerraform(struct!.skipNodesWithLocalStorage),
    skip_nodes_with_system_pods: cdktf.booleanToTerraform(struct!.skipNodesWithSystemPods),
    create_priority_expender_config: clusterClusterAutoscalerCreatePriorityExpenderConfigToTerraform(struct!.createPriorityExpenderConfig),
    custom_priority_expander_config: cdktf.listMapper(clusterClusterAutoscalerCustomPriorityExpanderConfigToTerraform, true)(struct!.customPriorityExpanderConfig),
    skip_nodes_with_custom_controller_pods: clusterClusterAutoscalerSkipNodesWithCustomControllerPodsToTerraform(struct!.skipNodesWithCustomControllerPods),
  }
}


export function clusterClusterAutoscalerToHclTerraform(struct?: ClusterClusterAutoscalerOutputReference | ClusterClusterAutoscaler): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    aws_use_static_instance_list: {
      value: cdktf.booleanToHclTerraform(struct!.awsUseStaticInstanceList),
      isBlock: false,
      type: "simple",
      storageClassType: "boolean",
    },
    balance_similar_node_groups: {
      value: cdktf.booleanToHclTerraform(struct!.balanceSimilarNodeGroups),
      isBlock: false,
      type: "simple",
      storageClassType: "boolean",
    },
    cordon_node_before_terminating: {
      value: cdktf.booleanToHclTerraform(struct!.cordonNodeBeforeTerminating),
      isBlock: false,
      type: "simple",
      storageClassType: "boolean",
    },
    cpu_request: {
      value: cdktf.stringToHclTerraform(struct!.cpuRequest),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    emit_per_nodegroup_metrics: {
      value: cdktf.booleanToHclTerraform(struct!.emitPerNodegroupMetrics),
      isBlock: false,
      type: "simple",
      storageClassType: "boolean",
    },
    enabled: {
      value: cdktf.booleanToHclTerraform(struct!.enabled),
      isBlock: false,
      type: "simple",
      storageClassType: "boolean",
    },
    expander: {
      value: cdktf.stringToHclTerraform(struct!.expander),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    ignore_daemon_sets_utilization: {
      value: cdktf.booleanToHclTerraform(struct!.ignoreDaemonSetsUtilization),
      isBlock: false,
      type: "simple",
      storageClassType: "boolean",
    },
    image: {
      value: cdktf.stringToHclTerraform(struct!.image),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    max_node_provision_time: {
      value: cdktf.stringToHclTerraform(struct!.maxNodeProvisionTime),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    memory_request: {
      value: cdktf.stringToHclTerraform(struct!.memoryRequest),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    new_pod_scale_up_delay: {
      value: cdktf.stringToHclTerraform(struct!.newPodScaleUpDelay),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    pod_annotations: {
      value: cdktf.hashMapperHcl(cdktf.stringToHclTerraform)(struct!.podAnnotations),
      isBlock: false,
      type: "map",
      storageClassType: "stringMap",
    },
    scale_down_delay_after_add: {
      value: cdktf.stringToHclTerraform(struct!.scaleDownDelayAfterAdd),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    scale_down_unneeded_time: {
      value: cdktf.stringToHclTerraform(struct!.scaleDownUnneededTime),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    scale_down_unready_time: {
      value: cdktf.stringToHclTerraform(struct!.scaleDownUnreadyTime),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    scale_down_utilization_threshold: {
      value: cdktf.stringToHclTerraform(struct!.scaleDownUtilizationThreshold),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    skip_nodes_with_local_storage: {
      value: cdktf.booleanToHclTerraform(struct!.skipNodesWithLocalStorage),
      isBlock: false,
      type: "simple",
      storageClassType: "boolean",
    },
    skip_nodes_with_system_pods: {
      value: cdktf.booleanToHclTerraform(struct!.skipNodesWithSystemPods),
      isBlock: false,
      type: "simple",
      storageClassType: "boolean",
    },
    create_priority_expender_config: {
      value: clusterClusterAutoscalerCreatePriorityExpenderConfigToHclTerraform(struct!.createPriorityExpenderConfig),
      isBlock: true,
      type: "list",
      storageClassType: "ClusterClusterAutoscalerCreatePriorityExpenderConfigList",
    },
    custom_priority_expander_config: {
      value: cdktf.listMapperHcl(clusterClusterAutoscalerCustomPriorityExpanderConfigToHclTerraform, true)(struct!.customPriorityExpanderConfig),
      isBlock: true,
      type: "list",
      storageClassType: "ClusterClusterAutoscalerCustomPriorityExpanderConfigList",
    },
    skip_nodes_with_custom_controller_pods: {
      value: clusterClusterAutoscalerSkipNodesWithCustomControllerPodsToHclTerraform(struct!.skipNodesWithCustomControllerPods),
      isBlock: true,
      type: "list",
      storageClassType: "ClusterClusterAutoscalerSkipNodesWithCustomControllerPodsList",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class ClusterClusterAutoscalerOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false, 0);
  }

  public get internalValue(): ClusterClusterAutoscaler | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._awsUseStaticInstanceList !== undefined) {
      hasAnyValues = true;
      internalValueResult.awsUseStaticInstanceList = this._awsUseStaticInstanceList;
    }
    if (this._balanceSimilarNodeGroups !== undefined) {
      hasAnyValues = true;
      internalValueResult.balanceSimilarNodeGroups = this._balanceSimilarNodeGroups;
    }
    if (this._cordonNodeBeforeTerminating !== undefined) {
      hasAnyValues = true;
      internalValueResult.cordonNodeBeforeTerminating = this._cordonNodeBeforeTerminating;
    }
    if (this._cpuRequest !== undefined) {
      hasAnyValues = true;
      internalValueResult.cpuRequest = this._cpuRequest;
    }
    if (this._emitPerNodegroupMetrics !== undefined) {
      hasAnyValues = true;
      internalValueResult.emitPerNodegroupMetrics = this._emitPerNodegroupMetrics;
    }
    if (this._enabled !== undefined) {
      hasAnyValues = true;
      internalValueResult.enabled = this._enabled;
    }
    if (this._expander !== undefined) {
      hasAnyValues = true;
      internalValueResult.expander = this._expander;
    }
    if (this._ignoreDaemonSetsUtilization !== undefined) {
      hasAnyValues = true;
      internalValueResult.ignoreDaemonSetsUtilization = this._ignoreDaemonSetsUtilization;
    }
    if (this._image !== undefined) {
      hasAnyValues = true;
      internalValueResult.image = this._image;
    }
    if (this._maxNodeProvisionTime !== undefined) {
      hasAnyValues = true;
      internalValueResult.maxNodeProvisionTime = this._maxNodeProvisionTime;
    }
    if (this._memoryRequest !== undefined) {
      hasAnyValues = true;
      internalValueResult.memoryRequest = this._memoryRequest;
    }
    if (this._newPodScaleUpDelay !== undefined) {
      hasAnyValues = true;
      internalValueResult.newPodScaleUpDelay = this._newPodScaleUpDelay;
    }
    if (this._podAnnotations !== undefined) {
      hasAnyValues = true;
      internalValueResult.podAnnotations = this._podAnnotations;
    }
    if (this._scaleDownDelayAfterAdd !== undefined) {
      hasAnyValues = true;
      internalValueResult.scaleDownDelayAfterAdd = this._scaleDownDelayAfterAdd;
    }
    if (this._scaleDownUnneededTime !== undefined) {
      hasAnyValues = true;
      internalValueResult.scaleDownUnneededTime = this._scaleDownUnneededTime;
    }
    if (this._scaleDownUnreadyTime !== undefined) {
      hasAnyValues = true;
      internalValueResult.scaleDownUnreadyTime = this._scaleDownUnreadyTime;
    }
    if (this._scaleDownUtilizationThreshold !== undefined) {
      hasAnyValues = true;
      internalValueResult.scaleDownUtilizationThreshold = this._scaleDownUtilizationThreshold;
    }
    if (this._skipNodesWithLocalStorage !== undefined) {
      hasAnyValues = true;
      internalValueResult.skipNodesWithLocalStorage = this._skipNodesWithLocalStorage;
    }
    if (this._skipNodesWithSystemPods !== undefined) {
      hasAnyValues = true;
      internalValueResult.skipNodesWithSystemPods = this._skipNodesWithSystemPods;
    }
    if (this._createPriorityExpenderConfig?.internalValue !== undefined) {
      hasAnyValues = true;
      internalValueResult.createPriorityExpenderConfig = this._createPriorityExpenderConfig?.internalValue;
    }
    if (this._customPriorityExpanderConfig?.internalValue !== undefined) {
      hasAnyValues = true;
      internalValueResult.customPriorityExpanderConfig = this._customPriorityExpanderConfig?.internalValue;
    }
    if (this._skipNodesWithCustomControllerPods?.internalValue !== undefined) {
      hasAnyValues = true;
      internalValueResult.skipNodesWithCustomControllerPods = this._skipNodesWithCustomControllerPods?.internalValue;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: ClusterClusterAutoscaler | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this._awsUseStaticInstanceList = undefined;
      this._balanceSimilarNodeGroups = undefined;
      this._cordonNodeBeforeTerminating = undefined;
      this._cpuRequest = undefined;
      this._emitPerNodegroupMetrics = undefined;
      this._enabled = undefined;
      this._expander = undefined;
      this._ignoreDaemonSetsUtilization = undefined;
      this._image = undefined;
      this._maxNodeProvisionTime = undefined;
      this._memoryRequest = undefined;
      this._newPodScaleUpDelay = undefined;
      this._podAnnotations = undefined;
      this._scaleDownDelayAfterAdd = undefined;
      this._scaleDownUnneededTime = undefined;
      this._scaleDownUnreadyTime = undefined;
      this._scaleDownUtilizationThreshold = undefined;
      this._skipNodesWithLocalStorage = undefined;
      this._skipNodesWithSystemPods = undefined;
      this._createPriorityExpenderConfig.internalValue = undefined;
      this._customPriorityExpanderConfig.internalValue = undefined;
      this._skipNodesWithCustomControllerPods.internalValue = undefined;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this._awsUseStaticInstanceList = value.awsUseStaticInstanceList;
      this._balanceSimilarNodeGroups = value.balanceSimilarNodeGroups;
      this._cordonNodeBeforeTerminating = value.cordonNodeBeforeTerminating;
      this._cpuRequest = value.cpuRequest;
      this._emitPerNodegroupMetrics = value.emitPerNodegroupMetrics;
      this._enabled = value.enabled;
      this._expander = value.expander;
      this._ignoreDaemonSetsUtilization = value.ignoreDaemonSetsUtilization;
      this._image = value.image;
      this._maxNodeProvisionTime = value.maxNodeProvisionTime;
      this._memoryRequest = value.memoryRequest;
      this._newPodScaleUpDelay = value.newPodScaleUpDelay;
      this._podAnnotations = value.podAnnotations;
      this._scaleDownDelayAfterAdd = value.scaleDownDelayAfterAdd;
      this._scaleDownUnneededTime = value.scaleDownUnneededTime;
      this._scaleDownUnreadyTime = value.scaleDownUnreadyTime;
      this._scaleDownUtilizationThreshold = value.scaleDownUtilizationThreshold;
      this._skipNodesWithLocalStorage = value.skipNodesWithLocalStorage;
      this._skipNodesWithSystemPods = value.skipNodesWithSystemPods;
      this._createPriorityExpenderConfig.internalValue = value.createPriorityExpenderConfig;
      this._customPriorityExpanderConfig.internalValue = value.customPriorityExpanderConfig;
      this._skipNodesWithCustomControllerPods.internalValue = value.skipNodesWithCustomControllerPods;
    }
  }

  // aws_use_static_instance_list - computed: false, optional: true, required: false
  private _awsUseStaticInstanceList?: boolean | cdktf.IResolvable; 
  public get awsUseStaticInstanceList() {
    return this.getBooleanAttribute('aws_use_static_instance_list');
  }
  public set awsUseStaticInstanceList(value: boolean | cdktf.IResolvable) {
    this._awsUseStaticInstanceList = value;
  }
  public resetAwsUseStaticInstanceList() {
    this._awsUseStaticInstanceList = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get awsUseStaticInstanceListInput() {
    return this._awsUseStaticInstanceList;
  }

  // balance_similar_node_groups - computed: false, optional: true, required: false
  private _balanceSimilarNodeGroups?: boolean | cdktf.IResolvable; 
  public get balanceSimilarNodeGroups() {
    return this.getBooleanAttribute('balance_similar_node_groups');
  }
  public set balanceSimilarNodeGroups(value: boolean | cdktf.IResolvable) {
    this._balanceSimilarNodeGroups = value;
  }
  public resetBalanceSimilarNodeGroups() {
    this._balanceSimilarNodeGroups = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get balanceSimilarNodeGroupsInput() {
    return this._balanceSimilarNodeGroups;
  }

  // cordon_node_before_terminating - computed: false, optional: true, required: false
  private _cordonNodeBeforeTerminating?: boolean | cdktf.IResolvable; 
  public get cordonNodeBeforeTerminating() {
    return this.getBooleanAttribute('cordon_node_before_terminating');
  }
  public set cordonNodeBeforeTerminating(value: boolean | cdktf.IResolvable) {
    this._cordonNodeBeforeTerminating = value;
  }
  public resetCordonNodeBeforeTerminating() {
    this._cordonNodeBeforeTerminating = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get cordonNodeBeforeTerminatingInput() {
    return this._cordonNodeBeforeTerminating;
  }

  // cpu_request - computed: false, optional: true, required: false
  private _cpuRequest?: string; 
  public get cpuRequest() {
    return this.getStringAttribute('cpu_request');
  }
  public set cpuRequest(value: string) {
    this._cpuRequest = value;
  }
  public resetCpuRequest() {
    this._cpuRequest = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get cpuRequestInput() {
    return this._cpuRequest;
  }

  // emit_per_nodegroup_metrics - computed: false, optional: true, required: false
  private _emitPerNodegroupMetrics?: boolean | cdktf.IResolvable; 
  public get emitPerNodegroupMetrics() {
    return this.getBooleanAttribute('emit_per_nodegroup_metrics');
  }
  public set emitPerNodegroupMetrics(value: boolean | cdktf.IResolvable) {
    this._emitPerNodegroupMetrics = value;
  }
  public resetEmitPerNodegroupMetrics() {
    this._emitPerNodegroupMetrics = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get emitPerNodegroupMetricsInput() {
    return this._emitPerNodegroupMetrics;
  }

  // enabled - computed: false, optional: true, required: false
  private _enabled?: boolean | cdktf.IResolvable; 
  public get enabled() {
    return this.getBooleanAttribute('enabled');
  }
  public set enabled(value: boolean | cdktf.IResolvable) {
    this._enabled = value;
  }
  public resetEnabled() {
    this._enabled = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get enabledInput() {
    return this._enabled;
  }

  // expander - computed: false, optional: true, required: false
  private _expander?: string; 
  public get expander() {
    return this.getStringAttribute('expander');
  }
  public set expander(value: string) {
    this._expander = value;
  }
  public resetExpander() {
    this._expander = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get expanderInput() {
    return this._expander;
  }

  // ignore_daemon_sets_utilization - computed: false, optional: true, required: false
  private _ignoreDaemonSetsUtilization?: boolean | cdktf.IResolvable; 
  public get ignoreDaemonSetsUtilization() {
    return this.getBooleanAttribute('ignore_daemon_sets_utilization');
  }
  public set ignoreDaemonSetsUtilization(value: boolean | cdktf.IResolvable) {
    this._ignoreDaemonSetsUtilization = value;
  }
  public resetIgnoreDaemonSetsUtilization() {
    this._ignoreDaemonSetsUtilization = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get ignoreDaemonSetsUtilizationInput() {
    return this._ignoreDaemonSetsUtilization;
  }

  // image - computed: false, optional: true, required: false
  private _image?: string; 
  public get image() {
    return this.getStringAttribute('image');
  }
  public set image(value: string) {
    this._image = value;
  }
  public resetImage() {
    this._image = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get imageInput() {
    return this._image;
  }

  // max_node_provision_time - computed: false, optional: true, required: false
  private _maxNodeProvisionTime?: string; 
  public get maxNodeProvisionTime() {
    return this.getStringAttribute('max_node_provision_time');
  }
  public set maxNodeProvisionTime(value: string) {
    this._maxNodeProvisionTime = value;
  }
  public resetMaxNodeProvisionTime() {
    this._maxNodeProvisionTime = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get maxNodeProvisionTimeInput() {
    return this._maxNodeProvisionTime;
  }

  // memory_request - computed: false, optional: true, required: false
  private _memoryRequest?: string; 
  public get memoryRequest() {
    return this.getStringAttribute('memory_request');
  }
  public set memoryRequest(value: string) {
    this._memoryRequest = value;
  }
  public resetMemoryRequest() {
    this._memoryRequest = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get memoryRequestInput() {
    return this._memoryRequest;
  }

  // new_pod_scale_up_delay - computed: false, optional: true, required: false
  private _newPodScaleUpDelay?: string; 
  public get newPodScaleUpDelay() {
    return this.getStringAttribute('new_pod_scale_up_delay');
  }
  public set newPodScaleUpDelay(value: string) {
    this._newPodScaleUpDelay = value;
  }
  public resetNewPodScaleUpDelay() {
    this._newPodScaleUpDelay = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get newPodScaleUpDelayInput() {
    return this._newPodScaleUpDelay;
  }

  // pod_annotations - computed: false, optional: true, required: false
  private _podAnnotations?: { [key: string]: string }; 
  public get podAnnotations() {
    return this.getStringMapAttribute('pod_annotations');
  }
  public set podAnnotations(value: { [key: string]: string }) {
    this._podAnnotations = value;
  }
  public resetPodAnnotations() {
    this._podAnnotations = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get podAnnotationsInput() {
    return this._podAnnotations;
  }

  // scale_down_delay_after_add - computed: false, optional: true, required: false
  private _scaleDownDelayAfterAdd?: string; 
  public get scaleDownDelayAfterAdd() {
    return this.getStringAttribute('scale_down_delay_after_add');
  }
  public set scaleDownDelayAfterAdd(value: string) {
    this._scaleDownDelayAfterAdd = value;
  }
  public resetScaleDownDelayAfterAdd() {
    this._scaleDownDelayAfterAdd = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get scaleDownDelayAfterAddInput() {
    return this._scaleDownDelayAfterAdd;
  }

  // scale_down_unneeded_time - computed: false, optional: true, required: false
  private _scaleDownUnneededTime?: string; 
  public get scaleDownUnneededTime() {
    return this.getStringAttribute('scale_down_unneeded_time');
  }
  public set scaleDownUnneededTime(value: string) {
    this._scaleDownUnneededTime = value;
  }
  public resetScaleDownUnneededTime() {
    this._scaleDownUnneededTime = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get scaleDownUnneededTimeInput() {
    return this._scaleDownUnneededTime;
  }

  // scale_down_unready_time - computed: false, optional: true, required: false
  private _scaleDownUnreadyTime?: string; 
  public get scaleDownUnreadyTime() {
    return this.getStringAttribute('scale_down_unready_time');
  }
  public set scaleDownUnreadyTime(value: string) {
    this._scaleDownUnreadyTime = value;
  }
  public resetScaleDownUnreadyTime() {
    this._scaleDownUnreadyTime = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get scaleDownUnreadyTimeInput() {
    return this._scaleDownUnreadyTime;
  }

  // scale_down_utilization_threshold - computed: false, optional: true, required: false
  private _scaleDownUtilizationThreshold?: string; 
  public get scaleDownUtilizationThreshold() {
    return this.getStringAttribute('scale_down_utilization_threshold');
  }
  public set scaleDownUtilizationThreshold(value: string) {
    this._scaleDownUtilizationThreshold = value;
  }
  public resetScaleDownUtilizationThreshold() {
    this._scaleDownUtilizationThreshold = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get scaleDownUtilizationThresholdInput() {
    return this._scaleDownUtilizationThreshold;
  }

  // skip_nodes_with_local_storage - computed: false, optional: false, required: true
  private _skipNodesWithLocalStorage?: boolean | cdktf.IResolvable; 
  public get skipNodesWithLocalStorage() {
    return this.getBooleanAttribute('skip_nodes_with_local_storage');
  }
  public set skipNodesWithLocalStorage(value: boolean | cdktf.IResolvable) {
    this._skipNodesWithLocalStorage = value;
  }
  // Temporarily expose input value. Use with caution.
  public get skipNodesWithLocalStorageInput() {
    return this._skipNodesWithLocalStorage;
  }

  // skip_nodes_with_system_pods - computed: false, optional: false, required: true
  private _skipNodesWithSystemPods?: boolean | cdktf.IResolvable; 
  public get skipNodesWithSystemPods() {
    return this.getBooleanAttribute('skip_nodes_with_system_pods');
  }
  public set skipNodesWithSystemPods(value: boolean | cdktf.IResolvable) {
    this._skipNodesWithSystemPods = value;
  }
  // Temporarily expose input value. Use with caution.
  public get skipNodesWithSystemPodsInput() {
    return this._skipNodesWithSystemPods;
  }

  // create_priority_expender_config - computed: false, optional: true, required: false
  private _createPriorityExpenderConfig = new ClusterClusterAutoscalerCreatePriorityExpenderConfigOutputReference(this, "create_priority_expender_config");
  public get createPriorityExpenderConfig() {
    return this._createPriorityExpenderConfig;
  }
  public putCreatePriorityExpenderConfig(value: ClusterClusterAutoscalerCreatePriorityExpenderConfig) {
    this._createPriorityExpenderConfig.internalValue = value;
  }
  public resetCreatePriorityExpenderConfig() {
    this._createPriorityExpenderConfig.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get createPriorityExpenderConfigInput() {
    return this._createPriorityExpenderConfig.internalValue;
  }

  // custom_priority_expander_config - computed: false, optional: true, required: false
  private _customPriorityExpanderConfig = new ClusterClusterAutoscalerCustomPriorityExpanderConfigList(this, "custom_priority_expander_config", false);
  public get customPriorityExpanderConfig() {
    return this._customPriorityExpanderConfig;
  }
  public putCustomPriorityExpanderConfig(value: ClusterClusterAutoscalerCustomPriorityExpanderConfig[] | cdktf.IResolvable) {
    this._customPriorityExpanderConfig.internalValue = value;
  }
  public resetCustomPriorityExpanderConfig() {
    this._customPriorityExpanderConfig.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get customPriorityExpanderConfigInput() {
    return this._customPriorityExpanderConfig.internalValue;
  }

  // skip_nodes_with_custom_controller_pods - computed: false, optional: true, required: false
  private _skipNodesWithCustomControllerPods = new ClusterClusterAutoscalerSkipNodesWithCustomControllerPodsOutputReference(this, "skip_nodes_with_custom_controller_pods");
  public get skipNodesWithCustomControllerPods() {
    return this._skipNodesWithCustomControllerPods;
  }
  public putSkipNodesWithCustomControllerPods(value: ClusterClusterAutoscalerSkipNodesWithCustomControllerPods) {
    this._skipNodesWithCustomControllerPods.internalValue = value;
  }
  public resetSkipNodesWithCustomControllerPods() {
    this._skipNodesWithCustomControllerPods.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get skipNodesWithCustomControllerPodsInput() {
    return this._skipNodesWithCustomControllerPods.internalValue;
  }
}
export interface ClusterConfigStore {
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#base Cluster#base}
  */
  readonly base?: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#keypairs Cluster#keypairs}
  */
  readonly keypairs?: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#secrets Cluster#secrets}
  */
  readonly secrets?: string;
}

export function clusterConfigStoreToTerraform(struct?: ClusterConfigStoreOutputReference | ClusterConfigStore): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    base: cdktf.stringToTerraform(struct!.base),
    keypairs: cdktf.stringToTerraform(struct!.keypairs),
    secrets: cdktf.stringToTerraform(struct!.secrets),
  }
}


export function clusterConfigStoreToHclTerraform(struct?: ClusterConfigStoreOutputReference | ClusterConfigStore): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    base: {
      value: cdktf.stringToHclTerraform(struct!.base),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    keypairs: {
      value: cdktf.stringToHclTerraform(struct!.keypairs),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    secrets: {
      value: cdktf.stringToHclTerraform(struct!.secrets),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class ClusterConfigStoreOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false, 0);
  }

  public get internalValue(): ClusterConfigStore | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._base !== undefined) {
      hasAnyValues = true;
      internalValueResult.base = this._base;
    }
    if (this._keypairs !== undefined) {
      hasAnyValues = true;
      internalValueResult.keypairs = this._keypairs;
    }
    if (this._secrets !== undefined) {
      hasAnyValues = true;
      internalValueResult.secrets = this._secrets;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: ClusterConfigStore | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this._base = undefined;
      this._keypairs = undefined;
      this._secrets = undefined;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this._base = value.base;
      this._keypairs = value.keypairs;
      this._secrets = value.secrets;
    }
  }

  // base - computed: true, optional: true, required: false
  private _base?: string; 
  public get base() {
    return this.getStringAttribute('base');
  }
  public set base(value: string) {
    this._base = value;
  }
  public resetBase() {
    this._base = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get baseInput() {
    return this._base;
  }

  // keypairs - computed: false, optional: true, required: false
  private _keypairs?: string; 
  public get keypairs() {
    return this.getStringAttribute('keypairs');
  }
  public set keypairs(value: string) {
    this._keypairs = value;
  }
  public resetKeypairs() {
    this._keypairs = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get keypairsInput() {
    return this._keypairs;
  }

  // secrets - computed: false, optional: true, required: false
  private _secrets?: string; 
  public get secrets() {
    return this.getStringAttribute('secrets');
  }
  public set secrets(value: string) {
    this._secrets = value;
  }
  public resetSecrets() {
    this._secrets = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get secretsInput() {
    return this._secrets;
  }
}
export interface ClusterEtcdClusterBackups {
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#backup_store Cluster#backup_store}
  */
  readonly backupStore: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#image Cluster#image}
  */
  readonly image: string;
}

export function clusterEtcdClusterBackupsToTerraform(struct?: ClusterEtcdClusterBackupsOutputReference | ClusterEtcdClusterBackups): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    backup_store: cdktf.stringToTerraform(struct!.backupStore),
    image: cdktf.stringToTerraform(struct!.image),
  }
}


export function clusterEtcdClusterBackupsToHclTerraform(struct?: ClusterEtcdClusterBackupsOutputReference | ClusterEtcdClusterBackups): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    backup_store: {
      value: cdktf.stringToHclTerraform(struct!.backupStore),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    image: {
      value: cdktf.stringToHclTerraform(struct!.image),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class ClusterEtcdClusterBackupsOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false, 0);
  }

  public get internalValue(): ClusterEtcdClusterBackups | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._backupStore !== undefined) {
      hasAnyValues = true;
      internalValueResult.backupStore = this._backupStore;
    }
    if (this._image !== undefined) {
      hasAnyValues = true;
      internalValueResult.image = this._image;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: ClusterEtcdClusterBackups | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this._backupStore = undefined;
      this._image = undefined;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this._backupStore = value.backupStore;
      this._image = value.image;
    }
  }

  // backup_store - computed: false, optional: false, required: true
  private _backupStore?: string; 
  public get backupStore() {
    return this.getStringAttribute('backup_store');
  }
  public set backupStore(value: string) {
    this._backupStore = value;
  }
  // Temporarily expose input value. Use with caution.
  public get backupStoreInput() {
    return this._backupStore;
  }

  // image - computed: false, optional: false, required: true
  private _image?: string; 
  public get image() {
    return this.getStringAttribute('image');
  }
  public set image(value: string) {
    this._image = value;
  }
  // Temporarily expose input value. Use with caution.
  public get imageInput() {
    return this._image;
  }
}
export interface ClusterEtcdClusterManagerEnv {
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#name Cluster#name}
  */
  readonly name: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#value Cluster#value}
  */
  readonly value?: string;
}

export function clusterEtcdClusterManagerEnvToTerraform(struct?: ClusterEtcdClusterManagerEnv | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    name: cdktf.stringToTerraform(struct!.name),
    value: cdktf.stringToTerraform(struct!.value),
  }
}


export function clusterEtcdClusterManagerEnvToHclTerraform(struct?: ClusterEtcdClusterManagerEnv | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    name: {
      value: cdktf.stringToHclTerraform(struct!.name),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    value: {
      value: cdktf.stringToHclTerraform(struct!.value),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class ClusterEtcdClusterManagerEnvOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  * @param complexObjectIndex the index of this item in the list
  * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean) {
    super(terraformResource, terraformAttribute, complexObjectIsFromSet, complexObjectIndex);
  }

  public get internalValue(): ClusterEtcdClusterManagerEnv | cdktf.IResolvable | undefined {
    if (this.resolvableValue) {
      return this.resolvableValue;
    }
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._name !== undefined) {
      hasAnyValues = true;
      internalValueResult.name = this._name;
    }
    if (this._value !== undefined) {
      hasAnyValues = true;
      internalValueResult.value = this._value;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: ClusterEtcdClusterManagerEnv | cdktf.IResolvable | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this.resolvableValue = undefined;
      this._name = undefined;
      this._value = undefined;
    }
    else if (cdktf.Tokenization.isResolvable(value)) {
      this.isEmptyObject = false;
      this.resolvableValue = value;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this.resolvableValue = undefined;
      this._name = value.name;
      this._value = value.value;
    }
  }

  // name - computed: false, optional: false, required: true
  private _name?: string; 
  public get name() {
    return this.getStringAttribute('name');
  }
  public set name(value: string) {
    this._name = value;
  }
  // Temporarily expose input value. Use with caution.
  public get nameInput() {
    return this._name;
  }

  // value - computed: false, optional: true, required: false
  private _value?: string; 
  public get value() {
    return this.getStringAttribute('value');
  }
  public set value(value: string) {
    this._value = value;
  }
  public resetValue() {
    this._value = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get valueInput() {
    return this._value;
  }
}

export class ClusterEtcdClusterManagerEnvList extends cdktf.ComplexList {
  public internalValue? : ClusterEtcdClusterManagerEnv[] | cdktf.IResolvable

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  * @param wrapsSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
  */
  constructor(protected terraformResource: cdktf.IInterpolatingParent, protected terraformAttribute: string, protected wrapsSet: boolean) {
    super(terraformResource, terraformAttribute, wrapsSet)
  }

  /**
  * @param index the index of the item to return
  */
  public get(index: number): ClusterEtcdClusterManagerEnvOutputReference {
    return new ClusterEtcdClusterManagerEnvOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
  }
}
export interface ClusterEtcdClusterManager {
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#backup_interval Cluster#backup_interval}
  */
  readonly backupInterval?: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#backup_retention_days Cluster#backup_retention_days}
  */
  readonly backupRetentionDays?: number;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#discovery_poll_interval Cluster#discovery_poll_interval}
  */
  readonly discoveryPollInterval?: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#image Cluster#image}
  */
  readonly image?: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#listen_client_httpur_ls Cluster#listen_client_httpur_ls}
  */
  readonly listenClientHttpurLs?: string[];
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#listen_metrics_ur_ls Cluster#listen_metrics_ur_ls}
  */
  readonly listenMetricsUrLs?: string[];
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#log_level Cluster#log_level}
  */
  readonly logLevel?: number;
  /**
  * env block
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#env Cluster#env}
  */
  readonly env?: ClusterEtcdClusterManagerEnv[] | cdktf.IResolvable;
}

export function clusterEtcdClusterManagerToTerraform(struct?: ClusterEtcdClusterManagerOutputReference | ClusterEtcdClusterManager): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    backup_interval: cdktf.stringToTerraform(struct!.backupInterval),
    backup_retention_days: cdktf.numberToTerraform(struct!.backupRetentionDays),
    discovery_poll_interval: cdktf.stringToTerraform(struct!.discoveryPollInterval),
    image: cdktf.stringToTerraform(struct!.image),
    listen_client_httpur_ls: cdktf.listMapper(cdktf.stringToTerraform, false)(struct!.listenClientHttpurLs),
    listen_metrics_ur_ls: cdktf.listMapper(cdktf.stringToTerraform, false)(struct!.listenMetricsUrLs),
    log_level: cdktf.numberToTerraform(struct!.logLevel),
    env: cdktf.listMapper(clusterEtcdClusterManagerEnvToTerraform, true)(struct!.env),
  }
}


export function clusterEtcdClusterManagerToHclTerraform(struct?: ClusterEtcdClusterManagerOutputReference | ClusterEtcdClusterManager): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    backup_interval: {
      value: cdktf.stringToHclTerraform(struct!.backupInterval),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    backup_retention_days: {
      value: cdktf.numberToHclTerraform(struct!.backupRetentionDays),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
    discovery_poll_interval: {
      value: cdktf.stringToHclTerraform(struct!.discoveryPollInterval),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    image: {
      value: cdktf.stringToHclTerraform(struct!.image),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    listen_client_httpur_ls: {
      value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(struct!.listenClientHttpurLs),
      isBlock: false,
      type: "list",
      storageClassType: "stringList",
    },
    listen_metrics_ur_ls: {
      value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(struct!.listenMetricsUrLs),
      isBlock: false,
      type: "list",
      storageClassType: "stringList",
    },
    log_level: {
      value: cdktf.numberToHclTerraform(struct!.logLevel),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
    env: {
      value: cdktf.listMapperHcl(clusterEtcdClusterManagerEnvToHclTerraform, true)(struct!.env),
      isBlock: true,
      type: "list",
      storageClassType: "ClusterEtcdClusterManagerEnvList",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class ClusterEtcdClusterManagerOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false, 0);
  }

  public get internalValue(): ClusterEtcdClusterManager | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._backupInterval !== undefined) {
      hasAnyValues = true;
      internalValueResult.backupInterval = this._backupInterval;
    }
    if (this._backupRetentionDays !== undefined) {
      hasAnyValues = true;
      internalValueResult.backupRetentionDays = this._backupRetentionDays;
    }
    if (this._discoveryPollInterval !== undefined) {
      hasAnyValues = true;
      internalValueResult.discoveryPollInterval = this._discoveryPollInterval;
    }
    if (this._image !== undefined) {
      hasAnyValues = true;
      internalValueResult.image = this._image;
    }
    if (this._listenClientHttpurLs !== undefined) {
      hasAnyValues = true;
      internalValueResult.listenClientHttpurLs = this._listenClientHttpurLs;
    }
    if (this._listenMetricsUrLs !== undefined) {
      hasAnyValues = true;
      internalValueResult.listenMetricsUrLs = this._listenMetricsUrLs;
    }
    if (this._logLevel !== undefined) {
      hasAnyValues = true;
      internalValueResult.logLevel = this._logLevel;
    }
    if (this._env?.internalValue !== undefined) {
      hasAnyValues = true;
      internalValueResult.env = this._env?.internalValue;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: ClusterEtcdClusterManager | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this._backupInterval = undefined;
      this._backupRetentionDays = undefined;
      this._discoveryPollInterval = undefined;
      this._image = undefined;
      this._listenClientHttpurLs = undefined;
      this._listenMetricsUrLs = undefined;
      this._logLevel = undefined;
      this._env.internalValue = undefined;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this._backupInterval = value.backupInterval;
      this._backupRetentionDays = value.backupRetentionDays;
      this._discoveryPollInterval = value.discoveryPollInterval;
      this._image = value.image;
      this._listenClientHttpurLs = value.listenClientHttpurLs;
      this._listenMetricsUrLs = value.listenMetricsUrLs;
      this._logLevel = value.logLevel;
      this._env.internalValue = value.env;
    }
  }

  // backup_interval - computed: false, optional: true, required: false
  private _backupInterval?: string; 
  public get backupInterval() {
    return this.getStringAttribute('backup_interval');
  }
  public set backupInterval(value: string) {
    this._backupInterval = value;
  }
  public resetBackupInterval() {
    this._backupInterval = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get backupIntervalInput() {
    return this._backupInterval;
  }

  // backup_retention_days - computed: false, optional: true, required: false
  private _backupRetentionDays?: number; 
  public get backupRetentionDays() {
    return this.getNumberAttribute('backup_retention_days');
  }
  public set backupRetentionDays(value: number) {
    this._backupRetentionDays = value;
  }
  public resetBackupRetentionDays() {
    this._backupRetentionDays = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get backupRetentionDaysInput() {
    return this._backupRetentionDays;
  }

  // discovery_poll_interval - computed: false, optional: true, required: false
  private _discoveryPollInterval?: string; 
  public get discoveryPollInterval() {
    return this.getStringAttribute('discovery_poll_interval');
  }
  public set discoveryPollInterval(value: string) {
    this._discoveryPollInterval = value;
  }
  public resetDiscoveryPollInterval() {
    this._discoveryPollInterval = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get discoveryPollIntervalInput() {
    return this._discoveryPollInterval;
  }

  // image - computed: false, optional: true, required: false
  private _image?: string; 
  public get image() {
    return this.getStringAttribute('image');
  }
  public set image(value: string) {
    this._image = value;
  }
  public resetImage() {
    this._image = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get imageInput() {
    return this._image;
  }

  // listen_client_httpur_ls - computed: false, optional: true, required: false
  private _listenClientHttpurLs?: string[]; 
  public get listenClientHttpurLs() {
    return this.getListAttribute('listen_client_httpur_ls');
  }
  public set listenClientHttpurLs(value: string[]) {
    this._listenClientHttpurLs = value;
  }
  public resetListenClientHttpurLs() {
    this._listenClientHttpurLs = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get listenClientHttpurLsInput() {
    return this._listenClientHttpurLs;
  }

  // listen_metrics_ur_ls - computed: false, optional: true, required: false
  private _listenMetricsUrLs?: string[]; 
  public get listenMetricsUrLs() {
    return this.getListAttribute('listen_metrics_ur_ls');
  }
  public set listenMetricsUrLs(value: string[]) {
    this._listenMetricsUrLs = value;
  }
  public resetListenMetricsUrLs() {
    this._listenMetricsUrLs = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get listenMetricsUrLsInput() {
    return this._listenMetricsUrLs;
  }

  // log_level - computed: false, optional: true, required: false
  private _logLevel?: number; 
  public get logLevel() {
    return this.getNumberAttribute('log_level');
  }
  public set logLevel(value: number) {
    this._logLevel = value;
  }
  public resetLogLevel() {
    this._logLevel = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get logLevelInput() {
    return this._logLevel;
  }

  // env - computed: false, optional: true, required: false
  private _env = new ClusterEtcdClusterManagerEnvList(this, "env", false);
  public get env() {
    return this._env;
  }
  public putEnv(value: ClusterEtcdClusterManagerEnv[] | cdktf.IResolvable) {
    this._env.internalValue = value;
  }
  public resetEnv() {
    this._env.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get envInput() {
    return this._env.internalValue;
  }
}
export interface ClusterEtcdClusterMember {
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#encrypted_volume Cluster#encrypted_volume}
  */
  readonly encryptedVolume?: boolean | cdktf.IResolvable;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#instance_group Cluster#instance_group}
  */
  readonly instanceGroup: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#kms_key_id Cluster#kms_key_id}
  */
  readonly kmsKeyId?: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#name Cluster#name}
  */
  readonly name: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#volume_iops Cluster#volume_iops}
  */
  readonly volumeIops?: number;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#volume_size Cluster#volume_size}
  */
  readonly volumeSize?: number;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#volume_throughput Cluster#volume_throughput}
  */
  readonly volumeThroughput?: number;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#volume_type Cluster#volume_type}
  */
  readonly volumeType?: string;
}

export function clusterEtcdClusterMemberToTerraform(struct?: ClusterEtcdClusterMember | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    encrypted_volume: cdktf.booleanToTerraform(struct!.encryptedVolume),
    instance_group: cdktf.stringToTerraform(struct!.instanceGroup),
    kms_key_id: cdktf.stringToTerraform(struct!.kmsKeyId),
    name: cdktf.stringToTerraform(struct!.name),
    volume_iops: cdktf.numberToTerraform(struct!.volumeIops),
    volume_size: cdktf.numberToTerraform(struct!.volumeSize),
    volume_throughput: cdktf.numberToTerraform(struct!.volumeThroughput),
    volume_type: cdktf.stringToTerraform(struct!.volumeType),
  }
}


export function clusterEtcdClusterMemberToHclTerraform(struct?: ClusterEtcdClusterMember | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    encrypted_volume: {
      value: cdktf.booleanToHclTerraform(struct!.encryptedVolume),
      isBlock: false,
      type: "simple",
      storageClassType: "boolean",
    },
    instance_group: {
      value: cdktf.stringToHclTerraform(struct!.instanceGroup),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    kms_key_id: {
      value: cdktf.stringToHclTerraform(struct!.kmsKeyId),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    name: {
      value: cdktf.stringToHclTerraform(struct!.name),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    volume_iops: {
      value: cdktf.numberToHclTerraform(struct!.volumeIops),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
    volume_size: {
      value: cdktf.numberToHclTerraform(struct!.volumeSize),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
    volume_throughput: {
      value: cdktf.numberToHclTerraform(struct!.volumeThroughput),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
    volume_type: {
      value: cdktf.stringToHclTerraform(struct!.volumeType),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class ClusterEtcdClusterMemberOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  * @param complexObjectIndex the index of this item in the list
  * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean) {
    super(terraformResource, terraformAttribute, complexObjectIsFromSet, complexObjectIndex);
  }

  public get internalValue(): ClusterEtcdClusterMember | cdktf.IResolvable | undefined {
    if (this.resolvableValue) {
      return this.resolvableValue;
    }
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._encryptedVolume !== undefined) {
      hasAnyValues = true;
      internalValueResult.encryptedVolume = this._encryptedVolume;
    }
    if (this._instanceGroup !== undefined) {
      hasAnyValues = true;
      internalValueResult.instanceGroup = this._instanceGroup;
    }
    if (this._kmsKeyId !== undefined) {
      hasAnyValues = true;
      internalValueResult.kmsKeyId = this._kmsKeyId;
    }
    if (this._name !== undefined) {
      hasAnyValues = true;
      internalValueResult.name = this._name;
    }
    if (this._volumeIops !== undefined) {
      hasAnyValues = true;
      internalValueResult.volumeIops = this._volumeIops;
    }
    if (this._volumeSize !== undefined) {
      hasAnyValues = true;
      internalValueResult.volumeSize = this._volumeSize;
    }
    if (this._volumeThroughput !== undefined) {
      hasAnyValues = true;
      internalValueResult.volumeThroughput = this._volumeThroughput;
    }
    if (this._volumeType !== undefined) {
      hasAnyValues = true;
      internalValueResult.volumeType = this._volumeType;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: ClusterEtcdClusterMember | cdktf.IResolvable | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this.resolvableValue = undefined;
      this._encryptedVolume = undefined;
      this._instanceGroup = undefined;
      this._kmsKeyId = undefined;
      this._name = undefined;
      this._volumeIops = undefined;
      this._volumeSize = undefined;
      this._volumeThroughput = undefined;
      this._volumeType = undefined;
    }
    else if (cdktf.Tokenization.isResolvable(value)) {
      this.isEmptyObject = false;
      this.resolvableValue = value;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this.resolvableValue = undefined;
      this._encryptedVolume = value.encryptedVolume;
      this._instanceGroup = value.instanceGroup;
      this._kmsKeyId = value.kmsKeyId;
      this._name = value.name;
      this._volumeIops = value.volumeIops;
      this._volumeSize = value.volumeSize;
      this._volumeThroughput = value.volumeThroughput;
      this._volumeType = value.volumeType;
    }
  }

  // encrypted_volume - computed: false, optional: true, required: false
  private _encryptedVolume?: boolean | cdktf.IResolvable; 
  public get encryptedVolume() {
    return this.getBooleanAttribute('encrypted_volume');
  }
  public set encryptedVolume(value: boolean | cdktf.IResolvable) {
    this._encryptedVolume = value;
  }
  public resetEncryptedVolume() {
    this._encryptedVolume = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get encryptedVolumeInput() {
    return this._encryptedVolume;
  }

  // instance_group - computed: false, optional: false, required: true
  private _instanceGroup?: string; 
  public get instanceGroup() {
    return this.getStringAttribute('instance_group');
  }
  public set instanceGroup(value: string) {
    this._instanceGroup = value;
  }
  // Temporarily expose input value. Use with caution.
  public get instanceGroupInput() {
    return this._instanceGroup;
  }

  // kms_key_id - computed: false, optional: true, required: false
  private _kmsKeyId?: string; 
  public get kmsKeyId() {
    return this.getStringAttribute('kms_key_id');
  }
  public set kmsKeyId(value: string) {
    this._kmsKeyId = value;
  }
  public resetKmsKeyId() {
    this._kmsKeyId = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get kmsKeyIdInput() {
    return this._kmsKeyId;
  }

  // name - computed: false, optional: false, required: true
  private _name?: string; 
  public get name() {
    return this.getStringAttribute('name');
  }
  public set name(value: string) {
    this._name = value;
  }
  // Temporarily expose input value. Use with caution.
  public get nameInput() {
    return this._name;
  }

  // volume_iops - computed: false, optional: true, required: false
  private _volumeIops?: number; 
  public get volumeIops() {
    return this.getNumberAttribute('volume_iops');
  }
  public set volumeIops(value: number) {
    this._volumeIops = value;
  }
  public resetVolumeIops() {
    this._volumeIops = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get volumeIopsInput() {
    return this._volumeIops;
  }

  // volume_size - computed: false, optional: true, required: false
  private _volumeSize?: number; 
  public get volumeSize() {
    return this.getNumberAttribute('volume_size');
  }
  public set volumeSize(value: number) {
    this._volumeSize = value;
  }
  public resetVolumeSize() {
    this._volumeSize = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get volumeSizeInput() {
    return this._volumeSize;
  }

  // volume_throughput - computed: false, optional: true, required: false
  private _volumeThroughput?: number; 
  public get volumeThroughput() {
    return this.getNumberAttribute('volume_throughput');
  }
  public set volumeThroughput(value: number) {
    this._volumeThroughput = value;
  }
  public resetVolumeThroughput() {
    this._volumeThroughput = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get volumeThroughputInput() {
    return this._volumeThroughput;
  }

  // volume_type - computed: false, optional: true, required: false
  private _volumeType?: string; 
  public get volumeType() {
    return this.getStringAttribute('volume_type');
  }
  public set volumeType(value: string) {
    this._volumeType = value;
  }
  public resetVolumeType() {
    this._volumeType = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get volumeTypeInput() {
    return this._volumeType;
  }
}

export class ClusterEtcdClusterMemberList extends cdktf.ComplexList {
  public internalValue? : ClusterEtcdClusterMember[] | cdktf.IResolvable

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  * @param wrapsSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
  */
  constructor(protected terraformResource: cdktf.IInterpolatingParent, protected terraformAttribute: string, protected wrapsSet: boolean) {
    super(terraformResource, terraformAttribute, wrapsSet)
  }

  /**
  * @param index the index of the item to return
  */
  public get(index: number): ClusterEtcdClusterMemberOutputReference {
    return new ClusterEtcdClusterMemberOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
  }
}
export interface ClusterEtcdCluster {
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#cpu_request Cluster#cpu_request}
  */
  readonly cpuRequest?: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#heartbeat_interval Cluster#heartbeat_interval}
  */
  readonly heartbeatInterval?: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#image Cluster#image}
  */
  readonly image?: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#leader_election_timeout Cluster#leader_election_timeout}
  */
  readonly leaderElectionTimeout?: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#memory_request Cluster#memory_request}
  */
  readonly memoryRequest?: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#name Cluster#name}
  */
  readonly name: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#provider Cluster#provider}
  */
  readonly provider?: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#version Cluster#version}
  */
  readonly version?: string;
  /**
  * backups block
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#backups Cluster#backups}
  */
  readonly backups?: ClusterEtcdClusterBackups;
  /**
  * manager block
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#manager Cluster#manager}
  */
  readonly manager?: ClusterEtcdClusterManager;
  /**
  * member block
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#member Cluster#member}
  */
  readonly member: ClusterEtcdClusterMember[] | cdktf.IResolvable;
}

export function clusterEtcdClusterToTerraform(struct?: ClusterEtcdCluster | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    cpu_request: cdktf.stringToTerraform(struct!.cpuRequest),
    heartbeat_interval: cdktf.stringToTerraform(struct!.heartbeatInterval),
    image: cdktf.stringToTerraform(struct!.image),
    leader_election_timeout: cdktf.stringToTerraform(struct!.leaderElectionTimeout),
    memory_request: cdktf.stringToTerraform(struct!.memoryRequest),
    name: cdktf.stringToTerraform(struct!.name),
    provider: cdktf.stringToTerraform(struct!.provider),
    version: cdktf.stringToTerraform(struct!.version),
    backups: clusterEtcdClusterBackupsToTerraform(struct!.backups),
    manager: clusterEtcdClusterManagerToTerraform(struct!.manager),
    member: cdktf.listMapper(clusterEtcdClusterMemberToTerraform, true)(struct!.member),
  }
}


export function clusterEtcdClusterToHclTerraform(struct?: ClusterEtcdCluster | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    cpu_request: {
      value: cdktf.stringToHclTerraform(struct!.cpuRequest),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    heartbeat_interval: {
      value: cdktf.stringToHclTerraform(struct!.heartbeatInterval),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    image: {
      value: cdktf.stringToHclTerraform(struct!.image),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    leader_election_timeout: {
      value: cdktf.stringToHclTerraform(struct!.leaderElectionTimeout),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    memory_request: {
      value: cdktf.stringToHclTerraform(struct!.memoryRequest),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    name: {
      value: cdktf.stringToHclTerraform(struct!.name),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    provider: {
      value: cdktf.stringToHclTerraform(struct!.provider),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    version: {
      value: cdktf.stringToHclTerraform(struct!.version),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    backups: {
      value: clusterEtcdClusterBackupsToHclTerraform(struct!.backups),
      isBlock: true,
      type: "list",
      storageClassType: "ClusterEtcdClusterBackupsList",
    },
    manager: {
      value: clusterEtcdClusterManagerToHclTerraform(struct!.manager),
      isBlock: true,
      type: "list",
      storageClassType: "ClusterEtcdClusterManagerList",
    },
    member: {
      value: cdktf.listMapperHcl(clusterEtcdClusterMemberToHclTerraform, true)(struct!.member),
      isBlock: true,
      type: "list",
      storageClassType: "ClusterEtcdClusterMemberList",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class ClusterEtcdClusterOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  * @param complexObjectIndex the index of this item in the list
  * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean) {
    super(terraformResource, terraformAttribute, complexObjectIsFromSet, complexObjectIndex);
  }

  public get internalValue(): ClusterEtcdCluster | cdktf.IResolvable | undefined {
    if (this.resolvableValue) {
      return this.resolvableValue;
    }
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._cpuRequest !== undefined) {
      hasAnyValues = true;
      internalValueResult.cpuRequest = this._cpuRequest;
    }
    if (this._heartbeatInterval !== undefined) {
      hasAnyValues = true;
      internalValueResult.heartbeatInterval = this._heartbeatInterval;
    }
    if (this._image !== undefined) {
      hasAnyValues = true;
      internalValueResult.image = this._image;
    }
    if (this._leaderElectionTimeout !== undefined) {
      hasAnyValues = true;
      internalValueResult.leaderElectionTimeout = this._leaderElectionTimeout;
    }
    if (this._memoryRequest !== undefined) {
      hasAnyValues = true;
      internalValueResult.memoryRequest = this._memoryRequest;
    }
    if (this._name !== undefined) {
      hasAnyValues = true;
      internalValueResult.name = this._name;
    }
    if (this._provider !== undefined) {
      hasAnyValues = true;
      internalValueResult.provider = this._provider;
    }
    if (this._version !== undefined) {
      hasAnyValues = true;
      internalValueResult.version = this._version;
    }
    if (this._backups?.internalValue !== undefined) {
      hasAnyValues = true;
      internalValueResult.backups = this._backups?.internalValue;
    }
    if (this._manager?.internalValue !== undefined) {
      hasAnyValues = true;
      internalValueResult.manager = this._manager?.internalValue;
    }
    if (this._member?.internalValue !== undefined) {
      hasAnyValues = true;
      internalValueResult.member = this._member?.internalValue;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: ClusterEtcdCluster | cdktf.IResolvable | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this.resolvableValue = undefined;
      this._cpuRequest = undefined;
      this._heartbeatInterval = undefined;
      this._image = undefined;
      this._leaderElectionTimeout = undefined;
      this._memoryRequest = undefined;
      this._name = undefined;
      this._provider = undefined;
      this._version = undefined;
      this._backups.internalValue = undefined;
      this._manager.internalValue = undefined;
      this._member.internalValue = undefined;
    }
    else if (cdktf.Tokenization.isResolvable(value)) {
      this.isEmptyObject = false;
      this.resolvableValue = value;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this.resolvableValue = undefined;
      this._cpuRequest = value.cpuRequest;
      this._heartbeatInterval = value.heartbeatInterval;
      this._image = value.image;
      this._leaderElectionTimeout = value.leaderElectionTimeout;
      this._memoryRequest = value.memoryRequest;
      this._name = value.name;
      this._provider = value.provider;
      this._version = value.version;
      this._backups.internalValue = value.backups;
      this._manager.internalValue = value.manager;
      this._member.internalValue = value.member;
    }
  }

  // cpu_request - computed: false, optional: true, required: false
  private _cpuRequest?: string; 
  public get cpuRequest() {
    return this.getStringAttribute('cpu_request');
  }
  public set cpuRequest(value: string) {
    this._cpuRequest = value;
  }
  public resetCpuRequest() {
    this._cpuRequest = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get cpuRequestInput() {
    return this._cpuRequest;
  }

  // heartbeat_interval - computed: false, optional: true, required: false
  private _heartbeatInterval?: string; 
  public get heartbeatInterval() {
    return this.getStringAttribute('heartbeat_interval');
  }
  public set heartbeatInterval(value: string) {
    this._heartbeatInterval = value;
  }
  public resetHeartbeatInterval() {
    this._heartbeatInterval = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get heartbeatIntervalInput() {
    return this._heartbeatInterval;
  }

  // image - computed: false, optional: true, required: false
  private _image?: string; 
  public get image() {
    return this.getStringAttribute('image');
  }
  public set image(value: string) {
    this._image = value;
  }
  public resetImage() {
    this._image = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get imageInput() {
    return this._image;
  }

  // leader_election_timeout - computed: false, optional: true, required: false
  private _leaderElectionTimeout?: string; 
  public get leaderElectionTimeout() {
    return this.getStringAttribute('leader_election_timeout');
  }
  public set leaderElectionTimeout(value: string) {
    this._leaderElectionTimeout = value;
  }
  public resetLeaderElectionTimeout() {
    this._leaderElectionTimeout = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get leaderElectionTimeoutInput() {
    return this._leaderElectionTimeout;
  }

  // memory_request - computed: false, optional: true, required: false
  private _memoryRequest?: string; 
  public get memoryRequest() {
    return this.getStringAttribute('memory_request');
  }
  public set memoryRequest(value: string) {
    this._memoryRequest = value;
  }
  public resetMemoryRequest() {
    this._memoryRequest = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get memoryRequestInput() {
    return this._memoryRequest;
  }

  // name - computed: false, optional: false, required: true
  private _name?: string; 
  public get name() {
    return this.getStringAttribute('name');
  }
  public set name(value: string) {
    this._name = value;
  }
  // Temporarily expose input value. Use with caution.
  public get nameInput() {
    return this._name;
  }

  // provider - computed: false, optional: true, required: false
  private _provider?: string; 
  public get provider() {
    return this.getStringAttribute('provider');
  }
  public set provider(value: string) {
    this._provider = value;
  }
  public resetProvider() {
    this._provider = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get providerInput() {
    return this._provider;
  }

  // version - computed: false, optional: true, required: false
  private _version?: string; 
  public get version() {
    return this.getStringAttribute('version');
  }
  public set version(value: string) {
    this._version = value;
  }
  public resetVersion() {
    this._version = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get versionInput() {
    return this._version;
  }

  // backups - computed: false, optional: true, required: false
  private _backups = new ClusterEtcdClusterBackupsOutputReference(this, "backups");
  public get backups() {
    return this._backups;
  }
  public putBackups(value: ClusterEtcdClusterBackups) {
    this._backups.internalValue = value;
  }
  public resetBackups() {
    this._backups.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get backupsInput() {
    return this._backups.internalValue;
  }

  // manager - computed: false, optional: true, required: false
  private _manager = new ClusterEtcdClusterManagerOutputReference(this, "manager");
  public get manager() {
    return this._manager;
  }
  public putManager(value: ClusterEtcdClusterManager) {
    this._manager.internalValue = value;
  }
  public resetManager() {
    this._manager.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get managerInput() {
    return this._manager.internalValue;
  }

  // member - computed: false, optional: false, required: true
  private _member = new ClusterEtcdClusterMemberList(this, "member", false);
  public get member() {
    return this._member;
  }
  public putMember(value: ClusterEtcdClusterMember[] | cdktf.IResolvable) {
    this._member.internalValue = value;
  }
  // Temporarily expose input value. Use with caution.
  public get memberInput() {
    return this._member.internalValue;
  }
}

export class ClusterEtcdClusterList extends cdktf.ComplexList {
  public internalValue? : ClusterEtcdCluster[] | cdktf.IResolvable

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  * @param wrapsSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
  */
  constructor(protected terraformResource: cdktf.IInterpolatingParent, protected terraformAttribute: string, protected wrapsSet: boolean) {
    super(terraformResource, terraformAttribute, wrapsSet)
  }

  /**
  * @param index the index of the item to return
  */
  public get(index: number): ClusterEtcdClusterOutputReference {
    return new ClusterEtcdClusterOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
  }
}
export interface ClusterIamServiceAccountExternalPermissionsAws {
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#inline_policy Cluster#inline_policy}
  */
  readonly inlinePolicy?: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#policy_ar_ns Cluster#policy_ar_ns}
  */
  readonly policyArNs?: string[];
}

export function clusterIamServiceAccountExternalPermissionsAwsToTerraform(struct?: ClusterIamServiceAccountExternalPermissionsAwsOutputReference | ClusterIamServiceAccountExternalPermissionsAws): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    inline_policy: cdktf.stringToTerraform(struct!.inlinePolicy),
    policy_ar_ns: cdktf.listMapper(cdktf.stringToTerraform, false)(struct!.policyArNs),
  }
}


export function clusterIamServiceAccountExternalPermissionsAwsToHclTerraform(struct?: ClusterIamServiceAccountExternalPermissionsAwsOutputReference | ClusterIamServiceAccountExternalPermissionsAws): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    inline_policy: {
      value: cdktf.stringToHclTerraform(struct!.inlinePolicy),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    policy_ar_ns: {
      value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(struct!.policyArNs),
      isBlock: false,
      type: "list",
      storageClassType: "stringList",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class ClusterIamServiceAccountExternalPermissionsAwsOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false, 0);
  }

  public get internalValue(): ClusterIamServiceAccountExternalPermissionsAws | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._inlinePolicy !== undefined) {
      hasAnyValues = true;
      internalValueResult.inlinePolicy = this._inlinePolicy;
    }
    if (this._policyArNs !== undefined) {
      hasAnyValues = true;
      internalValueResult.policyArNs = this._policyArNs;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: ClusterIamServiceAccountExternalPermissionsAws | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this._inlinePolicy = undefined;
      this._policyArNs = undefined;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this._inlinePolicy = value.inlinePolicy;
      this._policyArNs = value.policyArNs;
    }
  }

  // inline_policy - computed: false, optional: true, required: false
  private _inlinePolicy?: string; 
  public get inlinePolicy() {
    return this.getStringAttribute('inline_policy');
  }
  public set inlinePolicy(value: string) {
    this._inlinePolicy = value;
  }
  public resetInlinePolicy() {
    this._inlinePolicy = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get inlinePolicyInput() {
    return this._inlinePolicy;
  }

  // policy_ar_ns - computed: false, optional: true, required: false
  private _policyArNs?: string[]; 
  public get policyArNs() {
    return this.getListAttribute('policy_ar_ns');
  }
  public set policyArNs(value: string[]) {
    this._policyArNs = value;
  }
  public resetPolicyArNs() {
    this._policyArNs = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get policyArNsInput() {
    return this._policyArNs;
  }
}
export interface ClusterIamServiceAccountExternalPermissions {
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#name Cluster#name}
  */
  readonly name?: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#namespace Cluster#namespace}
  */
  readonly namespace?: string;
  /**
  * aws block
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#aws Cluster#aws}
  */
  readonly aws?: ClusterIamServiceAccountExternalPermissionsAws;
}

export function clusterIamServiceAccountExternalPermissionsToTerraform(struct?: ClusterIamServiceAccountExternalPermissions | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    name: cdktf.stringToTerraform(struct!.name),
    namespace: cdktf.stringToTerraform(struct!.namespace),
    aws: clusterIamServiceAccountExternalPermissionsAwsToTerraform(struct!.aws),
  }
}


export function clusterIamServiceAccountExternalPermissionsToHclTerraform(struct?: ClusterIamServiceAccountExternalPermissions | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    name: {
      value: cdktf.stringToHclTerraform(struct!.name),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    namespace: {
      value: cdktf.stringToHclTerraform(struct!.namespace),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    aws: {
      value: clusterIamServiceAccountExternalPermissionsAwsToHclTerraform(struct!.aws),
      isBlock: true,
      type: "list",
      storageClassType: "ClusterIamServiceAccountExternalPermissionsAwsList",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class ClusterIamServiceAccountExternalPermissionsOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  * @param complexObjectIndex the index of this item in the list
  * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean) {
    super(terraformResource, terraformAttribute, complexObjectIsFromSet, complexObjectIndex);
  }

  public get internalValue(): ClusterIamServiceAccountExternalPermissions | cdktf.IResolvable | undefined {
    if (this.resolvableValue) {
      return this.resolvableValue;
    }
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._name !== undefined) {
      hasAnyValues = true;
      internalValueResult.name = this._name;
    }
    if (this._namespace !== undefined) {
      hasAnyValues = true;
      internalValueResult.namespace = this._namespace;
    }
    if (this._aws?.internalValue !== undefined) {
      hasAnyValues = true;
      internalValueResult.aws = this._aws?.internalValue;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: ClusterIamServiceAccountExternalPermissions | cdktf.IResolvable | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this.resolvableValue = undefined;
      this._name = undefined;
      this._namespace = undefined;
      this._aws.internalValue = undefined;
    }
    else if (cdktf.Tokenization.isResolvable(value)) {
      this.isEmptyObject = false;
      this.resolvableValue = value;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this.resolvableValue = undefined;
      this._name = value.name;
      this._namespace = value.namespace;
      this._aws.internalValue = value.aws;
    }
  }

  // name - computed: false, optional: true, required: false
  private _name?: string; 
  public get name() {
    return this.getStringAttribute('name');
  }
  public set name(value: string) {
    this._name = value;
  }
  public resetName() {
    this._name = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get nameInput() {
    return this._name;
  }

  // namespace - computed: false, optional: true, required: false
  private _namespace?: string; 
  public get namespace() {
    return this.getStringAttribute('namespace');
  }
  public set namespace(value: string) {
    this._namespace = value;
  }
  public resetNamespace() {
    this._namespace = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get namespaceInput() {
    return this._namespace;
  }

  // aws - computed: false, optional: true, required: false
  private _aws = new ClusterIamServiceAccountExternalPermissionsAwsOutputReference(this, "aws");
  public get aws() {
    return this._aws;
  }
  public putAws(value: ClusterIamServiceAccountExternalPermissionsAws) {
    this._aws.internalValue = value;
  }
  public resetAws() {
    this._aws.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get awsInput() {
    return this._aws.internalValue;
  }
}

export class ClusterIamServiceAccountExternalPermissionsList extends cdktf.ComplexList {
  public internalValue? : ClusterIamServiceAccountExternalPermissions[] | cdktf.IResolvable

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  * @param wrapsSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
  */
  constructor(protected terraformResource: cdktf.IInterpolatingParent, protected terraformAttribute: string, protected wrapsSet: boolean) {
    super(terraformResource, terraformAttribute, wrapsSet)
  }

  /**
  * @param index the index of the item to return
  */
  public get(index: number): ClusterIamServiceAccountExternalPermissionsOutputReference {
    return new ClusterIamServiceAccountExternalPermissionsOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
  }
}
export interface ClusterIam {
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#allow_container_registry Cluster#allow_container_registry}
  */
  readonly allowContainerRegistry?: boolean | cdktf.IResolvable;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#legacy Cluster#legacy}
  */
  readonly legacy?: boolean | cdktf.IResolvable;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#permissions_boundary Cluster#permissions_boundary}
  */
  readonly permissionsBoundary?: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#use_service_account_external_permissions Cluster#use_service_account_external_permissions}
  */
  readonly useServiceAccountExternalPermissions?: boolean | cdktf.IResolvable;
  /**
  * service_account_external_permissions block
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#service_account_external_permissions Cluster#service_account_external_permissions}
  */
  readonly serviceAccountExternalPermissions?: ClusterIamServiceAccountExternalPermissions[] | cdktf.IResolvable;
}

export function clusterIamToTerraform(struct?: ClusterIamOutputReference | ClusterIam): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    allow_container_registry: cdktf.booleanToTerraform(struct!.allowContainerRegistry),
    legacy: cdktf.booleanToTerraform(struct!.legacy),
    permissions_boundary: cdktf.stringToTerraform(struct!.permissionsBoundary),
    use_service_account_external_permissions: cdktf.booleanToTerraform(struct!.useServiceAccountExternalPermissions),
    service_account_external_permissions: cdktf.listMapper(clusterIamServiceAccountExternalPermissionsToTerraform, true)(struct!.serviceAccountExternalPermissions),
  }
}


export function clusterIamToHclTerraform(struct?: ClusterIamOutputReference | ClusterIam): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    allow_container_registry: {
      value: cdktf.booleanToHclTerraform(struct!.allowContainerRegistry),
      isBlock: false,
      type: "simple",
      storageClassType: "boolean",
    },
    legacy: {
      value: cdktf.booleanToHclTerraform(struct!.legacy),
      isBlock: false,
      type: "simple",
      storageClassType: "boolean",
    },
    permissions_boundary: {
      value: cdktf.stringToHclTerraform(struct!.permissionsBoundary),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    use_service_account_external_permissions: {
      value: cdktf.booleanToHclTerraform(struct!.useServiceAccountExternalPermissions),
      isBlock: false,
      type: "simple",
      storageClassType: "boolean",
    },
    service_account_external_permissions: {
      value: cdktf.listMapperHcl(clusterIamServiceAccountExternalPermissionsToHclTerraform, true)(struct!.serviceAccountExternalPermissions),
      isBlock: true,
      type: "list",
      storageClassType: "ClusterIamServiceAccountExternalPermissionsList",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class ClusterIamOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false, 0);
  }

  public get internalValue(): ClusterIam | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._allowContainerRegistry !== undefined) {
      hasAnyValues = true;
      internalValueResult.allowContainerRegistry = this._allowContainerRegistry;
    }
    if (this._legacy !== undefined) {
      hasAnyValues = true;
      internalValueResult.legacy = this._legacy;
    }
    if (this._permissionsBoundary !== undefined) {
      hasAnyValues = true;
      internalValueResult.permissionsBoundary = this._permissionsBoundary;
    }
    if (this._useServiceAccountExternalPermissions !== undefined) {
      hasAnyValues = true;
      internalValueResult.useServiceAccountExternalPermissions = this._useServiceAccountExternalPermissions;
    }
    if (this._serviceAccountExternalPermissions?.internalValue !== undefined) {
      hasAnyValues = true;
      internalValueResult.serviceAccountExternalPermissions = this._serviceAccountExternalPermissions?.internalValue;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: ClusterIam | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this._allowContainerRegistry = undefined;
      this._legacy = undefined;
      this._permissionsBoundary = undefined;
      this._useServiceAccountExternalPermissions = undefined;
      this._serviceAccountExternalPermissions.internalValue = undefined;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this._allowContainerRegistry = value.allowContainerRegistry;
      this._legacy = value.legacy;
      this._permissionsBoundary = value.permissionsBoundary;
      this._useServiceAccountExternalPermissions = value.useServiceAccountExternalPermissions;
      this._serviceAccountExternalPermissions.internalValue = value.serviceAccountExternalPermissions;
    }
  }

  // allow_container_registry - computed: false, optional: true, required: false
  private _allowContainerRegistry?: boolean | cdktf.IResolvable; 
  public get allowContainerRegistry() {
    return this.getBooleanAttribute('allow_container_registry');
  }
  public set allowContainerRegistry(value: boolean | cdktf.IResolvable) {
    this._allowContainerRegistry = value;
  }
  public resetAllowContainerRegistry() {
    this._allowContainerRegistry = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get allowContainerRegistryInput() {
    return this._allowContainerRegistry;
  }

  // legacy - computed: false, optional: true, required: false
  private _legacy?: boolean | cdktf.IResolvable; 
  public get legacy() {
    return this.getBooleanAttribute('legacy');
  }
  public set legacy(value: boolean | cdktf.IResolvable) {
    this._legacy = value;
  }
  public resetLegacy() {
    this._legacy = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get legacyInput() {
    return this._legacy;
  }

  // permissions_boundary - computed: false, optional: true, required: false
  private _permissionsBoundary?: string; 
  public get permissionsBoundary() {
    return this.getStringAttribute('permissions_boundary');
  }
  public set permissionsBoundary(value: string) {
    this._permissionsBoundary = value;
  }
  public resetPermissionsBoundary() {
    this._permissionsBoundary = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get permissionsBoundaryInput() {
    return this._permissionsBoundary;
  }

  // use_service_account_external_permissions - computed: false, optional: true, required: false
  private _useServiceAccountExternalPermissions?: boolean | cdktf.IResolvable; 
  public get useServiceAccountExternalPermissions() {
    return this.getBooleanAttribute('use_service_account_external_permissions');
  }
  public set useServiceAccountExternalPermissions(value: boolean | cdktf.IResolvable) {
    this._useServiceAccountExternalPermissions = value;
  }
  public resetUseServiceAccountExternalPermissions() {
    this._useServiceAccountExternalPermissions = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get useServiceAccountExternalPermissionsInput() {
    return this._useServiceAccountExternalPermissions;
  }

  // service_account_external_permissions - computed: false, optional: true, required: false
  private _serviceAccountExternalPermissions = new ClusterIamServiceAccountExternalPermissionsList(this, "service_account_external_permissions", false);
  public get serviceAccountExternalPermissions() {
    return this._serviceAccountExternalPermissions;
  }
  public putServiceAccountExternalPermissions(value: ClusterIamServiceAccountExternalPermissions[] | cdktf.IResolvable) {
    this._serviceAccountExternalPermissions.internalValue = value;
  }
  public resetServiceAccountExternalPermissions() {
    this._serviceAccountExternalPermissions.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get serviceAccountExternalPermissionsInput() {
    return this._serviceAccountExternalPermissions.internalValue;
  }
}
export interface ClusterKubeletAnonymousAuth {
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#value Cluster#value}
  */
  readonly value?: boolean | cdktf.IResolvable;
}

export function clusterKubeletAnonymousAuthToTerraform(struct?: ClusterKubeletAnonymousAuthOutputReference | ClusterKubeletAnonymousAuth): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    value: cdktf.booleanToTerraform(struct!.value),
  }
}


export function clusterKubeletAnonymousAuthToHclTerraform(struct?: ClusterKubeletAnonymousAuthOutputReference | ClusterKubeletAnonymousAuth): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    value: {
      value: cdktf.booleanToHclTerraform(struct!.value),
      isBlock: false,
      type: "simple",
      storageClassType: "boolean",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class ClusterKubeletAnonymousAuthOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false, 0);
  }

  public get internalValue(): ClusterKubeletAnonymousAuth | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._value !== undefined) {
      hasAnyValues = true;
      internalValueResult.value = this._value;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: ClusterKubeletAnonymousAuth | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this._value = undefined;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this._value = value.value;
    }
  }

  // value - computed: false, optional: true, required: false
  private _value?: boolean | cdktf.IResolvable; 
  public get value() {
    return this.getBooleanAttribute('value');
  }
  public set value(value: boolean | cdktf.IResolvable) {
    this._value = value;
  }
  public resetValue() {
    this._value = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get valueInput() {
    return this._value;
  }
}
export interface ClusterKubelet {
  /**
  * anonymous_auth block
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#anonymous_auth Cluster#anonymous_auth}
  */
  readonly anonymousAuth?: ClusterKubeletAnonymousAuth;
}

export function clusterKubeletToTerraform(struct?: ClusterKubeletOutputReference | ClusterKubelet): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    anonymous_auth: clusterKubeletAnonymousAuthToTerraform(struct!.anonymousAuth),
  }
}


export function clusterKubeletToHclTerraform(struct?: ClusterKubeletOutputReference | ClusterKubelet): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    anonymous_auth: {
      value: clusterKubeletAnonymousAuthToHclTerraform(struct!.anonymousAuth),
      isBlock: true,
      type: "list",
      storageClassType: "ClusterKubeletAnonymousAuthList",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class ClusterKubeletOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false, 0);
  }

  public get internalValue(): ClusterKubelet | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._anonymousAuth?.internalValue !== undefined) {
      hasAnyValues = true;
      internalValueResult.anonymousAuth = this._anonymousAuth?.internalValue;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: ClusterKubelet | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this._anonymousAuth.internalValue = undefined;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this._anonymousAuth.internalValue = value.anonymousAuth;
    }
  }

  // anonymous_auth - computed: false, optional: true, required: false
  private _anonymousAuth = new ClusterKubeletAnonymousAuthOutputReference(this, "anonymous_auth");
  public get anonymousAuth() {
    return this._anonymousAuth;
  }
  public putAnonymousAuth(value: ClusterKubeletAnonymousAuth) {
    this._anonymousAuth.internalValue = value;
  }
  public resetAnonymousAuth() {
    this._anonymousAuth.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get anonymousAuthInput() {
    return this._anonymousAuth.internalValue;
  }
}
export interface ClusterMetricsServer {
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#enabled Cluster#enabled}
  */
  readonly enabled?: boolean | cdktf.IResolvable;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#image Cluster#image}
  */
  readonly image?: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#insecure Cluster#insecure}
  */
  readonly insecure: boolean | cdktf.IResolvable;
}

export function clusterMetricsServerToTerraform(struct?: ClusterMetricsServerOutputReference | ClusterMetricsServer): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    enabled: cdktf.booleanToTerraform(struct!.enabled),
    image: cdktf.stringToTerraform(struct!.image),
    insecure: cdktf.booleanToTerraform(struct!.insecure),
  }
}


export function clusterMetricsServerToHclTerraform(struct?: ClusterMetricsServerOutputReference | ClusterMetricsServer): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    enabled: {
      value: cdktf.booleanToHclTerraform(struct!.enabled),
      isBlock: false,
      type: "simple",
      storageClassType: "boolean",
    },
    image: {
      value: cdktf.stringToHclTerraform(struct!.image),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    insecure: {
      value: cdktf.booleanToHclTerraform(struct!.insecure),
      isBlock: false,
      type: "simple",
      storageClassType: "boolean",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class ClusterMetricsServerOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false, 0);
  }

  public get internalValue(): ClusterMetricsServer | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._enabled !== undefined) {
      hasAnyValues = true;
      internalValueResult.enabled = this._enabled;
    }
    if (this._image !== undefined) {
      hasAnyValues = true;
      internalValueResult.image = this._image;
    }
    if (this._insecure !== undefined) {
      hasAnyValues = true;
      internalValueResult.insecure = this._insecure;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: ClusterMetricsServer | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this._enabled = undefined;
      this._image = undefined;
      this._insecure = undefined;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this._enabled = value.enabled;
      this._image = value.image;
      this._insecure = value.insecure;
    }
  }

  // enabled - computed: false, optional: true, required: false
  private _enabled?: boolean | cdktf.IResolvable; 
  public get enabled() {
    return this.getBooleanAttribute('enabled');
  }
  public set enabled(value: boolean | cdktf.IResolvable) {
    this._enabled = value;
  }
  public resetEnabled() {
    this._enabled = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get enabledInput() {
    return this._enabled;
  }

  // image - computed: false, optional: true, required: false
  private _image?: string; 
  public get image() {
    return this.getStringAttribute('image');
  }
  public set image(value: string) {
    this._image = value;
  }
  public resetImage() {
    this._image = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get imageInput() {
    return this._image;
  }

  // insecure - computed: false, optional: false, required: true
  private _insecure?: boolean | cdktf.IResolvable; 
  public get insecure() {
    return this.getBooleanAttribute('insecure');
  }
  public set insecure(value: boolean | cdktf.IResolvable) {
    this._insecure = value;
  }
  // Temporarily expose input value. Use with caution.
  public get insecureInput() {
    return this._insecure;
  }
}
export interface ClusterNetworkingCalico {
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#allow_ip_forwarding Cluster#allow_ip_forwarding}
  */
  readonly allowIpForwarding?: boolean | cdktf.IResolvable;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#aws_src_dst_check Cluster#aws_src_dst_check}
  */
  readonly awsSrcDstCheck?: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#bpf_enabled Cluster#bpf_enabled}
  */
  readonly bpfEnabled?: boolean | cdktf.IResolvable;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#bpf_external_service_mode Cluster#bpf_external_service_mode}
  */
  readonly bpfExternalServiceMode?: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#bpf_kube_proxy_iptables_cleanup_enabled Cluster#bpf_kube_proxy_iptables_cleanup_enabled}
  */
  readonly bpfKubeProxyIptablesCleanupEnabled?: boolean | cdktf.IResolvable;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#bpf_log_level Cluster#bpf_log_level}
  */
  readonly bpfLogLevel?: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#chain_insert_mode Cluster#chain_insert_mode}
  */
  readonly chainInsertMode?: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#cpu_request Cluster#cpu_request}
  */
  readonly cpuRequest?: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#cross_subnet Cluster#cross_subnet}
  */
  readonly crossSubnet?: boolean | cdktf.IResolvable;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#encapsulation_mode Cluster#encapsulation_mode}
  */
  readonly encapsulationMode?: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#ip_ip_mode Cluster#ip_ip_mode}
  */
  readonly ipIpMode?: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#iptables_backend Cluster#iptables_backend}
  */
  readonly iptablesBackend?: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#ipv4_auto_detection_method Cluster#ipv4_auto_detection_method}
  */
  readonly ipv4AutoDetectionMethod?: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#ipv6_auto_detection_method Cluster#ipv6_auto_detection_method}
  */
  readonly ipv6AutoDetectionMethod?: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#log_severity_screen Cluster#log_severity_screen}
  */
  readonly logSeverityScreen?: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#mtu Cluster#mtu}
  */
  readonly mtu?: number;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#nf_tables_mode Cluster#nf_tables_mode}
  */
  readonly nfTablesMode?: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#prometheus_go_metrics_enabled Cluster#prometheus_go_metrics_enabled}
  */
  readonly prometheusGoMetricsEnabled?: boolean | cdktf.IResolvable;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#prometheus_metrics_enabled Cluster#prometheus_metrics_enabled}
  */
  readonly prometheusMetricsEnabled?: boolean | cdktf.IResolvable;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#prometheus_metrics_port Cluster#prometheus_metrics_port}
  */
  readonly prometheusMetricsPort?: number;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#prometheus_process_metrics_enabled Cluster#prometheus_process_metrics_enabled}
  */
  readonly prometheusProcessMetricsEnabled?: boolean | cdktf.IResolvable;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#registry Cluster#registry}
  */
  readonly registry?: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#typha_prometheus_metrics_enabled Cluster#typha_prometheus_metrics_enabled}
  */
  readonly typhaPrometheusMetricsEnabled?: boolean | cdktf.IResolvable;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#typha_prometheus_metrics_port Cluster#typha_prometheus_metrics_port}
  */
  readonly typhaPrometheusMetricsPort?: number;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#typha_replicas Cluster#typha_replicas}
  */
  readonly typhaReplicas?: number;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#version Cluster#version}
  */
  readonly version?: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#vxlan_mode Cluster#vxlan_mode}
  */
  readonly vxlanMode?: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#wireguard_enabled Cluster#wireguard_enabled}
  */
  readonly wireguardEnabled?: boolean | cdktf.IResolvable;
}

export function clusterNetworkingCalicoToTerraform(struct?: ClusterNetworkingCalicoOutputReference | ClusterNetworkingCalico): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    allow_ip_forwarding: cdktf.booleanToTerraform(struct!.allowIpForwarding),
    aws_src_dst_check: cdktf.stringToTerraform(struct!.awsSrcDstCheck),
    bpf_enabled: cdktf.booleanToTerraform(struct!.bpfEnabled),
    bpf_external_service_mode: cdktf.stringToTerraform(struct!.bpfExternalServiceMode),
    bpf_kube_proxy_iptables_cleanup_enabled: cdktf.booleanToTerraform(struct!.bpfKubeProxyIptablesCleanupEnabled),
    bpf_log_level: cdktf.stringToTerraform(struct!.bpfLogLevel),
    chain_insert_mode: cdktf.stringToTerraform(struct!.chainInsertMode),
    cpu_request: cdktf.stringToTerraform(struct!.cpuRequest),
    cross_subnet: cdktf.booleanToTerraform(struct!.crossSubnet),
    encapsulation_mode: cdktf.stringToTerraform(struct!.encapsulationMode),
    ip_ip_mode: cdktf.stringToTerraform(struct!.ipIpMode),
    iptables_backend: cdktf.stringToTerraform(struct!.iptablesBackend),
    ipv4_auto_detection_method: cdktf.stringToTerraform(struct!.ipv4AutoDetectionMethod),
    ipv6_auto_detection_method: cdktf.stringToTerraform(struct!.ipv6AutoDetectionMethod),
    log_severity_screen: cdktf.stringToTerraform(struct!.logSeverityScreen),
    mtu: cdktf.numberToTerraform(struct!.mtu),
    nf_tables_mode: cdktf.stringToTerraform(struct!.nfTablesMode),
    prometheus_go_metrics_enabled: cdktf.booleanToTerraform(struct!.prometheusGoMetricsEnabled),
    prometheus_metrics_enabled: cdktf.booleanToTerraform(struct!.prometheusMetricsEnabled),
    prometheus_metrics_port: cdktf.numberToTerraform(struct!.prometheusMetricsPort),
    prometheus_process_metrics_enabled: cdktf.booleanToTerraform(struct!.prometheusProcessMetricsEnabled),
    registry: cdktf.stringToTerraform(struct!.registry),
    typha_prometheus_metrics_enabled: cdktf.booleanToTerraform(struct!.typhaPrometheusMetricsEnabled),
    typha_prometheus_metrics_port: cdktf.numberToTerraform(struct!.typhaPrometheusMetricsPort),
    typha_replicas: cdktf.numberToTerraform(struct!.typhaReplicas),
    version: cdktf.stringToTerraform(struct!.version),
    vxlan_mode: cdktf.stringToTerraform(struct!.vxlanMode),
    wireguard_enabled: cdktf.booleanToTerraform(struct!.wireguardEnabled),
  }
}


export function clusterNetworkingCalicoToHclTerraform(struct?: ClusterNetworkingCalicoOutputReference | ClusterNetworkingCalico): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    allow_ip_forwarding: {
      value: cdktf.booleanToHclTerraform(struct!.allowIpForwarding),
      isBlock: false,
      type: "simple",
      storageClassType: "boolean",
    },
    aws_src_dst_check: {
      value: cdktf.stringToHclTerraform(struct!.awsSrcDstCheck),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    bpf_enabled: {
      value: cdktf.booleanToHclTerraform(struct!.bpfEnabled),
      isBlock: false,
      type: "simple",
      storageClassType: "boolean",
    },
    bpf_external_service_mode: {
      value: cdktf.stringToHclTerraform(struct!.bpfExternalServiceMode),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    bpf_kube_proxy_iptables_cleanup_enabled: {
      value: cdktf.booleanToHclTerraform(struct!.bpfKubeProxyIptablesCleanupEnabled),
      isBlock: false,
      type: "simple",
      storageClassType: "boolean",
    },
    bpf_log_level: {
      value: cdktf.stringToHclTerraform(struct!.bpfLogLevel),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    chain_insert_mode: {
      value: cdktf.stringToHclTerraform(struct!.chainInsertMode),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    cpu_request: {
      value: cdktf.stringToHclTerraform(struct!.cpuRequest),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    cross_subnet: {
      value: cdktf.booleanToHclTerraform(struct!.crossSubnet),
      isBlock: false,
      type: "simple",
      storageClassType: "boolean",
    },
    encapsulation_mode: {
      value: cdktf.stringToHclTerraform(struct!.encapsulationMode),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    ip_ip_mode: {
      value: cdktf.stringToHclTerraform(struct!.ipIpMode),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    iptables_backend: {
      value: cdktf.stringToHclTerraform(struct!.iptablesBackend),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    ipv4_auto_detection_method: {
      value: cdktf.stringToHclTerraform(struct!.ipv4AutoDetectionMethod),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    ipv6_auto_detection_method: {
      value: cdktf.stringToHclTerraform(struct!.ipv6AutoDetectionMethod),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    log_severity_screen: {
      value: cdktf.stringToHclTerraform(struct!.logSeverityScreen),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    mtu: {
      value: cdktf.numberToHclTerraform(struct!.mtu),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
    nf_tables_mode: {
      value: cdktf.stringToHclTerraform(struct!.nfTablesMode),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    prometheus_go_metrics_enabled: {
      value: cdktf.booleanToHclTerraform(struct!.prometheusGoMetricsEnabled),
      isBlock: false,
      type: "simple",
      storageClassType: "boolean",
    },
    prometheus_metrics_enabled: {
      value: cdktf.booleanToHclTerraform(struct!.prometheusMetricsEnabled),
      isBlock: false,
      type: "simple",
      storageClassType: "boolean",
    },
    prometheus_metrics_port: {
      value: cdktf.numberToHclTerraform(struct!.prometheusMetricsPort),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
    prometheus_process_metrics_enabled: {
      value: cdktf.booleanToHclTerraform(struct!.prometheusProcessMetricsEnabled),
      isBlock: false,
      type: "simple",
      storageClassType: "boolean",
    },
    registry: {
      value: cdktf.stringToHclTerraform(struct!.registry),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    typha_prometheus_metrics_enabled: {
      value: cdktf.booleanToHclTerraform(struct!.typhaPrometheusMetricsEnabled),
      isBlock: false,
      type: "simple",
      storageClassType: "boolean",
    },
    typha_prometheus_metrics_port: {
      value: cdktf.numberToHclTerraform(struct!.typhaPrometheusMetricsPort),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
    typha_replicas: {
      value: cdktf.numberToHclTerraform(struct!.typhaReplicas),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
    version: {
      value: cdktf.stringToHclTerraform(struct!.version),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    vxlan_mode: {
      value: cdktf.stringToHclTerraform(struct!.vxlanMode),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    wireguard_enabled: {
      value: cdktf.booleanToHclTerraform(struct!.wireguardEnabled),
      isBlock: false,
      type: "simple",
      storageClassType: "boolean",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class ClusterNetworkingCalicoOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false, 0);
  }

  public get internalValue(): ClusterNetworkingCalico | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._allowIpForwarding !== undefined) {
      hasAnyValues = true;
      internalValueResult.allowIpForwarding = this._allowIpForwarding;
    }
    if (this._awsSrcDstCheck !== undefined) {
      hasAnyValues = true;
      internalValueResult.awsSrcDstCheck = this._awsSrcDstCheck;
    }
    if (this._bpfEnabled !== undefined) {
      hasAnyValues = true;
      internalValueResult.bpfEnabled = this._bpfEnabled;
    }
    if (this._bpfExternalServiceMode !== undefined) {
      hasAnyValues = true;
      internalValueResult.bpfExternalServiceMode = this._bpfExternalServiceMode;
    }
    if (this._bpfKubeProxyIptablesCleanupEnabled !== undefined) {
      hasAnyValues = true;
      internalValueResult.bpfKubeProxyIptablesCleanupEnabled = this._bpfKubeProxyIptablesCleanupEnabled;
    }
    if (this._bpfLogLevel !== undefined) {
      hasAnyValues = true;
      internalValueResult.bpfLogLevel = this._bpfLogLevel;
    }
    if (this._chainInsertMode !== undefined) {
      hasAnyValues = true;
      internalValueResult.chainInsertMode = this._chainInsertMode;
    }
    if (this._cpuRequest !== undefined) {
      hasAnyValues = true;
      internalValueResult.cpuRequest = this._cpuRequest;
    }
    if (this._crossSubnet !== undefined) {
      hasAnyValues = true;
      internalValueResult.crossSubnet = this._crossSubnet;
    }
    if (this._encapsulationMode !== undefined) {
      hasAnyValues = true;
      internalValueResult.encapsulationMode = this._encapsulationMode;
    }
    if (this._ipIpMode !== undefined) {
      hasAnyValues = true;
      internalValueResult.ipIpMode = this._ipIpMode;
    }
    if (this._iptablesBackend !== undefined) {
      hasAnyValues = true;
      internalValueResult.iptablesBackend = this._iptablesBackend;
    }
    if (this._ipv4AutoDetectionMethod !== undefined) {
      hasAnyValues = true;
      internalValueResult.ipv4AutoDetectionMethod = this._ipv4AutoDetectionMethod;
    }
    if (this._ipv6AutoDetectionMethod !== undefined) {
      hasAnyValues = true;
      internalValueResult.ipv6AutoDetectionMethod = this._ipv6AutoDetectionMethod;
    }
    if (this._logSeverityScreen !== undefined) {
      hasAnyValues = true;
      internalValueResult.logSeverityScreen = this._logSeverityScreen;
    }
    if (this._mtu !== undefined) {
      hasAnyValues = true;
      internalValueResult.mtu = this._mtu;
    }
    if (this._nfTablesMode !== undefined) {
      hasAnyValues = true;
      internalValueResult.nfTablesMode = this._nfTablesMode;
    }
    if (this._prometheusGoMetricsEnabled !== undefined) {
      hasAnyValues = true;
      internalValueResult.prometheusGoMetricsEnabled = this._prometheusGoMetricsEnabled;
    }
    if (this._prometheusMetricsEnabled !== undefined) {
      hasAnyValues = true;
      internalValueResult.prometheusMetricsEnabled = this._prometheusMetricsEnabled;
    }
    if (this._prometheusMetricsPort !== undefined) {
      hasAnyValues = true;
      internalValueResult.prometheusMetricsPort = this._prometheusMetricsPort;
    }
    if (this._prometheusProcessMetricsEnabled !== undefined) {
      hasAnyValues = true;
      internalValueResult.prometheusProcessMetricsEnabled = this._prometheusProcessMetricsEnabled;
    }
    if (this._registry !== undefined) {
      hasAnyValues = true;
      internalValueResult.registry = this._registry;
    }
    if (this._typhaPrometheusMetricsEnabled !== undefined) {
      hasAnyValues = true;
      internalValueResult.typhaPrometheusMetricsEnabled = this._typhaPrometheusMetricsEnabled;
    }
    if (this._typhaPrometheusMetricsPort !== undefined) {
      hasAnyValues = true;
      internalValueResult.typhaPrometheusMetricsPort = this._typhaPrometheusMetricsPort;
    }
    if (this._typhaReplicas !== undefined) {
      hasAnyValues = true;
      internalValueResult.typhaReplicas = this._typhaReplicas;
    }
    if (this._version !== undefined) {
      hasAnyValues = true;
      internalValueResult.version = this._version;
    }
    if (this._vxlanMode !== undefined) {
      hasAnyValues = true;
      internalValueResult.vxlanMode = this._vxlanMode;
    }
    if (this._wireguardEnabled !== undefined) {
      hasAnyValues = true;
      internalValueResult.wireguardEnabled = this._wireguardEnabled;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: ClusterNetworkingCalico | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this._allowIpForwarding = undefined;
      this._awsSrcDstCheck = undefined;
      this._bpfEnabled = undefined;
      this._bpfExternalServiceMode = undefined;
      this._bpfKubeProxyIptablesCleanupEnabled = undefined;
      this._bpfLogLevel = undefined;
      this._chainInsertMode = undefined;
      this._cpuRequest = undefined;
      this._crossSubnet = undefined;
      this._encapsulationMode = undefined;
      this._ipIpMode = undefined;
      this._iptablesBackend = undefined;
      this._ipv4AutoDetectionMethod = undefined;
      this._ipv6AutoDetectionMethod = undefined;
      this._logSeverityScreen = undefined;
      this._mtu = undefined;
      this._nfTablesMode = undefined;
      this._prometheusGoMetricsEnabled = undefined;
      this._prometheusMetricsEnabled = undefined;
      this._prometheusMetricsPort = undefined;
      this._prometheusProcessMetricsEnabled = undefined;
      this._registry = undefined;
      this._typhaPrometheusMetricsEnabled = undefined;
      this._typhaPrometheusMetricsPort = undefined;
      this._typhaReplicas = undefined;
      this._version = undefined;
      this._vxlanMode = undefined;
      this._wireguardEnabled = undefined;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this._allowIpForwarding = value.allowIpForwarding;
      this._awsSrcDstCheck = value.awsSrcDstCheck;
      this._bpfEnabled = value.bpfEnabled;
      this._bpfExternalServiceMode = value.bpfExternalServiceMode;
      this._bpfKubeProxyIptablesCleanupEnabled = value.bpfKubeProxyIptablesCleanupEnabled;
      this._bpfLogLevel = value.bpfLogLevel;
      this._chainInsertMode = value.chainInsertMode;
      this._cpuRequest = value.cpuRequest;
      this._crossSubnet = value.crossSubnet;
      this._encapsulationMode = value.encapsulationMode;
      this._ipIpMode = value.ipIpMode;
      this._iptablesBackend = value.iptablesBackend;
      this._ipv4AutoDetectionMethod = value.ipv4AutoDetectionMethod;
      this._ipv6AutoDetectionMethod = value.ipv6AutoDetectionMethod;
      this._logSeverityScreen = value.logSeverityScreen;
      this._mtu = value.mtu;
      this._nfTablesMode = value.nfTablesMode;
      this._prometheusGoMetricsEnabled = value.prometheusGoMetricsEnabled;
      this._prometheusMetricsEnabled = value.prometheusMetricsEnabled;
      this._prometheusMetricsPort = value.prometheusMetricsPort;
      this._prometheusProcessMetricsEnabled = value.prometheusProcessMetricsEnabled;
      this._registry = value.registry;
      this._typhaPrometheusMetricsEnabled = value.typhaPrometheusMetricsEnabled;
      this._typhaPrometheusMetricsPort = value.typhaPrometheusMetricsPort;
      this._typhaReplicas = value.typhaReplicas;
      this._version = value.version;
      this._vxlanMode = value.vxlanMode;
      this._wireguardEnabled = value.wireguardEnabled;
    }
  }

  // allow_ip_forwarding - computed: false, optional: true, required: false
  private _allowIpForwarding?: boolean | cdktf.IResolvable; 
  public get allowIpForwarding() {
    return this.getBooleanAttribute('allow_ip_forwarding');
  }
  public set allowIpForwarding(value: boolean | cdktf.IResolvable) {
    this._allowIpForwarding = value;
  }
  public resetAllowIpForwarding() {
    this._allowIpForwarding = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get allowIpForwardingInput() {
    return this._allowIpForwarding;
  }

  // aws_src_dst_check - computed: false, optional: true, required: false
  private _awsSrcDstCheck?: string; 
  public get awsSrcDstCheck() {
    return this.getStringAttribute('aws_src_dst_check');
  }
  public set awsSrcDstCheck(value: string) {
    this._awsSrcDstCheck = value;
  }
  public resetAwsSrcDstCheck() {
    this._awsSrcDstCheck = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get awsSrcDstCheckInput() {
    return this._awsSrcDstCheck;
  }

  // bpf_enabled - computed: false, optional: true, required: false
  private _bpfEnabled?: boolean | cdktf.IResolvable; 
  public get bpfEnabled() {
    return this.getBooleanAttribute('bpf_enabled');
  }
  public set bpfEnabled(value: boolean | cdktf.IResolvable) {
    this._bpfEnabled = value;
  }
  public resetBpfEnabled() {
    this._bpfEnabled = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get bpfEnabledInput() {
    return this._bpfEnabled;
  }

  // bpf_external_service_mode - computed: false, optional: true, required: false
  private _bpfExternalServiceMode?: string; 
  public get bpfExternalServiceMode() {
    return this.getStringAttribute('bpf_external_service_mode');
  }
  public set bpfExternalServiceMode(value: string) {
    this._bpfExternalServiceMode = value;
  }
  public resetBpfExternalServiceMode() {
    this._bpfExternalServiceMode = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get bpfExternalServiceModeInput() {
    return this._bpfExternalServiceMode;
  }

  // bpf_kube_proxy_iptables_cleanup_enabled - computed: false, optional: true, required: false
  private _bpfKubeProxyIptablesCleanupEnabled?: boolean | cdktf.IResolvable; 
  public get bpfKubeProxyIptablesCleanupEnabled() {
    return this.getBooleanAttribute('bpf_kube_proxy_iptables_cleanup_enabled');
  }
  public set bpfKubeProxyIptablesCleanupEnabled(value: boolean | cdktf.IResolvable) {
    this._bpfKubeProxyIptablesCleanupEnabled = value;
  }
  public resetBpfKubeProxyIptablesCleanupEnabled() {
    this._bpfKubeProxyIptablesCleanupEnabled = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get bpfKubeProxyIptablesCleanupEnabledInput() {
    return this._bpfKubeProxyIptablesCleanupEnabled;
  }

  // bpf_log_level - computed: false, optional: true, required: false
  private _bpfLogLevel?: string; 
  public get bpfLogLevel() {
    return this.getStringAttribute('bpf_log_level');
  }
  public set bpfLogLevel(value: string) {
    this._bpfLogLevel = value;
  }
  public resetBpfLogLevel() {
    this._bpfLogLevel = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get bpfLogLevelInput() {
    return this._bpfLogLevel;
  }

  // chain_insert_mode - computed: false, optional: true, required: false
  private _chainInsertMode?: string; 
  public get chainInsertMode() {
    return this.getStringAttribute('chain_insert_mode');
  }
  public set chainInsertMode(value: string) {
    this._chainInsertMode = value;
  }
  public resetChainInsertMode() {
    this._chainInsertMode = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get chainInsertModeInput() {
    return this._chainInsertMode;
  }

  // cpu_request - computed: false, optional: true, required: false
  private _cpuRequest?: string; 
  public get cpuRequest() {
    return this.getStringAttribute('cpu_request');
  }
  public set cpuRequest(value: string) {
    this._cpuRequest = value;
  }
  public resetCpuRequest() {
    this._cpuRequest = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get cpuRequestInput() {
    return this._cpuRequest;
  }

  // cross_subnet - computed: false, optional: true, required: false
  private _crossSubnet?: boolean | cdktf.IResolvable; 
  public get crossSubnet() {
    return this.getBooleanAttribute('cross_subnet');
  }
  public set crossSubnet(value: boolean | cdktf.IResolvable) {
    this._crossSubnet = value;
  }
  public resetCrossSubnet() {
    this._crossSubnet = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get crossSubnetInput() {
    return this._crossSubnet;
  }

  // encapsulation_mode - computed: false, optional: true, required: false
  private _encapsulationMode?: string; 
  public get encapsulationMode() {
    return this.getStringAttribute('encapsulation_mode');
  }
  public set encapsulationMode(value: string) {
    this._encapsulationMode = value;
  }
  public resetEncapsulationMode() {
    this._encapsulationMode = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get encapsulationModeInput() {
    return this._encapsulationMode;
  }

  // ip_ip_mode - computed: false, optional: true, required: false
  private _ipIpMode?: string; 
  public get ipIpMode() {
    return this.getStringAttribute('ip_ip_mode');
  }
  public set ipIpMode(value: string) {
    this._ipIpMode = value;
  }
  public resetIpIpMode() {
    this._ipIpMode = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get ipIpModeInput() {
    return this._ipIpMode;
  }

  // iptables_backend - computed: false, optional: true, required: false
  private _iptablesBackend?: string; 
  public get iptablesBackend() {
    return this.getStringAttribute('iptables_backend');
  }
  public set iptablesBackend(value: string) {
    this._iptablesBackend = value;
  }
  public resetIptablesBackend() {
    this._iptablesBackend = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get iptablesBackendInput() {
    return this._iptablesBackend;
  }

  // ipv4_auto_detection_method - computed: false, optional: true, required: false
  private _ipv4AutoDetectionMethod?: string; 
  public get ipv4AutoDetectionMethod() {
    return this.getStringAttribute('ipv4_auto_detection_method');
  }
  public set ipv4AutoDetectionMethod(value: string) {
    this._ipv4AutoDetectionMethod = value;
  }
  public resetIpv4AutoDetectionMethod() {
    this._ipv4AutoDetectionMethod = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get ipv4AutoDetectionMethodInput() {
    return this._ipv4AutoDetectionMethod;
  }

  // ipv6_auto_detection_method - computed: false, optional: true, required: false
  private _ipv6AutoDetectionMethod?: string; 
  public get ipv6AutoDetectionMethod() {
    return this.getStringAttribute('ipv6_auto_detection_method');
  }
  public set ipv6AutoDetectionMethod(value: string) {
    this._ipv6AutoDetectionMethod = value;
  }
  public resetIpv6AutoDetectionMethod() {
    this._ipv6AutoDetectionMethod = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get ipv6AutoDetectionMethodInput() {
    return this._ipv6AutoDetectionMethod;
  }

  // log_severity_screen - computed: false, optional: true, required: false
  private _logSeverityScreen?: string; 
  public get logSeverityScreen() {
    return this.getStringAttribute('log_severity_screen');
  }
  public set logSeverityScreen(value: string) {
    this._logSeverityScreen = value;
  }
  public resetLogSeverityScreen() {
    this._logSeverityScreen = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get logSeverityScreenInput() {
    return this._logSeverityScreen;
  }

  // mtu - computed: false, optional: true, required: false
  private _mtu?: number; 
  public get mtu() {
    return this.getNumberAttribute('mtu');
  }
  public set mtu(value: number) {
    this._mtu = value;
  }
  public resetMtu() {
    this._mtu = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get mtuInput() {
    return this._mtu;
  }

  // nf_tables_mode - computed: false, optional: true, required: false
  private _nfTablesMode?: string; 
  public get nfTablesMode() {
    return this.getStringAttribute('nf_tables_mode');
  }
  public set nfTablesMode(value: string) {
    this._nfTablesMode = value;
  }
  public resetNfTablesMode() {
    this._nfTablesMode = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get nfTablesModeInput() {
    return this._nfTablesMode;
  }

  // prometheus_go_metrics_enabled - computed: false, optional: true, required: false
  private _prometheusGoMetricsEnabled?: boolean | cdktf.IResolvable; 
  public get prometheusGoMetricsEnabled() {
    return this.getBooleanAttribute('prometheus_go_metrics_enabled');
  }
  public set prometheusGoMetricsEnabled(value: boolean | cdktf.IResolvable) {
    this._prometheusGoMetricsEnabled = value;
  }
  public resetPrometheusGoMetricsEnabled() {
    this._prometheusGoMetricsEnabled = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get prometheusGoMetricsEnabledInput() {
    return this._prometheusGoMetricsEnabled;
  }

  // prometheus_metrics_enabled - computed: false, optional: true, required: false
  private _prometheusMetricsEnabled?: boolean | cdktf.IResolvable; 
  public get prometheusMetricsEnabled() {
    return this.getBooleanAttribute('prometheus_metrics_enabled');
  }
  public set prometheusMetricsEnabled(value: boolean | cdktf.IResolvable) {
    this._prometheusMetricsEnabled = value;
  }
  public resetPrometheusMetricsEnabled() {
    this._prometheusMetricsEnabled = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get prometheusMetricsEnabledInput() {
    return this._prometheusMetricsEnabled;
  }

  // prometheus_metrics_port - computed: false, optional: true, required: false
  private _prometheusMetricsPort?: number; 
  public get prometheusMetricsPort() {
    return this.getNumberAttribute('prometheus_metrics_port');
  }
  public set prometheusMetricsPort(value: number) {
    this._prometheusMetricsPort = value;
  }
  public resetPrometheusMetricsPort() {
    this._prometheusMetricsPort = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get prometheusMetricsPortInput() {
    return this._prometheusMetricsPort;
  }

  // prometheus_process_metrics_enabled - computed: false, optional: true, required: false
  private _prometheusProcessMetricsEnabled?: boolean | cdktf.IResolvable; 
  public get prometheusProcessMetricsEnabled() {
    return this.getBooleanAttribute('prometheus_process_metrics_enabled');
  }
  public set prometheusProcessMetricsEnabled(value: boolean | cdktf.IResolvable) {
    this._prometheusProcessMetricsEnabled = value;
  }
  public resetPrometheusProcessMetricsEnabled() {
    this._prometheusProcessMetricsEnabled = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get prometheusProcessMetricsEnabledInput() {
    return this._prometheusProcessMetricsEnabled;
  }

  // registry - computed: false, optional: true, required: false
  private _registry?: string; 
  public get registry() {
    return this.getStringAttribute('registry');
  }
  public set registry(value: string) {
    this._registry = value;
  }
  public resetRegistry() {
    this._registry = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get registryInput() {
    return this._registry;
  }

  // typha_prometheus_metrics_enabled - computed: false, optional: true, required: false
  private _typhaPrometheusMetricsEnabled?: boolean | cdktf.IResolvable; 
  public get typhaPrometheusMetricsEnabled() {
    return this.getBooleanAttribute('typha_prometheus_metrics_enabled');
  }
  public set typhaPrometheusMetricsEnabled(value: boolean | cdktf.IResolvable) {
    this._typhaPrometheusMetricsEnabled = value;
  }
  public resetTyphaPrometheusMetricsEnabled() {
    this._typhaPrometheusMetricsEnabled = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get typhaPrometheusMetricsEnabledInput() {
    return this._typhaPrometheusMetricsEnabled;
  }

  // typha_prometheus_metrics_port - computed: false, optional: true, required: false
  private _typhaPrometheusMetricsPort?: number; 
  public get typhaPrometheusMetricsPort() {
    return this.getNumberAttribute('typha_prometheus_metrics_port');
  }
  public set typhaPrometheusMetricsPort(value: number) {
    this._typhaPrometheusMetricsPort = value;
  }
  public resetTyphaPrometheusMetricsPort() {
    this._typhaPrometheusMetricsPort = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get typhaPrometheusMetricsPortInput() {
    return this._typhaPrometheusMetricsPort;
  }

  // typha_replicas - computed: false, optional: true, required: false
  private _typhaReplicas?: number; 
  public get typhaReplicas() {
    return this.getNumberAttribute('typha_replicas');
  }
  public set typhaReplicas(value: number) {
    this._typhaReplicas = value;
  }
  public resetTyphaReplicas() {
    this._typhaReplicas = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get typhaReplicasInput() {
    return this._typhaReplicas;
  }

  // version - computed: false, optional: true, required: false
  private _version?: string; 
  public get version() {
    return this.getStringAttribute('version');
  }
  public set version(value: string) {
    this._version = value;
  }
  public resetVersion() {
    this._version = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get versionInput() {
    return this._version;
  }

  // vxlan_mode - computed: false, optional: true, required: false
  private _vxlanMode?: string; 
  public get vxlanMode() {
    return this.getStringAttribute('vxlan_mode');
  }
  public set vxlanMode(value: string) {
    this._vxlanMode = value;
  }
  public resetVxlanMode() {
    this._vxlanMode = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get vxlanModeInput() {
    return this._vxlanMode;
  }

  // wireguard_enabled - computed: false, optional: true, required: false
  private _wireguardEnabled?: boolean | cdktf.IResolvable; 
  public get wireguardEnabled() {
    return this.getBooleanAttribute('wireguard_enabled');
  }
  public set wireguardEnabled(value: boolean | cdktf.IResolvable) {
    this._wireguardEnabled = value;
  }
  public resetWireguardEnabled() {
    this._wireguardEnabled = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get wireguardEnabledInput() {
    return this._wireguardEnabled;
  }
}
export interface ClusterNetworkingSubnetAdditionalRoutes {
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#cidr Cluster#cidr}
  */
  readonly cidr?: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#target Cluster#target}
  */
  readonly target?: string;
}

export function clusterNetworkingSubnetAdditionalRoutesToTerraform(struct?: ClusterNetworkingSubnetAdditionalRoutes | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    cidr: cdktf.stringToTerraform(struct!.cidr),
    target: cdktf.stringToTerraform(struct!.target),
  }
}


export function clusterNetworkingSubnetAdditionalRoutesToHclTerraform(struct?: ClusterNetworkingSubnetAdditionalRoutes | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    cidr: {
      value: cdktf.stringToHclTerraform(struct!.cidr),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    target: {
      value: cdktf.stringToHclTerraform(struct!.target),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class ClusterNetworkingSubnetAdditionalRoutesOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  * @param complexObjectIndex the index of this item in the list
  * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean) {
    super(terraformResource, terraformAttribute, complexObjectIsFromSet, complexObjectIndex);
  }

  public get internalValue(): ClusterNetworkingSubnetAdditionalRoutes | cdktf.IResolvable | undefined {
    if (this.resolvableValue) {
      return this.resolvableValue;
    }
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._cidr !== undefined) {
      hasAnyValues = true;
      internalValueResult.cidr = this._cidr;
    }
    if (this._target !== undefined) {
      hasAnyValues = true;
      internalValueResult.target = this._target;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: ClusterNetworkingSubnetAdditionalRoutes | cdktf.IResolvable | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this.resolvableValue = undefined;
      this._cidr = undefined;
      this._target = undefined;
    }
    else if (cdktf.Tokenization.isResolvable(value)) {
      this.isEmptyObject = false;
      this.resolvableValue = value;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this.resolvableValue = undefined;
      this._cidr = value.cidr;
      this._target = value.target;
    }
  }

  // cidr - computed: false, optional: true, required: false
  private _cidr?: string; 
  public get cidr() {
    return this.getStringAttribute('cidr');
  }
  public set cidr(value: string) {
    this._cidr = value;
  }
  public resetCidr() {
    this._cidr = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get cidrInput() {
    return this._cidr;
  }

  // target - computed: false, optional: true, required: false
  private _target?: string; 
  public get target() {
    return this.getStringAttribute('target');
  }
  public set target(value: string) {
    this._target = value;
  }
  public resetTarget() {
    this._target = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get targetInput() {
    return this._target;
  }
}

export class ClusterNetworkingSubnetAdditionalRoutesList extends cdktf.ComplexList {
  public internalValue? : ClusterNetworkingSubnetAdditionalRoutes[] | cdktf.IResolvable

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  * @param wrapsSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
  */
  constructor(protected terraformResource: cdktf.IInterpolatingParent, protected terraformAttribute: string, protected wrapsSet: boolean) {
    super(terraformResource, terraformAttribute, wrapsSet)
  }

  /**
  * @param index the index of the item to return
  */
  public get(index: number): ClusterNetworkingSubnetAdditionalRoutesOutputReference {
    return new ClusterNetworkingSubnetAdditionalRoutesOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
  }
}
export interface ClusterNetworkingSubnet {
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#cidr Cluster#cidr}
  */
  readonly cidr?: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#egress Cluster#egress}
  */
  readonly egress?: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#id Cluster#id}
  *
  * Please be aware that the id field is automatically added to all resources in Terraform providers using a Terraform provider SDK version below 2.
  * If you experience problems setting this value it might not be settable. Please take a look at the provider documentation to ensure it should be settable.
  */
  readonly id?: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#ipv6_cidr Cluster#ipv6_cidr}
  */
  readonly ipv6Cidr?: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#name Cluster#name}
  */
  readonly name: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#public_ip Cluster#public_ip}
  */
  readonly publicIp?: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#region Cluster#region}
  */
  readonly region?: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#type Cluster#type}
  */
  readonly type: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#zone Cluster#zone}
  */
  readonly zone: string;
  /**
  * additional_routes block
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#additional_routes Cluster#additional_routes}
  */
  readonly additionalRoutes?: ClusterNetworkingSubnetAdditionalRoutes[] | cdktf.IResolvable;
}

export function clusterNetworkingSubnetToTerraform(struct?: ClusterNetworkingSubnet | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    cidr: cdktf.stringToTerraform(struct!.cidr),
    egress: cdktf.stringToTerraform(struct!.egress),
    id: cdktf.stringToTerraform(struct!.id),
    ipv6_cidr: cdktf.stringToTerraform(struct!.ipv6Cidr),
    name: cdktf.stringToTerraform(struct!.name),
    public_ip: cdktf.stringToTerraform(struct!.publicIp),
    region: cdktf.stringToTerraform(struct!.region),
    type: cdktf.stringToTerraform(struct!.type),
    zone: cdktf.stringToTerraform(struct!.zone),
    additional_routes: cdktf.listMapper(clusterNetworkingSubnetAdditionalRoutesToTerraform, true)(struct!.additionalRoutes),
  }
}


export function clusterNetworkingSubnetToHclTerraform(struct?: ClusterNetworkingSubnet | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    cidr: {
      value: cdktf.stringToHclTerraform(struct!.cidr),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    egress: {
      value: cdktf.stringToHclTerraform(struct!.egress),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    id: {
      value: cdktf.stringToHclTerraform(struct!.id),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    ipv6_cidr: {
      value: cdktf.stringToHclTerraform(struct!.ipv6Cidr),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    name: {
      value: cdktf.stringToHclTerraform(struct!.name),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    public_ip: {
      value: cdktf.stringToHclTerraform(struct!.publicIp),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    region: {
      value: cdktf.stringToHclTerraform(struct!.region),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    type: {
      value: cdktf.stringToHclTerraform(struct!.type),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    zone: {
      value: cdktf.stringToHclTerraform(struct!.zone),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    additional_routes: {
      value: cdktf.listMapperHcl(clusterNetworkingSubnetAdditionalRoutesToHclTerraform, true)(struct!.additionalRoutes),
      isBlock: true,
      type: "list",
      storageClassType: "ClusterNetworkingSubnetAdditionalRoutesList",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class ClusterNetworkingSubnetOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  * @param complexObjectIndex the index of this item in the list
  * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean) {
    super(terraformResource, terraformAttribute, complexObjectIsFromSet, complexObjectIndex);
  }

  public get internalValue(): ClusterNetworkingSubnet | cdktf.IResolvable | undefined {
    if (this.resolvableValue) {
      return this.resolvableValue;
    }
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._cidr !== undefined) {
      hasAnyValues = true;
      internalValueResult.cidr = this._cidr;
    }
    if (this._egress !== undefined) {
      hasAnyValues = true;
      internalValueResult.egress = this._egress;
    }
    if (this._id !== undefined) {
      hasAnyValues = true;
      internalValueResult.id = this._id;
    }
    if (this._ipv6Cidr !== undefined) {
      hasAnyValues = true;
      internalValueResult.ipv6Cidr = this._ipv6Cidr;
    }
    if (this._name !== undefined) {
      hasAnyValues = true;
      internalValueResult.name = this._name;
    }
    if (this._publicIp !== undefined) {
      hasAnyValues = true;
      internalValueResult.publicIp = this._publicIp;
    }
    if (this._region !== undefined) {
      hasAnyValues = true;
      internalValueResult.region = this._region;
    }
    if (this._type !== undefined) {
      hasAnyValues = true;
      internalValueResult.type = this._type;
    }
    if (this._zone !== undefined) {
      hasAnyValues = true;
      internalValueResult.zone = this._zone;
    }
    if (this._additionalRoutes?.internalValue !== undefined) {
      hasAnyValues = true;
      internalValueResult.additionalRoutes = this._additionalRoutes?.internalValue;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: ClusterNetworkingSubnet | cdktf.IResolvable | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this.resolvableValue = undefined;
      this._cidr = undefined;
      this._egress = undefined;
      this._id = undefined;
      this._ipv6Cidr = undefined;
      this._name = undefined;
      this._publicIp = undefined;
      this._region = undefined;
      this._type = undefined;
      this._zone = undefined;
      this._additionalRoutes.internalValue = undefined;
    }
    else if (cdktf.Tokenization.isResolvable(value)) {
      this.isEmptyObject = false;
      this.resolvableValue = value;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this.resolvableValue = undefined;
      this._cidr = value.cidr;
      this._egress = value.egress;
      this._id = value.id;
      this._ipv6Cidr = value.ipv6Cidr;
      this._name = value.name;
      this._publicIp = value.publicIp;
      this._region = value.region;
      this._type = value.type;
      this._zone = value.zone;
      this._additionalRoutes.internalValue = value.additionalRoutes;
    }
  }

  // cidr - computed: true, optional: true, required: false
  private _cidr?: string; 
  public get cidr() {
    return this.getStringAttribute('cidr');
  }
  public set cidr(value: string) {
    this._cidr = value;
  }
  public resetCidr() {
    this._cidr = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get cidrInput() {
    return this._cidr;
  }

  // egress - computed: false, optional: true, required: false
  private _egress?: string; 
  public get egress() {
    return this.getStringAttribute('egress');
  }
  public set egress(value: string) {
    this._egress = value;
  }
  public resetEgress() {
    this._egress = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get egressInput() {
    return this._egress;
  }

  // id - computed: false, optional: true, required: false
  private _id?: string; 
  public get id() {
    return this.getStringAttribute('id');
  }
  public set id(value: string) {
    this._id = value;
  }
  public resetId() {
    this._id = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get idInput() {
    return this._id;
  }

  // ipv6_cidr - computed: false, optional: true, required: false
  private _ipv6Cidr?: string; 
  public get ipv6Cidr() {
    return this.getStringAttribute('ipv6_cidr');
  }
  public set ipv6Cidr(value: string) {
    this._ipv6Cidr = value;
  }
  public resetIpv6Cidr() {
    this._ipv6Cidr = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get ipv6CidrInput() {
    return this._ipv6Cidr;
  }

  // name - computed: false, optional: false, required: true
  private _name?: string; 
  public get name() {
    return this.getStringAttribute('name');
  }
  public set name(value: string) {
    this._name = value;
  }
  // Temporarily expose input value. Use with caution.
  public get nameInput() {
    return this._name;
  }

  // public_ip - computed: false, optional: true, required: false
  private _publicIp?: string; 
  public get publicIp() {
    return this.getStringAttribute('public_ip');
  }
  public set publicIp(value: string) {
    this._publicIp = value;
  }
  public resetPublicIp() {
    this._publicIp = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get publicIpInput() {
    return this._publicIp;
  }

  // region - computed: false, optional: true, required: false
  private _region?: string; 
  public get region() {
    return this.getStringAttribute('region');
  }
  public set region(value: string) {
    this._region = value;
  }
  public resetRegion() {
    this._region = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get regionInput() {
    return this._region;
  }

  // type - computed: false, optional: false, required: true
  private _type?: string; 
  public get type() {
    return this.getStringAttribute('type');
  }
  public set type(value: string) {
    this._type = value;
  }
  // Temporarily expose input value. Use with caution.
  public get typeInput() {
    return this._type;
  }

  // zone - computed: false, optional: false, required: true
  private _zone?: string; 
  public get zone() {
    return this.getStringAttribute('zone');
  }
  public set zone(value: string) {
    this._zone = value;
  }
  // Temporarily expose input value. Use with caution.
  public get zoneInput() {
    return this._zone;
  }

  // additional_routes - computed: false, optional: true, required: false
  private _additionalRoutes = new ClusterNetworkingSubnetAdditionalRoutesList(this, "additional_routes", false);
  public get additionalRoutes() {
    return this._additionalRoutes;
  }
  public putAdditionalRoutes(value: ClusterNetworkingSubnetAdditionalRoutes[] | cdktf.IResolvable) {
    this._additionalRoutes.internalValue = value;
  }
  public resetAdditionalRoutes() {
    this._additionalRoutes.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get additionalRoutesInput() {
    return this._additionalRoutes.internalValue;
  }
}

export class ClusterNetworkingSubnetList extends cdktf.ComplexList {
  public internalValue? : ClusterNetworkingSubnet[] | cdktf.IResolvable

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  * @param wrapsSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
  */
  constructor(protected terraformResource: cdktf.IInterpolatingParent, protected terraformAttribute: string, protected wrapsSet: boolean) {
    super(terraformResource, terraformAttribute, wrapsSet)
  }

  /**
  * @param index the index of the item to return
  */
  public get(index: number): ClusterNetworkingSubnetOutputReference {
    return new ClusterNetworkingSubnetOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
  }
}
export interface ClusterNetworkingTagSubnets {
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#value Cluster#value}
  */
  readonly value?: boolean | cdktf.IResolvable;
}

export function clusterNetworkingTagSubnetsToTerraform(struct?: ClusterNetworkingTagSubnetsOutputReference | ClusterNetworkingTagSubnets): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    value: cdktf.booleanToTerraform(struct!.value),
  }
}


export function clusterNetworkingTagSubnetsToHclTerraform(struct?: ClusterNetworkingTagSubnetsOutputReference | ClusterNetworkingTagSubnets): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    value: {
      value: cdktf.booleanToHclTerraform(struct!.value),
      isBlock: false,
      type: "simple",
      storageClassType: "boolean",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class ClusterNetworkingTagSubnetsOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false, 0);
  }

  public get internalValue(): ClusterNetworkingTagSubnets | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._value !== undefined) {
      hasAnyValues = true;
      internalValueResult.value = this._value;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: ClusterNetworkingTagSubnets | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this._value = undefined;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this._value = value.value;
    }
  }

  // value - computed: false, optional: true, required: false
  private _value?: boolean | cdktf.IResolvable; 
  public get value() {
    return this.getBooleanAttribute('value');
  }
  public set value(value: boolean | cdktf.IResolvable) {
    this._value = value;
  }
  public resetValue() {
    this._value = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get valueInput() {
    return this._value;
  }
}
export interface ClusterNetworkingTopologyBastionLoadBalancer {
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#additional_security_groups Cluster#additional_security_groups}
  */
  readonly additionalSecurityGroups?: string[];
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#type Cluster#type}
  */
  readonly type: string;
}

export function clusterNetworkingTopologyBastionLoadBalancerToTerraform(struct?: ClusterNetworkingTopologyBastionLoadBalancerOutputReference | ClusterNetworkingTopologyBastionLoadBalancer): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    additional_security_groups: cdktf.listMapper(cdktf.stringToTerraform, false)(struct!.additionalSecurityGroups),
    type: cdktf.stringToTerraform(struct!.type),
  }
}


export function clusterNetworkingTopologyBastionLoadBalancerToHclTerraform(struct?: ClusterNetworkingTopologyBastionLoadBalancerOutputReference | ClusterNetworkingTopologyBastionLoadBalancer): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    additional_security_groups: {
      value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(struct!.additionalSecurityGroups),
      isBlock: false,
      type: "list",
      storageClassType: "stringList",
    },
    type: {
      value: cdktf.stringToHclTerraform(struct!.type),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class ClusterNetworkingTopologyBastionLoadBalancerOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false, 0);
  }

  public get internalValue(): ClusterNetworkingTopologyBastionLoadBalancer | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._additionalSecurityGroups !== undefined) {
      hasAnyValues = true;
      internalValueResult.additionalSecurityGroups = this._additionalSecurityGroups;
    }
    if (this._type !== undefined) {
      hasAnyValues = true;
      internalValueResult.type = this._type;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: ClusterNetworkingTopologyBastionLoadBalancer | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this._additionalSecurityGroups = undefined;
      this._type = undefined;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this._additionalSecurityGroups = value.additionalSecurityGroups;
      this._type = value.type;
    }
  }

  // additional_security_groups - computed: false, optional: true, required: false
  private _additionalSecurityGroups?: string[]; 
  public get additionalSecurityGroups() {
    return this.getListAttribute('additional_security_groups');
  }
  public set additionalSecurityGroups(value: string[]) {
    this._additionalSecurityGroups = value;
  }
  public resetAdditionalSecurityGroups() {
    this._additionalSecurityGroups = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get additionalSecurityGroupsInput() {
    return this._additionalSecurityGroups;
  }

  // type - computed: false, optional: false, required: true
  private _type?: string; 
  public get type() {
    return this.getStringAttribute('type');
  }
  public set type(value: string) {
    this._type = value;
  }
  // Temporarily expose input value. Use with caution.
  public get typeInput() {
    return this._type;
  }
}
export interface ClusterNetworkingTopologyBastion {
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#bastion_public_name Cluster#bastion_public_name}
  */
  readonly bastionPublicName: string;
  /**
  * load_balancer block
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#load_balancer Cluster#load_balancer}
  */
  readonly loadBalancer?: ClusterNetworkingTopologyBastionLoadBalancer;
}

export function clusterNetworkingTopologyBastionToTerraform(struct?: ClusterNetworkingTopologyBastionOutputReference | ClusterNetworkingTopologyBastion): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    bastion_public_name: cdktf.stringToTerraform(struct!.bastionPublicName),
    load_balancer: clusterNetworkingTopologyBastionLoadBalancerToTerraform(struct!.loadBalancer),
  }
}


export function clusterNetworkingTopologyBastionToHclTerraform(struct?: ClusterNetworkingTopologyBastionOutputReference | ClusterNetworkingTopologyBastion): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    bastion_public_name: {
      value: cdktf.stringToHclTerraform(struct!.bastionPublicName),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    load_balancer: {
      value: clusterNetworkingTopologyBastionLoadBalancerToHclTerraform(struct!.loadBalancer),
      isBlock: true,
      type: "list",
      storageClassType: "ClusterNetworkingTopologyBastionLoadBalancerList",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class ClusterNetworkingTopologyBastionOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false, 0);
  }

  public get internalValue(): ClusterNetworkingTopologyBastion | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._bastionPublicName !== undefined) {
      hasAnyValues = true;
      internalValueResult.bastionPublicName = this._bastionPublicName;
    }
    if (this._loadBalancer?.internalValue !== undefined) {
      hasAnyValues = true;
      internalValueResult.loadBalancer = this._loadBalancer?.internalValue;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: ClusterNetworkingTopologyBastion | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this._bastionPublicName = undefined;
      this._loadBalancer.internalValue = undefined;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this._bastionPublicName = value.bastionPublicName;
      this._loadBalancer.internalValue = value.loadBalancer;
    }
  }

  // bastion_public_name - computed: false, optional: false, required: true
  private _bastionPublicName?: string; 
  public get bastionPublicName() {
    return this.getStringAttribute('bastion_public_name');
  }
  public set bastionPublicName(value: string) {
    this._bastionPublicName = value;
  }
  // Temporarily expose input value. Use with caution.
  public get bastionPublicNameInput() {
    return this._bastionPublicName;
  }

  // load_balancer - computed: false, optional: true, required: false
  private _loadBalancer = new ClusterNetworkingTopologyBastionLoadBalancerOutputReference(this, "load_balancer");
  public get loadBalancer() {
    return this._loadBalancer;
  }
  public putLoadBalancer(value: ClusterNetworkingTopologyBastionLoadBalancer) {
    this._loadBalancer.internalValue = value;
  }
  public resetLoadBalancer() {
    this._loadBalancer.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get loadBalancerInput() {
    return this._loadBalancer.internalValue;
  }
}
export interface ClusterNetworkingTopology {
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#dns Cluster#dns}
  */
  readonly dns: string;
  /**
  * bastion block
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#bastion Cluster#bastion}
  */
  readonly bastion?: ClusterNetworkingTopologyBastion;
}

export function clusterNetworkingTopologyToTerraform(struct?: ClusterNetworkingTopologyOutputReference | ClusterNetworkingTopology): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    dns: cdktf.stringToTerraform(struct!.dns),
    bastion: clusterNetworkingTopologyBastionToTerraform(struct!.bastion),
  }
}


export function clusterNetworkingTopologyToHclTerraform(struct?: ClusterNetworkingTopologyOutputReference | ClusterNetworkingTopology): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    dns: {
      value: cdktf.stringToHclTerraform(struct!.dns),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    bastion: {
      value: clusterNetworkingTopologyBastionToHclTerraform(struct!.bastion),
      isBlock: true,
      type: "list",
      storageClassType: "ClusterNetworkingTopologyBastionList",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class ClusterNetworkingTopologyOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false, 0);
  }

  public get internalValue(): ClusterNetworkingTopology | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._dns !== undefined) {
      hasAnyValues = true;
      internalValueResult.dns = this._dns;
    }
    if (this._bastion?.internalValue !== undefined) {
      hasAnyValues = true;
      internalValueResult.bastion = this._bastion?.internalValue;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: ClusterNetworkingTopology | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this._dns = undefined;
      this._bastion.internalValue = undefined;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this._dns = value.dns;
      this._bastion.internalValue = value.bastion;
    }
  }

  // dns - computed: false, optional: false, required: true
  private _dns?: string; 
  public get dns() {
    return this.getStringAttribute('dns');
  }
  public set dns(value: string) {
    this._dns = value;
  }
  // Temporarily expose input value. Use with caution.
  public get dnsInput() {
    return this._dns;
  }

  // bastion - computed: false, optional: true, required: false
  private _bastion = new ClusterNetworkingTopologyBastionOutputReference(this, "bastion");
  public get bastion() {
    return this._bastion;
  }
  public putBastion(value: ClusterNetworkingTopologyBastion) {
    this._bastion.internalValue = value;
  }
  public resetBastion() {
    this._bastion.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get bastionInput() {
    return this._bastion.internalValue;
  }
}
export interface ClusterNetworking {
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#network_cidr Cluster#network_cidr}
  */
  readonly networkCidr?: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#network_id Cluster#network_id}
  */
  readonly networkId?: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#non_masquerade_cidr Cluster#non_masquerade_cidr}
  */
  readonly nonMasqueradeCidr?: string;
  /**
  * calico block
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#calico Cluster#calico}
  */
  readonly calico?: ClusterNetworkingCalico;
  /**
  * subnet block
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#subnet Cluster#subnet}
  */
  readonly subnet: ClusterNetworkingSubnet[] | cdktf.IResolvable;
  /**
  * tag_subnets block
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#tag_subnets Cluster#tag_subnets}
  */
  readonly tagSubnets?: ClusterNetworkingTagSubnets;
  /**
  * topology block
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#topology Cluster#topology}
  */
  readonly topology: ClusterNetworkingTopology;
}

export function clusterNetworkingToTerraform(struct?: ClusterNetworkingOutputReference | ClusterNetworking): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    network_cidr: cdktf.stringToTerraform(struct!.networkCidr),
    network_id: cdktf.stringToTerraform(struct!.networkId),
    non_masquerade_cidr: cdktf.stringToTerraform(struct!.nonMasqueradeCidr),
    calico: clusterNetworkingCalicoToTerraform(struct!.calico),
    subnet: cdktf.listMapper(clusterNetworkingSubnetToTerraform, true)(struct!.subnet),
    tag_subnets: clusterNetworkingTagSubnetsToTerraform(struct!.tagSubnets),
    topology: clusterNetworkingTopologyToTerraform(struct!.topology),
  }
}


export function clusterNetworkingToHclTerraform(struct?: ClusterNetworkingOutputReference | ClusterNetworking): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    network_cidr: {
      value: cdktf.stringToHclTerraform(struct!.networkCidr),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    network_id: {
      value: cdktf.stringToHclTerraform(struct!.networkId),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    non_masquerade_cidr: {
      value: cdktf.stringToHclTerraform(struct!.nonMasqueradeCidr),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    calico: {
      value: clusterNetworkingCalicoToHclTerraform(struct!.calico),
      isBlock: true,
      type: "list",
      storageClassType: "ClusterNetworkingCalicoList",
    },
    subnet: {
      value: cdktf.listMapperHcl(clusterNetworkingSubnetToHclTerraform, true)(struct!.subnet),
      isBlock: true,
      type: "list",
      storageClassType: "ClusterNetworkingSubnetList",
    },
    tag_subnets: {
      value: clusterNetworkingTagSubnetsToHclTerraform(struct!.tagSubnets),
      isBlock: true,
      type: "list",
      storageClassType: "ClusterNetworkingTagSubnetsList",
    },
    topology: {
      value: clusterNetworkingTopologyToHclTerraform(struct!.topology),
      isBlock: true,
      type: "list",
      storageClassType: "ClusterNetworkingTopologyList",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class ClusterNetworkingOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false, 0);
  }

  public get internalValue(): ClusterNetworking | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._networkCidr !== undefined) {
      hasAnyValues = true;
      internalValueResult.networkCidr = this._networkCidr;
    }
    if (this._networkId !== undefined) {
      hasAnyValues = true;
      internalValueResult.networkId = this._networkId;
    }
    if (this._nonMasqueradeCidr !== undefined) {
      hasAnyValues = true;
      internalValueResult.nonMasqueradeCidr = this._nonMasqueradeCidr;
    }
    if (this._calico?.internalValue !== undefined) {
      hasAnyValues = true;
      internalValueResult.calico = this._calico?.internalValue;
    }
    if (this._subnet?.internalValue !== undefined) {
      hasAnyValues = true;
      internalValueResult.subnet = this._subnet?.internalValue;
    }
    if (this._tagSubnets?.internalValue !== undefined) {
      hasAnyValues = true;
      internalValueResult.tagSubnets = this._tagSubnets?.internalValue;
    }
    if (this._topology?.internalValue !== undefined) {
      hasAnyValues = true;
      internalValueResult.topology = this._topology?.internalValue;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: ClusterNetworking | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this._networkCidr = undefined;
      this._networkId = undefined;
      this._nonMasqueradeCidr = undefined;
      this._calico.internalValue = undefined;
      this._subnet.internalValue = undefined;
      this._tagSubnets.internalValue = undefined;
      this._topology.internalValue = undefined;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this._networkCidr = value.networkCidr;
      this._networkId = value.networkId;
      this._nonMasqueradeCidr = value.nonMasqueradeCidr;
      this._calico.internalValue = value.calico;
      this._subnet.internalValue = value.subnet;
      this._tagSubnets.internalValue = value.tagSubnets;
      this._topology.internalValue = value.topology;
    }
  }

  // network_cidr - computed: true, optional: true, required: false
  private _networkCidr?: string; 
  public get networkCidr() {
    return this.getStringAttribute('network_cidr');
  }
  public set networkCidr(value: string) {
    this._networkCidr = value;
  }
  public resetNetworkCidr() {
    this._networkCidr = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get networkCidrInput() {
    return this._networkCidr;
  }

  // network_id - computed: false, optional: true, required: false
  private _networkId?: string; 
  public get networkId() {
    return this.getStringAttribute('network_id');
  }
  public set networkId(value: string) {
    this._networkId = value;
  }
  public resetNetworkId() {
    this._networkId = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get networkIdInput() {
    return this._networkId;
  }

  // non_masquerade_cidr - computed: true, optional: true, required: false
  private _nonMasqueradeCidr?: string; 
  public get nonMasqueradeCidr() {
    return this.getStringAttribute('non_masquerade_cidr');
  }
  public set nonMasqueradeCidr(value: string) {
    this._nonMasqueradeCidr = value;
  }
  public resetNonMasqueradeCidr() {
    this._nonMasqueradeCidr = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get nonMasqueradeCidrInput() {
    return this._nonMasqueradeCidr;
  }

  // calico - computed: false, optional: true, required: false
  private _calico = new ClusterNetworkingCalicoOutputReference(this, "calico");
  public get calico() {
    return this._calico;
  }
  public putCalico(value: ClusterNetworkingCalico) {
    this._calico.internalValue = value;
  }
  public resetCalico() {
    this._calico.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get calicoInput() {
    return this._calico.internalValue;
  }

  // subnet - computed: false, optional: false, required: true
  private _subnet = new ClusterNetworkingSubnetList(this, "subnet", false);
  public get subnet() {
    return this._subnet;
  }
  public putSubnet(value: ClusterNetworkingSubnet[] | cdktf.IResolvable) {
    this._subnet.internalValue = value;
  }
  // Temporarily expose input value. Use with caution.
  public get subnetInput() {
    return this._subnet.internalValue;
  }

  // tag_subnets - computed: false, optional: true, required: false
  private _tagSubnets = new ClusterNetworkingTagSubnetsOutputReference(this, "tag_subnets");
  public get tagSubnets() {
    return this._tagSubnets;
  }
  public putTagSubnets(value: ClusterNetworkingTagSubnets) {
    this._tagSubnets.internalValue = value;
  }
  public resetTagSubnets() {
    this._tagSubnets.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get tagSubnetsInput() {
    return this._tagSubnets.internalValue;
  }

  // topology - computed: false, optional: false, required: true
  private _topology = new ClusterNetworkingTopologyOutputReference(this, "topology");
  public get topology() {
    return this._topology;
  }
  public putTopology(value: ClusterNetworkingTopology) {
    this._topology.internalValue = value;
  }
  // Temporarily expose input value. Use with caution.
  public get topologyInput() {
    return this._topology.internalValue;
  }
}
export interface ClusterSecrets {
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#cluster_ca_cert Cluster#cluster_ca_cert}
  */
  readonly clusterCaCert?: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#cluster_ca_key Cluster#cluster_ca_key}
  */
  readonly clusterCaKey?: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#docker_config Cluster#docker_config}
  */
  readonly dockerConfig?: string;
}

export function clusterSecretsToTerraform(struct?: ClusterSecretsOutputReference | ClusterSecrets): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    cluster_ca_cert: cdktf.stringToTerraform(struct!.clusterCaCert),
    cluster_ca_key: cdktf.stringToTerraform(struct!.clusterCaKey),
    docker_config: cdktf.stringToTerraform(struct!.dockerConfig),
  }
}


export function clusterSecretsToHclTerraform(struct?: ClusterSecretsOutputReference | ClusterSecrets): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    cluster_ca_cert: {
      value: cdktf.stringToHclTerraform(struct!.clusterCaCert),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    cluster_ca_key: {
      value: cdktf.stringToHclTerraform(struct!.clusterCaKey),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    docker_config: {
      value: cdktf.stringToHclTerraform(struct!.dockerConfig),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class ClusterSecretsOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false, 0);
  }

  public get internalValue(): ClusterSecrets | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._clusterCaCert !== undefined) {
      hasAnyValues = true;
      internalValueResult.clusterCaCert = this._clusterCaCert;
    }
    if (this._clusterCaKey !== undefined) {
      hasAnyValues = true;
      internalValueResult.clusterCaKey = this._clusterCaKey;
    }
    if (this._dockerConfig !== undefined) {
      hasAnyValues = true;
      internalValueResult.dockerConfig = this._dockerConfig;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: ClusterSecrets | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this._clusterCaCert = undefined;
      this._clusterCaKey = undefined;
      this._dockerConfig = undefined;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this._clusterCaCert = value.clusterCaCert;
      this._clusterCaKey = value.clusterCaKey;
      this._dockerConfig = value.dockerConfig;
    }
  }

  // cluster_ca_cert - computed: true, optional: true, required: false
  private _clusterCaCert?: string; 
  public get clusterCaCert() {
    return this.getStringAttribute('cluster_ca_cert');
  }
  public set clusterCaCert(value: string) {
    this._clusterCaCert = value;
  }
  public resetClusterCaCert() {
    this._clusterCaCert = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get clusterCaCertInput() {
    return this._clusterCaCert;
  }

  // cluster_ca_key - computed: true, optional: true, required: false
  private _clusterCaKey?: string; 
  public get clusterCaKey() {
    return this.getStringAttribute('cluster_ca_key');
  }
  public set clusterCaKey(value: string) {
    this._clusterCaKey = value;
  }
  public resetClusterCaKey() {
    this._clusterCaKey = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get clusterCaKeyInput() {
    return this._clusterCaKey;
  }

  // docker_config - computed: false, optional: true, required: false
  private _dockerConfig?: string; 
  public get dockerConfig() {
    return this.getStringAttribute('docker_config');
  }
  public set dockerConfig(value: string) {
    this._dockerConfig = value;
  }
  public resetDockerConfig() {
    this._dockerConfig = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get dockerConfigInput() {
    return this._dockerConfig;
  }
}
export interface ClusterServiceAccountIssuerDiscoveryDiscoveryService {
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#url Cluster#url}
  */
  readonly url?: string;
}

export function clusterServiceAccountIssuerDiscoveryDiscoveryServiceToTerraform(struct?: ClusterServiceAccountIssuerDiscoveryDiscoveryServiceOutputReference | ClusterServiceAccountIssuerDiscoveryDiscoveryService): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    url: cdktf.stringToTerraform(struct!.url),
  }
}


export function clusterServiceAccountIssuerDiscoveryDiscoveryServiceToHclTerraform(struct?: ClusterServiceAccountIssuerDiscoveryDiscoveryServiceOutputReference | ClusterServiceAccountIssuerDiscoveryDiscoveryService): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    url: {
      value: cdktf.stringToHclTerraform(struct!.url),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class ClusterServiceAccountIssuerDiscoveryDiscoveryServiceOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false, 0);
  }

  public get internalValue(): ClusterServiceAccountIssuerDiscoveryDiscoveryService | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._url !== undefined) {
      hasAnyValues = true;
      internalValueResult.url = this._url;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: ClusterServiceAccountIssuerDiscoveryDiscoveryService | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this._url = undefined;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this._url = value.url;
    }
  }

  // url - computed: false, optional: true, required: false
  private _url?: string; 
  public get url() {
    return this.getStringAttribute('url');
  }
  public set url(value: string) {
    this._url = value;
  }
  public resetUrl() {
    this._url = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get urlInput() {
    return this._url;
  }
}
export interface ClusterServiceAccountIssuerDiscovery {
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#additional_audiences Cluster#additional_audiences}
  */
  readonly additionalAudiences?: string[];
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#discovery_store Cluster#discovery_store}
  */
  readonly discoveryStore?: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#enable_aws_oidc_provider Cluster#enable_aws_oidc_provider}
  */
  readonly enableAwsOidcProvider?: boolean | cdktf.IResolvable;
  /**
  * discovery_service block
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#discovery_service Cluster#discovery_service}
  */
  readonly discoveryService?: ClusterServiceAccountIssuerDiscoveryDiscoveryService;
}

export function clusterServiceAccountIssuerDiscoveryToTerraform(struct?: ClusterServiceAccountIssuerDiscoveryOutputReference | ClusterServiceAccountIssuerDiscovery): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    additional_audiences: cdktf.listMapper(cdktf.stringToTerraform, false)(struct!.additionalAudiences),
    discovery_store: cdktf.stringToTerraform(struct!.discoveryStore),
    enable_aws_oidc_provider: cdktf.booleanToTerraform(struct!.enableAwsOidcProvider),
    discovery_service: clusterServiceAccountIssuerDiscoveryDiscoveryServiceToTerraform(struct!.discoveryService),
  }
}


export function clusterServiceAccountIssuerDiscoveryToHclTerraform(struct?: ClusterServiceAccountIssuerDiscoveryOutputReference | ClusterServiceAccountIssuerDiscovery): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    additional_audiences: {
      value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(struct!.additionalAudiences),
      isBlock: false,
      type: "list",
      storageClassType: "stringList",
    },
    discovery_store: {
      value: cdktf.stringToHclTerraform(struct!.discoveryStore),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    enable_aws_oidc_provider: {
      value: cdktf.booleanToHclTerraform(struct!.enableAwsOidcProvider),
      isBlock: false,
      type: "simple",
      storageClassType: "boolean",
    },
    discovery_service: {
      value: clusterServiceAccountIssuerDiscoveryDiscoveryServiceToHclTerraform(struct!.discoveryService),
      isBlock: true,
      type: "list",
      storageClassType: "ClusterServiceAccountIssuerDiscoveryDiscoveryServiceList",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class ClusterServiceAccountIssuerDiscoveryOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false, 0);
  }

  public get internalValue(): ClusterServiceAccountIssuerDiscovery | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._additionalAudiences !== undefined) {
      hasAnyValues = true;
      internalValueResult.additionalAudiences = this._additionalAudiences;
    }
    if (this._discoveryStore !== undefined) {
      hasAnyValues = true;
      internalValueResult.discoveryStore = this._discoveryStore;
    }
    if (this._enableAwsOidcProvider !== undefined) {
      hasAnyValues = true;
      internalValueResult.enableAwsOidcProvider = this._enableAwsOidcProvider;
    }
    if (this._discoveryService?.internalValue !== undefined) {
      hasAnyValues = true;
      internalValueResult.discoveryService = this._discoveryService?.internalValue;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: ClusterServiceAccountIssuerDiscovery | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this._additionalAudiences = undefined;
      this._discoveryStore = undefined;
      this._enableAwsOidcProvider = undefined;
      this._discoveryService.internalValue = undefined;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this._additionalAudiences = value.additionalAudiences;
      this._discoveryStore = value.discoveryStore;
      this._enableAwsOidcProvider = value.enableAwsOidcProvider;
      this._discoveryService.internalValue = value.discoveryService;
    }
  }

  // additional_audiences - computed: false, optional: true, required: false
  private _additionalAudiences?: string[]; 
  public get additionalAudiences() {
    return this.getListAttribute('additional_audiences');
  }
  public set additionalAudiences(value: string[]) {
    this._additionalAudiences = value;
  }
  public resetAdditionalAudiences() {
    this._additionalAudiences = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get additionalAudiencesInput() {
    return this._additionalAudiences;
  }

  // discovery_store - computed: false, optional: true, required: false
  private _discoveryStore?: string; 
  public get discoveryStore() {
    return this.getStringAttribute('discovery_store');
  }
  public set discoveryStore(value: string) {
    this._discoveryStore = value;
  }
  public resetDiscoveryStore() {
    this._discoveryStore = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get discoveryStoreInput() {
    return this._discoveryStore;
  }

  // enable_aws_oidc_provider - computed: false, optional: true, required: false
  private _enableAwsOidcProvider?: boolean | cdktf.IResolvable; 
  public get enableAwsOidcProvider() {
    return this.getBooleanAttribute('enable_aws_oidc_provider');
  }
  public set enableAwsOidcProvider(value: boolean | cdktf.IResolvable) {
    this._enableAwsOidcProvider = value;
  }
  public resetEnableAwsOidcProvider() {
    this._enableAwsOidcProvider = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get enableAwsOidcProviderInput() {
    return this._enableAwsOidcProvider;
  }

  // discovery_service - computed: false, optional: true, required: false
  private _discoveryService = new ClusterServiceAccountIssuerDiscoveryDiscoveryServiceOutputReference(this, "discovery_service");
  public get discoveryService() {
    return this._discoveryService;
  }
  public putDiscoveryService(value: ClusterServiceAccountIssuerDiscoveryDiscoveryService) {
    this._discoveryService.internalValue = value;
  }
  public resetDiscoveryService() {
    this._discoveryService.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get discoveryServiceInput() {
    return this._discoveryService.internalValue;
  }
}

/**
* Represents a {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster kops_cluster}
*/
export class Cluster extends cdktf.TerraformResource {

  // =================
  // STATIC PROPERTIES
  // =================
  public static readonly tfResourceType = "kops_cluster";

  // ==============
  // STATIC Methods
  // ==============
  /**
  * Generates CDKTF code for importing a Cluster resource upon running "cdktf plan <stack-name>"
  * @param scope The scope in which to define this construct
  * @param importToId The construct id used in the generated config for the Cluster to import
  * @param importFromId The id of the existing Cluster that should be imported. Refer to the {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster#import import section} in the documentation of this resource for the id to use
  * @param provider? Optional instance of the provider where the Cluster to import is found
  */
  public static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktf.TerraformProvider) {
        return new cdktf.ImportableResource(scope, importToId, { terraformResourceType: "kops_cluster", importId: importFromId, provider });
      }

  // ===========
  // INITIALIZER
  // ===========

  /**
  * Create a new {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/cluster kops_cluster} Resource
  *
  * @param scope The scope in which to define this construct
  * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
  * @param options ClusterConfig
  */
  public constructor(scope: Construct, id: string, config: ClusterConfig) {
    super(scope, id, {
      terraformResourceType: 'kops_cluster',
      terraformGeneratorMetadata: {
        providerName: 'kops',
        providerVersion: '1.36.2',
        providerVersionConstraint: '1.36.2'
      },
      provider: config.provider,
      dependsOn: config.dependsOn,
      count: config.count,
      lifecycle: config.lifecycle,
      provisioners: config.provisioners,
      connection: config.connection,
      forEach: config.forEach
    });
    this._additionalPolicies = config.additionalPolicies;
    this._adminSshKey = config.adminSshKey;
    this._channel = config.channel;
    this._cloudLabels = config.cloudLabels;
    this._id = config.id;
    this._kubernetesVersion = config.kubernetesVersion;
    this._name = config.name;
    this._sshAccess = config.sshAccess;
    this._api.internalValue = config.api;
    this._cloudConfig.internalValue = config.cloudConfig;
    this._cloudProvider.internalValue = config.cloudProvider;
    this._clusterAutoscaler.internalValue = config.clusterAutoscaler;
    this._configStore.internalValue = config.configStore;
    this._etcdCluster.internalValue = config.etcdCluster;
    this._iam.internalValue = config.iam;
    this._kubelet.internalValue = config.kubelet;
    this._metricsServer.internalValue = config.metricsServer;
    this._networking.internalValue = config.networking;
    this._secrets.internalValue = config.secrets;
    this._serviceAccountIssuerDiscovery.internalValue = config.serviceAccountIssuerDiscovery;
  }

  // ==========
  // ATTRIBUTES
  // ==========

  // additional_policies - computed: false, optional: true, required: false
  private _additionalPolicies?: { [key: string]: string }; 
  public get additionalPolicies() {
    return this.getStringMapAttribute('additional_policies');
  }
  public set additionalPolicies(value: { [key: string]: string }) {
    this._additionalPolicies = value;
  }
  public resetAdditionalPolicies() {
    this._additionalPolicies = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get additionalPoliciesInput() {
    return this._additionalPolicies;
  }

  // admin_ssh_key - computed: false, optional: true, required: false
  private _adminSshKey?: string; 
  public get adminSshKey() {
    return this.getStringAttribute('admin_ssh_key');
  }
  public set adminSshKey(value: string) {
    this._adminSshKey = value;
  }
  public resetAdminSshKey() {
    this._adminSshKey = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get adminSshKeyInput() {
    return this._adminSshKey;
  }

  // channel - computed: false, optional: true, required: false
  private _channel?: string; 
  public get channel() {
    return this.getStringAttribute('channel');
  }
  public set channel(value: string) {
    this._channel = value;
  }
  public resetChannel() {
    this._channel = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get channelInput() {
    return this._channel;
  }

  // cloud_labels - computed: false, optional: true, required: false
  private _cloudLabels?: { [key: string]: string }; 
  public get cloudLabels() {
    return this.getStringMapAttribute('cloud_labels');
  }
  public set cloudLabels(value: { [key: string]: string }) {
    this._cloudLabels = value;
  }
  public resetCloudLabels() {
    this._cloudLabels = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get cloudLabelsInput() {
    return this._cloudLabels;
  }

  // id - computed: true, optional: true, required: false
  private _id?: string; 
  public get id() {
    return this.getStringAttribute('id');
  }
  public set id(value: string) {
    this._id = value;
  }
  public resetId() {
    this._id = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get idInput() {
    return this._id;
  }

  // kubernetes_version - computed: false, optional: true, required: false
  private _kubernetesVersion?: string; 
  public get kubernetesVersion() {
    return this.getStringAttribute('kubernetes_version');
  }
  public set kubernetesVersion(value: string) {
    this._kubernetesVersion = value;
  }
  public resetKubernetesVersion() {
    this._kubernetesVersion = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get kubernetesVersionInput() {
    return this._kubernetesVersion;
  }

  // name - computed: false, optional: false, required: true
  private _name?: string; 
  public get name() {
    return this.getStringAttribute('name');
  }
  public set name(value: string) {
    this._name = value;
  }
  // Temporarily expose input value. Use with caution.
  public get nameInput() {
    return this._name;
  }

  // revision - computed: true, optional: false, required: false
  public get revision() {
    return this.getNumberAttribute('revision');
  }

  // ssh_access - computed: false, optional: true, required: false
  private _sshAccess?: string[]; 
  public get sshAccess() {
    return this.getListAttribute('ssh_access');
  }
  public set sshAccess(value: string[]) {
    this._sshAccess = value;
  }
  public resetSshAccess() {
    this._sshAccess = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get sshAccessInput() {
    return this._sshAccess;
  }

  // api - computed: false, optional: true, required: false
  private _api = new ClusterApiOutputReference(this, "api");
  public get api() {
    return this._api;
  }
  public putApi(value: ClusterApi) {
    this._api.internalValue = value;
  }
  public resetApi() {
    this._api.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get apiInput() {
    return this._api.internalValue;
  }

  // cloud_config - computed: false, optional: true, required: false
  private _cloudConfig = new ClusterCloudConfigOutputReference(this, "cloud_config");
  public get cloudConfig() {
    return this._cloudConfig;
  }
  public putCloudConfig(value: ClusterCloudConfig) {
    this._cloudConfig.internalValue = value;
  }
  public resetCloudConfig() {
    this._cloudConfig.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get cloudConfigInput() {
    return this._cloudConfig.internalValue;
  }

  // cloud_provider - computed: false, optional: false, required: true
  private _cloudProvider = new ClusterCloudProviderOutputReference(this, "cloud_provider");
  public get cloudProvider() {
    return this._cloudProvider;
  }
  public putCloudProvider(value: ClusterCloudProvider) {
    this._cloudProvider.internalValue = value;
  }
  // Temporarily expose input value. Use with caution.
  public get cloudProviderInput() {
    return this._cloudProvider.internalValue;
  }

  // cluster_autoscaler - computed: false, optional: true, required: false
  private _clusterAutoscaler = new ClusterClusterAutoscalerOutputReference(this, "cluster_autoscaler");
  public get clusterAutoscaler() {
    return this._clusterAutoscaler;
  }
  public putClusterAutoscaler(value: ClusterClusterAutoscaler) {
    this._clusterAutoscaler.internalValue = value;
  }
  public resetClusterAutoscaler() {
    this._clusterAutoscaler.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get clusterAutoscalerInput() {
    return this._clusterAutoscaler.internalValue;
  }

  // config_store - computed: false, optional: true, required: false
  private _configStore = new ClusterConfigStoreOutputReference(this, "config_store");
  public get configStore() {
    return this._configStore;
  }
  public putConfigStore(value: ClusterConfigStore) {
    this._configStore.internalValue = value;
  }
  public resetConfigStore() {
    this._configStore.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get configStoreInput() {
    return this._configStore.internalValue;
  }

  // etcd_cluster - computed: false, optional: false, required: true
  private _etcdCluster = new ClusterEtcdClusterList(this, "etcd_cluster", false);
  public get etcdCluster() {
    return this._etcdCluster;
  }
  public putEtcdCluster(value: ClusterEtcdCluster[] | cdktf.IResolvable) {
    this._etcdCluster.internalValue = value;
  }
  // Temporarily expose input value. Use with caution.
  public get etcdClusterInput() {
    return this._etcdCluster.internalValue;
  }

  // iam - computed: false, optional: true, required: false
  private _iam = new ClusterIamOutputReference(this, "iam");
  public get iam() {
    return this._iam;
  }
  public putIam(value: ClusterIam) {
    this._iam.internalValue = value;
  }
  public resetIam() {
    this._iam.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get iamInput() {
    return this._iam.internalValue;
  }

  // kubelet - computed: false, optional: true, required: false
  private _kubelet = new ClusterKubeletOutputReference(this, "kubelet");
  public get kubelet() {
    return this._kubelet;
  }
  public putKubelet(value: ClusterKubelet) {
    this._kubelet.internalValue = value;
  }
  public resetKubelet() {
    this._kubelet.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get kubeletInput() {
    return this._kubelet.internalValue;
  }

  // metrics_server - computed: false, optional: true, required: false
  private _metricsServer = new ClusterMetricsServerOutputReference(this, "metrics_server");
  public get metricsServer() {
    return this._metricsServer;
  }
  public putMetricsServer(value: ClusterMetricsServer) {
    this._metricsServer.internalValue = value;
  }
  public resetMetricsServer() {
    this._metricsServer.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get metricsServerInput() {
    return this._metricsServer.internalValue;
  }

  // networking - computed: false, optional: false, required: true
  private _networking = new ClusterNetworkingOutputReference(this, "networking");
  public get networking() {
    return this._networking;
  }
  public putNetworking(value: ClusterNetworking) {
    this._networking.internalValue = value;
  }
  // Temporarily expose input value. Use with caution.
  public get networkingInput() {
    return this._networking.internalValue;
  }

  // secrets - computed: false, optional: true, required: false
  private _secrets = new ClusterSecretsOutputReference(this, "secrets");
  public get secrets() {
    return this._secrets;
  }
  public putSecrets(value: ClusterSecrets) {
    this._secrets.internalValue = value;
  }
  public resetSecrets() {
    this._secrets.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get secretsInput() {
    return this._secrets.internalValue;
  }

  // service_account_issuer_discovery - computed: false, optional: true, required: false
  private _serviceAccountIssuerDiscovery = new ClusterServiceAccountIssuerDiscoveryOutputReference(this, "service_account_issuer_discovery");
  public get serviceAccountIssuerDiscovery() {
    return this._serviceAccountIssuerDiscovery;
  }
  public putServiceAccountIssuerDiscovery(value: ClusterServiceAccountIssuerDiscovery) {
    this._serviceAccountIssuerDiscovery.internalValue = value;
  }
  public resetServiceAccountIssuerDiscovery() {
    this._serviceAccountIssuerDiscovery.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get serviceAccountIssuerDiscoveryInput() {
    return this._serviceAccountIssuerDiscovery.internalValue;
  }

  // =========
  // SYNTHESIS
  // =========

  protected synthesizeAttributes(): { [name: string]: any } {
    return {
      additional_policies: cdktf.hashMapper(cdktf.stringToTerraform)(this._additionalPolicies),
      admin_ssh_key: cdktf.stringToTerraform(this._adminSshKey),
      channel: cdktf.stringToTerraform(this._channel),
      cloud_labels: cdktf.hashMapper(cdktf.stringToTerraform)(this._cloudLabels),
      id: cdktf.stringToTerraform(this._id),
      kubernetes_version: cdktf.stringToTerraform(this._kubernetesVersion),
      name: cdktf.stringToTerraform(this._name),
      ssh_access: cdktf.listMapper(cdktf.stringToTerraform, false)(this._sshAccess),
      api: clusterApiToTerraform(this._api.internalValue),
      cloud_config: clusterCloudConfigToTerraform(this._cloudConfig.internalValue),
      cloud_provider: clusterCloudProviderToTerraform(this._cloudProvider.internalValue),
      cluster_autoscaler: clusterClusterAutoscalerToTerraform(this._clusterAutoscaler.internalValue),
      config_store: clusterConfigStoreToTerraform(this._configStore.internalValue),
      etcd_cluster: cdktf.listMapper(clusterEtcdClusterToTerraform, true)(this._etcdCluster.internalValue),
      iam: clusterIamToTerraform(this._iam.internalValue),
      kubelet: clusterKubeletToTerraform(this._kubelet.internalValue),
      metrics_server: clusterMetricsServerToTerraform(this._metricsServer.internalValue),
      networking: clusterNetworkingToTerraform(this._networking.internalValue),
      secrets: clusterSecretsToTerraform(this._secrets.internalValue),
      service_account_issuer_discovery: clusterServiceAccountIssuerDiscoveryToTerraform(this._serviceAccountIssuerDiscovery.internalValue),
    };
  }

  protected synthesizeHclAttributes(): { [name: string]: any } {
    const attrs = {
      additional_policies: {
        value: cdktf.hashMapperHcl(cdktf.stringToHclTerraform)(this._additionalPolicies),
        isBlock: false,
        type: "map",
        storageClassType: "stringMap",
      },
      admin_ssh_key: {
        value: cdktf.stringToHclTerraform(this._adminSshKey),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      channel: {
        value: cdktf.stringToHclTerraform(this._channel),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      cloud_labels: {
        value: cdktf.hashMapperHcl(cdktf.stringToHclTerraform)(this._cloudLabels),
        isBlock: false,
        type: "map",
        storageClassType: "stringMap",
      },
      id: {
        value: cdktf.stringToHclTerraform(this._id),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      kubernetes_version: {
        value: cdktf.stringToHclTerraform(this._kubernetesVersion),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      name: {
        value: cdktf.stringToHclTerraform(this._name),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      ssh_access: {
        value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(this._sshAccess),
        isBlock: false,
        type: "list",
        storageClassType: "stringList",
      },
      api: {
        value: clusterApiToHclTerraform(this._api.internalValue),
        isBlock: true,
        type: "list",
        storageClassType: "ClusterApiList",
      },
      cloud_config: {
        value: clusterCloudConfigToHclTerraform(this._cloudConfig.internalValue),
        isBlock: true,
        type: "list",
        storageClassType: "ClusterCloudConfigList",
      },
      cloud_provider: {
        value: clusterCloudProviderToHclTerraform(this._cloudProvider.internalValue),
        isBlock: true,
        type: "list",
        storageClassType: "ClusterCloudProviderList",
      },
      cluster_autoscaler: {
        value: clusterClusterAutoscalerToHclTerraform(this._clusterAutoscaler.internalValue),
        isBlock: true,
        type: "list",
        storageClassType: "ClusterClusterAutoscalerList",
      },
      config_store: {
        value: clusterConfigStoreToHclTerraform(this._configStore.internalValue),
        isBlock: true,
        type: "list",
        storageClassType: "ClusterConfigStoreList",
      },
      etcd_cluster: {
        value: cdktf.listMapperHcl(clusterEtcdClusterToHclTerraform, true)(this._etcdCluster.internalValue),
        isBlock: true,
        type: "list",
        storageClassType: "ClusterEtcdClusterList",
      },
      iam: {
        value: clusterIamToHclTerraform(this._iam.internalValue),
        isBlock: true,
        type: "list",
        storageClassType: "ClusterIamList",
      },
      kubelet: {
        value: clusterKubeletToHclTerraform(this._kubelet.internalValue),
        isBlock: true,
        type: "list",
        storageClassType: "ClusterKubeletList",
      },
      metrics_server: {
        value: clusterMetricsServerToHclTerraform(this._metricsServer.internalValue),
        isBlock: true,
        type: "list",
        storageClassType: "ClusterMetricsServerList",
      },
      networking: {
        value: clusterNetworkingToHclTerraform(this._networking.internalValue),
        isBlock: true,
        type: "list",
        storageClassType: "ClusterNetworkingList",
      },
      secrets: {
        value: clusterSecretsToHclTerraform(this._secrets.internalValue),
        isBlock: true,
        type: "list",
        storageClassType: "ClusterSecretsList",
      },
      service_account_issuer_discovery: {
        value: clusterServiceAccountIssuerDiscoveryToHclTerraform(this._serviceAccountIssuerDiscovery.internalValue),
        isBlock: true,
        type: "list",
        storageClassType: "ClusterServiceAccountIssuerDiscoveryList",
      },
    };

    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined ))
  }
}
