// API Management in front of the app: limits the rate of each caller before the app has any work with it. Who calls is the app's to find out, as without it.

@minLength(1)
@maxLength(50)
param name string

param location string
param tags object
param sku string
param publisher string
param backendAddress string
param callsPerMinute int
param insightsName string
param workspaceName string

var monitoringMetricsPublisher = '3913510d-42f4-4e42-8a64-420c390055eb'

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-07-01' existing = {
  name: workspaceName
}

resource gateway 'Microsoft.ApiManagement/service@2024-05-01' = {
  name: name
  location: location
  tags: tags
  sku: {
    name: sku
    capacity: 1
  }
  identity: {
    type: 'SystemAssigned'
  }
  properties: {
    publisherName: 'Task orchestration'
    publisherEmail: publisher
  }
}

resource api 'Microsoft.ApiManagement/service/apis@2024-05-01' = {
  parent: gateway
  name: 'taskorch'
  properties: {
    displayName: 'Task orchestration'
    // The Step Functions protocol is spoken at the root.
    path: ''
    protocols: [
      'https'
    ]
    serviceUrl: backendAddress
    // Callers show API keys, signatures or tokens to the app; a second key of the gateway's would be one more to lose.
    subscriptionRequired: false
    format: 'openapi+json'
    value: loadTextContent('../gateway/openapi.json')
  }
}

resource limits 'Microsoft.ApiManagement/service/apis/policies@2024-05-01' = {
  parent: api
  name: 'policy'
  properties: {
    format: 'rawxml'
    value: replace(loadTextContent('../gateway/policy.xml'), '{calls-per-minute}', string(callsPerMinute))
  }
}

// The gateway posts its traces to Application Insights, which takes none without a token.
resource telemetry 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: insights
  name: guid(insights.id, gateway.id, monitoringMetricsPublisher)
  properties: {
    principalId: gateway.identity.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', monitoringMetricsPublisher)
  }
}

resource logger 'Microsoft.ApiManagement/service/loggers@2024-05-01' = {
  parent: gateway
  name: 'insights'
  properties: {
    loggerType: 'applicationInsights'
    resourceId: insights.id
    credentials: {
      connectionString: insights.properties.ConnectionString
      identityClientId: 'SystemAssigned'
    }
  }
  dependsOn: [
    telemetry
  ]
}

resource diagnostics 'Microsoft.ApiManagement/service/diagnostics@2024-05-01' = {
  parent: gateway
  name: 'applicationinsights'
  properties: {
    loggerId: logger.id
    // Errors are told whatever share of the rest is.
    alwaysLog: 'allErrors'
    httpCorrelationProtocol: 'W3C'
    sampling: {
      samplingType: 'fixed'
      percentage: 10
    }
  }
}

resource access 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: gateway
  name: 'audit'
  properties: {
    workspaceId: workspace.id
    logs: [
      {
        category: 'GatewayLogs'
        enabled: true
      }
    ]
  }
}

output address string = gateway.properties.gatewayUrl
