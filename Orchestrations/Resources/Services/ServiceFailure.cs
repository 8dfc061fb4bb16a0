using System.Security.Cryptography;
using System.Text;
using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Orchestrations.Resources.Services;

/// <summary>How a task fails when a service refuses, in the words of the SDK that the integration stands on.</summary>
internal static class ServiceFailure
{
    public static Failure Of(ServiceException refused, AwsService service, ServiceRequest request) => request.IsByHand
        ? new Failure($"{service.ErrorPrefix}.{refused.Type ?? service.Exception}", refused.IsOfTheClient ? refused.Message : Cause(refused, service, request))
        : new Failure($"{service.SdkErrorPrefix}.{refused.Type ?? $"{service.SdkErrorPrefix}Exception"}", SdkCause(refused, service, request));

    private static string Cause(ServiceException refused, AwsService service, ServiceRequest request) =>
        $"{refused.Message} (Service: {service.Spoken}; Status Code: {refused.Status}; Error Code: {refused.Code}; Request ID: {request.Attempt}; Proxy: null)";

    private static string SdkCause(ServiceException refused, AwsService service, ServiceRequest request) => refused.IsOfTheClient
        ? $"{refused.Message} (SDK Attempt Count: 1)"
        : $"{refused.Message} (Service: {service.SdkErrorPrefix}, Status Code: {refused.Status}, Request ID: {request.Attempt}{ExtendedId(service, request)}) (SDK Attempt Count: 1)";

    private static string ExtendedId(AwsService service, ServiceRequest request) => service.HasExtendedRequestId
        ? $", Extended Request ID: {Convert.ToBase64String(SHA512.HashData(Encoding.UTF8.GetBytes(request.Attempt)))}"
        : "";
}
