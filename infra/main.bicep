// Everything the product needs on Azure, in one resource group: `az deployment sub create` or `azd provision`. docs/azure.md says what to run in which order.
targetScope = 'subscription'

@description('What this installation is called: dev, prod, or the name of an azd environment.')
@minLength(2)
@maxLength(16)
param environmentName string

@description('The region. Flex Consumption is not offered in all of them: az functionapp list-flexconsumption-locations.')
param location string = deployment().location

@description('Where Durable Functions keeps its state. It cannot be migrated from one to the other: choose before the first execution.')
@allowed([
  'AzureStorage'
  'AzureManaged'
])
param durableBackend string

@description('How the Durable Task Scheduler is paid for, where durableBackend is AzureManaged.')
@allowed([
  'Consumption'
  'Dedicated'
])
param schedulerSku string

@description('Who reaches the Durable Task Scheduler, in CIDR notation. An empty list would let nobody in, the app included, which has no fixed address.')
@minLength(1)
param schedulerAllowedAddresses string[]

@description('How much memory an instance of the app has.')
@allowed([
  512
  2048
  4096
])
param instanceMemoryMB int

@description('How far the app scales out.')
@minValue(40)
@maxValue(1000)
param maximumInstanceCount int

@description('How many instances wait for executions at any time, so that none has to wait for an instance.')
@minValue(0)
param alwaysReadyInstances int

@description('How many requests an instance answers at the same time.')
@minValue(1)
@maxValue(1000)
param httpConcurrency int

@description('How the storage accounts are replicated.')
@allowed([
  'Standard_LRS'
  'Standard_ZRS'
  'Standard_GZRS'
])
param storageRedundancy string

@description('For how many days what was deleted can be brought back, and older versions of blobs are kept.')
@minValue(1)
@maxValue(365)
param recoveryDays int

@description('Whether the storage account of the data is locked against being deleted.')
param protectData bool

@description('For how many days telemetry and the audit of accesses are kept.')
@minValue(30)
@maxValue(730)
param logRetentionDays int

@description('So many gigabytes a day are taken in at most; -1 for no limit. What comes beyond is lost, and with it the alerts.')
param dailyLogGigabytes int

@description('The share of traces that is kept though nothing went wrong in them, from 0 to 1. Failures are always kept.')
param traceRatio string

@description('Whether every read of data is on record, not only what is written and deleted. It is one line for each transaction.')
param auditReads bool

@description('Who is told of alerts.')
param alertAddresses string[]

@description('When settlements are made: six fields, in UTC.')
param settlementSchedule string

@description('When is deleted what is old enough.')
param retentionSchedule string

@description('How often is looked after what a crash may have left half done.')
param upkeepSchedule string

@description('Whose tokens are taken besides API keys: https://login.microsoftonline.com/TENANT/v2.0 for Entra ID; empty for none.')
param tokenIssuer string

@description('Whom the tokens must be meant for: the client id of the app registration.')
param tokenAudience string

@description('Whether calls come through API Management, which limits their rate.')
param withGateway bool

@description('The tier of API Management. Limits by caller are not to be had in Consumption.')
@allowed([
  'Developer'
  'BasicV2'
  'StandardV2'
])
param gatewaySku string

@description('Whom API Management writes to.')
param gatewayPublisher string

@description('So many calls a minute API Management lets through from one caller.')
@minValue(1)
param gatewayCallsPerMinute int

// Thirteen characters, the same at every deployment: names of storage accounts and apps are the whole world's.
var token = toLower(uniqueString(subscription().id, environmentName, location))
var onScheduler = durableBackend == 'AzureManaged'
var taskHubName = 'taskorch'
var tags = {
  'azd-env-name': environmentName
  product: 'task-orchestration'
}

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: 'rg-taskorch-${environmentName}'
  location: location
  tags: tags
}

module identity 'modules/identity.bicep' = {
  name: 'identity'
  scope: group
  params: {
    name: 'id-taskorch-${token}'
    location: location
    tags: tags
  }
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  scope: group
  params: {
    workspaceName: 'log-taskorch-${token}'
    insightsName: 'appi-taskorch-${token}'
    location: location
    tags: tags
    retentionDays: logRetentionDays
    dailyGigabytes: dailyLogGigabytes
  }
}

module hostStorage 'modules/host-storage.bicep' = {
  name: 'host-storage'
  scope: group
  params: {
    name: 'sthost${token}'
    location: location
    tags: tags
    redundancy: storageRedundancy
  }
}

module dataStorage 'modules/data-storage.bicep' = {
  name: 'data-storage'
  scope: group
  params: {
    name: 'stdata${token}'
    location: location
    tags: tags
    redundancy: storageRedundancy
    recoveryDays: recoveryDays
    isLocked: protectData
  }
}

module vault 'modules/vault.bicep' = {
  name: 'vault'
  scope: group
  params: {
    name: 'kv-taskorch-${token}'
    location: location
    tags: tags
  }
}

module scheduler 'modules/scheduler.bicep' = if (onScheduler) {
  name: 'scheduler'
  scope: group
  params: {
    name: 'dts-taskorch-${token}'
    location: location
    tags: tags
    sku: schedulerSku
    allowedAddresses: schedulerAllowedAddresses
    taskHubName: taskHubName
    principalId: identity.outputs.principalId
  }
}

module access 'modules/access.bicep' = {
  name: 'access'
  scope: group
  params: {
    principalId: identity.outputs.principalId
    hostStorageName: hostStorage.outputs.name
    dataStorageName: dataStorage.outputs.name
    insightsName: monitoring.outputs.insightsName
    vaultName: vault.outputs.name
    hostStorageHoldsState: !onScheduler
  }
}

module app 'modules/app.bicep' = {
  name: 'app'
  scope: group
  params: {
    planName: 'plan-taskorch-${token}'
    name: 'func-taskorch-${token}'
    location: location
    tags: tags
    identityName: identity.outputs.name
    hostStorageName: hostStorage.outputs.name
    packageContainer: hostStorage.outputs.packageContainer
    dataStorageName: dataStorage.outputs.name
    insightsName: monitoring.outputs.insightsName
    vaultName: vault.outputs.name
    taskHubName: taskHubName
    schedulerEndpoint: scheduler.?outputs.endpoint ?? ''
    instanceMemoryMB: instanceMemoryMB
    maximumInstanceCount: maximumInstanceCount
    alwaysReadyInstances: alwaysReadyInstances
    httpConcurrency: httpConcurrency
    traceRatio: traceRatio
    settlementSchedule: settlementSchedule
    retentionSchedule: retentionSchedule
    upkeepSchedule: upkeepSchedule
    tokenIssuer: tokenIssuer
    tokenAudience: tokenAudience
  }
  dependsOn: [
    // The host reads its package, its leases and the master key as soon as it starts.
    access
  ]
}

module gateway 'modules/gateway.bicep' = if (withGateway) {
  name: 'gateway'
  scope: group
  params: {
    name: 'apim-taskorch-${token}'
    location: location
    tags: tags
    sku: gatewaySku
    publisher: gatewayPublisher
    backendAddress: app.outputs.address
    callsPerMinute: gatewayCallsPerMinute
    insightsName: monitoring.outputs.insightsName
    workspaceName: monitoring.outputs.workspaceName
  }
}

module audit 'modules/audit.bicep' = {
  name: 'audit'
  scope: group
  params: {
    workspaceName: monitoring.outputs.workspaceName
    dataStorageName: dataStorage.outputs.name
    vaultName: vault.outputs.name
    appName: app.outputs.name
    withReads: auditReads
  }
}

module notifications 'modules/notifications.bicep' = {
  name: 'notifications'
  scope: group
  params: {
    name: 'ag-taskorch-${token}'
    tags: tags
    addresses: alertAddresses
  }
}

module alerts 'alerts/alerts.bicep' = {
  name: 'alerts'
  scope: group
  params: {
    location: location
    workspaceId: monitoring.outputs.workspaceId
    actionGroupIds: notifications.outputs.actionGroupIds
    tags: tags
  }
}

module platformAlerts 'alerts/platform.bicep' = {
  name: 'platform-alerts'
  scope: group
  params: {
    hostStorageName: hostStorage.outputs.name
    dataStorageName: dataStorage.outputs.name
    appName: app.outputs.name
    maximumInstanceCount: maximumInstanceCount
    actionGroupIds: notifications.outputs.actionGroupIds
    tags: tags
  }
}

module dashboard 'modules/dashboard.bicep' = {
  name: 'dashboard'
  scope: group
  params: {
    workspaceName: monitoring.outputs.workspaceName
    location: location
    tags: tags
  }
}

@description('The resource group.')
output AZURE_RESOURCE_GROUP string = group.name

@description('The app, for func azure functionapp publish.')
output APP_NAME string = app.outputs.name

@description('Where the app answers.')
output APP_ADDRESS string = app.outputs.address

@description('Where callers are let in, if they come through API Management.')
output GATEWAY_ADDRESS string = gateway.?outputs.address ?? ''

@description('The vault that the master key is put into.')
output VAULT_NAME string = vault.outputs.name
