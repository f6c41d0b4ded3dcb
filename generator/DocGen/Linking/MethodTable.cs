using DocGen.Generator.Model;

namespace DocGen.Generator.Linking;

/// <summary>The rows of all method tables, grouped by the page that documents the method.</summary>
internal sealed class MethodTable(IEnumerable<MethodDefinition> rows)
{
    private readonly ILookup<string, MethodDefinition> _rows = rows.ToLookup(row => row.Page,
        StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<MethodDefinition> RowsOf(string page) => [.. _rows[page]];
}
