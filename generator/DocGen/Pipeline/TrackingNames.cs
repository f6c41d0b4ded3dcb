namespace DocGen.Generator.Pipeline;

/// <summary>The names of the pipeline's steps, for tests of incremental runs.</summary>
internal static class TrackingNames
{
    /// <summary>The path, text and settings of a page, compared by content.</summary>
    public const string Documents = nameof(Documents);

    /// <summary>A parsed page: model, findings and anchors.</summary>
    public const string Pages = nameof(Pages);

    /// <summary>The model of a page, without positions.</summary>
    public const string Models = nameof(Models);

    /// <summary>The surface files.</summary>
    public const string Surfaces = nameof(Surfaces);

    /// <summary>Findings about entries of surface files that are not on any page.</summary>
    public const string SurfaceFindings = nameof(SurfaceFindings);

    /// <summary>The linked doc sets.</summary>
    public const string Apis = nameof(Apis);

    /// <summary>The emitted files of a page.</summary>
    public const string Files = nameof(Files);

    /// <summary>The clients of the doc sets.</summary>
    public const string Clients = nameof(Clients);

    /// <summary>The example responses of a page.</summary>
    public const string Examples = nameof(Examples);

    /// <summary>The names of each client's types.</summary>
    public const string Types = nameof(Types);

    /// <summary>The paths and links of all pages.</summary>
    public const string Paths = nameof(Paths);

    /// <summary>The project's version of C#.</summary>
    public const string LanguageVersion = nameof(LanguageVersion);

    /// <summary>The problems of the project's configuration.</summary>
    public const string Configuration = nameof(Configuration);

    /// <summary>The diagnostics of a page.</summary>
    public const string Diagnostics = nameof(Diagnostics);

    /// <summary>The full paths of the docs, in the order in which findings are reported.</summary>
    public const string Order = nameof(Order);
}
