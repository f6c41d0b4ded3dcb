using DocGen.Generator.Model;

namespace DocGen.Generator.Linking;

/// <summary>The types that one page defines.</summary>
/// <param name="Resources">The resources, in the order of the page.</param>
internal sealed record PageTypes(IReadOnlyList<TypeDefinition> Resources, IReadOnlyList<TypeDefinition> Enums)
{
    public static PageTypes Of(PageModel page) => new(
        [.. page.Resources.Select(resource => TypeDefinition.Of(page, resource))],
        [.. page.Enums.Where(values => !IsMember(page, values))
            .Select(values => TypeDefinition.Of(page, values, hasTable: true))]);

    /// <summary>
    /// Whether a resource on the same page has a string property with the name of the enum. The table then lists the
    /// values of the property and defines no enum type.
    /// </summary>
    private static bool IsMember(PageModel page, EnumDefinition values) =>
        page.Resources.Any(r => r.Members
            .Any(m => m.Name.Equals(values.Name, StringComparison.OrdinalIgnoreCase)
                && m.Type.Kind == TypeKind.String));
}
