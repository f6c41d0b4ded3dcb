using System.Globalization;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Incremental;

/// <summary>Tests that the same docs give the same files on every machine.</summary>
public class DeterminismTests
{
    private static readonly Lazy<SortedDictionary<string, string>> Expected = new(
        () => In("en-US", () => new GeneratorSession(DocFolders.ApiDocs).Run().Sources));

    [Theory]
    [InlineData("")]
    [InlineData("fi-FI")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void Every_culture_gives_the_same_files(string culture) =>
        Same(In(culture, () => new GeneratorSession(DocFolders.ApiDocs).Run().Sources));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Every_order_of_the_docs_gives_the_same_files(int seed)
    {
        (string, string?)[] docs = [.. DocFolders.ApiDocs];
        new Random(seed).Shuffle(docs);

        Same(new GeneratorSession(docs).Run().Sources);
    }

    [Theory]
    [InlineData("/home/someone/Some Project/")]
    [InlineData("C:\\work\\project\\")]
    [InlineData("/p/")]
    public void Every_project_folder_gives_the_same_files(string root) =>
        Same(new GeneratorSession(DocFolders.ApiDocs, root).Run().Sources);

    [Theory]
    [InlineData("\r\n", false)]
    [InlineData("\n", true)]
    [InlineData("\r\n", true)]
    public void Line_endings_and_byte_order_marks_give_the_same_files(string newline, bool mark) => Same(
        new GeneratorSession(
        DocFolders.ApiDocs.Select(
            d => (d.Path, (string?)((mark ? "\uFEFF" : "") + d.Text!.ReplaceLineEndings(newline))))).Run().Sources);

    [Fact]
    public void Two_runs_give_the_same_files() => Same(new GeneratorSession(DocFolders.ApiDocs).Run().Sources);

    [Fact]
    public void Edits_that_are_undone_give_the_same_files()
    {
        GeneratorSession session = new GeneratorSession(DocFolders.ApiDocs).Run();
        foreach ((string path, string? text) in DocFolders.ApiDocs)
            session.Set(path, "# Gone\n").Run().Set(path, text).Run();

        Same(session.Sources);
    }

    [Fact]
    public void Emitted_files_have_LF_line_endings_and_contain_no_absolute_path()
    {
        SortedDictionary<string, string> sources =
            new GeneratorSession(DocFolders.ApiDocs, "/secret/place/").Run().Sources;

        Assert.NotEmpty(sources);
        Assert.All(sources.Values, text =>
        {
            Assert.DoesNotContain('\r', text);
            Assert.DoesNotContain("secret", text, StringComparison.OrdinalIgnoreCase);
            Assert.EndsWith("}\n", text, StringComparison.Ordinal);
        });
    }

    private static void Same(SortedDictionary<string, string> actual)
    {
        Assert.NotEmpty(Expected.Value);
        Assert.Equal(Expected.Value.Keys, actual.Keys);
        foreach ((string name, string text) in Expected.Value)
            TextDiff.Equal(text, actual[name], name);
    }

    private static T In<T>(string culture, Func<T> run)
    {
        (CultureInfo before, CultureInfo beforeUI) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            return run();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, beforeUI);
        }
    }
}
