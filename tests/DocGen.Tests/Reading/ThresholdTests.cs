using DocGen.Generator.Diagnostics;
using DocGen.Generator.Emission;
using DocGen.Generator.Http;
using DocGen.Generator.Markdown;
using DocGen.Generator.Model;
using DocGen.Generator.Naming;
using DocGen.Generator.Reading;
using DocGen.Generator.Snippets;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Reading;

/// <summary>
/// Tests of both sides of each threshold: the last value that a rule accepts, and the first value that it rejects. The
/// tests repeat the numbers, so a changed threshold fails a test.
/// </summary>
public class ThresholdTests
{
    [Theory]
    [InlineData(79, true)]
    [InlineData(80, false)]
    public void A_value_of_an_enumeration_has_less_than_80_characters(int length, bool isValue) =>
        Assert.Equal(isValue, JsonShapes.IsEnumValue(new string('v', length)));

    [Theory]
    [InlineData(200, true)]
    [InlineData(201, false)]
    public void A_name_of_a_type_has_200_characters_at_most(int length, bool isName) =>
        Assert.Equal(isName, TypeText.IsTypeName(new string('t', length)));

    [Theory]
    [InlineData("array of array of array of array of ints", true)]
    [InlineData("array of array of array of array of words", false)]
    public void A_type_of_a_plain_page_has_40_characters_at_most(string text, bool isType) =>
        Assert.Equal(isType, PlainTypes.Parse(text) is not null);

    [Theory]
    [InlineData("Red: `red`, or `green`.", 2)]
    [InlineData("Red: `red`, but `green`.", 2)]
    [InlineData("Red: `red` or the `green`.", 0)]
    [InlineData("Red: `red` but not `green`.", 0)]
    public void Listed_values_are_separated_by_five_characters_at_most(string text, int count) =>
        Assert.Equal(count, Prose.CodeRun(
            MarkdownParser.Parse(text).OfType<ParagraphBlock>().Single().Text.Doc, isAnnounced: true).Count);

    [Theory]
    [InlineData("a12345b", false)]
    [InlineData("a123456b", true)]
    [InlineData("a1b2c3d4e5f", false)]
    [InlineData("a1b2c3d4e5f6", true)]
    [InlineData("order2report", false)]
    [InlineData("order2-report3", true)]
    [InlineData("order2report3", false)]
    public void Text_with_six_digits_in_a_row_or_three_numbers_in_twelve_characters_is_a_sample(
        string text, bool isSample) =>
        Assert.Equal(isSample, SampleValues.IsSample(text));

    [Theory]
    [InlineData("light.example.com", true)]
    [InlineData("light.example.org", true)]
    [InlineData("light.lamp", false)]
    [InlineData("light.v2", false)]
    public void A_host_name_is_a_sample_and_a_qualified_name_is_not(string text, bool isSample) =>
        Assert.Equal(isSample, SampleValues.IsSample(text));

    [Theory]
    [InlineData("Bearer {code}.", true)]
    [InlineData("{token}. Erforderlich.", true)]
    [InlineData("<access_token>", true)]
    [InlineData("{lamp}", false)]
    [InlineData("Ein Token.", false)]
    public void A_header_whose_description_contains_a_bearer_token_is_Authorization(string words, bool isTranslated)
    {
        RichText cell = MarkdownParser.Parse("`" + words + "`").OfType<ParagraphBlock>().Single().Text;
        var member = new MemberDefinition("Autorisierung", DocType.String, cell.Doc);

        Assert.Equal(isTranslated, PageLanguage.Translated.HasTranslatedName(
            new MemberRow(member, cell, HasType: true)));
    }

    [Theory]
    [InlineData("/lamps/17.json", "/lamps/{lampId}.json")]
    [InlineData("/lamps/17.jsonl", "/lamps/17.jsonl")]
    public void An_extension_of_a_URL_has_four_letters_at_most(string url, string path) =>
        Assert.Equal(path, PlainUrlReader.Read(url)?.Path.Text);

    [Theory]
    [InlineData("/lamps/notes.ipynb", "notes.ipynb")]
    [InlineData("/lamps/notes.backup", null)]
    public void An_extension_of_a_file_has_five_letters_at_most(string path, string? name) =>
        Assert.Equal(name, FileName.InPath(path));

    [Theory]
    [InlineData("GO /lamps", null)]
    [InlineData("BID /lamps", "BID")]
    [InlineData("UNSUBSCRIBE /lamps", "UNSUBSCRIBE")]
    [InlineData("RESUBSCRIBES /lamps", null)]
    public void A_method_has_three_to_eleven_letters(string line, string? method) =>
        Assert.Equal(method, HttpMessageReader.UnknownMethod(line, 0, line.Length)?.Method);

    [Theory]
    [InlineData(98, 1)]
    [InlineData(99, 0)]
    public void A_placeholder_has_less_than_a_hundred_characters(int length, int count) =>
        Assert.Equal(count, UrlReader.Read("/lamps/{" + new string('p', length) + "}").Path.Placeholders.Count());

    [Theory]
    [InlineData(58, true)]
    [InlineData(59, false)]
    public void A_placeholder_of_a_plain_page_has_60_characters_at_most_with_its_brackets(int length, bool isWhole)
    {
        string name = new string('p', length - "key ".Length) + " key";

        Assert.Equal(isWhole, PlainUrlReader.Read("/lamps/<" + name + ">")!.Path.Text.EndsWith(
            "key}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(80, true)]
    [InlineData(81, false)]
    public void The_address_starts_80_characters_at_most_after_the_words_base_URL(int length, bool isStated)
    {
        string words = "Base URL: ".PadRight(length - "http".Length, '.');

        Assert.Equal(isStated, StatedRoot.In(words + "https://light.example.com") is not null);
    }

    [Theory]
    [InlineData("Request", 60, PlainRole.Request)]
    [InlineData("Request", 61, PlainRole.None)]
    [InlineData("Request", 61, PlainRole.Request, true)]
    [InlineData("Request", 300, PlainRole.Request, true)]
    [InlineData("Request", 301, PlainRole.None, true)]
    public void A_label_has_60_characters_at_most_or_300_directly_before_its_block(
        string start, int length, object role, bool isNext = false) =>
        Assert.Equal(role, PlainRoles.OfLabel(start.PadRight(length - 1) + "x", isNext));

    [Theory]
    [InlineData("Sample request body parameters and example", true)]
    [InlineData("Sample request body parameters and example response", false)]
    public void A_heading_with_a_role_has_six_words_at_most(string title, bool hasRole) =>
        Assert.Equal(hasRole, PlainRoles.OfHeading(title) != PlainRole.None);

    [Theory]
    [InlineData(60, true)]
    [InlineData(61, false)]
    public void A_name_of_a_parameter_has_60_characters_at_most(int length, bool isName) =>
        Assert.Equal(isName, MemberList.NameOf(new string('n', length)) is not null);

    [Theory]
    [InlineData("ties", "tie")]
    [InlineData("skies", "sky")]
    [InlineData("parties", "party")]
    [InlineData("duties", "duty")]
    public void A_short_plural_in_ies_becomes_a_singular_in_ie(string plural, string singular) =>
        Assert.Equal(singular, Inflection.Singular(plural));

    [Theory]
    [InlineData("getting", "get")]
    [InlineData("adding", "add")]
    public void A_short_stem_keeps_its_double_consonant(string word, string verb) =>
        Assert.Equal(verb, ApiVerbs.Of(word));

    [Theory]
    [InlineData("lamp", "lump", "lump")]
    [InlineData("lamps", "lumpy", null)]
    [InlineData("lampshade", "lumbshafe", "lumbshafe")]
    [InlineData("lampshade", "lumbshafy", null)]
    public void A_suggestion_differs_in_at_most_a_third_of_the_letters(string word, string known, string? nearest) =>
        Assert.Equal(nearest, Suggestion.Nearest(word, [known]));

    [Theory]
    [InlineData("Preferr", "Prefer")]
    [InlineData("Hosts", null)]
    [InlineData("If-Mathc", "If-Match")]
    [InlineData("If-Mathx", null)]
    [InlineData("Forwarxxd", "Forwarded")]
    [InlineData("Content-Tpye", "Content-Type")]
    [InlineData("Contnet-Tpy", null)]
    public void A_misspelt_header_differs_in_two_letters_at_most_and_a_short_one_in_one(string name, string? meant) =>
        Assert.Equal(meant, HttpHeaderNames.Misspelt(name));

    [Theory]
    [InlineData(40, "pond.fish")]
    [InlineData(41, null)]
    public void Before_the_colon_of_a_namespace_stand_40_characters(int length, string? name) =>
        Assert.Equal(name, PageLanguage.Translated.Namespace(new string('w', length) + ": pond.fish"));

    [Theory]
    [InlineData("Int32 Int32 Int32 Int32 lamp lamp lamp", 1)]
    [InlineData("Int32 lamp", -1)]
    public void A_column_of_types_has_them_in_more_than_half_of_its_cells(string cells, int column) =>
        Assert.Equal(column, TypeColumn([.. cells.Split(' ').Select(cell => $"|lamp|{cell}|\n")]));

    [Theory]
    [InlineData(9, 60, 1)]
    [InlineData(8, 60, -1)]
    [InlineData(9, 61, -1)]
    public void A_column_of_types_has_60_characters_in_nine_of_ten_cells(int count, int length, int column) =>
        Assert.Equal(column, TypeColumn([.. Enumerable.Range(0, 10).Select(
            i => $"|lamp|{new string('w', i < count ? length : 70)}|{new string('w', 80)}|\n")]));

    private static int TypeColumn(string[] rows)
    {
        int columns = rows[0].Count(c => c == '|') - 1;
        string text = "|" + string.Concat(Enumerable.Repeat("x|", columns)) + "\n|" +
            string.Concat(Enumerable.Repeat("-|", columns)) + "\n" + string.Concat(rows);
        return TableClassifier.TypeColumnOfMembers(Assert.Single(
            PageContent.Read("docs/page.md", text, new FindingSink(new LineMap(text))).Outline.Tables));
    }

    [Theory]
    [InlineData(120, "void Light() => on;")]
    [InlineData(121, "void Light() =>")]
    public void A_line_of_emitted_code_has_120_columns_at_most(int length, string start)
    {
        var writer = new CodeWriter();
        writer.Expression("void Light()".PadRight(length - " => on;".Length, ' '), "on");

        Assert.Equal(start.TrimEnd(), System.Text.RegularExpressions.Regex.Replace(
            writer.Finish().Split('\n')[0], " +", " ").TrimEnd());
    }
}
