namespace DocGen.Tests.Harness;

/// <summary>Compares texts line by line and shows the lines around each difference.</summary>
internal static class TextDiff
{
    private const int Context = 2;

    /// <summary>Fails with a diff of the lines if the texts differ, including their line endings.</summary>
    public static void Equal(string expected, string actual, string what)
    {
        if (!string.Equals(expected, actual, StringComparison.Ordinal))
            Assert.Fail($"Not as expected: {what} (- expected, + actual)\n{Describe(expected, actual)}");
    }

    private static string Describe(string expected, string actual)
    {
        List<(char Sign, string Text)> lines = Compare(Lines(expected), Lines(actual));
        IEnumerable<string> shown = lines
            .Where((_, index) => lines
                .Take(new Range(Math.Max(0, index - Context), index + Context + 1))
                .Any(line => line.Sign != ' '))
            .Select(line => line.Sign + line.Text);
        return string.Join('\n', shown);
    }

    // Show carriage returns, which are otherwise invisible.
    private static string[] Lines(string text) => text.Replace("\r", "␍").Split('\n');

    /// <summary>
    /// Returns a diff: the longest common subsequence of lines, and the lines that only one text has.
    /// </summary>
    private static List<(char Sign, string Text)> Compare(string[] left, string[] right)
    {
        int[,] common = new int[left.Length + 1, right.Length + 1];
        for (int i = left.Length - 1; i >= 0; i--)
        {
            for (int j = right.Length - 1; j >= 0; j--)
                common[i, j] = left[i] == right[j]
                    ? common[i + 1, j + 1] + 1
                    : Math.Max(common[i + 1, j], common[i, j + 1]);
        }

        var lines = new List<(char, string)>();
        for (int i = 0, j = 0; i < left.Length || j < right.Length;)
        {
            if (i < left.Length && j < right.Length && left[i] == right[j])
            {
                lines.Add((' ', left[i++]));
                j++;
            }
            else if (j == right.Length || (i < left.Length && common[i + 1, j] >= common[i, j + 1]))
            {
                lines.Add(('-', left[i++]));
            }
            else
            {
                lines.Add(('+', right[j++]));
            }
        }

        return lines;
    }
}
