#:property PublishAot=false
// Draws docs/picture.svg from the first blocks of README.md: dotnet run docs/picture.cs
using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;

const int Margin = 20;

string folder = Path.GetDirectoryName(ThisFile())!;
string readme = File.ReadAllText(Path.Combine(folder, "..", "README.md")).ReplaceLineEndings("\n");
string[] page = Block(readme, "````markdown");
string[] program = Block(readme, "```csharp");
string[] warning = Wrap(Block(readme, "```text")[0], 84);

var leftPanel = new Panel("docs/books.md", page, Margin, Margin);
var programPanel = new Panel("Program.cs", program, leftPanel.Right + Margin, Margin);
var warningPanel = new Panel(
    "dotnet build, without the brace after {isbn", warning, programPanel.X, programPanel.Bottom + Margin);
int height = Math.Max(leftPanel.Bottom, warningPanel.Bottom) + Margin;

var svg = new StringBuilder();
svg.Append(CultureInfo.InvariantCulture, $$"""
    <svg xmlns="http://www.w3.org/2000/svg" width="{{programPanel.Right + Margin}}" height="{{height}}"
         viewBox="0 0 {{programPanel.Right + Margin}} {{height}}" role="img" xml:space="preserve">
    <title>A page, C# that uses its client, and a warning at a line of the page</title>
    <style>
    text { font: 13px ui-monospace, "SF Mono", Menlo, Consolas, monospace; fill: #24292f; white-space: pre }
    .title { fill: #57606a } .strong { font-weight: 600 } .word { fill: #cf222e }
    .string { fill: #0a3069 } .comment { fill: #6e7781 } .warning { fill: #9a6700 }
    </style>
    <rect width="100%" height="100%" fill="#f6f8fa" rx="8"/>

    """);
Draw(leftPanel, MarkdownTokens());
Draw(programPanel, CSharpTokens());
Draw(warningPanel, WarningTokens());
svg.Append("</svg>\n");
File.WriteAllText(Path.Combine(folder, "picture.svg"), svg.ToString().ReplaceLineEndings("\n"));

void Draw(Panel panel, Regex tokens)
{
    svg.Append(CultureInfo.InvariantCulture, $"""
        <rect x="{panel.X}" y="{panel.Y}" width="{panel.Width}" height="{panel.Height}" rx="6" fill="#fff"
              stroke="#d0d7de"/>
        <text class="title" x="{panel.X + 12}" y="{panel.Y + 20}">{WebUtility.HtmlEncode(panel.Title)}</text>

        """);
    for (int i = 0; i < panel.Lines.Length; i++)
    {
        if (panel.Lines[i].Length == 0)
            continue;
        int y = panel.Y + Panel.TitleHeight + (i + 1) * Panel.LineHeight;
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{panel.X + 12}\" y=\"{y}\">");
        svg.Append(Colored(panel.Lines[i], tokens)).Append("</text>\n");
    }
}

static string Colored(string line, Regex tokens)
{
    var colored = new StringBuilder();
    int end = 0;
    foreach (Match token in tokens.Matches(line))
    {
        string kind = token.Groups.Values.Skip(1).First(group => group.Success).Name;
        colored.Append(WebUtility.HtmlEncode(line[end..token.Index]));
        colored.Append("<tspan class=\"" + kind + "\">").Append(WebUtility.HtmlEncode(token.Value)).Append("</tspan>");
        end = token.Index + token.Length;
    }

    return colored.Append(WebUtility.HtmlEncode(line[end..])).ToString();
}

static string[] Block(string text, string fence)
{
    int start = text.IndexOf("\n" + fence + "\n", StringComparison.Ordinal) + fence.Length + 2;
    int end = text.IndexOf("\n" + fence[..fence.LastIndexOf('`')] + "`", start, StringComparison.Ordinal);
    return text[start..end].Split('\n');
}

static string[] Wrap(string line, int columns)
{
    var lines = new List<string>();
    while (line.Length > columns)
    {
        int blank = line.LastIndexOf(' ', columns);
        lines.Add(line[..blank]);
        line = "  " + line[(blank + 1)..];
    }

    return [.. lines, line];
}

static string ThisFile([CallerFilePath] string path = "") => path;

static Regex MarkdownTokens() => new("(?<strong>^#.*)|(?<string>`[^`]+`|\"[^\"]*\")|(?<comment>^\\|-.*)");

static Regex CSharpTokens() => new(
    "(?<comment>//.*)|(?<string>\\$?\"[^\"]*\")|\\b(?<word>using|var|new|await)\\b");

static Regex WarningTokens() => new("(?<warning>warning DG\\d+)|(?<strong>docs/[^:]*)");

internal sealed record Panel(string Title, string[] Lines, int X, int Y)
{
    private const int CharWidth = 8;

    public const int LineHeight = 19;
    public const int TitleHeight = 30;

    public int Width { get; } = 24 + Lines.Max(line => line.Length) * CharWidth;

    public int Height { get; } = TitleHeight + (Lines.Length + 1) * LineHeight;

    public int Right => X + Width;

    public int Bottom => Y + Height;
}
