// For azd: the name and the region are those of its environment, the rest is as in dev.bicepparam unless the environment says otherwise (azd env set).
using 'main.bicep'

param environmentName = readEnvironmentVariable('AZURE_ENV_NAME')
param location = readEnvironmentVariable('AZURE_LOCATION')
param durableBackend = readEnvironmentVariable('DURABLE_BACKEND', 'AzureStorage')
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
param traceRatio = readEnvironmentVariable('TRACE_RATIO', '1')
param auditReads = false
param alertAddresses = []
param settlementSchedule = '0 0 2 * * *'
param retentionSchedule = '0 30 3 * * *'
param upkeepSchedule = '0 * * * * *'
param tokenIssuer = ''
param tokenAudience = ''
param withGateway = bool(readEnvironmentVariable('WITH_GATEWAY', 'false'))
param gatewaySku = 'Developer'
param gatewayPublisher = readEnvironmentVariable('GATEWAY_PUBLISHER', 'operations@example.com')
param gatewayCallsPerMinute = 600
