namespace DocGen.Generator.Pipeline;

/// <summary>The names of the pipeline's steps, for tests of what runs again.</summary>
internal static class TrackingNames
{
    /// <summary>A page's path, text and settings, by content.</summary>
    public const string Documents = nameof(Documents);

    /// <summary>A page read: model, findings, anchors.</summary>
    public const string Pages = nameof(Pages);

    /// <summary>A page's model alone, without positions.</summary>
    public const string Models = nameof(Models);

    /// <summary>The surface files.</summary>
    public const string Surfaces = nameof(Surfaces);

    /// <summary>What surface files have and no page has.</summary>
    public const string SurfaceFindings = nameof(SurfaceFindings);

    /// <summary>All pages linked.</summary>
    public const string Apis = nameof(Apis);

    /// <summary>The slice that a page owns: its emitted files.</summary>
    public const string Files = nameof(Files);

    /// <summary>The clients of the doc sets.</summary>
    public const string Clients = nameof(Clients);

    /// <summary>The answers that a page shows.</summary>
    public const string Examples = nameof(Examples);

    /// <summary>The names of each client's types.</summary>
    public const string Types = nameof(Types);

    /// <summary>The paths of all pages, and which are linked to.</summary>
    public const string Paths = nameof(Paths);

    /// <summary>The project's version of C#.</summary>
    public const string LanguageVersion = nameof(LanguageVersion);

    /// <summary>What is wrong with how the project names its docs.</summary>
    public const string Configuration = nameof(Configuration);

    /// <summary>The diagnostics of a page.</summary>
    public const string Diagnostics = nameof(Diagnostics);

    /// <summary>The full paths of the docs, in the order that findings are reported in.</summary>
    public const string Order = nameof(Order);
}
