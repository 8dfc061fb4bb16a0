namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>A Functions app.</summary>
#pragma warning disable RCS1102 // The original is not static either.
public class FunctionsApplication
#pragma warning restore RCS1102
{
    public static FunctionsApplicationBuilder CreateBuilder(string[] args) => new(args);
}
