using TaskOrchestration.Domain.Ports;

namespace TaskOrchestration.Domain.Tests.Contracts;

/// <summary>What every <see cref="IReservationStore"/> must do.</summary>
public abstract class ReservationStoreContract
{
    [Fact]
    public async Task Finds_nothing_that_was_never_decided() => Assert.Null(await CreateStore().FindAsync("r"));

    [Fact]
    public async Task Keeps_every_member()
    {
        var store = CreateStore();
        StockReservation[] all =
        [
            Held("held", 2) with { ExpiresAt = Samples.Now.AddTicks(1) },
            Held("for good", 3),
            new("short", ReservationStatus.Short, [new StockLine("lamp", 1), new StockLine("bulb", 9)], "bulb", null, Samples.Now),
            new("called off", ReservationStatus.CalledOff, [], null, null, Samples.Now),
        ];

        foreach (var reservation in all)
        {
            Assert.Equal(reservation, await store.DecideAsync(reservation.Token, [], Samples.Now, (_, _) => reservation));
            Assert.Equal(reservation, await store.FindAsync(reservation.Token));
        }
    }

    [Fact]
    public async Task Tells_what_is_kept_and_what_others_hold_at_that_moment()
    {
        var store = CreateStore();
        await KeepAsync(store, Held("for good", 2));
        await KeepAsync(store, Held("until later", 3) with { ExpiresAt = Samples.Now.AddTicks(1) });
        await KeepAsync(store, Held("until now", 5) with { ExpiresAt = Samples.Now });
        await KeepAsync(store, Held("given back", 7) with { Status = ReservationStatus.CalledOff });
        var own = await KeepAsync(store, Held("own", 11));

        var changed = await store.DecideAsync("own", ["lamp", "unknown"], Samples.Now, (kept, held) =>
        {
            Assert.Equal(own, kept);
            Assert.Equal([KeyValuePair.Create("lamp", 5L)], held);
            return kept! with { Lines = [new StockLine("bulb", 1)] };
        });

        Assert.Equal(changed, await store.FindAsync("own"));
    }

    [Fact]
    public async Task Gives_the_last_piece_to_one_of_many()
    {
        var store = CreateStore();

        var decided = await Task.WhenAll(Enumerable.Range(0, 16).Select(number => Task.Run(async () => await store.DecideAsync(
            $"r{number}",
            ["lamp"],
            Samples.Now,
            (_, held) => Held($"r{number}", 1) with { Status = held.GetValueOrDefault("lamp") < 3 ? ReservationStatus.Held : ReservationStatus.Short }))));

        Assert.Equal(3, decided.Count(reservation => reservation.Status == ReservationStatus.Held));
    }

    /// <summary>A store with nothing in it.</summary>
    protected abstract IReservationStore CreateStore();

    private static StockReservation Held(string token, int quantity) =>
        new(token, ReservationStatus.Held, [new StockLine("lamp", quantity)], null, null, Samples.Now);

    private static ValueTask<StockReservation> KeepAsync(IReservationStore store, StockReservation reservation) =>
        store.DecideAsync(reservation.Token, [], Samples.Now, (_, _) => reservation);
}
