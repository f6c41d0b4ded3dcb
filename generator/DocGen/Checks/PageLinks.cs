using System.Collections.Immutable;
using DocGen.Generator.Model;

namespace DocGen.Generator.Checks;

/// <summary>Where a page stands in its set, what it links to there, and what links may lead to on it.</summary>
internal sealed record PageLinks(
    string Set, string FullPath, string Path, EquatableArray<string> LinkedPages,
    EquatableArray<LinkedBookmark> LinkedBookmarks,
    EquatableArray<string> Bookmarks);
