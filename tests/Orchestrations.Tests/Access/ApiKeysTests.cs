using System.Text;
using TaskOrchestration.Domain.Access;
using TaskOrchestration.Orchestrations.Access;

namespace TaskOrchestration.Orchestrations.Tests.Access;

public sealed class ApiKeysTests : IDisposable
{
    private readonly AccessFolder _folder = new();

    private ApiKeys Keys => _folder.Keys;

    private KeyRing Ring => _folder.Ring;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_key_lets_its_owner_in()
    {
        var issued = await Keys.CreateAsync("ada", Roles.Viewer | Roles.Worker);

        Assert.True(KeyForm.IsId(issued.Key.Id));
        Assert.True(KeyForm.IsSecret(issued.Secret));
        Assert.Equal(new Caller("ada", Roles.Viewer | Roles.Worker, issued.Key.Id), await Ring.OpenAsync(issued.Key.Id, issued.Secret));
        Assert.Equal([issued.Key], (await Keys.ListAsync()).Select(key => key with { LastUsed = null }));
    }

    [Fact]
    public async Task Another_keys_secret_opens_nothing()
    {
        var (mine, other) = (await Keys.CreateAsync("ada", Roles.Admin), await Keys.CreateAsync("bob", Roles.None));

        Assert.Null(await Ring.OpenAsync(mine.Key.Id, other.Secret));
        Assert.Null(await Ring.OpenAsync("TOAK0000000000000000", mine.Secret));
        Assert.Null(await Ring.OpenAsync("' OR 1=1 --", mine.Secret));
    }

    [Fact]
    public async Task An_expired_key_opens_nothing()
    {
        var issued = await Keys.CreateAsync("ada", Roles.Admin, _folder.Time.GetUtcNow().AddDays(1));
        Assert.NotNull(await Ring.OpenAsync(issued.Key.Id, issued.Secret));

        _folder.Time.Advance(TimeSpan.FromDays(1));

        Assert.Null(await Ring.OpenAsync(issued.Key.Id, issued.Secret));
        Assert.False(await Ring.KnowsAsync(issued.Key.Id));
    }

    [Fact]
    public async Task What_another_process_does_to_a_key_is_seen_at_once()
    {
        var issued = await Keys.CreateAsync("ada", Roles.Admin);
        Assert.NotNull(await Ring.OpenAsync(issued.Key.Id, issued.Secret));
        using var elsewhere = new SqliteApiKeyStore(_folder.Path);
        using var box = new SecretBox(MasterKey.LoadOrCreate(_folder.Path));
        var theirs = new ApiKeys(elsewhere, box, _folder.Time);

        var rotated = await theirs.RotateAsync(issued.Key.Id, TimeSpan.Zero);
        Assert.Null(await Ring.OpenAsync(issued.Key.Id, issued.Secret));
        Assert.NotNull(await Ring.OpenAsync(issued.Key.Id, rotated.Secret));

        await theirs.RevokeAsync(issued.Key.Id);
        Assert.Null(await Ring.OpenAsync(issued.Key.Id, rotated.Secret));
    }

    [Fact]
    public async Task A_replaced_secret_is_good_for_its_time_of_grace()
    {
        var issued = await Keys.CreateAsync("ada", Roles.Admin);
        var rotated = await Keys.RotateAsync(issued.Key.Id, TimeSpan.FromHours(24));

        Assert.NotNull(await Ring.OpenAsync(issued.Key.Id, issued.Secret));
        Assert.NotNull(await Ring.OpenAsync(issued.Key.Id, rotated.Secret));
        _folder.Time.Advance(TimeSpan.FromHours(24));
        Assert.Null(await Ring.OpenAsync(issued.Key.Id, issued.Secret));
        Assert.NotNull(await Ring.OpenAsync(issued.Key.Id, rotated.Secret));
    }

    [Fact]
    public async Task Whoever_checks_a_signature_is_given_the_secret_itself()
    {
        var issued = await Keys.CreateAsync("ada", Roles.Admin);
        var seen = new List<string>();

        Assert.Null(await Ring.OpenAsync(issued.Key.Id, secret =>
        {
            seen.Add(secret);
            return false;
        }));

        Assert.Equal([issued.Secret], seen);
    }

    [Fact]
    public void Many_may_open_secrets_at_once()
    {
        using var box = new SecretBox(MasterKey.LoadOrCreate(_folder.Path));
        var kept = box.Store("TOAK0000000000000000", "secret");

        Parallel.For(0, 20_000, _ => Assert.Equal("secret", box.Open("TOAK0000000000000000", kept)));
    }

    [Fact]
    public async Task The_file_gives_no_secret_away()
    {
        var issued = await Keys.CreateAsync("ada", Roles.Admin);
        _folder.Store.Dispose();

        var files = Directory.GetFiles(_folder.Path, "access.db*").Select(file => Encoding.Latin1.GetString(File.ReadAllBytes(file)));

        Assert.DoesNotContain(files, content => content.Contains(issued.Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_secret_that_was_moved_to_another_key_cannot_be_read()
    {
        var (mine, other) = (await Keys.CreateAsync("ada", Roles.Admin), await Keys.CreateAsync("bob", Roles.None));
        await _folder.Store.TrySaveAsync(mine.Key with { Secret = other.Key.Secret });

        Assert.Null(await Ring.OpenAsync(mine.Key.Id, other.Secret));
        await Assert.ThrowsAsync<InvalidDataException>(async () => await Ring.OpenAsync(mine.Key.Id, _ => true));
    }

    [Fact]
    public async Task The_first_key_is_made_once()
    {
        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () => await Keys.CreateFirstAsync("admin", Roles.Admin))));

        Assert.Single(all, issued => issued is not null);
        Assert.Single(await Keys.ListAsync());
    }

    [Fact]
    public async Task A_revoked_key_stays_revoked()
    {
        var issued = await Keys.CreateAsync("ada", Roles.Admin);
        var revoked = await Keys.RevokeAsync(issued.Key.Id);

        _folder.Time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(revoked, await Keys.RevokeAsync(issued.Key.Id));
        await RefusesAsync(KeyRefusal.NotActive, async () => await Keys.RotateAsync(issued.Key.Id, TimeSpan.Zero));
    }

    [Fact]
    public async Task Says_why_something_is_not_done()
    {
        await RefusesAsync(KeyRefusal.NotFound, async () => await Keys.RevokeAsync("TOAK0000000000000000"));
        await RefusesAsync(KeyRefusal.InvalidOwner, async () => await Keys.CreateAsync("", Roles.None));
        await RefusesAsync(KeyRefusal.InvalidOwner, async () => await Keys.CreateAsync("a\nb", Roles.None));
        await RefusesAsync(KeyRefusal.InvalidExpiry, async () => await Keys.CreateAsync("ada", Roles.None, _folder.Time.GetUtcNow()));
        await RefusesAsync(KeyRefusal.InvalidGrace, async () => await Keys.RotateAsync("TOAK0000000000000000", TimeSpan.FromDays(31)));
        Assert.Empty(await Keys.ListAsync());
    }

    [Fact]
    public async Task A_lent_key_is_kept_nowhere()
    {
        var lent = Ring.Lend(new Caller("taskorch", Roles.Admin, "own"));

        Assert.Equal(new Caller("taskorch", Roles.Admin, lent.Key.Id), await Ring.OpenAsync(lent.Key.Id, lent.Secret));
        Assert.Empty(await Keys.ListAsync());
    }

    [Fact]
    public void The_master_key_is_for_its_owner_alone()
    {
        var file = Path.Combine(_folder.Path, MasterKey.FileName);
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.OtherRead);
        Assert.Contains("chmod 600", Assert.Throws<InvalidDataException>(() => MasterKey.LoadOrCreate(_folder.Path)).Message, StringComparison.Ordinal);
    }

    private static async Task RefusesAsync(KeyRefusal expected, Func<Task> deed) => Assert.Equal(expected, (await Assert.ThrowsAsync<KeyRefusedException>(deed)).Refusal);
}
