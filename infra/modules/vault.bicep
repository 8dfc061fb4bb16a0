// Holds one secret: the key that the secrets of API keys are encrypted under. infra/master-key puts it in; no template ever sees it.

@minLength(3)
@maxLength(24)
param name string

param location string
param tags object

resource vault 'Microsoft.KeyVault/vaults@2025-05-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    // Without the key signatures of API keys cannot be checked any more: nobody can delete it for good before its time.
    enablePurgeProtection: true
    publicNetworkAccess: 'Enabled'
  }
}

output name string = vault.name
