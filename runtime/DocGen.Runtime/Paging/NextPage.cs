namespace DocGen.Infrastructure;

/// <summary>
/// How the page after another is asked for, where the docs say it: by a link or a cursor in the body, or by numbers in
/// the query. OData's links and the header <c>Link</c> (RFC 8288) are followed without it, and win over it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NextPage
{
    private readonly Func<Uri, string?, int, string?> _address;

    private NextPage(string? path, Func<Uri, string?, int, string?> address, bool isCounted = false)
    {
        Path = path?.Split('.').Select(Encoding.UTF8.GetBytes).ToArray() ?? [];
        _address = address;
        IsCounted = isCounted;
    }

    /// <summary>The names of the members that lead to the link or cursor, from the root on; empty where the body has
    /// none.</summary>
    internal byte[][] Path { get; }

    /// <summary>Nothing in the answer says which page comes next, so that only one without items is the last.</summary>
    internal bool IsCounted { get; }

    /// <summary>The body has the next page's address.</summary>
    /// <param name="path">The member, with dots between the names: <c>paging.next</c>.</param>
    public static NextPage Link(string path) => new(path, static (_, link, _) => link);

    /// <summary>The body has a value that the next call sends in its query.</summary>
    /// <param name="path">The member, with dots between the names: <c>meta.next_cursor</c>.</param>
    /// <param name="parameter">The query parameter: <c>cursor</c>.</param>
    public static NextPage Cursor(string path, string parameter) =>
        new(path, (page, cursor, _) => cursor is null ? null : WithQuery(page, parameter, cursor));

    /// <summary>The query has the number of the page; pages are asked for until one has no items.</summary>
    /// <param name="parameter">The query parameter: <c>page</c>.</param>
    /// <param name="first">The number of the first page, which a call without the parameter answers.</param>
    public static NextPage Number(string parameter, int first = 1) => new(null, (page, _, items) =>
        items == 0 ? null : Counted(page, parameter, first, 1), isCounted: true);

    /// <summary>The query says how many items are left out; pages are asked for until one has no items.</summary>
    /// <param name="parameter">The query parameter: <c>offset</c>.</param>
    public static NextPage Offset(string parameter) => new(null, (page, _, items) =>
        items == 0 ? null : Counted(page, parameter, 0, items), isCounted: true);

    /// <summary>The address of the next page, or null where there is none.</summary>
    /// <param name="page">This page's address.</param>
    /// <param name="value">What the body has at <see cref="Path"/>; null where it has nothing.</param>
    /// <param name="items">How many items this page has.</param>
    internal string? AddressAfter(Uri page, string? value, int items) => _address(page, value, items);

    private static string? Counted(Uri page, string parameter, long first, int step)
    {
        string? current = Parameters(page).Where(one => one.Name == parameter).Select(one => one.Value)
            .FirstOrDefault();
        // What the caller asked for is no number: the service alone knows what comes behind it.
        if (current is not null && !long.TryParse(current, NumberStyles.None, CultureInfo.InvariantCulture, out first))
            return null;
        return WithQuery(page, parameter, ValueText.Of(first + step));
    }

    /// <summary>The address with a parameter set; the others stay as they are.</summary>
    private static string WithQuery(Uri page, string parameter, string value)
    {
        string address = page.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);
        IEnumerable<string> others = Parameters(page).Where(one => one.Name != parameter).Select(one => one.Text);
        return $"{address}?{string.Join('&', others.Append($"{Uri.EscapeDataString(parameter)}={Uri.EscapeDataString(value)}"))}";
    }

    private static IEnumerable<(string Name, string Value, string Text)> Parameters(Uri page) =>
        page.Query.TrimStart('?').Split('&')
        .Where(static text => text.Length > 0).Select(static text =>
        {
            int equals = text.IndexOf('=', StringComparison.Ordinal);
            string name = equals < 0 ? text : text[..equals];
            return (Uri.UnescapeDataString(name), equals < 0 ? "" : Uri.UnescapeDataString(text[(equals + 1)..]), text);
        });
}
