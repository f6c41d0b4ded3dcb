using DocGen.Generator.Json;
using DocGen.Generator.Model;

namespace DocGen.Generator.Linking;

/// <summary>
/// Determines the query options of operations whose pages support OData query options without listing them.
/// </summary>
internal static class QueryOptions
{
    /// <summary>
    /// Returns the documented options. If the page says that the operation supports OData query options in general, the
    /// system query options that fit the response follow.
    /// </summary>
    public static IEnumerable<OptionDefinition> With(OperationDefinition operation, ResponseShape response)
    {
        if (!operation.QuerySupport.IsGeneral)
            return operation.Options;
        var known = new HashSet<string>(operation.QuerySupport.Denied, StringComparer.OrdinalIgnoreCase);
        // A URL may show an option without its dollar sign (OData URL Conventions 4.01, section 5.1).
        known.UnionWith(operation.Options.Where(option => option.Location == OptionLocation.Query)
            .Select(option => "$" + option.Member.Name.TrimStart('$')));
        return operation.Options.Concat(Fitting(operation, response).Where(known.Add)
            .Select(name => new OptionDefinition(OptionLocation.Query,
                new MemberDefinition(name, DocType.String, null))));
    }

    /// <summary>
    /// Chooses the largest base class whose options are all options of the request, and marks these options as
    /// inherited.
    /// </summary>
    public static CommonOptions Inherit(List<OptionParameter> options)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < options.Count; i++)
        {
            // An option is not inherited if it has a description or if its property has another name because the usual
            // name was taken.
            if (options[i] is { Location: OptionLocation.Query, Summary: null, IsRequired: false } option
                && SystemQueryOptions.PropertyName(option.WireName) == option.Name)
            {
                places[option.WireName] = i;
            }
        }

        CommonOptions common = SystemQueryOptions.OfMany.All(places.ContainsKey) ? CommonOptions.OfMany
            : SystemQueryOptions.OfOne.All(places.ContainsKey) ? CommonOptions.OfOne : CommonOptions.None;
        foreach (string name in InheritedBy(common))
            options[places[name]] = options[places[name]] with { IsInherited = true };
        return common;
    }

    private static IReadOnlyList<string> InheritedBy(CommonOptions common) => common switch
    {
        CommonOptions.OfMany => SystemQueryOptions.OfMany,
        CommonOptions.OfOne => SystemQueryOptions.OfOne,
        _ => [],
    };

    /// <summary>
    /// Returns the system query options that fit the response. They apply to JSON responses of GET requests, not to
    /// streams, references or counts. They also apply to other requests that return a collection.
    /// </summary>
    private static IEnumerable<string> Fitting(OperationDefinition operation, ResponseShape response)
    {
        bool isMany = response is ResponseShape.Collection or ResponseShape.Value { Type.IsCollection: true };
        if ((operation.HttpMethod != "GET" && !isMany) || operation.Urls.All(url => url.Path.IsReference))
            return [];
        TypeRef? answered = response is ResponseShape.Collection collection
            ? collection.Element
            : response.ValueType?.Single;
        bool hasProperties = answered is { Kind: TypeKind.Resource or TypeKind.Json or TypeKind.JsonObject };
        if (isMany)
            return hasProperties
                ? SystemQueryOptions.OfMany
                : SystemQueryOptions.OfMany.Except(SystemQueryOptions.OfOne);
        return hasProperties && response is ResponseShape.Value ? SystemQueryOptions.OfOne : [];
    }
}
