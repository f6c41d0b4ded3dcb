using DocGen.Generator.Model;

namespace DocGen.Generator.Linking;

/// <summary>A page in another language, with types instead of words for types.</summary>
/// <param name="Unclear">Findings for words without a known meaning.</param>
internal sealed record TranslatedPage(PageModel Page, EquatableArray<LinkFinding> Unclear);
