using TaskOrchestration.Domain.Access;

namespace TaskOrchestration.Domain.Tests.Access;

public class ApiKeyTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 31, 9, 0, 0, TimeSpan.Zero);

    private static readonly ApiKey Key = new()
    {
        Id = "TOAK0123456789ABCDEF",
        Owner = "ada",
        Roles = Roles.Viewer,
        Created = Now,
        Secret = new StoredSecret("hash", "sealed"),
    };

    [Fact]
    public void Is_active_until_the_moment_it_expires()
    {
        var key = Key with { Expires = Now.AddDays(1) };

        Assert.Equal(KeyState.Active, key.State(Now.AddDays(1).AddTicks(-1)));
        Assert.Equal(KeyState.Expired, key.State(Now.AddDays(1)));
        Assert.Empty(key.Secrets(Now.AddDays(1)));
    }

    [Fact]
    public void Opens_nothing_once_it_is_revoked()
    {
        var key = Key with { Revoked = Now };

        Assert.Equal(KeyState.Revoked, key.State(Now));
        Assert.Empty(key.Secrets(Now));
    }

    [Fact]
    public void Keeps_its_old_secret_for_the_time_of_grace_only()
    {
        var key = Key.Rotated(new StoredSecret("new", "new"), Now.AddHours(24));

        Assert.Equal(["new", "hash"], key.Secrets(Now.AddHours(24).AddTicks(-1)).Select(secret => secret.Hash));
        Assert.Equal(["new"], key.Secrets(Now.AddHours(24)).Select(secret => secret.Hash));
    }

    [Theory]
    [InlineData("viewer", Roles.Viewer)]
    [InlineData("Admin", Roles.Admin)]
    public void A_role_has_a_name(string name, Roles expected)
    {
        Assert.True(RoleNames.TryParse(name, out var role));
        Assert.Equal(expected, role);
        Assert.Equal([name.ToLowerInvariant()], RoleNames.Of(expected));
    }

    [Theory]
    [InlineData("")]
    [InlineData("root")]
    [InlineData("viewer,admin")]
    [InlineData("1")]
    public void No_other_text_is_a_role(string name) => Assert.False(RoleNames.TryParse(name, out _));

    [Theory]
    [InlineData("TOAK0123456789ABCDEF", true)]
    [InlineData("AKIA0123456789ABCDEF", false)]
    [InlineData("TOAK0123456789ABCDE", false)]
    [InlineData("TOAK0123456789abcdef", false)]
    [InlineData("TOAK0123456789ABCDE'", false)]
    public void An_id_is_known_by_its_form(string text, bool isId) => Assert.Equal(isId, KeyForm.IsId(text));
}
