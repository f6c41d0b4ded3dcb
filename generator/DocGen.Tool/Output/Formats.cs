namespace DocGen.Tool.Output;

/// <summary>How findings are written.</summary>
internal enum Formats
{
    /// <summary>One line each, as compilers write them.</summary>
    Text,

    /// <summary>For a comment on a pull request.</summary>
    Markdown,

    /// <summary>For programs.</summary>
    Json,

    /// <summary>SARIF 2.1.0, for code scanning.</summary>
    Sarif,

    /// <summary>Workflow commands of GitHub Actions, which become annotations.</summary>
    GitHub,
}
