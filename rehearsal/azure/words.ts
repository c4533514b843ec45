/**
 * Lists that Microsoft lengthens now and then: a word that is not here is taken, unless it looks like one of these misspelt.
 */

/** https://learn.microsoft.com/azure/virtual-network/service-tags-overview#available-service-tags */
export const SERVICE_TAGS = [
  ...[
    "ActionGroup",
    "ApiManagement",
    "AppConfiguration",
    "AppService",
    "AppServiceManagement",
    "AutonomousDevelopmentPlatform",
  ],
  ...[
    "AzureActiveDirectory",
    "AzureActiveDirectoryDomainServices",
    "AzureAdvancedThreatProtection",
    "AzureArcInfrastructure",
  ],
  ...[
    "AzureBackup",
    "AzureBotService",
    "AzureCloud",
    "AzureCognitiveSearch",
    "AzureConnectors",
    "AzureContainerAppsService",
  ],
  ...[
    "AzureContainerRegistry",
    "AzureCosmosDB",
    "AzureDatabricks",
    "AzureDataExplorerManagement",
    "AzureDevOps",
  ],
  ...[
    "AzureDigitalTwins",
    "AzureEventGrid",
    "AzureFrontDoor.Frontend",
    "AzureFrontDoor.Backend",
    "AzureFrontDoor.FirstParty",
  ],
  ...[
    "AzureHealthcareAPIs",
    "AzureInformationProtection",
    "AzureIoTHub",
    "AzureKeyVault",
    "AzureLoadBalancer",
  ],
  ...["AzureMachineLearning", "AzureMonitor", "AzureOpenDatasets", "AzurePlatformDNS", "AzurePlatformIMDS"],
  ...["AzurePlatformLKM", "AzureResourceManager", "AzureSignalR", "AzureSiteRecovery", "AzureStack"],
  ...[
    "AzureTrafficManager",
    "AzureUpdateDelivery",
    "BatchNodeManagement",
    "CognitiveServicesManagement",
    "DataFactory",
  ],
  ...[
    "DataFactoryManagement",
    "Dynamics365ForMarketingEmail",
    "EventHub",
    "GatewayManager",
    "GuestAndHybridManagement",
  ],
  ...[
    "HDInsight",
    "Internet",
    "LogicApps",
    "LogicAppsManagement",
    "MicrosoftAzureFluidRelay",
    "MicrosoftCloudAppSecurity",
  ],
  ...[
    "MicrosoftContainerRegistry",
    "PowerBI",
    "PowerPlatformInfra",
    "PowerQueryOnline",
    "ServiceBus",
    "ServiceFabric",
  ],
  ...[
    "Sql",
    "SqlManagement",
    "Storage",
    "StorageSyncService",
    "VideoIndexer",
    "VirtualDesktop",
    "VirtualNetwork",
  ],
  ...["WindowsAdminCenter", "WindowsVirtualDesktop"],
];

/** Names that Azure gives a meaning. https://learn.microsoft.com/azure/virtual-network/virtual-network-vnet-plan-design-arm#subnets */
export const SUBNETS = [
  ...["GatewaySubnet", "AzureFirewallSubnet", "AzureFirewallManagementSubnet", "AzureBastionSubnet"],
  "RouteServerSubnet",
];

/** https://learn.microsoft.com/azure/virtual-network/virtual-network-service-endpoints-overview */
export const SERVICE_ENDPOINTS = [
  ...["Microsoft.AzureActiveDirectory", "Microsoft.AzureCosmosDB", "Microsoft.CognitiveServices"],
  ...["Microsoft.ContainerRegistry", "Microsoft.EventHub", "Microsoft.KeyVault", "Microsoft.ServiceBus"],
  ...["Microsoft.Sql", "Microsoft.Storage", "Microsoft.Storage.Global", "Microsoft.Web"],
];

/** https://learn.microsoft.com/azure/role-based-access-control/built-in-roles */
export const ROLES = [
  ...[
    "Owner",
    "Contributor",
    "Reader",
    "User Access Administrator",
    "Role Based Access Control Administrator",
  ],
  ...["AcrDelete", "AcrPull", "AcrPush", "Azure Kubernetes Service Cluster Admin Role"],
  ...[
    "Azure Kubernetes Service Cluster User Role",
    "Azure Kubernetes Service RBAC Admin",
    "DNS Zone Contributor",
  ],
  ...[
    "Key Vault Administrator",
    "Key Vault Certificates Officer",
    "Key Vault Crypto Officer",
    "Key Vault Crypto User",
  ],
  ...["Key Vault Reader", "Key Vault Secrets Officer", "Key Vault Secrets User", "Log Analytics Contributor"],
  ...[
    "Log Analytics Reader",
    "Managed Identity Contributor",
    "Managed Identity Operator",
    "Monitoring Contributor",
  ],
  ...[
    "Monitoring Metrics Publisher",
    "Monitoring Reader",
    "Network Contributor",
    "Private DNS Zone Contributor",
  ],
  ...["Storage Account Contributor", "Storage Blob Data Contributor", "Storage Blob Data Owner"],
  ...["Storage Blob Data Reader", "Storage Queue Data Contributor", "Storage Queue Data Reader"],
  ...["Storage Table Data Contributor", "Storage Table Data Reader", "Virtual Machine Administrator Login"],
  ...["Virtual Machine Contributor", "Virtual Machine User Login"],
];

/** https://learn.microsoft.com/azure/virtual-machines/linux/endorsed-distros */
export const PUBLISHERS = [
  ...["almalinux", "Canonical", "Debian", "erockyenterprisesoftwarefoundationinc1653071250513", "kinvolk"],
  ...["MicrosoftCBLMariner", "Oracle", "RedHat", "resf", "SUSE"],
];

/** https://documentation.ubuntu.com/azure/azure-how-to/instances/find-ubuntu-images/ */
export const UBUNTU = [
  ...["0001-com-ubuntu-server-focal", "0001-com-ubuntu-server-jammy", "0001-com-ubuntu-minimal-jammy"],
  ...[
    "0001-com-ubuntu-pro-jammy",
    "0001-com-ubuntu-confidential-vm-jammy",
    "ubuntu-22_04-lts",
    "ubuntu-24_04-lts",
  ],
  ...["ubuntu-24_10", "ubuntu-25_04", "ubuntu-25_10", "ubuntu-26_04-lts"],
];

export const UBUNTU_SKUS = [
  ...["20_04-lts", "20_04-lts-gen2", "20_04-lts-arm64", "22_04-lts", "22_04-lts-gen2", "22_04-lts-arm64"],
  ...["minimal-22_04-lts", "minimal-22_04-lts-gen2", "minimal-22_04-lts-arm64", "pro-22_04-lts"],
  ...[
    "pro-22_04-lts-gen2",
    "server",
    "server-gen1",
    "server-arm64",
    "minimal",
    "minimal-gen1",
    "minimal-arm64",
  ],
  ...["ubuntu-pro", "ubuntu-pro-gen1", "ubuntu-pro-arm64", "cvm"],
];

/** Publishers of extensions for Linux. https://learn.microsoft.com/azure/virtual-machines/extensions/features-linux */
export const EXTENSIONS = [
  ...["Microsoft.Azure.ActiveDirectory", "Microsoft.Azure.Extensions", "Microsoft.Azure.KeyVault"],
  ...["Microsoft.Azure.Monitor", "Microsoft.Azure.NetworkWatcher", "Microsoft.Azure.RecoveryServices"],
  ...[
    "Microsoft.Azure.Security",
    "Microsoft.CPlat.Core",
    "Microsoft.EnterpriseCloud.Monitoring",
    "Microsoft.OSTCExtensions",
  ],
];

export const EXTENSION_TYPES = [
  ...[
    "AADSSHLoginForLinux",
    "AzureMonitorLinuxAgent",
    "AzureSecurityLinuxAgent",
    "CustomScript",
    "KeyVaultForLinux",
  ],
  ...[
    "LinuxDiagnostic",
    "NetworkWatcherAgentLinux",
    "OmsAgentForLinux",
    "RunCommandHandlerLinux",
    "VMAccessForLinux",
  ],
  "VMSnapshotLinux",
];
