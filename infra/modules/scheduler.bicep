// The Durable Task Scheduler and its task hub: Durable Functions' state without queues and tables of the app's own.

@minLength(3)
@maxLength(64)
param name string

param location string
param tags object
param sku string
param allowedAddresses string[]
param taskHubName string
param principalId string

var durableTaskDataContributor = '0ad04412-c4d5-4796-b79c-f76d14c8d402'

resource scheduler 'Microsoft.DurableTask/schedulers@2025-11-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    ipAllowlist: allowedAddresses
    sku: sku == 'Dedicated'
      ? {
          name: sku
          capacity: 1
        }
      : {
          name: sku
        }
  }
}

resource taskHub 'Microsoft.DurableTask/schedulers/taskHubs@2025-11-01' = {
  parent: scheduler
  name: taskHubName
}

// The Durable extension starts, raises and completes work items over gRPC, in this one task hub.
resource orchestrations 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: taskHub
  name: guid(taskHub.id, principalId, durableTaskDataContributor)
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', durableTaskDataContributor)
  }
}

output endpoint string = scheduler.properties.endpoint
