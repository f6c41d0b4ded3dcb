using System.Collections.Immutable;
using DocGen.Generator.Diagnostics;
using DocGen.Generator.Markdown;
using DocGen.Generator.Model;
using DocGen.Generator.Reading;

namespace DocGen.Generator;

/// <summary>The paths that a page's includes may have, and its set.</summary>
internal sealed record PageIncludes(string Set, EquatableArray<string> Paths);

/// <summary>The paths that any page may include, by set. Two are equal that hold the same, in whatever order.</summary>
internal sealed class IncludedPaths : IEquatable<IncludedPaths>
{
    private readonly HashSet<(string Set, string Path)> _paths;

    public IncludedPaths(ImmutableArray<PageIncludes> pages) =>
        _paths = new(pages.SelectMany(page => page.Paths.Select(path => (page.Set, path.ToUpperInvariant()))));

    /// <summary>Whether a doc may be included and would bring something: a table, or what it includes.</summary>
    public bool Want(Document document) =>
        _paths.Count > 0 && _paths.Contains((document.Set.Key, document.Path.ToUpperInvariant())) && (document.HoldsTable || !document.Includes.IsEmpty);

    public bool Equals(IncludedPaths? other) => other is not null && _paths.SetEquals(other._paths);

    public override bool Equals(object? obj) => Equals(obj as IncludedPaths);

    public override int GetHashCode() => _paths.Count;
}

/// <summary>The docs that others include, by set and path. Two are equal whose docs are.</summary>
internal sealed class IncludedDocs : IEquatable<IncludedDocs>
{
    private readonly Dictionary<(string Set, string Path), Document> _docs = [];

    /// <param name="docs">A row for each doc, null for one that none includes.</param>
    public IncludedDocs(ImmutableArray<Document?> docs)
    {
        // Of docs whose paths differ in case alone, the same one whatever the order of the files.
        foreach (Document document in docs.OfType<Document>().OrderBy(d => d.Path, StringComparer.Ordinal).ThenBy(d => d.FullPath, StringComparer.Ordinal))
        {
            (string, string) key = (document.Set.Key, document.Path.ToUpperInvariant());
            if (!_docs.ContainsKey(key))
                _docs.Add(key, document);
        }
    }

    /// <summary>The doc with those that it includes, and that these include; as it is where there are none.</summary>
    public Document Into(Document document)
    {
        if (_docs.Count == 0 || document.Includes.IsEmpty)
            return document;
        var found = new List<Document>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<Document>([document]);
        while (open.Count > 0)
        {
            Document next = open.Pop();
            foreach (string target in next.Includes)
            {
                string? path = IncludeLink.Paths(next.Path, target).Select(p => p.ToUpperInvariant()).FirstOrDefault(p => _docs.ContainsKey((document.Set.Key, p)));
                if (path is null || !seen.Add(path))
                    continue;
                Document included = _docs[(document.Set.Key, path)];
                found.Add(included);
                open.Push(included);
            }
        }

        found.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        return found.Count == 0 ? document : document.Including(found.ToEquatableArray());
    }

    public bool Equals(IncludedDocs? other) =>
        other is not null && _docs.Count == other._docs.Count
        && _docs.All(doc => other._docs.TryGetValue(doc.Key, out Document? same) && doc.Value.Equals(same));

    public override bool Equals(object? obj) => Equals(obj as IncludedDocs);

    public override int GetHashCode() => _docs.Count;
}

/// <summary>
/// What was found in files while pages that include them were read, by set and path: it is reported at its place in the file, once
/// whatever the number of pages. Two are equal that hold the same.
/// </summary>
internal sealed class IncludedFindings : IEquatable<IncludedFindings>
{
    private readonly SortedDictionary<string, List<Finding>> _files = new(StringComparer.Ordinal);

    public IncludedFindings(ImmutableArray<PageFindings> pages)
    {
        foreach (PageFindings page in pages)
        {
            foreach (Finding finding in page.Included)
            {
                string key = Key(page.Set, finding.Span.Included!);
                if (!_files.TryGetValue(key, out List<Finding>? findings))
                    _files.Add(key, findings = []);
                findings.Add(finding with { Span = finding.Span with { Included = null } });
            }
        }

        foreach (List<Finding> findings in _files.Values)
            findings.Sort(Compare);
    }

    /// <summary>A page's own findings with those of the pages that include it: a rule has one at a place.</summary>
    public PageFindings Into(PageFindings page)
    {
        if (_files.Count == 0 || !_files.TryGetValue(Key(page.Set, page.Path), out List<Finding>? more))
            return page;
        var seen = new HashSet<(string, SourceSpan)>();
        IEnumerable<Finding> all = page.Findings.Concat(more.Where(f => !page.Suppressed.Contains(f.RuleId))).Where(f => seen.Add((f.RuleId, f.Span)));
        return page with { Findings = all.OrderBy(f => f.Span.Start).ThenBy(f => f.RuleId, StringComparer.Ordinal).ToEquatableArray() };
    }

    public bool Equals(IncludedFindings? other) =>
        other is not null && _files.Count == other._files.Count
        && _files.All(file => other._files.TryGetValue(file.Key, out List<Finding>? same) && file.Value.SequenceEqual(same));

    public override bool Equals(object? obj) => Equals(obj as IncludedFindings);

    public override int GetHashCode() => _files.Count;

    private static string Key(string set, string path) => set + "\n" + path;

    private static int Compare(Finding a, Finding b)
    {
        int order = a.Span.Start.CompareTo(b.Span.Start);
        order = order != 0 ? order : string.CompareOrdinal(a.RuleId, b.RuleId);
        return order != 0 ? order : string.CompareOrdinal(string.Join("\n", a.Arguments), string.Join("\n", b.Arguments));
    }
}
