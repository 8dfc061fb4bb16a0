// For real work. Change the addresses before the first deployment; docs/azure.md says what to raise first when there is more to do.
using 'main.bicep'

param environmentName = 'prod'
param location = 'westeurope'
param durableBackend = 'AzureStorage'
param schedulerSku = 'Dedicated'
param schedulerAllowedAddresses = [
  '0.0.0.0/0'
]
param instanceMemoryMB = 2048
param maximumInstanceCount = 100
param alwaysReadyInstances = 1
param httpConcurrency = 64
param storageRedundancy = 'Standard_ZRS'
param recoveryDays = 30
param protectData = true
param logRetentionDays = 90
param dailyLogGigabytes = -1
param traceRatio = '0.05'
param auditReads = true
param alertAddresses = [
  'operations@example.com'
]
param settlementSchedule = '0 0 2 * * *'
param retentionSchedule = '0 30 3 * * *'
param upkeepSchedule = '0 * * * * *'
param tokenIssuer = ''
param tokenAudience = ''
param withGateway = true
param gatewaySku = 'BasicV2'
param gatewayPublisher = 'operations@example.com'
param gatewayCallsPerMinute = 600
