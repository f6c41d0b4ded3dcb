namespace DocGen.Package.Tests;

/// <summary>
/// A test that goes by what the file system says of changes and by messages of the SDK. It runs where the variable
/// <c>DOCGEN_WATCH</c> is 1.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class WatchFactAttribute : FactAttribute
{
    public WatchFactAttribute()
    {
        if (Environment.GetEnvironmentVariable("DOCGEN_WATCH") != "1")
            Skip = "It runs dotnet watch, where DOCGEN_WATCH=1.";
    }
}
