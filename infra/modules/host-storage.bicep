// What the Functions host and Durable Functions keep for themselves: leases, the app's package, control queues, histories.
// No versions, no soft delete: leases and queues change all the time, and each change would be kept and paid for.

@minLength(3)
@maxLength(24)
param name string

param location string
param tags object
param redundancy string

var packageContainerName = 'app-package'

resource account 'Microsoft.Storage/storageAccounts@2025-08-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: {
    name: redundancy
  }
  properties: {
    accessTier: 'Hot'
    // Identities only: a key would open everything, for as long as nobody changes it.
    allowSharedKeyAccess: false
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    // The app has no fixed address on Flex Consumption without a virtual network; who it is decides.
    publicNetworkAccess: 'Enabled'
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-08-01' = {
  parent: account
  name: 'default'
  properties: {
    isVersioningEnabled: false
    deleteRetentionPolicy: {
      enabled: false
    }
    containerDeleteRetentionPolicy: {
      enabled: false
    }
  }
}

resource packageContainer 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-08-01' = {
  parent: blobs
  name: packageContainerName
  properties: {
    publicAccess: 'None'
  }
}

output name string = account.name
output packageContainer string = packageContainerName
