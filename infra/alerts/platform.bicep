// Alerts about what the product stands on; those about the product itself are in alert-rules.json.

param hostStorageName string
param dataStorageName string
param appName string
param maximumInstanceCount int
param actionGroupIds string[]
param tags object

resource hostStorage 'Microsoft.Storage/storageAccounts@2025-08-01' existing = {
  name: hostStorageName
}

resource dataStorage 'Microsoft.Storage/storageAccounts@2025-08-01' existing = {
  name: dataStorageName
}

resource app 'Microsoft.Web/sites@2025-03-01' existing = {
  name: appName
}

var accounts = [
  {
    name: 'host-storage-throttled'
    id: hostStorage.id
    description: 'The storage account of Durable Functions turns calls down for their rate: executions fall behind. See Scale in docs/azure.md.'
  }
  {
    name: 'data-storage-throttled'
    id: dataStorage.id
    description: 'The storage account of the data turns calls down for their rate: everything that reads or writes is slow.'
  }
]

resource throttled 'Microsoft.Insights/metricAlerts@2018-03-01' = [
  for account in accounts: {
    name: 'taskorch-${account.name}'
    location: 'global'
    tags: tags
    properties: {
      description: account.description
      severity: 2
      enabled: true
      scopes: [
        account.id
      ]
      evaluationFrequency: 'PT5M'
      windowSize: 'PT15M'
      criteria: {
        'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
        allOf: [
          {
            name: 'throttled'
            criterionType: 'StaticThresholdCriterion'
            metricNamespace: 'Microsoft.Storage/storageAccounts'
            metricName: 'Transactions'
            timeAggregation: 'Total'
            operator: 'GreaterThan'
            threshold: 100
            dimensions: [
              {
                name: 'ResponseType'
                operator: 'Include'
                values: [
                  'ClientThrottlingError'
                  'ClientAccountRequestThrottlingError'
                  'ClientAccountBandwidthThrottlingError'
                  'ServerBusyError'
                ]
              }
            ]
          }
        ]
      }
      actions: [
        for actionGroupId in actionGroupIds: {
          actionGroupId: actionGroupId
        }
      ]
    }
  }
]

resource atTheLimit 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'taskorch-instances-at-limit'
  location: 'global'
  tags: tags
  properties: {
    description: 'The app has scaled out as far as it may. More instances (maximumInstanceCount), or larger ones.'
    severity: 2
    enabled: true
    scopes: [
      app.id
    ]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          name: 'at-limit'
          criterionType: 'StaticThresholdCriterion'
          metricNamespace: 'Microsoft.Web/sites'
          metricName: 'InstanceCount'
          timeAggregation: 'Maximum'
          operator: 'GreaterThanOrEqual'
          threshold: maximumInstanceCount
        }
      ]
    }
    actions: [
      for actionGroupId in actionGroupIds: {
        actionGroupId: actionGroupId
      }
    ]
  }
}
