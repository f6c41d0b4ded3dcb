using System.Collections.Immutable;
using DocGen.Generator.Model;

namespace DocGen.Generator.Checks;

/// <summary>The paths, links and bookmarks of a page.</summary>
internal sealed record PageLinks(
    string Set, string FullPath, string Path, EquatableArray<string> LinkedPages,
    EquatableArray<LinkedBookmark> LinkedBookmarks,
    EquatableArray<string> Bookmarks);
