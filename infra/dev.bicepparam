// Small and cheap: for trying things out. Nothing here is worth to be kept.
using 'main.bicep'

param environmentName = 'dev'
param location = 'westeurope'
param durableBackend = 'AzureStorage'
param schedulerSku = 'Consumption'
param schedulerAllowedAddresses = [
  '0.0.0.0/0'
]
param instanceMemoryMB = 2048
param maximumInstanceCount = 40
param alwaysReadyInstances = 0
param httpConcurrency = 32
param storageRedundancy = 'Standard_LRS'
param recoveryDays = 7
param protectData = false
param logRetentionDays = 30
param dailyLogGigabytes = 1
param traceRatio = '1'
param auditReads = false
param alertAddresses = []
param settlementSchedule = '0 0 2 * * *'
param retentionSchedule = '0 30 3 * * *'
param upkeepSchedule = '0 * * * * *'
param tokenIssuer = ''
param tokenAudience = ''
param withGateway = false
param gatewaySku = 'Developer'
param gatewayPublisher = 'operations@example.com'
param gatewayCallsPerMinute = 600
