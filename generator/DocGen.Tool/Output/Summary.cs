namespace DocGen.Tool.Output;

/// <summary>The numbers of pages, operations, types and findings.</summary>
internal sealed record Summary(int Pages, int Operations, int Types, int Errors, int Warnings)
{
    /// <summary><c>12 pages, 9 operations, 14 types, 3 warnings</c>; errors only if there are any.</summary>
    public override string ToString()
    {
        string[] parts =
        [
            Count(Pages, "page"), Count(Operations, "operation"), Count(Types, "type"),
            .. Errors > 0 ? (string[])[Count(Errors, "error")] : [],
            Count(Warnings, "warning"),
        ];
        return string.Join(", ", parts);
    }

    private static string Count(int number, string noun) => $"{number} {noun}{(number == 1 ? "" : "s")}";
}
