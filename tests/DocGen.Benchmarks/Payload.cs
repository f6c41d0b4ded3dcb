using System.Globalization;
using System.Text;

namespace DocGen.Benchmarks;

/// <summary>What the service answers: JSON whose strings all differ, so that nothing is won by having seen one before.</summary>
internal static class Payload
{
    /// <summary>A page of 200 items, about 45 KB.</summary>
    public static byte[] Page { get; } = Encoding.UTF8.GetBytes(
        """{"@odata.context":"https://drive.example.com/v1.0/$metadata#items","value":""" + Array(200) + "}");

    public static byte[] Items { get; } = Encoding.UTF8.GetBytes(Array(200));

    public static byte[] Item { get; } = Encoding.UTF8.GetBytes(Text(1));

    private static string Array(int count) => "[" + string.Join(',', Enumerable.Range(1, count).Select(Text)) + "]";

    private static string Text(int n) => string.Create(
        CultureInfo.InvariantCulture,
        $$$"""{"id":"01BYE5RZ{{{n:D8}}}","name":"Report {{{n}}}.docx","eTag":"\u0022{{{n:x8}}},1\u0022","size":{{{n * 977}}},"createdDateTime":"2026-05-{{{(n % 28) + 1:D2}}}T08:{{{n % 60:D2}}}:17Z","parentReference":{"id":"P{{{n:D6}}}"},"file":{"mimeType":"text/x-{{{n}}}"}}""");
}
