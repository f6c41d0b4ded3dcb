using DocGen.Generator.Model;

namespace DocGen.Generator.Linking;

/// <summary>A page in another language, with types for the words of its tables.</summary>
/// <param name="Unclear">Words that nothing tells the meaning of, reported on the page.</param>
internal sealed record TranslatedPage(PageModel Page, EquatableArray<LinkFinding> Unclear);
