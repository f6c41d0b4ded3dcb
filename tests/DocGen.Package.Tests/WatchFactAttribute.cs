namespace DocGen.Package.Tests;

/// <summary>
/// A test that depends on file system notifications and on messages of the SDK. It runs only if the environment
/// variable <c>DOCGEN_WATCH</c> is 1.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class WatchFactAttribute : FactAttribute
{
    public WatchFactAttribute()
    {
        if (Environment.GetEnvironmentVariable("DOCGEN_WATCH") != "1")
            Skip = "It runs dotnet watch, only if DOCGEN_WATCH=1.";
    }
}
