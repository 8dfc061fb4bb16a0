// Where telemetry and the record of accesses go.

@minLength(4)
@maxLength(63)
param workspaceName string

@maxLength(255)
param insightsName string

param location string
param tags object
param retentionDays int
param dailyGigabytes int

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-07-01' = {
  name: workspaceName
  location: location
  tags: tags
  properties: {
    sku: {
      name: 'PerGB2018'
    }
    retentionInDays: retentionDays
    workspaceCapping: {
      dailyQuotaGb: dailyGigabytes
    }
    features: {
      // Who may read a resource may read its logs, and no others.
      enableLogAccessUsingOnlyResourcePermissions: true
      // Nobody writes with the workspace's keys.
      disableLocalAuth: true
    }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: insightsName
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    // The connection string alone lets nobody write: telemetry comes with a token of an identity that holds Monitoring Metrics Publisher.
    DisableLocalAuth: true
  }
}

output workspaceName string = workspace.name
output workspaceId string = workspace.id
output insightsName string = insights.name
