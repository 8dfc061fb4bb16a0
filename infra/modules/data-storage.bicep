// What belongs to the business: tables of tasks, orders, executions; attachments, exports, reports, logs.
// An account of its own, so that versions and soft delete do not weigh on the host's queues and leases.

@minLength(3)
@maxLength(24)
param name string

param location string
param tags object
param redundancy string
param recoveryDays int
param isLocked bool

// The names in Functions/Storage; a test compares.
var tableNames = [
  'activities'
  'alerts'
  'answers'
  'apikeys'
  'audit'
  'deadevents'
  'executionindex'
  'executions'
  'idempotency'
  'ledger'
  'mapruns'
  'orders'
  'reservations'
  'schedules'
  'settlements'
  'statemachines'
  'taskindex'
  'tasks'
  'transactions'
]
var containerNames = [
  'audit'
  'blobs'
  'payloads'
]

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
    allowSharedKeyAccess: false
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: 'Enabled'
    encryption: {
      keySource: 'Microsoft.Storage'
      requireInfrastructureEncryption: true
      services: {
        blob: {
          enabled: true
        }
        table: {
          enabled: true
          // The keys of tables are the account's own, as those of blobs are.
          keyType: 'Account'
        }
      }
    }
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-08-01' = {
  parent: account
  name: 'default'
  properties: {
    isVersioningEnabled: true
    deleteRetentionPolicy: {
      enabled: true
      days: recoveryDays
    }
    containerDeleteRetentionPolicy: {
      enabled: true
      days: recoveryDays
    }
  }
}

resource containers 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-08-01' = [
  for containerName in containerNames: {
    parent: blobs
    name: containerName
    properties: {
      publicAccess: 'None'
    }
  }
]

resource tableService 'Microsoft.Storage/storageAccounts/tableServices@2025-06-01' = {
  parent: account
  name: 'default'
}

resource tables 'Microsoft.Storage/storageAccounts/tableServices/tables@2025-06-01' = [
  for tableName in tableNames: {
    parent: tableService
    name: tableName
  }
]

// The product deletes what is old enough by itself (Retention, ExecutionLogs). This is about what it does not see: older versions, and what a crash left.
resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2025-06-01' = {
  parent: account
  name: 'default'
  properties: {
    policy: {
      rules: [
        {
          name: 'older-versions'
          type: 'Lifecycle'
          enabled: true
          definition: {
            filters: {
              blobTypes: [
                'blockBlob'
              ]
            }
            actions: {
              version: {
                delete: {
                  daysAfterCreationGreaterThan: recoveryDays
                }
              }
            }
          }
        }
        {
          name: 'logs-are-seldom-read'
          type: 'Lifecycle'
          enabled: true
          definition: {
            filters: {
              blobTypes: [
                'blockBlob'
              ]
              // A prefix begins with the name of the container.
              prefixMatch: [
                'blobs/logs/'
                'blobs/exports/'
              ]
            }
            actions: {
              baseBlob: {
                tierToCool: {
                  daysAfterModificationGreaterThan: 7
                }
              }
            }
          }
        }
        {
          name: 'payloads-of-nobody'
          type: 'Lifecycle'
          enabled: true
          definition: {
            filters: {
              blobTypes: [
                'blockBlob'
              ]
              prefixMatch: [
                'payloads/'
              ]
            }
            actions: {
              baseBlob: {
                delete: {
                  // An execution lives a year at most, and may be redriven for two weeks after; its payloads are purged with it.
                  daysAfterModificationGreaterThan: 400
                }
              }
            }
          }
        }
      ]
    }
  }
  dependsOn: [
    // A rule about versions is refused while there are none.
    blobs
  ]
}

resource lock 'Microsoft.Authorization/locks@2020-05-01' = if (isLocked) {
  scope: account
  name: 'data-stays'
  properties: {
    level: 'CanNotDelete'
    notes: 'Tasks, orders and executions are kept here.'
  }
}

output name string = account.name
