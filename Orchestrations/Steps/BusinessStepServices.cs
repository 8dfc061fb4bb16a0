using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TaskOrchestration.Domain.Orders;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Purchases;
using TaskOrchestration.Domain.Refunds;
using TaskOrchestration.Domain.Simulators;
using TaskOrchestration.Domain.Steps;
using TaskOrchestration.Domain.Transactions;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Steps;

/// <summary>Registers the functions that the seed workflows name.</summary>
public static class BusinessStepServices
{
    /// <summary>
    /// Adds the steps over the stores and outside services that are registered; outside services that are not registered before are simulated
    /// (<see cref="MagicValues"/>, <see cref="MagicAmounts"/> and <see cref="SimulatorOptions"/> say how they are made to fail).
    /// </summary>
    public static IServiceCollection AddBusinessSteps(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(new SimulatorOptions());
        services.TryAddSingleton<IPause, TimerPause>();
        services.TryAddSingleton<IPaymentGateway>(provider => new SimulatedPaymentGateway(
            provider.GetRequiredService<ILedger>(), provider.GetRequiredService<SimulatorOptions>(), provider.GetRequiredService<IPause>()));
        services.TryAddSingleton<IInventory>(provider => new SimulatedInventory(
            provider.GetRequiredService<IReservationStore>(), provider.GetRequiredService<SimulatorOptions>(), provider.GetRequiredService<IPause>()));
        services.TryAddSingleton<ICarrier>(provider => new SimulatedCarrier(
            provider.GetRequiredService<IAnswerStore>(), provider.GetRequiredService<SimulatorOptions>(), provider.GetRequiredService<IPause>()));
        services.TryAddSingleton<INotifications, SimulatedNotifications>();
        return services
            .AddStep<PurchaseProcessing, PurchaseRequest, Transaction>(
                StepNames.ProcessPurchase, TransactionInput.ReadPurchase, (_, made) => TransactionOutput.Write(made))
            .AddStep<RefundProcessing, RefundRequest, Transaction>(
                StepNames.ProcessRefund, TransactionInput.ReadRefund, (_, made) => TransactionOutput.Write(made))
            .AddStep<FailureRecording, FailureRequest, Transaction>(
                StepNames.RecordFailure, TransactionInput.ReadFailure, (_, recorded) => TransactionOutput.Write(recorded))
            .AddStep<OrderPlacement, OrderRequest, Order>(
                StepNames.OrderPlacement, OrderInput.ReadOrder, (_, order) => OrderOutput.Write(order))
            .AddStep<PaymentProcessing, OrderReference, Order>(
                StepNames.PaymentProcessing, OrderInput.ReadReference, (_, order) => OrderOutput.Write(order))
            .AddStep<ShippingProcess, OrderReference, Order>(
                StepNames.ShippingProcess, OrderInput.ReadReference, (_, order) => OrderOutput.Write(order))
            .AddStep<OrderConfirmation, OrderReference, Order>(
                StepNames.OrderConfirmation, OrderInput.ReadReference, (_, order) => OrderOutput.Write(order))
            .AddStep<OrderCompensation, CompensationRequest, Order>(
                StepNames.OrderCompensation, OrderInput.ReadCompensation, (request, order) => OrderOutput.WriteCompensated(order, request))
            .AddSettlementSteps()
            .AddRetentionSteps();
    }

    private static IServiceCollection AddStep<TStep, TRequest, TResult>(
        this IServiceCollection services, string name, Func<Json, TRequest> read, Func<TRequest, TResult, Json> write)
        where TStep : class, IStep<TRequest, TResult>
    {
        services.TryAddSingleton<TStep>();
        return services.AddTaskHandler(name, provider => new StepHandler<TRequest, TResult>(
            provider.GetRequiredService<TStep>(), read, write, provider.GetRequiredService<TimeProvider>()));
    }
}
