using System.Globalization;
using System.Runtime.Serialization;

namespace Azure.Data.Tables;

/// <summary>A transaction that was refused because of one of its actions.</summary>
public class TableTransactionFailedException : RequestFailedException
{
    internal const string FailedActionKey = "FailedEntity";

    public TableTransactionFailedException(RequestFailedException requestFailedException)
        : base(requestFailedException.Status, requestFailedException.Message, requestFailedException.ErrorCode, requestFailedException.InnerException)
    {
        FailedTransactionActionIndex = requestFailedException.Data[FailedActionKey] is string index
            ? int.Parse(index, CultureInfo.InvariantCulture)
            : null;
    }

#pragma warning disable SYSLIB0051 // The original has it.
    protected TableTransactionFailedException(SerializationInfo info, StreamingContext context)
        : base(info, context)
    {
    }
#pragma warning restore SYSLIB0051

    public int? FailedTransactionActionIndex { get; }
}
