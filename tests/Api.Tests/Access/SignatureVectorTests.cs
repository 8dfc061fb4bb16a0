using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using TaskOrchestration.Api.Access.Credentials;
using TaskOrchestration.Api.Access.Signatures;

namespace TaskOrchestration.Api.Tests.Access;

public class SignatureVectorTests
{
    private const string Secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    private const string NoBody = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private const string FormBody = "9095672bbd1f56dfc5b65f3e153adc8731a4a654192329106275f4c7b24d0b6e";

    // Requests like those of AWS's published examples, with the key that those use; the expected values were computed by a second implementation. In the last
    // four the path is already encoded, as SDKs send it.
    [Theory]
    [InlineData("GET", "/", "", NoBody, "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31")]
    [InlineData("POST", "/", "", NoBody, "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b")]
    [InlineData("GET", "/?Param2=value2&Param1=value1", "", NoBody, "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500")]
    [InlineData("POST", "/", "content-type:application/x-www-form-urlencoded", FormBody, "ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a")]
    [InlineData("GET", "/?%E1%88%B4=bar", "", NoBody, "2cdec8eed098649ff3a119c94853b13c643bcf08f8b0a1d91e12c9027818dd04")]
    [InlineData("GET", "/", "my-header1: value1|my-header2: \"a   b   c\"", NoBody, "acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736")]
    [InlineData("GET", "/example1/example2/../..", "", NoBody, "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31")]
    [InlineData("GET", "/-._~0123456789", "", NoBody, "ad76da869df8fc1b78336d35a32342b6a0e3ed0c489c7cfdbcf16ef16a31a879")]
    [InlineData("GET", "/example%20space/", "", NoBody, "446b817944c553435b35e813c261ff4e161fff982d1bacdef1c87f6785dd1662")]
    [InlineData("GET", "/%E1%88%B4", "", NoBody, "697b34846207a3f72246f99d74ae1ee4fe54f44bb06730c58a0d339eb079596d")]
    public void A_request_is_signed_as_AWS_signs_it(string method, string target, string headers, string payload, string expected)
    {
        var request = Request(method, target);
        var names = new List<string> { "host", "x-amz-date" };
        foreach (var header in headers.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(header => header.Split(':', 2)))
        {
            request.Headers[header[0]] = header[1];
            names.Add(header[0]);
        }

        names.Sort(StringComparer.Ordinal);
        var authorization = $"AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders={string.Join(';', names)}, Signature={expected}";
        var signed = Assert.IsType<Credential.Signed>(RequestSignature.OfHeader(request, authorization)).Signature;

        Assert.Equal(expected, new SigningKeys().Sign(Secret, signed, CanonicalRequest.Of(request, signed.SignedHeaders, payload)));
    }

    [Fact]
    public void A_presigned_request_is_signed_as_an_SDK_signs_it()
    {
        const string Expected = "1411a21d76a105bdbac8addc0d9c5977d01b4426bf60627e4f98cb00b871b996";
        var target = "/api/v1/tasks?limit=5&X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIDEXAMPLE%2F20150830%2Fus-east-1%2Fexecute-api%2Faws4_request"
            + $"&X-Amz-Date=20150830T123600Z&X-Amz-Expires=600&X-Amz-SignedHeaders=host&X-Amz-Signature={Expected}";
        var request = Request("GET", target, "127.0.0.1");

        var signed = Assert.IsType<Credential.Signed>(RequestSignature.OfQuery(request)).Signature;

        Assert.Equal(TimeSpan.FromMinutes(10), signed.Lifetime);
        Assert.Equal(Expected, new SigningKeys().Sign(Secret, signed, CanonicalRequest.Of(request, signed.SignedHeaders, NoBody)));
    }

    private static HttpRequest Request(string method, string target, string host = "example.amazonaws.com")
    {
        var request = new DefaultHttpContext().Request;
        request.Method = method;
        request.HttpContext.Features.Get<IHttpRequestFeature>()!.RawTarget = target;
        request.QueryString = target.IndexOf('?', StringComparison.Ordinal) is >= 0 and var at ? new QueryString(target[at..]) : default;
        request.Headers.Host = host;
        request.Headers["X-Amz-Date"] = "20150830T123600Z";
        return request;
    }
}
