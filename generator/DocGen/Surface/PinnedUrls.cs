using DocGen.Generator.Model;
using DocGen.Generator.Naming;

namespace DocGen.Generator.Surface;

/// <summary>
/// Gives the URLs of an operation the constructors, factories and parameter names of the surface file. A new or removed
/// URL then changes nothing for callers of the other URLs.
/// </summary>
internal static class PinnedUrls
{
    public static EquatableArray<UrlTemplate> Of(EquatableArray<UrlTemplate> urls, SurfaceOperation pin)
    {
        SurfaceUrl?[] pinned = [.. urls.Select(url => PinOf(url, pin))];
        // A request has only one constructor with parameters, because overloads could have the same parameter types.
        int constructor = Array.FindIndex(pinned, one => one is { Factory: null });
        var scope = new NameScope(ReservedNames.UrlMembers);
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (SurfaceUrl url in pin.Urls.Where(url => url.Factory is not null && scope.IsFree(url.Factory)))
            taken.Add(Signature(url.Factory!, url.Parameters.Count));
        return urls.Select((url, i) =>
            pinned[i] is { } one && (one.Factory is null ? i == constructor : scope.IsFree(one.Factory))
            ? Named(url, one.Factory, one.Parameters)
            : Named(url, Factory(url, urls.Count == 1 && constructor < 0, taken), pinned[i]?.Parameters ?? default))
            .ToEquatableArray();
    }

    private static SurfaceUrl? PinOf(UrlTemplate url, SurfaceOperation pin) =>
        pin.Urls.FirstOrDefault(one => one.Template == url.Template)
        ?? pin.Urls.FirstOrDefault(one => WirePairs.UrlKey(one.Template) == WirePairs.UrlKey(url.Template));

    /// <summary>
    /// Returns the name of the factory of a new URL; null if it is the only URL, which has a constructor instead.
    /// </summary>
    private static string? Factory(UrlTemplate url, bool isOnly, HashSet<string> taken)
    {
        if (isOnly)
            return null;
        string name = url.FactoryName ?? "Root";
        string free = name;
        for (int number = 2; !taken.Add(Signature(free, url.Parameters.Count)); number++)
            free = NameScope.Numbered(name + "Url", number);
        return free;
    }

    private static UrlTemplate Named(UrlTemplate url, string? factory, EquatableArray<string> parameters)
    {
        bool isSame = parameters.IsEmpty || parameters.Count != url.Parameters.Count;
        return url with
        {
            FactoryName = factory,
            Parameters = isSame
                ? url.Parameters
                : url.Parameters.Select((parameter, i) => parameter with { Name = parameters[i] }).ToEquatableArray(),
        };
    }

    private static string Signature(string name, int parameters) =>
        name + "/" + parameters.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
