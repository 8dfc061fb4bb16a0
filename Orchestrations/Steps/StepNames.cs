namespace TaskOrchestration.Orchestrations.Steps;

/// <summary>The function names of the seed workflows. A <c>Functions:NAME</c> setting puts code of your own in a step's place.</summary>
public static class StepNames
{
    /// <summary>Charges a purchase.</summary>
    public const string ProcessPurchase = "ProcessPurchase";

    /// <summary>Pays a refund.</summary>
    public const string ProcessRefund = "ProcessRefund";

    /// <summary>Records a transaction that failed, and makes sure that none of its money stays moved.</summary>
    public const string RecordFailure = "RecordFailure";

    /// <summary>Takes an order down and reserves its stock.</summary>
    public const string OrderPlacement = "orderPlacement";

    /// <summary>Charges an order.</summary>
    public const string PaymentProcessing = "paymentProcessing";

    /// <summary>Hands an order to its carrier.</summary>
    public const string ShippingProcess = "shippingProcess";

    /// <summary>Tells the customer.</summary>
    public const string OrderConfirmation = "orderConfirmation";

    /// <summary>Undoes an order.</summary>
    public const string OrderCompensation = "orderCompensation";

    /// <summary>Plans a settlement.</summary>
    public const string PlanSettlement = "planSettlement";

    /// <summary>Settles a page.</summary>
    public const string SettlePage = "settlePage";

    /// <summary>Files a settlement's report.</summary>
    public const string ReportSettlement = "reportSettlement";

    /// <summary>Says what is to be purged.</summary>
    public const string PlanRetention = "planRetention";

    /// <summary>Purges one kind of thing.</summary>
    public const string Purge = "purge";
}
