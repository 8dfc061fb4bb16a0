// The workbook: what executions, tasks and the app do.

param workspaceName string
param location string
param tags object

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-07-01' existing = {
  name: workspaceName
}

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  name: guid(workspace.id, 'executions')
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    displayName: 'Task orchestration'
    category: 'workbook'
    sourceId: workspace.id
    serializedData: loadTextContent('../dashboards/executions.workbook.json')
  }
}
