// Who did what on the level of Azure: every access to data goes on record in Log Analytics. The Activity Log knows only of changes to resources.
// What people did in the product is in its own audit journal.

param workspaceName string
param dataStorageName string
param vaultName string
param appName string
param withReads bool

var storageCategories = withReads
  ? [
      'StorageRead'
      'StorageWrite'
      'StorageDelete'
    ]
  : [
      'StorageWrite'
      'StorageDelete'
    ]

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-07-01' existing = {
  name: workspaceName
}

resource dataStorage 'Microsoft.Storage/storageAccounts@2025-08-01' existing = {
  name: dataStorageName
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-08-01' existing = {
  parent: dataStorage
  name: 'default'
}

resource tables 'Microsoft.Storage/storageAccounts/tableServices@2025-06-01' existing = {
  parent: dataStorage
  name: 'default'
}

resource vault 'Microsoft.KeyVault/vaults@2025-05-01' existing = {
  name: vaultName
}

resource app 'Microsoft.Web/sites@2025-03-01' existing = {
  name: appName
}

resource blobAccess 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: blobs
  name: 'audit'
  properties: {
    workspaceId: workspace.id
    logs: [
      for category in storageCategories: {
        category: category
        enabled: true
      }
    ]
  }
}

resource tableAccess 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: tables
  name: 'audit'
  properties: {
    workspaceId: workspace.id
    logs: [
      for category in storageCategories: {
        category: category
        enabled: true
      }
    ]
  }
}

resource vaultAccess 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: vault
  name: 'audit'
  properties: {
    workspaceId: workspace.id
    logs: [
      {
        category: 'AuditEvent'
        enabled: true
      }
    ]
  }
}

// What the host says before telemetry is up, and why it could not be.
resource appLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: app
  name: 'audit'
  properties: {
    workspaceId: workspace.id
    logs: [
      {
        category: 'FunctionAppLogs'
        enabled: true
      }
    ]
  }
}
