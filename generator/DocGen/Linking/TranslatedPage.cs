using DocGen.Generator.Model;

namespace DocGen.Generator.Linking;

/// <summary>A page in another language whose type words were replaced by types.</summary>
/// <param name="Unclear">Findings for words without a known meaning.</param>
internal sealed record TranslatedPage(PageModel Page, EquatableArray<LinkFinding> Unclear);
