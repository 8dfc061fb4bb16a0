using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using TaskOrchestration.Api.Access.Credentials;
using TaskOrchestration.Api.Access.Signatures;

namespace TaskOrchestration.Api.Tests.Access;

public class SignatureVectorTests
{
    private const string Secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    private const string NoBody = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private const string Unreserved = "-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const string SessionToken = "AQoDYXdzEPT//////////wEXAMPLEtc764bNrC9SAPBSM22wDOk4x4HIZ8j4FZTwdQWLWsKWHGBuFqwAeMicRXmxfpSPfIeoIYRqTflfKD8YUuwthAx7mSEI/qkPpKPi/kMcGdQrmGdeehM4IC1NtBmUpp2wUE8phUZampKsburEDy0KPkyQDYwT7WZ0wq5VSXDvp75YU9HFvlRd8Tx6q6fE8YQcHNVXAkiY9q6d+xo0rKwT38xVqr7ZD0u0iPPkUL64lIZbqBAz+scqKmlzm8FDrypNC9Yjc8fPOLn9FX9KSYvKTr4rvx3iSIlTJabIQwj2ICCR/oLxBA==";
    private const string FormBody = "9095672bbd1f56dfc5b65f3e153adc8731a4a654192329106275f4c7b24d0b6e";

    // The signatures that AWS publishes with its test suite for Signature Version 4, by the names of its cases. A path that HTTP carries encoded is signed encoded once more; the
    // suite signs it as it stands here.
    [Theory]
    [InlineData("get-vanilla", "GET", "/", "", NoBody, "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31")]
    [InlineData("get-vanilla-query", "GET", "/", "", NoBody, "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31")]
    [InlineData("get-vanilla-empty-query-key", "GET", "/?Param1=value1", "", NoBody, "a67d582fa61cc504c4bae71f336f98b97f1ea3c7a6bfe1b6e45aec72011b9aeb")]
    [InlineData("get-vanilla-query-order-key-case", "GET", "/?Param2=value2&Param1=value1", "", NoBody, "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500")]
    [InlineData("get-vanilla-query-unreserved", "GET", "/?" + Unreserved + "=" + Unreserved, "", NoBody, "9c3e54bfcdf0b19771a7f523ee5669cdf59bc7cc0884027167c21bb143a40197")]
    [InlineData("get-vanilla-utf8-query", "GET", "/?\u1234=bar", "", NoBody, "2cdec8eed098649ff3a119c94853b13c643bcf08f8b0a1d91e12c9027818dd04")]
    [InlineData("get-unreserved", "GET", "/" + Unreserved, "", NoBody, "07ef7494c76fa4850883e2b006601f940f8a34d404d0cfa977f52a65bbf5f24f")]
    [InlineData("get-utf8", "GET", "/\u1234", "", NoBody, "8318018e0b0f223aa2bbf98705b62bb787dc9c0e678f255a891fd03141be5d85")]
    [InlineData("get-space", "GET", "/example space/", "", NoBody, "652487583200325589f1fba4c7e578f72c47cb61beeca81406b39ddec1366741")]
    [InlineData("get-relative", "GET", "/example/..", "", NoBody, "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31")]
    [InlineData("get-relative-relative", "GET", "/example1/example2/../..", "", NoBody, "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31")]
    [InlineData("get-slash", "GET", "//", "", NoBody, "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31")]
    [InlineData("get-slash-dot-slash", "GET", "/./", "", NoBody, "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31")]
    [InlineData("get-slash-pointless-dot", "GET", "/./example", "", NoBody, "ef75d96142cf21edca26f06005da7988e4f8dc83a165a80865db7089db637ec5")]
    [InlineData("get-slashes", "GET", "//example//", "", NoBody, "9a624bd73a37c9a373b5312afbebe7a714a789de108f0bdfe846570885f57e84")]
    [InlineData("get-header-key-duplicate", "GET", "/", "my-header1:value2|my-header1:value2|my-header1:value1", NoBody, "c9d5ea9f3f72853aea855b47ea873832890dbdd183b4468f858259531a5138ea")]
    [InlineData("get-header-value-order", "GET", "/", "my-header1:value4|my-header1:value1|my-header1:value3|my-header1:value2", NoBody, "08c7e5a9acfcfeb3ab6b2185e75ce8b1deb5e634ec47601a50643f830c755c01")]
    [InlineData("get-header-value-trim", "GET", "/", "my-header1: value1|my-header2: \"a   b   c\"", NoBody, "acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736")]
    [InlineData("post-vanilla", "POST", "/", "", NoBody, "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b")]
    [InlineData("post-vanilla-query", "POST", "/?Param1=value1", "", NoBody, "28038455d6de14eafc1f9222cf5aa6f1a96197d7deb8263271d420d138af7f11")]
    [InlineData("post-vanilla-empty-query-value", "POST", "/?Param1=value1", "", NoBody, "28038455d6de14eafc1f9222cf5aa6f1a96197d7deb8263271d420d138af7f11")]
    [InlineData("post-header-key-case", "POST", "/", "", NoBody, "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b")]
    [InlineData("post-header-key-sort", "POST", "/", "My-Header1:value1", NoBody, "c5410059b04c1ee005303aed430f6e6645f61f4dc9e1461ec8f8916fdf18852c")]
    [InlineData("post-header-value-case", "POST", "/", "My-Header1:VALUE1", NoBody, "cdbc9802e29d2942e5e10b5bccfdd67c5f22c7c4e8ae67b53629efa58b974b7d")]
    [InlineData("post-sts-header-before", "POST", "/", "X-Amz-Security-Token:" + SessionToken, NoBody, "85d96828115b5dc0cfc3bd16ad9e210dd772bbebba041836c64533a82be05ead")]
    [InlineData("post-x-www-form-urlencoded", "POST", "/", "content-type:application/x-www-form-urlencoded", FormBody, "ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a")]
    [InlineData("post-x-www-form-urlencoded-parameters", "POST", "/", "content-type:application/x-www-form-urlencoded; charset=utf8", FormBody, "1a72ec8f64bd914b0e42e42607c7fbce7fb2c7465f63e3092b3b0d39fa77a6fe")]
    public void A_case_of_the_test_suite_of_AWS_verifies(string name, string method, string target, string headers, string payload, string expected)
    {
        Assert.Equal(expected, SignatureOf(Request(method, target), Headers(headers), "20150830T123600Z", "us-east-1/service", payload, expected, Secret));
        Assert.NotEmpty(name);
    }

    // As HTTP carries them, with the path encoded already; the expected values were computed by a second implementation.
    [Theory]
    [InlineData("/-._~0123456789", "ad76da869df8fc1b78336d35a32342b6a0e3ed0c489c7cfdbcf16ef16a31a879")]
    [InlineData("/example%20space/", "446b817944c553435b35e813c261ff4e161fff982d1bacdef1c87f6785dd1662")]
    [InlineData("/%E1%88%B4", "697b34846207a3f72246f99d74ae1ee4fe54f44bb06730c58a0d339eb079596d")]
    public void A_path_is_signed_as_it_was_sent(string target, string expected) =>
        Assert.Equal(expected, SignatureOf(Request("GET", target), [], "20150830T123600Z", "us-east-1/service", NoBody, expected, Secret));

    // The worked examples of the guides of IAM and S3.
    [Theory]
    [InlineData("GET", "iam.amazonaws.com", "/?Action=ListUsers&Version=2010-05-08", "content-type:application/x-www-form-urlencoded; charset=utf-8", "20150830T123600Z", "us-east-1/iam", NoBody, "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", "5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7")]
    [InlineData("GET", "examplebucket.s3.amazonaws.com", "/test.txt", "range:bytes=0-9|x-amz-content-sha256:" + NoBody, "20130524T000000Z", "us-east-1/s3", NoBody, "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41")]
    [InlineData("GET", "examplebucket.s3.amazonaws.com", "/?lifecycle", "x-amz-content-sha256:" + NoBody, "20130524T000000Z", "us-east-1/s3", NoBody, "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543")]
    [InlineData("GET", "examplebucket.s3.amazonaws.com", "/?max-keys=2&prefix=J", "x-amz-content-sha256:" + NoBody, "20130524T000000Z", "us-east-1/s3", NoBody, "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7")]
    public void A_worked_example_of_AWS_verifies(string method, string host, string target, string headers, string date, string scope, string payload, string secret, string expected) =>
        Assert.Equal(expected, SignatureOf(Request(method, target, host, date), Headers(headers), date, scope, payload, expected, secret));

    [Fact]
    public void The_worked_example_of_a_presigned_address_verifies()
    {
        const string Expected = "aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404";
        var target = "/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20130524T000000Z"
            + $"&X-Amz-Expires=86400&X-Amz-SignedHeaders=host&X-Amz-Signature={Expected}";
        var request = Request("GET", target, "examplebucket.s3.amazonaws.com", date: null);

        var signed = Assert.IsType<Credential.Signed>(RequestSignature.OfQuery(request)).Signature;

        Assert.Equal(Expected, new SigningKeys().Sign("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", signed, CanonicalRequest.Of(request, signed.SignedHeaders, "UNSIGNED-PAYLOAD")));
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

    /// <summary>What is calculated for a request whose signature is shown, from all that it shows.</summary>
    private static string SignatureOf(HttpRequest request, IEnumerable<(string Name, string Value)> headers, string date, string scope, string payload, string shown, string secret)
    {
        var names = new HashSet<string> { "host", "x-amz-date" };
        foreach (var (name, value) in headers)
        {
            request.Headers.Append(name, value);
            names.Add(name.ToLowerInvariant());
        }

        var authorization = $"AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/{date[..8]}/{scope}/aws4_request, SignedHeaders={string.Join(';', names.Order(StringComparer.Ordinal))}, Signature={shown}";
        var signed = Assert.IsType<Credential.Signed>(RequestSignature.OfHeader(request, authorization)).Signature;
        return new SigningKeys().Sign(secret, signed, CanonicalRequest.Of(request, signed.SignedHeaders, payload));
    }

    private static IEnumerable<(string Name, string Value)> Headers(string text) =>
        text.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(header => header.Split(':', 2)).Select(header => (header[0], header[1]));

    private static HttpRequest Request(string method, string target, string host = "example.amazonaws.com", string? date = "20150830T123600Z")
    {
        var request = new DefaultHttpContext().Request;
        request.Method = method;
        request.HttpContext.Features.Get<IHttpRequestFeature>()!.RawTarget = target;
        request.QueryString = target.IndexOf('?', StringComparison.Ordinal) is >= 0 and var at ? new QueryString(target[at..]) : default;
        request.Headers.Host = host;
        if (date is not null)
        {
            request.Headers["X-Amz-Date"] = date;
        }

        return request;
    }
}
