using TaskOrchestration.Domain.Amounts;
using TaskOrchestration.Domain.Failures;
using TaskOrchestration.Domain.InMemory;
using TaskOrchestration.Domain.Orders;
using TaskOrchestration.Domain.Purchases;
using TaskOrchestration.Domain.Refunds;
using TaskOrchestration.Domain.Settlements;
using TaskOrchestration.Domain.Simulators;
using TaskOrchestration.Domain.Steps;
using TaskOrchestration.Domain.Transactions;

namespace TaskOrchestration.Domain.Tests.Support;

/// <summary>Every step over the simulators and in-memory stores, with a gate before the stores.</summary>
internal sealed class Shop
{
    public static readonly DateTimeOffset Now = new(2024, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public Shop(IGate? gate = null, SimulatorOptions? options = null)
    {
        gate ??= new OpenGate();
        options ??= new SimulatorOptions();
        var orders = new GatedOrderStore(Orders, gate);
        var transactions = new GatedTransactionStore(Transactions, gate);
        var ledger = new GatedLedger(Ledger, gate);
        var answers = new GatedAnswerStore(Answers, gate);
        var reservations = new GatedReservationStore(Reservations, gate);
        var settlements = new GatedSettlementStore(new InMemorySettlementStore(Ledger), gate);
        var gateway = new SimulatedPaymentGateway(ledger, options, new NoPause());
        var inventory = new SimulatedInventory(reservations, options, new NoPause());
        var carrier = new SimulatedCarrier(answers, options, new NoPause());
        Place = new OrderPlacement(orders, inventory);
        Pay = new PaymentProcessing(orders, gateway, inventory);
        Ship = new ShippingProcess(orders, carrier, gateway);
        Confirm = new OrderConfirmation(orders, new SimulatedNotifications(answers));
        Compensate = new OrderCompensation(orders, ledger, gateway, inventory, carrier);
        Purchase = new PurchaseProcessing(transactions, gateway);
        Refund = new RefundProcessing(transactions, ledger, gateway);
        RecordFailure = new FailureRecording(transactions, ledger, gateway);
        var small = new SettlementOptions { PageSize = 2 };
        PlanSettlement = new SettlementPlanning(settlements, small);
        SettlePage = new PageSettlement(settlements, transactions, Tasks);
        ReportSettlement = new SettlementReporting(settlements, transactions, small);
    }

    public InMemoryOrderStore Orders { get; } = new();

    public InMemoryTransactionStore Transactions { get; } = new();

    public InMemoryLedger Ledger { get; } = new();

    public InMemoryTaskStore Tasks { get; } = new();

    public InMemoryAnswerStore Answers { get; } = new();

    public InMemoryReservationStore Reservations { get; } = new();

    public OrderPlacement Place { get; }

    public PaymentProcessing Pay { get; }

    public ShippingProcess Ship { get; }

    public OrderConfirmation Confirm { get; }

    public OrderCompensation Compensate { get; }

    public PurchaseProcessing Purchase { get; }

    public RefundProcessing Refund { get; }

    public FailureRecording RecordFailure { get; }

    public SettlementPlanning PlanSettlement { get; }

    public PageSettlement SettlePage { get; }

    public SettlementReporting ReportSettlement { get; }

    public static StepContext Step(string token) => new(token, Now);

    public static Money Euros(decimal amount) => Money.Of(amount, "EUR");

    /// <summary>One order through the whole workflow, as its definition has it: compensated when a step fails for good.</summary>
    /// <returns>The order as it ended; none if it could not be placed.</returns>
    public async Task<Order?> ProcessOrderAsync(OrderRequest request, string execution)
    {
        var reference = new OrderReference(request.OrderId!);
        try
        {
            await RetriedAsync(() => Place.ProcessAsync(request, Step($"{execution}/place")));
            await RetriedAsync(() => Pay.ProcessAsync(reference, Step($"{execution}/pay")));
            await RetriedAsync(() => Ship.ProcessAsync(reference, Step($"{execution}/ship")));
        }
        catch (OutOfStockException)
        {
            return null;
        }
        catch (DomainException failure)
        {
            var compensation = new CompensationRequest(request.OrderId!, failure.Name);
            var undone = await RetriedAsync(() => Compensate.ProcessAsync(compensation, Step($"{execution}/compensate")));
            if (undone.Status is not (OrderStatus.Shipped or OrderStatus.Confirmed))
            {
                return undone;
            }
        }

        return await RetriedAsync(() => Confirm.ProcessAsync(reference, Step($"{execution}/confirm")));
    }

    /// <summary>Carries a step out as an engine does: again after every crash, and up to three times when the failure is transient.</summary>
    public static async Task<T> RetriedAsync<T>(Func<ValueTask<T>> step)
    {
        for (var retries = 0; ;)
        {
            try
            {
                return await step();
            }
            catch (CrashException)
            {
            }
            catch (DomainException transient) when (transient.Name is "TransientFailure" or "CarrierUnavailable" && retries < 3)
            {
                retries++;
            }
        }
    }
}
