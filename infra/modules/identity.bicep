// Who the app is. One identity, so that every permission it has can be read in access.bicep.

@minLength(3)
@maxLength(128)
param name string

param location string
param tags object

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: name
  location: location
  tags: tags
}

output name string = identity.name
output principalId string = identity.properties.principalId
