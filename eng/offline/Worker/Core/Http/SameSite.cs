namespace Microsoft.Azure.Functions.Worker.Http;

/// <summary>To which sites a cookie goes.</summary>
public enum SameSite
{
    None,
    Lax,
    Strict,
    ExplicitNone,
}
