using DocGen.Generator.Model;
using DocGen.Generator.Pipeline;

namespace DocGen.Generator.Linking;

/// <summary>What was asked of a <see cref="TypeTable"/>, and what was left there.</summary>
internal sealed class Journal(Basis basis)
{
    /// <summary>What the answers were last right by. Two links may set it at once: each is true.</summary>
    public Basis Basis { get; set; } = basis;

    public KeyValuePair<Question, Answer>[] Answers { get; set; } = [];

    /// <summary>Names for classes, and the ones that were to be had.</summary>
    public List<(string Wanted, string Suffix, string Got)> Claims { get; } = [];

    public List<(string File, string Page, StructuredType Type)> Types { get; } = [];

    public List<(string File, string Page, EnumType Type)> Enums { get; } = [];

    /// <summary>Names that stand for a type by alias, which is reported on the page.</summary>
    public List<(string Name, PageModel Page, string? Linked)> Aliases { get; } = [];

    /// <summary>Names that no page defines, which is reported on the page, and the placeholders for them.</summary>
    public List<(string Name, PageModel Page, string ClassName)> Unknown { get; } = [];

    /// <summary>Nothing was left that others have a part in.</summary>
    public bool IsRepeatable { get; set; } = true;
}
