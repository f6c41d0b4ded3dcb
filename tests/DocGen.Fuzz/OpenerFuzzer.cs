using DocGen.Generator.Diagnostics;
using DocGen.Generator.Markdown;
using DocGen.Generator.Model;
using DocGen.Generator.Reading;

namespace DocGen.Fuzz;

/// <summary>
/// Creates pages of three sizes with random unclosed inline openers. The steps of Markdig and the allocated bytes must
/// grow linearly with the size of the page, and the rest of the page must be read.
/// </summary>
public sealed class OpenerFuzzer : IFuzzer
{
    private const int Size = 40_000;

    private static readonly string[] Pieces =
    [
        "[", "![", "](", "[a](", "![a](", "[a](<", "[a](b \"", "[a](b '", "[a](b (", "[a][", "[a]", "[]", "]", "(", ")",
        "<", "<a ", "<a b=\"", "<a:", "<a@", "</",
        "<? ", "<!X ", "<!-- ", "<![CDATA[", "`", "``", "```a", "*", "**", "***", "_", "__", "*a", "_a", "a*", "a_",
        "&", "&#", "&amp", "|", "\\", "\\(", "\\`",
        "a", " ", "  ", "\n", "\t", "\"", "'", "{", "~", "http://a", "- ", "=\n", "-\n", "> ", "1. ", "# ", "\n\n",
        "\n|a|\n|-|\n", "\u00e9", "\uD83D\uDE00",
    ];

    public string Name => "openers";

    public string Description => "unclosed inline openers at 40k, 80k and 160k characters: the work is linear";

    public Task<string> RunAsync(int seed, CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            var random = new Random(seed);
            string[] unit = [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => Pieces[random.Next(Pieces.Length)])];
            string block = string.Concat(unit);
            string end = random.Next(3) == 0 ? Pieces[random.Next(Pieces.Length)] : "";
            (long Steps, long Bytes)? half = null;
            for (int size = Size; size <= 4 * Size; size *= 2)
            {
                string page = "# Get boat\n\n## HTTP request\n```http\nGET /boats/{id}\n```\n\n"
                    + string.Concat(Enumerable.Repeat(block, size / block.Length)) + end
                    + "\n\n## Response\n\nReturns `204 No Content`.\n";
                if (PageLimits.Exceeded(page) is not null)
                    return "refused";
                (long steps, long bytes) = Read(page, $"'{Shown(block)}' and '{Shown(end)}' at {size} characters");
                if (half is { } less && (steps > 3 * Math.Max(less.Steps, size)
                    || bytes > 3 * Math.Max(less.Bytes, 4 << 20)))
                    throw new FuzzFailureException(
                        $"'{Shown(block)}' and '{Shown(end)}' at {size} characters: {less} became {(steps, bytes)}.");
                half = (steps, bytes);
            }

            return "linear";
        },
        cancellationToken);

    private static string Shown(string text) =>
        text.Replace("\n", "\\n", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal);

    private static (long Steps, long Bytes) Read(string page, string what)
    {
        var work = new InlineWork();
        try
        {
            MarkdownParser.Parse(page, work);
        }
        catch (FormatException exception)
        {
            throw new FuzzFailureException($"{what}: the page is refused: {exception.Message}", exception);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        ParsedPage read = PageReader.Read("docs/boat-get.md", page);
        long bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        string[] lost = [.. read.Findings.Where(finding => finding.RuleId == Rules.UnreadablePage.Id)
            .Select(finding => finding.Arguments[0])];
        return lost.Length == 0 && read.Model.Operations.Count > 0 ? (work.Steps, bytes)
            : throw new FuzzFailureException($"The page is lost: {string.Concat(lost)}");
    }
}
