namespace DocGen.Generator.Model;

/// <summary>The content of one emitted file: a resource, its enums and inline shapes, and its operations.</summary>
/// <param name="HintName">The file's name, unique in its set without regard to case, for example
/// <c>DriveItem.g.cs</c>.</param>
internal sealed record ApiFile(
    string HintName,
    ApiSettings Settings,
    EquatableArray<StructuredType> Types,
    EquatableArray<EnumType> Enums,
    OperationGroup? Operations);
