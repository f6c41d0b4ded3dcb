namespace DocGen.Tool.Commands;

/// <summary>The exit codes of the process.</summary>
internal static class ExitCodes
{
    /// <summary>No finding at the level of <c>--fail-on</c>.</summary>
    public const int Ok = 0;

    /// <summary>At least one finding at the level of <c>--fail-on</c>.</summary>
    public const int Findings = 1;

    /// <summary>The command line is invalid.</summary>
    public const int Usage = 2;

    /// <summary>The docs cannot be read.</summary>
    public const int Unreadable = 3;
}
