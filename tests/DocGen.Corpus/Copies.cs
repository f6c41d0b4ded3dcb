using System.Collections.Immutable;
using System.Text;
using DocGen.Generator.Model;
using DocGen.Generator.Pipeline;

namespace DocGen.Corpus;

/// <summary>Creates a larger doc set from renamed copies of the pages of a smaller doc set.</summary>
internal static class Copies
{
    /// <summary>
    /// Returns the pages and <paramref name="count"/> - 1 copies of them. In each copy, all documented types have other
    /// names.
    /// </summary>
    public static ImmutableArray<PageFile> Of(ImmutableArray<PageFile> pages, int count, string projectDir)
    {
        GeneratorRun run = GeneratorRun.Create(pages, projectDir, isTracked: true);
        run.Run();
        HashSet<string> names = [.. run.Outputs<EquatableArray<ApiFile>>(TrackingNames.Files).SelectMany(files => files)
            .SelectMany(file => file.Types.Select(type => type.ODataName)
                .Concat(file.Enums.Select(type => type.ODataName)))
            .OfType<string>().Select(name => name[(name.LastIndexOf('.') + 1)..].ToLowerInvariant())];
        IEnumerable<PageFile> copies = Enumerable.Range(2, count - 1).SelectMany(copy => pages.Select(page =>
        {
            string suffix = "Copy" + copy;
            string file = Path.Combine(Path.GetDirectoryName(page.Path)!, suffix,
                Renamed(Path.GetFileName(page.Path), names, suffix));
            return new PageFile(file, Renamed(page.Text, names, suffix));
        }));
        return [.. pages, .. copies];
    }

    /// <summary>Adds the suffix to each word that is the name of a type or its plural.</summary>
    private static string Renamed(string text, HashSet<string> names, string suffix)
    {
        var renamed = new StringBuilder(text.Length + (text.Length / 8));
        for (int i = 0; i < text.Length;)
        {
            int end = i;
            while (end < text.Length && char.IsAsciiLetterOrDigit(text[end]))
                end++;
            if (end == i)
            {
                renamed.Append(text[i++]);
                continue;
            }

            string word = text[i..end];
            string lower = word.ToLowerInvariant();
            renamed.Append(word);
            if (names.Contains(lower) || (lower.EndsWith('s') && names.Contains(lower[..^1])))
                renamed.Append(suffix);
            i = end;
        }

        return renamed.ToString();
    }
}
