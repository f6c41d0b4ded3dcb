using System.Globalization;
using System.Text.RegularExpressions;

namespace DocGen.Corpus;

/// <summary>
/// Prints the results of the snippets of a doc set, one figure a line, and lists the failures by page and line.
/// </summary>
internal sealed partial class SnippetReport(TextWriter output)
{
    private const int Drawn = 10;

    public void Print(SnippetsRun run, int? seed, bool isVerbose)
    {
        SnippetProof[] all = [.. run.Proofs];
        SnippetProof[] expressed = [.. all.Where(proof => proof.IsExpressed)];
        SnippetProof[] compiled = [.. all.Where(proof => proof.IsCompiled)];
        SnippetProof[] equal = [.. all.Where(proof => proof.IsEqual)];
        SnippetProof[] answered = [.. compiled.Where(proof => proof.Example.Answer is not null)];
        Line("examples", all.Length);
        Line("skipped requests to other hosts", run.Foreign.Count);
        Line("examples with a name", all.Count(proof => proof.Example.Name is not null));
        Share("expressed", expressed.Length, all.Length);
        Share("calls of operations, of all", all.Count(proof => proof.IsOperation), all.Length);
        Share("compiled, of those expressed", compiled.Length, expressed.Length);
        Share("equal on the wire, of all", equal.Length, all.Length);
        Share("fully typed, of those equal", equal.Count(proof => proof.IsTyped), equal.Length);
        Share("answer read, of those with one", answered.Count(proof => proof.AnswerProblem is null), answered.Length);
        Lengths("characters", compiled, proof => OfficialSnippets.LengthOf(proof.Snippet.Code!));
        Lengths("lines", compiled, proof => OfficialSnippets.LinesOf(proof.Snippet.Code!));
        Against([.. compiled.Where(proof => proof.Other is not null)]);
        Line("emitted characters", run.Comments.Plain);
        Line("characters with examples in comments", run.Comments.Commented);
        Line("ratio", (double)run.Comments.Commented / Math.Max(1, run.Comments.Plain));
        Line("generator run, ms", run.Comments.PlainTime.TotalMilliseconds);
        Line("run with examples in comments, ms", run.Comments.CommentedTime.TotalMilliseconds);
        Line("C# errors in the client", run.Problems.Length);
        foreach (Microsoft.CodeAnalysis.Diagnostic problem in run.Problems.Take(20))
            output.WriteLine(problem.ToString());
        Causes("not expressed", all.Where(proof => !proof.IsExpressed).Select(proof => (proof, proof.Snippet.Problem!)),
            isVerbose: true);
        Causes("expressed only by URL and JSON",
            expressed.Where(proof => !proof.IsOperation).Select(proof => (proof, proof.Snippet.Problem!)),
            isVerbose: true);
        Causes("not compiled", expressed.Where(proof => !proof.IsCompiled).Select(proof => (proof, proof.Errors[0])),
            isVerbose: true);
        Causes("not equal",
            compiled.Where(proof => !proof.IsEqual).Select(proof => (proof, string.Join("; ", proof.Differences))),
            isVerbose: true);
        Causes("not typed",
            equal.Where(proof => !proof.IsTyped && proof.IsOperation)
            .Select(proof => (proof, string.Join("; ", proof.Snippet.Untyped))), isVerbose);
        Causes("answer not read",
            answered.Where(proof => proof.AnswerProblem is not null).Select(proof => (proof, proof.AnswerProblem!)),
            isVerbose);
        if (seed is { } number)
            Draw(compiled, number);
    }

    private void Against(SnippetProof[] pairs)
    {
        if (pairs.Length == 0)
            return;
        Line("requests with both snippets", pairs.Length);
        int ours = pairs.Sum(proof => OfficialSnippets.LengthOf(proof.Snippet.Code!));
        int others = pairs.Sum(proof => OfficialSnippets.LengthOf(proof.Other!));
        Line("characters, DocGen", ours);
        Line("characters, other", others);
        Line("ratio", (double)ours / others);
        Line("lines, DocGen", pairs.Sum(proof => OfficialSnippets.LinesOf(proof.Snippet.Code!)));
        Line("lines, other", pairs.Sum(proof => OfficialSnippets.LinesOf(proof.Other!)));
    }

    private void Lengths(string what, SnippetProof[] proofs, Func<SnippetProof, int> length)
    {
        int[] lengths = [.. proofs.Select(length).Order()];
        Line($"{what}, median", lengths.Length == 0 ? 0 : lengths[lengths.Length / 2]);
        Line($"{what}, total", lengths.Sum());
    }

    /// <summary>
    /// Prints how often each cause occurred, ignoring quoted words and JSON paths, and with <c>-v</c> the page and line
    /// of each.
    /// </summary>
    private void Causes(string what, IEnumerable<(SnippetProof Proof, string Cause)> found, bool isVerbose)
    {
        (SnippetProof Proof, string Cause)[] all = [.. found];
        if (all.Length == 0)
            return;
        output.WriteLine($"--- {what}");
        foreach (IGrouping<string,
            string> cause in all.Select(one => one.Cause)
            .GroupBy(cause => Word().Replace(cause.Split(';')[0], "…")).OrderByDescending(group =>
            group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).Take(40))
            output.WriteLine($"{cause.Count(),5}  {cause.Key}");
        foreach ((SnippetProof proof, string cause) in isVerbose ? all : [])
            output.WriteLine(
                $"  {proof}: {proof.Example.HttpMethod} {proof.Example.Target}: " +
                $"{(cause.Length > 300 ? cause[..300] + "…" : cause)}");
    }

    private void Draw(SnippetProof[] proofs, int seed)
    {
        SnippetProof[] pool = proofs.Any(proof => proof.Other is not null)
            ? [.. proofs.Where(proof => proof.Other is not null)] : proofs;
        var random = new Random(seed);
        foreach (SnippetProof proof in pool.OrderBy(_ => random.Next()).Take(Drawn))
        {
            output.WriteLine($"=== {proof}: {proof.Example.HttpMethod} {proof.Example.Target}");
            output.WriteLine(proof.Snippet.Code);
            if (proof.Other is { } other)
                output.WriteLine($"--- other\n{other}\n");
        }
    }

    private void Share(string name, int part, int whole) =>
        Line(name, string.Create(CultureInfo.InvariantCulture,
            $"{part} ({(whole == 0 ? 1 : (double)part / whole):P2})"));

    private void Line(string name, double value) => Line(name, value.ToString("0.####", CultureInfo.InvariantCulture));

    private void Line(string name, string value) => output.WriteLine($"{name,-40}{value}");

    [GeneratedRegex("'[^']*'|\\$[\\w.\\[\\]@$-]*")]
    private static partial Regex Word();
}
