using DocGen.Generator.Diagnostics;
using DocGen.Generator.Model;
using DocGen.Generator.Naming;
using DocGen.Generator.Reading;

namespace DocGen.Generator.Linking;

/// <summary>Links one resource: resolves the types of its members, and names its properties.</summary>
internal sealed class ResourceLinker
{
    private readonly TypeSymbol _symbol;
    private readonly TypeResolver _types;
    private readonly NameScope _names;

    private ResourceLinker(TypeSymbol symbol, TypeResolver types)
    {
        _symbol = symbol;
        _types = types;
        _names = new NameScope(ReservedNames.ResourceMembers, symbol.ClassName);
        foreach (MemberDefinition inherited in symbol.WithBases.Skip(1).SelectMany(ancestor => ancestor.Members.All))
            _names.TryClaim(Identifiers.Annotation(inherited.Name));
    }

    public static LinkedPart<StructuredType> Link(TypeSymbol symbol, Func<SymbolKey, SymbolValue> symbols)
    {
        var types = new TypeResolver(symbols);
        return types.ToPart(new ResourceLinker(symbol, types).ToType());
    }

    /// <summary>Creates an open type without properties for a name that no page defines.</summary>
    public static StructuredType ToType(Placeholder placeholder) => new(
        placeholder.Name, placeholder.ClassName, null, IsAbstract: false, IsOpen: true, IsPlaceholder: true, default,
        default, null,
        EquatableArray.Of(new DocOrigin(placeholder.Page, null)));

    private StructuredType ToType()
    {
        TypeDefinition definition = _symbol.Definition;
        IEnumerable<Property> properties = _symbol.Members.All
            .Where(m => _symbol.Base?.MemberOf(m.Name) is null)
            .OrderBy(m => m.Name, StringComparer.Ordinal)
            .Select(ToProperty);
        return new StructuredType(
            definition.Name,
            _symbol.ClassName,
            _symbol.Base?.ClassName,
            definition.Resource!.IsAbstract,
            definition.Resource.IsOpen,
            IsPlaceholder: false,
            properties.OrderBy(p => p.Name, StringComparer.Ordinal).ToEquatableArray(),
            _symbol.Derived,
            definition.Resource.Summary,
            definition.Origins,
            definition.Resource.Deprecation);
    }

    private Property ToProperty(MemberDefinition member)
    {
        TypeDefinition definition = _symbol.Definition;
        PageModel page = definition.PageThatSays(
            r => r.Members.Any(m => m.Name.Equals(member.Name, StringComparison.OrdinalIgnoreCase)));
        string wanted = Identifiers.Annotation(member.Name);
        string name = _names.Claim(wanted, "Value");
        if (name != wanted && !name.Equals(_symbol.ClassName + "Value", StringComparison.Ordinal))
        {
            _types.Report(LinkFindings.Of(
                Rules.NameClash, page.Path, AnchorKeys.Resource(definition.Name), member.Name, definition.Name, wanted,
                name));
        }

        TypeRef type = member.Type.Kind == TypeKind.String && ValuesOf(member) is { IsEmpty: false } values
            ? _types.EnumOf(_symbol.ClassName, page, _symbol.ClassName, wanted, member, values,
                definition.Resource!.Heading)
            : _types.Resolve(member.Type, page, _symbol.ClassName, wanted);
        return new Property(member.Name, name, type, member.Summary, member.Deprecation, member.Presence);
    }

    /// <summary>
    /// Returns the values of a string member that becomes an enum: from a table with the member's name, else from the
    /// member itself.
    /// </summary>
    private EquatableArray<EnumMemberDefinition> ValuesOf(MemberDefinition member) =>
        _symbol.Definition.Pages.SelectMany(page => page.Enums)
            .FirstOrDefault(e => e.Name.Equals(member.Name, StringComparison.OrdinalIgnoreCase))?.Members
            ?? member.Values;
}
