using DocGen.Generator.Model;
using DocGen.Generator.Reading;

namespace DocGen.Generator.Pipeline;

/// <summary>
/// A page that is read with its included files. Two of them are equal if page and files are the same objects.
/// </summary>
internal sealed class IncludingPage(PageModel page, IncludedFile[] files) : IEquatable<IncludingPage>
{
    public ParsedPage Read() => PageReader.Read(page.Path, page.Text, files);

    public bool Equals(IncludingPage? other) =>
        other is not null && ReferenceEquals(page, other.Page) && files.SequenceEqual(other.Files);

    public override bool Equals(object? obj) => Equals(obj as IncludingPage);

    public override int GetHashCode() => files.Length;

    private PageModel Page => page;

    private IncludedFile[] Files => files;
}
