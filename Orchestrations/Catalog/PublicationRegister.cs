namespace TaskOrchestration.Orchestrations.Catalog;

/// <summary>Where what is published of machines is read and changed.</summary>
internal sealed class PublicationRegister(IResourceDocuments documents)
{
    private const string Kind = "publications";

    /// <summary>What is published of a machine.</summary>
    public async ValueTask<Publications> FindAsync(StateMachineRecord machine, CancellationToken cancellationToken) =>
        Read(await documents.FindAsync(Kind, machine.Arn, cancellationToken), machine);

    /// <summary>Changes what is published of a machine, once more when somebody else has changed it meanwhile.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="change">What is to come of what is there; the same if nothing is to be changed. It may refuse.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What is published now.</returns>
    public async ValueTask<Publications> ChangeAsync(StateMachineRecord machine, Func<Publications, Publications> change, CancellationToken cancellationToken)
    {
        while (true)
        {
            var found = await documents.FindAsync(Kind, machine.Arn, cancellationToken);
            var before = Read(found, machine);
            var after = change(before);
            if (after.Equals(before) || await documents.TryPutAsync(new ResourceDocument(Kind, machine.Arn, PublicationsJson.Write(after), found?.Edition), cancellationToken))
            {
                return after;
            }
        }
    }

    /// <summary>Forgets what was published of a machine that is gone.</summary>
    public ValueTask ForgetAsync(string machineArn, CancellationToken cancellationToken) => documents.DeleteAsync(Kind, machineArn, cancellationToken);

    private static Publications Read(ResourceDocument? found, StateMachineRecord machine) =>
        found is not null && PublicationsJson.Read(found.Content) is var known && known.MachineCreated == machine.CreationDate
            ? known
            : new Publications { MachineCreated = machine.CreationDate };
}
