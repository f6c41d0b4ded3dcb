namespace DocGen.Infrastructure;

/// <summary>
/// The documented way to request the next page: by a link or cursor in the body, or by numbers in the query. OData
/// links and the <c>Link</c> header (RFC 8288) need no documentation and take precedence.
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

    /// <summary>The path of member names from the root to the link or cursor; empty if the body has none.</summary>
    internal byte[][] Path { get; }

    /// <summary>
    /// Whether pages are counted. Responses then have no link to the next page, so the enumeration ends at a page
    /// without items.
    /// </summary>
    internal bool IsCounted { get; }

    /// <summary>Uses the URL of the next page, which is in the body.</summary>
    /// <param name="path">The path of the member, with dots between the names: <c>paging.next</c>.</param>
    public static NextPage Link(string path) => new(path, static (_, link, _) => link);

    /// <summary>Uses a cursor in the body. The next request sends it in its query.</summary>
    /// <param name="path">The path of the member, with dots between the names: <c>meta.next_cursor</c>.</param>
    /// <param name="parameter">The query parameter: <c>cursor</c>.</param>
    public static NextPage Cursor(string path, string parameter) =>
        new(path, (page, cursor, _) => cursor is null ? null : WithQuery(page, parameter, cursor));

    /// <summary>Uses the page number in the query. Pages are requested until a page has no items.</summary>
    /// <param name="parameter">The query parameter: <c>page</c>.</param>
    /// <param name="first">The number of the first page, which a request without the parameter returns.</param>
    public static NextPage Number(string parameter, int first = 1) => new(null, (page, _, items) =>
        items == 0 ? null : Counted(page, parameter, first, 1), isCounted: true);

    /// <summary>Uses the number of items to skip in the query. Pages are requested until a page has no items.</summary>
    /// <param name="parameter">The query parameter: <c>offset</c>.</param>
    public static NextPage Offset(string parameter) => new(null, (page, _, items) =>
        items == 0 ? null : Counted(page, parameter, 0, items), isCounted: true);

    /// <summary>Returns the URL of the next page; null if there is none.</summary>
    /// <param name="page">The URL of this page.</param>
    /// <param name="value">The value at <see cref="Path"/> in the body; null if there is none.</param>
    /// <param name="items">The number of items on this page.</param>
    internal string? AddressAfter(Uri page, string? value, int items) => _address(page, value, items);

    private static string? Counted(Uri page, string parameter, long first, int step)
    {
        string? current = Parameters(page).Where(one => one.Name == parameter).Select(one => one.Value)
            .FirstOrDefault();
        // The caller set the parameter to something other than a number, so the next value is unknown.
        if (current is not null && !long.TryParse(current, NumberStyles.None, CultureInfo.InvariantCulture, out first))
            return null;
        return WithQuery(page, parameter, ValueText.Of(first + step));
    }

    /// <summary>Returns the URL with one parameter set; the other parameters stay unchanged.</summary>
    private static string WithQuery(Uri page, string parameter, string value)
    {
        string address = page.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);
        IEnumerable<string> others = Parameters(page).Where(one => one.Name != parameter).Select(one => one.Text);
        string own = $"{Uri.EscapeDataString(parameter)}={Uri.EscapeDataString(value)}";
        return $"{address}?{string.Join('&', others.Append(own))}";
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
