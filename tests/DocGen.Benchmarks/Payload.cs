using System.Globalization;
using System.Text;

namespace DocGen.Benchmarks;

/// <summary>The JSON that the service returns.</summary>
internal sealed class Payload
{
    private Payload(Func<int, string> item)
    {
        string items = "[" + string.Join(',', Enumerable.Range(1, 200).Select(item)) + "]";
        Items = Encoding.UTF8.GetBytes(items);
        Page = Encoding.UTF8.GetBytes(
            """{"@odata.context":"https://drive.example.com/v1.0/$metadata#items","value":""" + items + "}");
        Item = Encoding.UTF8.GetBytes(item(1));
    }

    /// <summary>JSON in which all strings differ, so that a string cache saves nothing. A page has 45 KB.</summary>
    public static Payload Different { get; } = new(DifferentItem);

    /// <summary>
    /// JSON as a drive sends it: names differ, but people, folders, types and the drive's id repeat. A page has 150 KB.
    /// </summary>
    public static Payload Realistic { get; } = new(RealisticItem);

    /// <summary>A page of 200 items.</summary>
    public byte[] Page { get; }

    /// <summary>The same items as an array.</summary>
    public byte[] Items { get; }

    /// <summary>The first item.</summary>
    public byte[] Item { get; }

    private static string DifferentItem(int n) => string.Create(
        CultureInfo.InvariantCulture,
        $$$"""{"id":"A7KDRIVE{{{n:D8}}}","name":"Report {{{n}}}.docx","eTag":"\u0022{{{n:x8}}},1\u0022","size":""" +
        $$$"""{{{n * 977}}},"createdDateTime":"2026-05-{{{(n % 28) + 1:D2}}}T08:""" +
        $$$"""{{{n % 60:D2}}}:17Z","parentReference":{"id":"P{{{n:D6}}}"},"file":{"mimeType":"text/x-{{{n}}}"}}""");

    private static string RealisticItem(int n)
    {
        string[] people = ["Ada North", "Ben Okoro", "Chiara Lund", "Dev Marsh", "Edda Quill", "Finn Torres"];
        (string Name, string Type)[] kinds =
        [
            ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
            ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            ("pdf", "application/pdf"),
        ];
        (string extension, string type) = kinds[n % kinds.Length];
        int folder = n / 25;
        return string.Create(
            CultureInfo.InvariantCulture,
            $$$"""{"id":"A7KDRIVE{{{n:D8}}}","name":"Report {{{n}}}.{{{extension}}}","eTag":"\u0022""" +
            $$$"""{{{n:x8}}},1\u0022","size":{{{n * 977}}},"createdDateTime":"2026-05-""" +
            $$$"""{{{(n % 28) + 1:D2}}}T08:{{{n % 60:D2}}}:17Z","lastModifiedDateTime":"2026-06-""" +
            $$$"""{{{(n % 28) + 1:D2}}}T09:{{{n % 60:D2}}}:05Z","webUrl":"https://drive.example.com/personal""" +
            $$$"""/Documents/Folder%20{{{folder}}}/Report%20{{{n}}}.{{{extension}}}","createdBy":{{{By(n / 7)}}}""" +
            $$$""","lastModifiedBy":{{{By(n / 3)}}},"parentReference":""" +
            $$$"""{"driveId":"D7-warehouse-0000042-main","id":"A7KDRIVEP""" +
            $$$"""{{{folder:D7}}}","path":"/drive/root:/Documents/Folder {{{folder}}}"},"file":""" +
            $$$"""{"mimeType":"{{{type}}}"}}""");

        string By(int person) => string.Create(
            CultureInfo.InvariantCulture,
            $$$"""{"user":{"displayName":"{{{people[person % people.Length]}}}","id":"c4a1f0b2-6d35-4e97-8b10-""" +
            $$$"""{{{person % people.Length:D12}}}"}}""");
    }
}
