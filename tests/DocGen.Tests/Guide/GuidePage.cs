namespace DocGen.Tests.Guide;

/// <summary>
/// Reads the examples of a guide for authors. A fence of four backticks that begins <c>````markdown api/book-get.md</c>
/// is a doc page with that path.
/// </summary>
internal static class GuidePage
{
    private const string PageFence = "````markdown ";
    private const string CodeFence = "```csharp";

    /// <summary>Reads a file of the folder <c>apidocs</c> by its name, with LF line endings.</summary>
    public static string Read(string name)
    {
        using Stream stream = typeof(GuidePage).Assembly.GetManifestResourceStream("apidocs/" + name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    /// <summary>Returns the sections of a guide. A line inside a fence is not a heading.</summary>
    public static IReadOnlyList<(string Title, IReadOnlyList<GuideBlock> Blocks)> Sections(string text)
    {
        var sections = new List<(string, IReadOnlyList<GuideBlock>)>();
        List<GuideBlock> blocks = [];
        string[] lines = text.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith("## ", StringComparison.Ordinal))
                sections.Add((lines[i][3..], blocks = []));
            else if (FenceOf(lines[i]) is { } fence)
                blocks.Add(ReadFence(lines, ref i, fence));
            else
                blocks.Add(new GuideBlock(GuideBlockKind.Text, "", lines[i]));
        }

        return sections;
    }

    private static string? FenceOf(string line) =>
        line.StartsWith("````", StringComparison.Ordinal)
            ? "````"
            : line.StartsWith("```", StringComparison.Ordinal) ? "```"
            : null;

    private static GuideBlock ReadFence(string[] lines, ref int line, string fence)
    {
        string opening = lines[line];
        int start = ++line;
        while (line < lines.Length && lines[line] != fence)
            line++;
        Assert.True(line < lines.Length, $"The fence '{opening}' is never closed.");
        string content = string.Concat(lines[start..line].Select(text => text + "\n"));
        return opening.StartsWith(PageFence, StringComparison.Ordinal)
            ? new GuideBlock(GuideBlockKind.Page, opening[PageFence.Length..].Trim(), content)
            : new GuideBlock(opening == CodeFence ? GuideBlockKind.Code : GuideBlockKind.Other, opening, content);
    }
}

internal enum GuideBlockKind
{
    Text,
    Page,
    Code,
    Other,
}

/// <summary>A line of text, or a fence with its content.</summary>
internal sealed record GuideBlock(GuideBlockKind Kind, string Name, string Content);
