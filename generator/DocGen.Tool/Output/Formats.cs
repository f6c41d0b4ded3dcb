namespace DocGen.Tool.Output;

/// <summary>The output formats.</summary>
internal enum Formats
{
    /// <summary>One line per finding, in the same format as compilers.</summary>
    Text,

    /// <summary>Markdown for a comment on a pull request.</summary>
    Markdown,

    /// <summary>JSON.</summary>
    Json,

    /// <summary>SARIF 2.1.0, for code scanning.</summary>
    Sarif,

    /// <summary>Workflow commands of GitHub Actions. GitHub shows them as annotations.</summary>
    GitHub,
}
