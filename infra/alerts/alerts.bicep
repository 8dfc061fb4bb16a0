// One Azure Monitor log alert for each rule of alert-rules.json, which the local host evaluates by itself.

@description('Where the alert rules are created.')
param location string = resourceGroup().location

@description('The Log Analytics workspace that the metrics are exported to.')
param workspaceId string

@description('What is called when an alert fires or is resolved.')
param actionGroupIds string[] = []

@description('What the names of the alert rules begin with.')
param namePrefix string = 'taskorch'

@description('Whether the alert rules are evaluated.')
param enabled bool = true

param tags object = {}

var definition = loadJsonContent('alert-rules.json')

resource alertRules 'Microsoft.Insights/scheduledQueryRules@2025-01-01-preview' = [
  for rule in definition.rules: {
    name: '${namePrefix}-${rule.name}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: '${namePrefix}: ${rule.name}'
      description: rule.description
      severity: rule.severity
      enabled: enabled
      scopes: [
        workspaceId
      ]
      evaluationFrequency: rule.evaluateEvery
      windowSize: rule.window
      criteria: {
        allOf: [
          {
            query: rule.query
            metricMeasureColumn: 'Value'
            timeAggregation: 'Maximum'
            operator: 'GreaterThan'
            threshold: rule.threshold
            failingPeriods: {
              numberOfEvaluationPeriods: 1
              minFailingPeriodsToAlert: 1
            }
          }
        ]
      }
      autoMitigate: false
      resolveConfiguration: {
        autoResolved: true
        timeToResolve: rule.resolveAfter
      }
      actions: {
        actionGroups: actionGroupIds
      }
    }
  }
]
