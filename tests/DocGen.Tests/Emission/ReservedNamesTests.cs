using System.Reflection;
using DocGen.Generator.Emission;
using DocGen.Generator.Model;
using DocGen.Generator.Naming;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DocGen.Tests.Emission;

/// <summary>Tests that the names of runtime members are reserved, so that documented names do not collide.</summary>
public class ReservedNamesTests
{
    [Fact]
    public void Every_inherited_member_is_reserved()
    {
        Assert.Empty(Inherited(typeof(ApiResource)).Except(ReservedNames.ResourceMembers));
        Assert.Empty(Inherited(typeof(ApiRequest<string>)).Except(ReservedNames.RequestMembers));
        Assert.Empty(Inherited(typeof(Response<string>)).Except(ReservedNames.ResponseMembers));
        Assert.Empty(Inherited(typeof(LongRunningResponse<string>)).Except(ReservedNames.ResponseMembers));
        Assert.Empty(Inherited(typeof(LongRunningResponse)).Except(ReservedNames.ResponseMembers));
        Assert.Empty(Inherited(typeof(StreamResponse)).Except(ReservedNames.ResponseMembers));
        Assert.Empty(Inherited(typeof(ServiceClient)).Except(ReservedNames.ClientMembers));
    }

    [Fact]
    public void Every_member_that_emitted_classes_add_is_reserved()
    {
        SyntaxNode root = CSharpSyntaxTree.ParseText(FileEmitter.Emit(Samples.Drive)).GetRoot();
        int checkedTypes = 0;
        foreach (TypeDeclarationSyntax type in root.DescendantNodes().OfType<TypeDeclarationSyntax>())
        {
            string name = type.Identifier.Text;
            IReadOnlyCollection<string>? reserved =
                name.EndsWith("Request", StringComparison.Ordinal) ? ReservedNames.RequestMembersBesideUrls
                : name.EndsWith("Response", StringComparison.Ordinal) ? ReservedNames.ResponseMembers
                : type.IsKind(SyntaxKind.RecordStructDeclaration) ? ReservedNames.EnumMembers
                : Samples.Drive.Types.Any(candidate => candidate.Name == name) ? ReservedNames.ResourceMembers
                : null;
            if (reserved is null)
                continue;

            IEnumerable<string> own = type.Members.SelectMany(Names).Where(member => member[0] != '_');
            Assert.Empty(own.Except(reserved).Except(Documented));
            checkedTypes++;
        }

        Assert.Equal(5 + 2 + 9 + 7, checkedTypes); // types, enums, requests and responses of the sample
    }

    [Fact]
    public void The_names_of_state_fields_are_reserved()
    {
        string[] fields = [MemberBits.Field(16), MemberBits.Field(17)];
        string[] names = [.. fields.Select(field => char.ToUpperInvariant(field[1]) + field[2..]),
            ReservedNames.NumbersEnum, ReservedNames.WordsStruct];

        Assert.Equal(["_bits", "_bitWords"], fields);
        Assert.Empty(names.Except(ReservedNames.ResourceMembers));
        Assert.Empty(names.Except(ReservedNames.RequestMembers));
        Assert.Empty(names.Except(ReservedNames.Types));
    }

    private static IEnumerable<string> Documented =>
    [
        .. Samples.Drive.Types.SelectMany(type => type.Properties).Select(property => property.Name),
        .. Samples.Drive.Enums.SelectMany(type => type.Members).Select(member => member.Name),
        .. Samples.Drive.Operations!.Operations.SelectMany(operation => operation.Options)
            .Select(option => option.Name),
        .. Samples.Drive.Operations.Operations.SelectMany(operation => operation.Urls)
            .Select(url => url.FactoryName ?? "Body"),
        .. Samples.Drive.Operations.Operations.SelectMany(operation => operation.Response.Headers)
            .Select(header => header.Name),
        "Body", "Metadata", "Content", "ContentType",
    ];

    private static IEnumerable<string> Names(MemberDeclarationSyntax member) => member switch
    {
        // An explicit interface implementation is not a member name of the class.
        PropertyDeclarationSyntax { ExplicitInterfaceSpecifier: null } property => [property.Identifier.Text],
        MethodDeclarationSyntax { ExplicitInterfaceSpecifier: null } method => [method.Identifier.Text],
        BaseTypeDeclarationSyntax type => [type.Identifier.Text],
        FieldDeclarationSyntax field => field.Declaration.Variables.Select(variable => variable.Identifier.Text),
        _ => [],
    };

    private static IEnumerable<string> Inherited(Type type) => type
        .GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static
            | BindingFlags.FlattenHierarchy)
        .Where(IsVisibleToDerived)
        .Select(member => member.Name)
        .Distinct();

    private static bool IsVisibleToDerived(MemberInfo member) => member switch
    {
        MethodBase { IsSpecialName: true } => false,
        MethodBase method => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly,
        PropertyInfo property => property.GetAccessors(nonPublic: true).Any(accessor =>
            accessor.IsPublic || accessor.IsFamily || accessor.IsFamilyOrAssembly),
        FieldInfo field => field.IsPublic || field.IsFamily,
        EventInfo => true,
        _ => false,
    };
}
