// @ts-nocheck
// https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/instance_group
// generated from terraform resource schema

import { Construct } from 'constructs';
import * as cdktf from 'cdktf';

// Configuration

export interface InstanceGroupConfig extends cdktf.TerraformMetaArguments {
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/instance_group#autoscale InstanceGroup#autoscale}
  */
  readonly autoscale?: boolean | cdktf.IResolvable;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/instance_group#capacity_rebalance InstanceGroup#capacity_rebalance}
  */
  readonly capacityRebalance?: boolean | cdktf.IResolvable;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/instance_group#cloud_labels InstanceGroup#cloud_labels}
  */
  readonly cloudLabels?: { [key: string]: string };
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/instance_group#cluster_name InstanceGroup#cluster_name}
  */
  readonly clusterName: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/instance_group#id InstanceGroup#id}
  *
  * Please be aware that the id field is automatically added to all resources in Terraform providers using a Terraform provider SDK version below 2.
  * If you experience problems setting this value it might not be settable. Please take a look at the provider documentation to ensure it should be settable.
  */
  readonly id?: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/instance_group#image InstanceGroup#image}
  */
  readonly image?: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/instance_group#machine_type InstanceGroup#machine_type}
  */
  readonly machineType: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/instance_group#manager InstanceGroup#manager}
  */
  readonly manager?: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/instance_group#max_size InstanceGroup#max_size}
  */
  readonly maxSize: number;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/instance_group#min_size InstanceGroup#min_size}
  */
  readonly minSize: number;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/instance_group#name InstanceGroup#name}
  */
  readonly name: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/instance_group#node_labels InstanceGroup#node_labels}
  */
  readonly nodeLabels?: { [key: string]: string };
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/instance_group#role InstanceGroup#role}
  */
  readonly role: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/instance_group#subnets InstanceGroup#subnets}
  */
  readonly subnets: string[];
  /**
  * instance_metadata block
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/instance_group#instance_metadata InstanceGroup#instance_metadata}
  */
  readonly instanceMetadata?: InstanceGroupInstanceMetadata;
  /**
  * mixed_instances_policy block
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/instance_group#mixed_instances_policy InstanceGroup#mixed_instances_policy}
  */
  readonly mixedInstancesPolicy?: InstanceGroupMixedInstancesPolicy;
  /**
  * root_volume block
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/instance_group#root_volume InstanceGroup#root_volume}
  */
  readonly rootVolume?: InstanceGroupRootVolume;
}
export interface InstanceGroupInstanceMetadata {
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/instance_group#http_put_response_hop_limit InstanceGroup#http_put_response_hop_limit}
  */
  readonly httpPutResponseHopLimit?: number;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/instance_group#http_tokens InstanceGroup#http_tokens}
  */
  readonly httpTokens?: string;
}

export function instanceGroupInstanceMetadataToTerraform(struct?: InstanceGroupInstanceMetadataOutputReference | InstanceGroupInstanceMetadata): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    http_put_response_hop_limit: cdktf.numberToTerraform(struct!.httpPutResponseHopLimit),
    http_tokens: cdktf.stringToTerraform(struct!.httpTokens),
  }
}


export function instanceGroupInstanceMetadataToHclTerraform(struct?: InstanceGroupInstanceMetadataOutputReference | InstanceGroupInstanceMetadata): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    http_put_response_hop_limit: {
      value: cdktf.numberToHclTerraform(struct!.httpPutResponseHopLimit),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
    http_tokens: {
      value: cdktf.stringToHclTerraform(struct!.httpTokens),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class InstanceGroupInstanceMetadataOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false, 0);
  }

  public get internalValue(): InstanceGroupInstanceMetadata | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._httpPutResponseHopLimit !== undefined) {
      hasAnyValues = true;
      internalValueResult.httpPutResponseHopLimit = this._httpPutResponseHopLimit;
    }
    if (this._httpTokens !== undefined) {
      hasAnyValues = true;
      internalValueResult.httpTokens = this._httpTokens;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: InstanceGroupInstanceMetadata | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this._httpPutResponseHopLimit = undefined;
      this._httpTokens = undefined;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this._httpPutResponseHopLimit = value.httpPutResponseHopLimit;
      this._httpTokens = value.httpTokens;
    }
  }

  // http_put_response_hop_limit - computed: false, optional: true, required: false
  private _httpPutResponseHopLimit?: number; 
  public get httpPutResponseHopLimit() {
    return this.getNumberAttribute('http_put_response_hop_limit');
  }
  public set httpPutResponseHopLimit(value: number) {
    this._httpPutResponseHopLimit = value;
  }
  public resetHttpPutResponseHopLimit() {
    this._httpPutResponseHopLimit = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get httpPutResponseHopLimitInput() {
    return this._httpPutResponseHopLimit;
  }

  // http_tokens - computed: false, optional: true, required: false
  private _httpTokens?: string; 
  public get httpTokens() {
    return this.getStringAttribute('http_tokens');
  }
  public set httpTokens(value: string) {
    this._httpTokens = value;
  }
  public resetHttpTokens() {
    this._httpTokens = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get httpTokensInput() {
    return this._httpTokens;
  }
}
export interface InstanceGroupMixedInstancesPolicyInstanceRequirementsCpu {
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/instance_group#max InstanceGroup#max}
  */
  readonly max?: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/instance_group#min InstanceGroup#min}
  */
  readonly min?: string;
}

export function instanceGroupMixedInstancesPolicyInstanceRequirementsCpuToTerraform(struct?: InstanceGroupMixedInstancesPolicyInstanceRequirementsCpuOutputReference | InstanceGroupMixedInstancesPolicyInstanceRequirementsCpu): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    max: cdktf.stringToTerraform(struct!.max),
    min: cdktf.stringToTerraform(struct!.min),
  }
}


export function instanceGroupMixedInstancesPolicyInstanceRequirementsCpuToHclTerraform(struct?: InstanceGroupMixedInstancesPolicyInstanceRequirementsCpuOutputReference | InstanceGroupMixedInstancesPolicyInstanceRequirementsCpu): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    max: {
      value: cdktf.stringToHclTerraform(struct!.max),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    min: {
      value: cdktf.stringToHclTerraform(struct!.min),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class InstanceGroupMixedInstancesPolicyInstanceRequirementsCpuOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false, 0);
  }

  public get internalValue(): InstanceGroupMixedInstancesPolicyInstanceRequirementsCpu | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._max !== undefined) {
      hasAnyValues = true;
      internalValueResult.max = this._max;
    }
    if (this._min !== undefined) {
      hasAnyValues = true;
      internalValueResult.min = this._min;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: InstanceGroupMixedInstancesPolicyInstanceRequirementsCpu | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this._max = undefined;
      this._min = undefined;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this._max = value.max;
      this._min = value.min;
    }
  }

  // max - computed: false, optional: true, required: false
  private _max?: string; 
  public get max() {
    return this.getStringAttribute('max');
  }
  public set max(value: string) {
    this._max = value;
  }
  public resetMax() {
    this._max = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get maxInput() {
    return this._max;
  }

  // min - computed: false, optional: true, required: false
  private _min?: string; 
  public get min() {
    return this.getStringAttribute('min');
  }
  public set min(value: string) {
    this._min = value;
  }
  public resetMin() {
    this._min = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get minInput() {
    return this._min;
  }
}
export interface InstanceGroupMixedInstancesPolicyInstanceRequirementsMemory {
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/instance_group#max InstanceGroup#max}
  */
  readonly max?: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/instance_group#min InstanceGroup#min}
  */
  readonly min?: string;
}

export function instanceGroupMixedInstancesPolicyInstanceRequirementsMemoryToTerraform(struct?: InstanceGroupMixedInstancesPolicyInstanceRequirementsMemoryOutputReference | InstanceGroupMixedInstancesPolicyInstanceRequirementsMemory): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    max: cdktf.stringToTerraform(struct!.max),
    min: cdktf.stringToTerraform(struct!.min),
  }
}


export function instanceGroupMixedInstancesPolicyInstanceRequirementsMemoryToHclTerraform(struct?: InstanceGroupMixedInstancesPolicyInstanceRequirementsMemoryOutputReference | InstanceGroupMixedInstancesPolicyInstanceRequirementsMemory): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    max: {
      value: cdktf.stringToHclTerraform(struct!.max),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    min: {
      value: cdktf.stringToHclTerraform(struct!.min),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class InstanceGroupMixedInstancesPolicyInstanceRequirementsMemoryOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false, 0);
  }

  public get internalValue(): InstanceGroupMixedInstancesPolicyInstanceRequirementsMemory | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._max !== undefined) {
      hasAnyValues = true;
      internalValueResult.max = this._max;
    }
    if (this._min !== undefined) {
      hasAnyValues = true;
      internalValueResult.min = this._min;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: InstanceGroupMixedInstancesPolicyInstanceRequirementsMemory | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this._max = undefined;
      this._min = undefined;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this._max = value.max;
      this._min = value.min;
    }
  }

  // max - computed: false, optional: true, required: false
  private _max?: string; 
  public get max() {
    return this.getStringAttribute('max');
  }
  public set max(value: string) {
    this._max = value;
  }
  public resetMax() {
    this._max = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get maxInput() {
    return this._max;
  }

  // min - computed: false, optional: true, required: false
  private _min?: string; 
  public get min() {
    return this.getStringAttribute('min');
  }
  public set min(value: string) {
    this._min = value;
  }
  public resetMin() {
    this._min = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get minInput() {
    return this._min;
  }
}
export interface InstanceGroupMixedInstancesPolicyInstanceRequirements {
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/instance_group#excluded_instance_types InstanceGroup#excluded_instance_types}
  */
  readonly excludedInstanceTypes?: string[];
  /**
  * cpu block
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/instance_group#cpu InstanceGroup#cpu}
  */
  readonly cpu?: InstanceGroupMixedInstancesPolicyInstanceRequirementsCpu;
  /**
  * memory block
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/instance_group#memory InstanceGroup#memory}
  */
  readonly memory?: InstanceGroupMixedInstancesPolicyInstanceRequirementsMemory;
}

export function instanceGroupMixedInstancesPolicyInstanceRequirementsToTerraform(struct?: InstanceGroupMixedInstancesPolicyInstanceRequirementsOutputReference | InstanceGroupMixedInstancesPolicyInstanceRequirements): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    excluded_instance_types: cdktf.listMapper(cdktf.stringToTerraform, false)(struct!.excludedInstanceTypes),
    cpu: instanceGroupMixedInstancesPolicyInstanceRequirementsCpuToTerraform(struct!.cpu),
    memory: instanceGroupMixedInstancesPolicyInstanceRequirementsMemoryToTerraform(struct!.memory),
  }
}


export function instanceGroupMixedInstancesPolicyInstanceRequirementsToHclTerraform(struct?: InstanceGroupMixedInstancesPolicyInstanceRequirementsOutputReference | InstanceGroupMixedInstancesPolicyInstanceRequirements): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    excluded_instance_types: {
      value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(struct!.excludedInstanceTypes),
      isBlock: false,
      type: "list",
      storageClassType: "stringList",
    },
    cpu: {
      value: instanceGroupMixedInstancesPolicyInstanceRequirementsCpuToHclTerraform(struct!.cpu),
      isBlock: true,
      type: "list",
      storageClassType: "InstanceGroupMixedInstancesPolicyInstanceRequirementsCpuList",
    },
    memory: {
      value: instanceGroupMixedInstancesPolicyInstanceRequirementsMemoryToHclTerraform(struct!.memory),
      isBlock: true,
      type: "list",
      storageClassType: "InstanceGroupMixedInstancesPolicyInstanceRequirementsMemoryList",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class InstanceGroupMixedInstancesPolicyInstanceRequirementsOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false, 0);
  }

  public get internalValue(): InstanceGroupMixedInstancesPolicyInstanceRequirements | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._excludedInstanceTypes !== undefined) {
      hasAnyValues = true;
      internalValueResult.excludedInstanceTypes = this._excludedInstanceTypes;
    }
    if (this._cpu?.internalValue !== undefined) {
      hasAnyValues = true;
      internalValueResult.cpu = this._cpu?.internalValue;
    }
    if (this._memory?.internalValue !== undefined) {
      hasAnyValues = true;
      internalValueResult.memory = this._memory?.internalValue;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: InstanceGroupMixedInstancesPolicyInstanceRequirements | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this._excludedInstanceTypes = undefined;
      this._cpu.internalValue = undefined;
      this._memory.internalValue = undefined;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this._excludedInstanceTypes = value.excludedInstanceTypes;
      this._cpu.internalValue = value.cpu;
      this._memory.internalValue = value.memory;
    }
  }

  // excluded_instance_types - computed: false, optional: true, required: false
  private _excludedInstanceTypes?: string[]; 
  public get excludedInstanceTypes() {
    return this.getListAttribute('excluded_instance_types');
  }
  public set excludedInstanceTypes(value: string[]) {
    this._excludedInstanceTypes = value;
  }
  public resetExcludedInstanceTypes() {
    this._excludedInstanceTypes = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get excludedInstanceTypesInput() {
    return this._excludedInstanceTypes;
  }

  // cpu - computed: false, optional: true, required: false
  private _cpu = new InstanceGroupMixedInstancesPolicyInstanceRequirementsCpuOutputReference(this, "cpu");
  public get cpu() {
    return this._cpu;
  }
  public putCpu(value: InstanceGroupMixedInstancesPolicyInstanceRequirementsCpu) {
    this._cpu.internalValue = value;
  }
  public resetCpu() {
    this._cpu.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get cpuInput() {
    return this._cpu.internalValue;
  }

  // memory - computed: false, optional: true, required: false
  private _memory = new InstanceGroupMixedInstancesPolicyInstanceRequirementsMemoryOutputReference(this, "memory");
  public get memory() {
    return this._memory;
  }
  public putMemory(value: InstanceGroupMixedInstancesPolicyInstanceRequirementsMemory) {
    this._memory.internalValue = value;
  }
  public resetMemory() {
    this._memory.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get memoryInput() {
    return this._memory.internalValue;
  }
}
export interface InstanceGroupMixedInstancesPolicyOnDemandAboveBase {
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/instance_group#value InstanceGroup#value}
  */
  readonly value?: number;
}

export function instanceGroupMixedInstancesPolicyOnDemandAboveBaseToTerraform(struct?: InstanceGroupMixedInstancesPolicyOnDemandAboveBaseOutputReference | InstanceGroupMixedInstancesPolicyOnDemandAboveBase): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    value: cdktf.numberToTerraform(struct!.value),
  }
}


export function instanceGroupMixedInstancesPolicyOnDemandAboveBaseToHclTerraform(struct?: InstanceGroupMixedInstancesPolicyOnDemandAboveBaseOutputReference | InstanceGroupMixedInstancesPolicyOnDemandAboveBase): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    value: {
      value: cdktf.numberToHclTerraform(struct!.value),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class InstanceGroupMixedInstancesPolicyOnDemandAboveBaseOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false, 0);
  }

  public get internalValue(): InstanceGroupMixedInstancesPolicyOnDemandAboveBase | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._value !== undefined) {
      hasAnyValues = true;
      internalValueResult.value = this._value;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: InstanceGroupMixedInstancesPolicyOnDemandAboveBase | undefined) {
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
  private _value?: number; 
  public get value() {
    return this.getNumberAttribute('value');
  }
  public set value(value: number) {
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
export interface InstanceGroupMixedInstancesPolicyOnDemandBase {
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/instance_group#value InstanceGroup#value}
  */
  readonly value?: number;
}

export function instanceGroupMixedInstancesPolicyOnDemandBaseToTerraform(struct?: InstanceGroupMixedInstancesPolicyOnDemandBaseOutputReference | InstanceGroupMixedInstancesPolicyOnDemandBase): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    value: cdktf.numberToTerraform(struct!.value),
  }
}


export function instanceGroupMixedInstancesPolicyOnDemandBaseToHclTerraform(struct?: InstanceGroupMixedInstancesPolicyOnDemandBaseOutputReference | InstanceGroupMixedInstancesPolicyOnDemandBase): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    value: {
      value: cdktf.numberToHclTerraform(struct!.value),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class InstanceGroupMixedInstancesPolicyOnDemandBaseOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false, 0);
  }

  public get internalValue(): InstanceGroupMixedInstancesPolicyOnDemandBase | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._value !== undefined) {
      hasAnyValues = true;
      internalValueResult.value = this._value;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: InstanceGroupMixedInstancesPolicyOnDemandBase | undefined) {
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
  private _value?: number; 
  public get value() {
    return this.getNumberAttribute('value');
  }
  public set value(value: number) {
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
export interface InstanceGroupMixedInstancesPolicy {
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/instance_group#instances InstanceGroup#instances}
  */
  readonly instances?: string[];
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/instance_group#on_demand_allocation_strategy InstanceGroup#on_demand_allocation_strategy}
  */
  readonly onDemandAllocationStrategy?: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/instance_group#spot_allocation_strategy InstanceGroup#spot_allocation_strategy}
  */
  readonly spotAllocationStrategy?: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/instance_group#spot_instance_pools InstanceGroup#spot_instance_pools}
  */
  readonly spotInstancePools?: number;
  /**
  * instance_requirements block
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/instance_group#instance_requirements InstanceGroup#instance_requirements}
  */
  readonly instanceRequirements?: InstanceGroupMixedInstancesPolicyInstanceRequirements;
  /**
  * on_demand_above_base block
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/instance_group#on_demand_above_base InstanceGroup#on_demand_above_base}
  */
  readonly onDemandAboveBase?: InstanceGroupMixedInstancesPolicyOnDemandAboveBase;
  /**
  * on_demand_base block
  *
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/instance_group#on_demand_base InstanceGroup#on_demand_base}
  */
  readonly onDemandBase?: InstanceGroupMixedInstancesPolicyOnDemandBase;
}

export function instanceGroupMixedInstancesPolicyToTerraform(struct?: InstanceGroupMixedInstancesPolicyOutputReference | InstanceGroupMixedInstancesPolicy): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    instances: cdktf.listMapper(cdktf.stringToTerraform, false)(struct!.instances),
    on_demand_allocation_strategy: cdktf.stringToTerraform(struct!.onDemandAllocationStrategy),
    spot_allocation_strategy: cdktf.stringToTerraform(struct!.spotAllocationStrategy),
    spot_instance_pools: cdktf.numberToTerraform(struct!.spotInstancePools),
    instance_requirements: instanceGroupMixedInstancesPolicyInstanceRequirementsToTerraform(struct!.instanceRequirements),
    on_demand_above_base: instanceGroupMixedInstancesPolicyOnDemandAboveBaseToTerraform(struct!.onDemandAboveBase),
    on_demand_base: instanceGroupMixedInstancesPolicyOnDemandBaseToTerraform(struct!.onDemandBase),
  }
}


export function instanceGroupMixedInstancesPolicyToHclTerraform(struct?: InstanceGroupMixedInstancesPolicyOutputReference | InstanceGroupMixedInstancesPolicy): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    instances: {
      value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(struct!.instances),
      isBlock: false,
      type: "list",
      storageClassType: "stringList",
    },
    on_demand_allocation_strategy: {
      value: cdktf.stringToHclTerraform(struct!.onDemandAllocationStrategy),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    spot_allocation_strategy: {
      value: cdktf.stringToHclTerraform(struct!.spotAllocationStrategy),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    spot_instance_pools: {
      value: cdktf.numberToHclTerraform(struct!.spotInstancePools),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
    instance_requirements: {
      value: instanceGroupMixedInstancesPolicyInstanceRequirementsToHclTerraform(struct!.instanceRequirements),
      isBlock: true,
      type: "list",
      storageClassType: "InstanceGroupMixedInstancesPolicyInstanceRequirementsList",
    },
    on_demand_above_base: {
      value: instanceGroupMixedInstancesPolicyOnDemandAboveBaseToHclTerraform(struct!.onDemandAboveBase),
      isBlock: true,
      type: "list",
      storageClassType: "InstanceGroupMixedInstancesPolicyOnDemandAboveBaseList",
    },
    on_demand_base: {
      value: instanceGroupMixedInstancesPolicyOnDemandBaseToHclTerraform(struct!.onDemandBase),
      isBlock: true,
      type: "list",
      storageClassType: "InstanceGroupMixedInstancesPolicyOnDemandBaseList",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class InstanceGroupMixedInstancesPolicyOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false, 0);
  }

  public get internalValue(): InstanceGroupMixedInstancesPolicy | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._instances !== undefined) {
      hasAnyValues = true;
      internalValueResult.instances = this._instances;
    }
    if (this._onDemandAllocationStrategy !== undefined) {
      hasAnyValues = true;
      internalValueResult.onDemandAllocationStrategy = this._onDemandAllocationStrategy;
    }
    if (this._spotAllocationStrategy !== undefined) {
      hasAnyValues = true;
      internalValueResult.spotAllocationStrategy = this._spotAllocationStrategy;
    }
    if (this._spotInstancePools !== undefined) {
      hasAnyValues = true;
      internalValueResult.spotInstancePools = this._spotInstancePools;
    }
    if (this._instanceRequirements?.internalValue !== undefined) {
      hasAnyValues = true;
      internalValueResult.instanceRequirements = this._instanceRequirements?.internalValue;
    }
    if (this._onDemandAboveBase?.internalValue !== undefined) {
      hasAnyValues = true;
      internalValueResult.onDemandAboveBase = this._onDemandAboveBase?.internalValue;
    }
    if (this._onDemandBase?.internalValue !== undefined) {
      hasAnyValues = true;
      internalValueResult.onDemandBase = this._onDemandBase?.internalValue;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: InstanceGroupMixedInstancesPolicy | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this._instances = undefined;
      this._onDemandAllocationStrategy = undefined;
      this._spotAllocationStrategy = undefined;
      this._spotInstancePools = undefined;
      this._instanceRequirements.internalValue = undefined;
      this._onDemandAboveBase.internalValue = undefined;
      this._onDemandBase.internalValue = undefined;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this._instances = value.instances;
      this._onDemandAllocationStrategy = value.onDemandAllocationStrategy;
      this._spotAllocationStrategy = value.spotAllocationStrategy;
      this._spotInstancePools = value.spotInstancePools;
      this._instanceRequirements.internalValue = value.instanceRequirements;
      this._onDemandAboveBase.internalValue = value.onDemandAboveBase;
      this._onDemandBase.internalValue = value.onDemandBase;
    }
  }

  // instances - computed: false, optional: true, required: false
  private _instances?: string[]; 
  public get instances() {
    return this.getListAttribute('instances');
  }
  public set instances(value: string[]) {
    this._instances = value;
  }
  public resetInstances() {
    this._instances = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get instancesInput() {
    return this._instances;
  }

  // on_demand_allocation_strategy - computed: false, optional: true, required: false
  private _onDemandAllocationStrategy?: string; 
  public get onDemandAllocationStrategy() {
    return this.getStringAttribute('on_demand_allocation_strategy');
  }
  public set onDemandAllocationStrategy(value: string) {
    this._onDemandAllocationStrategy = value;
  }
  public resetOnDemandAllocationStrategy() {
    this._onDemandAllocationStrategy = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get onDemandAllocationStrategyInput() {
    return this._onDemandAllocationStrategy;
  }

  // spot_allocation_strategy - computed: false, optional: true, required: false
  private _spotAllocationStrategy?: string; 
  public get spotAllocationStrategy() {
    return this.getStringAttribute('spot_allocation_strategy');
  }
  public set spotAllocationStrategy(value: string) {
    this._spotAllocationStrategy = value;
  }
  public resetSpotAllocationStrategy() {
    this._spotAllocationStrategy = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get spotAllocationStrategyInput() {
    return this._spotAllocationStrategy;
  }

  // spot_instance_pools - computed: false, optional: true, required: false
  private _spotInstancePools?: number; 
  public get spotInstancePools() {
    return this.getNumberAttribute('spot_instance_pools');
  }
  public set spotInstancePools(value: number) {
    this._spotInstancePools = value;
  }
  public resetSpotInstancePools() {
    this._spotInstancePools = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get spotInstancePoolsInput() {
    return this._spotInstancePools;
  }

  // instance_requirements - computed: false, optional: true, required: false
  private _instanceRequirements = new InstanceGroupMixedInstancesPolicyInstanceRequirementsOutputReference(this, "instance_requirements");
  public get instanceRequirements() {
    return this._instanceRequirements;
  }
  public putInstanceRequirements(value: InstanceGroupMixedInstancesPolicyInstanceRequirements) {
    this._instanceRequirements.internalValue = value;
  }
  public resetInstanceRequirements() {
    this._instanceRequirements.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get instanceRequirementsInput() {
    return this._instanceRequirements.internalValue;
  }

  // on_demand_above_base - computed: false, optional: true, required: false
  private _onDemandAboveBase = new InstanceGroupMixedInstancesPolicyOnDemandAboveBaseOutputReference(this, "on_demand_above_base");
  public get onDemandAboveBase() {
    return this._onDemandAboveBase;
  }
  public putOnDemandAboveBase(value: InstanceGroupMixedInstancesPolicyOnDemandAboveBase) {
    this._onDemandAboveBase.internalValue = value;
  }
  public resetOnDemandAboveBase() {
    this._onDemandAboveBase.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get onDemandAboveBaseInput() {
    return this._onDemandAboveBase.internalValue;
  }

  // on_demand_base - computed: false, optional: true, required: false
  private _onDemandBase = new InstanceGroupMixedInstancesPolicyOnDemandBaseOutputReference(this, "on_demand_base");
  public get onDemandBase() {
    return this._onDemandBase;
  }
  public putOnDemandBase(value: InstanceGroupMixedInstancesPolicyOnDemandBase) {
    this._onDemandBase.internalValue = value;
  }
  public resetOnDemandBase() {
    this._onDemandBase.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get onDemandBaseInput() {
    return this._onDemandBase.internalValue;
  }
}
export interface InstanceGroupRootVolume {
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/instance_group#encryption InstanceGroup#encryption}
  */
  readonly encryption?: boolean | cdktf.IResolvable;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/instance_group#encryption_key InstanceGroup#encryption_key}
  */
  readonly encryptionKey?: string;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/instance_group#iops InstanceGroup#iops}
  */
  readonly iops?: number;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/instance_group#optimization InstanceGroup#optimization}
  */
  readonly optimization?: boolean | cdktf.IResolvable;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/instance_group#size InstanceGroup#size}
  */
  readonly size?: number;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/instance_group#throughput InstanceGroup#throughput}
  */
  readonly throughput?: number;
  /**
  * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/instance_group#type InstanceGroup#type}
  */
  readonly type?: string;
}

export function instanceGroupRootVolumeToTerraform(struct?: InstanceGroupRootVolumeOutputReference | InstanceGroupRootVolume): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    encryption: cdktf.booleanToTerraform(struct!.encryption),
    encryption_key: cdktf.stringToTerraform(struct!.encryptionKey),
    iops: cdktf.numberToTerraform(struct!.iops),
    optimization: cdktf.booleanToTerraform(struct!.optimization),
    size: cdktf.numberToTerraform(struct!.size),
    throughput: cdktf.numberToTerraform(struct!.throughput),
    type: cdktf.stringToTerraform(struct!.type),
  }
}


export function instanceGroupRootVolumeToHclTerraform(struct?: InstanceGroupRootVolumeOutputReference | InstanceGroupRootVolume): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    encryption: {
      value: cdktf.booleanToHclTerraform(struct!.encryption),
      isBlock: false,
      type: "simple",
      storageClassType: "boolean",
    },
    encryption_key: {
      value: cdktf.stringToHclTerraform(struct!.encryptionKey),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    iops: {
      value: cdktf.numberToHclTerraform(struct!.iops),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
    optimization: {
      value: cdktf.booleanToHclTerraform(struct!.optimization),
      isBlock: false,
      type: "simple",
      storageClassType: "boolean",
    },
    size: {
      value: cdktf.numberToHclTerraform(struct!.size),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
    },
    throughput: {
      value: cdktf.numberToHclTerraform(struct!.throughput),
      isBlock: false,
      type: "simple",
      storageClassType: "number",
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

export class InstanceGroupRootVolumeOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false, 0);
  }

  public get internalValue(): InstanceGroupRootVolume | undefined {
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._encryption !== undefined) {
      hasAnyValues = true;
      internalValueResult.encryption = this._encryption;
    }
    if (this._encryptionKey !== undefined) {
      hasAnyValues = true;
      internalValueResult.encryptionKey = this._encryptionKey;
    }
    if (this._iops !== undefined) {
      hasAnyValues = true;
      internalValueResult.iops = this._iops;
    }
    if (this._optimization !== undefined) {
      hasAnyValues = true;
      internalValueResult.optimization = this._optimization;
    }
    if (this._size !== undefined) {
      hasAnyValues = true;
      internalValueResult.size = this._size;
    }
    if (this._throughput !== undefined) {
      hasAnyValues = true;
      internalValueResult.throughput = this._throughput;
    }
    if (this._type !== undefined) {
      hasAnyValues = true;
      internalValueResult.type = this._type;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: InstanceGroupRootVolume | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this._encryption = undefined;
      this._encryptionKey = undefined;
      this._iops = undefined;
      this._optimization = undefined;
      this._size = undefined;
      this._throughput = undefined;
      this._type = undefined;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this._encryption = value.encryption;
      this._encryptionKey = value.encryptionKey;
      this._iops = value.iops;
      this._optimization = value.optimization;
      this._size = value.size;
      this._throughput = value.throughput;
      this._type = value.type;
    }
  }

  // encryption - computed: false, optional: true, required: false
  private _encryption?: boolean | cdktf.IResolvable; 
  public get encryption() {
    return this.getBooleanAttribute('encryption');
  }
  public set encryption(value: boolean | cdktf.IResolvable) {
    this._encryption = value;
  }
  public resetEncryption() {
    this._encryption = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get encryptionInput() {
    return this._encryption;
  }

  // encryption_key - computed: false, optional: true, required: false
  private _encryptionKey?: string; 
  public get encryptionKey() {
    return this.getStringAttribute('encryption_key');
  }
  public set encryptionKey(value: string) {
    this._encryptionKey = value;
  }
  public resetEncryptionKey() {
    this._encryptionKey = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get encryptionKeyInput() {
    return this._encryptionKey;
  }

  // iops - computed: false, optional: true, required: false
  private _iops?: number; 
  public get iops() {
    return this.getNumberAttribute('iops');
  }
  public set iops(value: number) {
    this._iops = value;
  }
  public resetIops() {
    this._iops = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get iopsInput() {
    return this._iops;
  }

  // optimization - computed: false, optional: true, required: false
  private _optimization?: boolean | cdktf.IResolvable; 
  public get optimization() {
    return this.getBooleanAttribute('optimization');
  }
  public set optimization(value: boolean | cdktf.IResolvable) {
    this._optimization = value;
  }
  public resetOptimization() {
    this._optimization = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get optimizationInput() {
    return this._optimization;
  }

  // size - computed: false, optional: true, required: false
  private _size?: number; 
  public get size() {
    return this.getNumberAttribute('size');
  }
  public set size(value: number) {
    this._size = value;
  }
  public resetSize() {
    this._size = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get sizeInput() {
    return this._size;
  }

  // throughput - computed: false, optional: true, required: false
  private _throughput?: number; 
  public get throughput() {
    return this.getNumberAttribute('throughput');
  }
  public set throughput(value: number) {
    this._throughput = value;
  }
  public resetThroughput() {
    this._throughput = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get throughputInput() {
    return this._throughput;
  }

  // type - computed: false, optional: true, required: false
  private _type?: string; 
  public get type() {
    return this.getStringAttribute('type');
  }
  public set type(value: string) {
    this._type = value;
  }
  public resetType() {
    this._type = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get typeInput() {
    return this._type;
  }
}

/**
* Represents a {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/instance_group kops_instance_group}
*/
export class InstanceGroup extends cdktf.TerraformResource {

  // =================
  // STATIC PROPERTIES
  // =================
  public static readonly tfResourceType = "kops_instance_group";

  // ==============
  // STATIC Methods
  // ==============
  /**
  * Generates CDKTF code for importing a InstanceGroup resource upon running "cdktf plan <stack-name>"
  * @param scope The scope in which to define this construct
  * @param importToId The construct id used in the generated config for the InstanceGroup to import
  * @param importFromId The id of the existing InstanceGroup that should be imported. Refer to the {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/instance_group#import import section} in the documentation of this resource for the id to use
  * @param provider? Optional instance of the provider where the InstanceGroup to import is found
  */
  public static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktf.TerraformProvider) {
        return new cdktf.ImportableResource(scope, importToId, { terraformResourceType: "kops_instance_group", importId: importFromId, provider });
      }

  // ===========
  // INITIALIZER
  // ===========

  /**
  * Create a new {@link https://registry.terraform.io/providers/terraform-kops/kops/1.36.2/docs/resources/instance_group kops_instance_group} Resource
  *
  * @param scope The scope in which to define this construct
  * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
  * @param options InstanceGroupConfig
  */
  public constructor(scope: Construct, id: string, config: InstanceGroupConfig) {
    super(scope, id, {
      terraformResourceType: 'kops_instance_group',
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
    this._autoscale = config.autoscale;
    this._capacityRebalance = config.capacityRebalance;
    this._cloudLabels = config.cloudLabels;
    this._clusterName = config.clusterName;
    this._id = config.id;
    this._image = config.image;
    this._machineType = config.machineType;
    this._manager = config.manager;
    this._maxSize = config.maxSize;
    this._minSize = config.minSize;
    this._name = config.name;
    this._nodeLabels = config.nodeLabels;
    this._role = config.role;
    this._subnets = config.subnets;
    this._instanceMetadata.internalValue = config.instanceMetadata;
    this._mixedInstancesPolicy.internalValue = config.mixedInstancesPolicy;
    this._rootVolume.internalValue = config.rootVolume;
  }

  // ==========
  // ATTRIBUTES
  // ==========

  // autoscale - computed: false, optional: true, required: false
  private _autoscale?: boolean | cdktf.IResolvable; 
  public get autoscale() {
    return this.getBooleanAttribute('autoscale');
  }
  public set autoscale(value: boolean | cdktf.IResolvable) {
    this._autoscale = value;
  }
  public resetAutoscale() {
    this._autoscale = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get autoscaleInput() {
    return this._autoscale;
  }

  // capacity_rebalance - computed: false, optional: true, required: false
  private _capacityRebalance?: boolean | cdktf.IResolvable; 
  public get capacityRebalance() {
    return this.getBooleanAttribute('capacity_rebalance');
  }
  public set capacityRebalance(value: boolean | cdktf.IResolvable) {
    this._capacityRebalance = value;
  }
  public resetCapacityRebalance() {
    this._capacityRebalance = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get capacityRebalanceInput() {
    return this._capacityRebalance;
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

  // cluster_name - computed: false, optional: false, required: true
  private _clusterName?: string; 
  public get clusterName() {
    return this.getStringAttribute('cluster_name');
  }
  public set clusterName(value: string) {
    this._clusterName = value;
  }
  // Temporarily expose input value. Use with caution.
  public get clusterNameInput() {
    return this._clusterName;
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

  // image - computed: true, optional: true, required: false
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

  // machine_type - computed: false, optional: false, required: true
  private _machineType?: string; 
  public get machineType() {
    return this.getStringAttribute('machine_type');
  }
  public set machineType(value: string) {
    this._machineType = value;
  }
  // Temporarily expose input value. Use with caution.
  public get machineTypeInput() {
    return this._machineType;
  }

  // manager - computed: true, optional: true, required: false
  private _manager?: string; 
  public get manager() {
    return this.getStringAttribute('manager');
  }
  public set manager(value: string) {
    this._manager = value;
  }
  public resetManager() {
    this._manager = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get managerInput() {
    return this._manager;
  }

  // max_size - computed: false, optional: false, required: true
  private _maxSize?: number; 
  public get maxSize() {
    return this.getNumberAttribute('max_size');
  }
  public set maxSize(value: number) {
    this._maxSize = value;
  }
  // Temporarily expose input value. Use with caution.
  public get maxSizeInput() {
    return this._maxSize;
  }

  // min_size - computed: false, optional: false, required: true
  private _minSize?: number; 
  public get minSize() {
    return this.getNumberAttribute('min_size');
  }
  public set minSize(value: number) {
    this._minSize = value;
  }
  // Temporarily expose input value. Use with caution.
  public get minSizeInput() {
    return this._minSize;
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

  // node_labels - computed: false, optional: true, required: false
  private _nodeLabels?: { [key: string]: string }; 
  public get nodeLabels() {
    return this.getStringMapAttribute('node_labels');
  }
  public set nodeLabels(value: { [key: string]: string }) {
    this._nodeLabels = value;
  }
  public resetNodeLabels() {
    this._nodeLabels = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get nodeLabelsInput() {
    return this._nodeLabels;
  }

  // revision - computed: true, optional: false, required: false
  public get revision() {
    return this.getNumberAttribute('revision');
  }

  // role - computed: false, optional: false, required: true
  private _role?: string; 
  public get role() {
    return this.getStringAttribute('role');
  }
  public set role(value: string) {
    this._role = value;
  }
  // Temporarily expose input value. Use with caution.
  public get roleInput() {
    return this._role;
  }

  // subnets - computed: false, optional: false, required: true
  private _subnets?: string[]; 
  public get subnets() {
    return this.getListAttribute('subnets');
  }
  public set subnets(value: string[]) {
    this._subnets = value;
  }
  // Temporarily expose input value. Use with caution.
  public get subnetsInput() {
    return this._subnets;
  }

  // instance_metadata - computed: false, optional: true, required: false
  private _instanceMetadata = new InstanceGroupInstanceMetadataOutputReference(this, "instance_metadata");
  public get instanceMetadata() {
    return this._instanceMetadata;
  }
  public putInstanceMetadata(value: InstanceGroupInstanceMetadata) {
    this._instanceMetadata.internalValue = value;
  }
  public resetInstanceMetadata() {
    this._instanceMetadata.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get instanceMetadataInput() {
    return this._instanceMetadata.internalValue;
  }

  // mixed_instances_policy - computed: false, optional: true, required: false
  private _mixedInstancesPolicy = new InstanceGroupMixedInstancesPolicyOutputReference(this, "mixed_instances_policy");
  public get mixedInstancesPolicy() {
    return this._mixedInstancesPolicy;
  }
  public putMixedInstancesPolicy(value: InstanceGroupMixedInstancesPolicy) {
    this._mixedInstancesPolicy.internalValue = value;
  }
  public resetMixedInstancesPolicy() {
    this._mixedInstancesPolicy.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get mixedInstancesPolicyInput() {
    return this._mixedInstancesPolicy.internalValue;
  }

  // root_volume - computed: false, optional: true, required: false
  private _rootVolume = new InstanceGroupRootVolumeOutputReference(this, "root_volume");
  public get rootVolume() {
    return this._rootVolume;
  }
  public putRootVolume(value: InstanceGroupRootVolume) {
    this._rootVolume.internalValue = value;
  }
  public resetRootVolume() {
    this._rootVolume.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get rootVolumeInput() {
    return this._rootVolume.internalValue;
  }

  // =========
  // SYNTHESIS
  // =========

  protected synthesizeAttributes(): { [name: string]: any } {
    return {
      autoscale: cdktf.booleanToTerraform(this._autoscale),
      capacity_rebalance: cdktf.booleanToTerraform(this._capacityRebalance),
      cloud_labels: cdktf.hashMapper(cdktf.stringToTerraform)(this._cloudLabels),
      cluster_name: cdktf.stringToTerraform(this._clusterName),
      id: cdktf.stringToTerraform(this._id),
      image: cdktf.stringToTerraform(this._image),
      machine_type: cdktf.stringToTerraform(this._machineType),
      manager: cdktf.stringToTerraform(this._manager),
      max_size: cdktf.numberToTerraform(this._maxSize),
      min_size: cdktf.numberToTerraform(this._minSize),
      name: cdktf.stringToTerraform(this._name),
      node_labels: cdktf.hashMapper(cdktf.stringToTerraform)(this._nodeLabels),
      role: cdktf.stringToTerraform(this._role),
      subnets: cdktf.listMapper(cdktf.stringToTerraform, false)(this._subnets),
      instance_metadata: instanceGroupInstanceMetadataToTerraform(this._instanceMetadata.internalValue),
      mixed_instances_policy: instanceGroupMixedInstancesPolicyToTerraform(this._mixedInstancesPolicy.internalValue),
      root_volume: instanceGroupRootVolumeToTerraform(this._rootVolume.internalValue),
    };
  }

  protected synthesizeHclAttributes(): { [name: string]: any } {
    const attrs = {
      autoscale: {
        value: cdktf.booleanToHclTerraform(this._autoscale),
        isBlock: false,
        type: "simple",
        storageClassType: "boolean",
      },
      capacity_rebalance: {
        value: cdktf.booleanToHclTerraform(this._capacityRebalance),
        isBlock: false,
        type: "simple",
        storageClassType: "boolean",
      },
      cloud_labels: {
        value: cdktf.hashMapperHcl(cdktf.stringToHclTerraform)(this._cloudLabels),
        isBlock: false,
        type: "map",
        storageClassType: "stringMap",
      },
      cluster_name: {
        value: cdktf.stringToHclTerraform(this._clusterName),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      id: {
        value: cdktf.stringToHclTerraform(this._id),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      image: {
        value: cdktf.stringToHclTerraform(this._image),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      machine_type: {
        value: cdktf.stringToHclTerraform(this._machineType),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      manager: {
        value: cdktf.stringToHclTerraform(this._manager),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      max_size: {
        value: cdktf.numberToHclTerraform(this._maxSize),
        isBlock: false,
        type: "simple",
        storageClassType: "number",
      },
      min_size: {
        value: cdktf.numberToHclTerraform(this._minSize),
        isBlock: false,
        type: "simple",
        storageClassType: "number",
      },
      name: {
        value: cdktf.stringToHclTerraform(this._name),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      node_labels: {
        value: cdktf.hashMapperHcl(cdktf.stringToHclTerraform)(this._nodeLabels),
        isBlock: false,
        type: "map",
        storageClassType: "stringMap",
      },
      role: {
        value: cdktf.stringToHclTerraform(this._role),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      subnets: {
        value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(this._subnets),
        isBlock: false,
        type: "list",
        storageClassType: "stringList",
      },
      instance_metadata: {
        value: instanceGroupInstanceMetadataToHclTerraform(this._instanceMetadata.internalValue),
        isBlock: true,
        type: "list",
        storageClassType: "InstanceGroupInstanceMetadataList",
      },
      mixed_instances_policy: {
        value: instanceGroupMixedInstancesPolicyToHclTerraform(this._mixedInstancesPolicy.internalValue),
        isBlock: true,
        type: "list",
        storageClassType: "InstanceGroupMixedInstancesPolicyList",
      },
      root_volume: {
        value: instanceGroupRootVolumeToHclTerraform(this._rootVolume.internalValue),
        isBlock: true,
        type: "list",
        storageClassType: "InstanceGroupRootVolumeList",
      },
    };

    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined ))
  }
}
