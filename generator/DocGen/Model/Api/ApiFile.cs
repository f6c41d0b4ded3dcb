namespace DocGen.Generator.Model;

/// <summary>The content of one emitted file: a resource, its enums and inline shapes, and its operations.</summary>
/// <param name="HintName">The name of the file, unique in its set ignoring case, for example
/// <c>DriveItem.g.cs</c>.</param>
internal sealed record ApiFile(
    string HintName,
    ApiSettings Settings,
    EquatableArray<StructuredType> Types,
    EquatableArray<EnumType> Enums,
    OperationGroup? Operations);
