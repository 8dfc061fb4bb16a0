// The app: .NET 10 in a process of its own, on Flex Consumption.

@maxLength(40)
param planName string

@minLength(2)
@maxLength(60)
param name string

param location string
param tags object
param identityName string
param hostStorageName string
param packageContainer string
param dataStorageName string
param insightsName string
param vaultName string
param taskHubName string

@description('Empty where Durable Functions keeps its state in the host storage account.')
param schedulerEndpoint string

param instanceMemoryMB int
param maximumInstanceCount int
param alwaysReadyInstances int
param httpConcurrency int
param traceRatio string
param settlementSchedule string
param retentionSchedule string
param upkeepSchedule string
param tokenIssuer string
param tokenAudience string

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

resource hostStorage 'Microsoft.Storage/storageAccounts@2025-08-01' existing = {
  name: hostStorageName
}

resource dataStorage 'Microsoft.Storage/storageAccounts@2025-08-01' existing = {
  name: dataStorageName
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource vault 'Microsoft.KeyVault/vaults@2025-05-01' existing = {
  name: vaultName
}

// FUNCTIONS_WORKER_RUNTIME, FUNCTIONS_EXTENSION_VERSION and WEBSITE_* are not set on Flex Consumption: functionAppConfig says what they said.
var settings = {
  // Durable Functions does not know managedIdentityResourceId, so the identity is named by its client id.
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identity.properties.clientId
  AzureWebJobsStorage__blobServiceUri: hostStorage.properties.primaryEndpoints.blob
  AzureWebJobsStorage__queueServiceUri: hostStorage.properties.primaryEndpoints.queue
  AzureWebJobsStorage__tableServiceUri: hostStorage.properties.primaryEndpoints.table
  // The product answers at the root as well, and does not do so while the host shows a page of its own there.
  AzureWebJobsDisableHomepage: 'true'
  TASKHUB_NAME: taskHubName
  AZURE_CLIENT_ID: identity.properties.clientId
  Storage__TableServiceUri: dataStorage.properties.primaryEndpoints.table
  Storage__BlobServiceUri: dataStorage.properties.primaryEndpoints.blob
  // Resolved by the platform; the app sees the secret itself, and a text that begins like this while the secret is not there.
  MasterKey: '@Microsoft.KeyVault(SecretUri=${vault.properties.vaultUri}secrets/master-key)'
  APPLICATIONINSIGHTS_CONNECTION_STRING: insights.properties.ConnectionString
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identity.properties.clientId};Authorization=AAD'
  // The exporter in the host would keep five traces a second, whatever comes of them. The worker reads the same two settings, and keeps failures besides.
  OTEL_TRACES_SAMPLER: 'microsoft.fixed_percentage'
  OTEL_TRACES_SAMPLER_ARG: traceRatio
  SETTLEMENT_SCHEDULE: settlementSchedule
  RETENTION_SCHEDULE: retentionSchedule
  UPKEEP_SCHEDULE: upkeepSchedule
}
var schedulerSettings = empty(schedulerEndpoint)
  ? {}
  : {
      DTS_CONNECTION_STRING: 'Endpoint=${schedulerEndpoint};TaskHub=${taskHubName};Authentication=ManagedIdentity;ClientID=${identity.properties.clientId}'
    }
var tokenSettings = empty(tokenIssuer)
  ? {}
  : {
      Oidc__Issuer: tokenIssuer
      Oidc__Audience: tokenAudience
    }

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: planName
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    name: 'FC1'
    tier: 'FlexConsumption'
  }
  properties: {
    // Linux, the only one there is.
    reserved: true
  }
}

resource app 'Microsoft.Web/sites@2025-03-01' = {
  name: name
  location: location
  // azd finds the app that it publishes to by this tag.
  tags: union(tags, { 'azd-service-name': 'api' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identity.id}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    keyVaultReferenceIdentity: identity.id
    siteConfig: {
      minTlsVersion: '1.2'
      // Not a for-expression: how many there are would have to be known before the deployment begins, and the values are not.
      appSettings: map(items(union(settings, schedulerSettings, tokenSettings)), setting => {
        name: setting.key
        value: setting.value
      })
    }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${hostStorage.properties.primaryEndpoints.blob}${packageContainer}'
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identity.id
          }
        }
      }
      runtime: {
        name: 'dotnet-isolated'
        version: '10.0'
      }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMemoryMB
        maximumInstanceCount: maximumInstanceCount
        // All orchestrators and activities scale together in this group; with none ready an execution waits for an instance to start.
        alwaysReady: alwaysReadyInstances == 0
          ? []
          : [
              {
                name: 'durable'
                instanceCount: alwaysReadyInstances
              }
            ]
        triggers: {
          http: {
            perInstanceConcurrency: httpConcurrency
          }
        }
      }
    }
  }
}

output name string = app.name
output address string = 'https://${app.properties.defaultHostName}'
