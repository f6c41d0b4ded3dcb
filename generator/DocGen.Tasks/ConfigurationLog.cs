using Microsoft.Build.Framework;

namespace DocGen.Tasks;

/// <summary>A position in a project file. Line and column count from 1; 0 means unknown.</summary>
internal readonly record struct SourcePosition(string File, int Line = 0, int Column = 0);

/// <summary>Reports configuration mistakes to MSBuild. Each kind of mistake has its own code.</summary>
internal sealed class ConfigurationLog(IBuildEngine engine)
{
    public const string LanguageTooOld = "DG0001";
    public const string NothingMatches = "DG0002";
    public const string FileNotFound = "DG0003";
    public const string UnknownMetadata = "DG0004";
    public const string DocInTwoSets = "DG0010";
    public const string Unwritable = "DG0015";
    public const string UnusedSurface = "DG0807";
    public const string AcceptFails = "DG0808";

    public bool HasErrors { get; private set; }

    /// <summary>Returns the name of a doc set for messages.</summary>
    public static string Describe(string api) => api.Length == 0 ? "the set without a name" : $"the set '{api}'";

    public void Error(string code, SourcePosition at, string message)
    {
        HasErrors = true;
        engine.LogErrorEvent(
            new BuildErrorEventArgs("", code, at.File, at.Line, at.Column, 0, 0, message, "", nameof(CollectApiDocs)));
    }

    public void Warning(string code, SourcePosition at, string message) =>
        engine.LogWarningEvent(
            new BuildWarningEventArgs("", code, at.File, at.Line, at.Column, 0, 0, message, "",
                nameof(CollectApiDocs)));
}
