// Who is told of alerts.

@maxLength(260)
param name string

param tags object
param addresses string[]

resource actionGroup 'Microsoft.Insights/actionGroups@2023-01-01' = if (!empty(addresses)) {
  name: name
  location: 'global'
  tags: tags
  properties: {
    // Begins every message; twelve characters at most.
    groupShortName: 'taskorch'
    enabled: true
    emailReceivers: [
      for (address, index) in addresses: {
        name: 'address-${index}'
        emailAddress: address
        useCommonAlertSchema: true
      }
    ]
  }
}

output actionGroupIds string[] = empty(addresses) ? [] : [actionGroup.id]
