namespace DocGen.Tool.Commands;

/// <summary>What the process ends with.</summary>
internal static class ExitCodes
{
    /// <summary>Nothing at <c>--fail-on</c>.</summary>
    public const int Ok = 0;

    /// <summary>Something at <c>--fail-on</c>.</summary>
    public const int Findings = 1;

    /// <summary>The command line is not right.</summary>
    public const int Usage = 2;

    /// <summary>The docs cannot be read.</summary>
    public const int Unreadable = 3;
}
