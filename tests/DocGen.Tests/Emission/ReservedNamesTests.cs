using System.Reflection;
using DocGen.Generator.Emission;
using DocGen.Infrastructure;

namespace DocGen.Tests.Emission;

/// <summary>A member that the runtime gains must not meet one from the docs.</summary>
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
    public void Every_member_that_emitted_classes_have_of_their_own_is_reserved()
    {
        Assert.Subset(
            new HashSet<string>(ReservedNames.EnumMembers),
            new HashSet<string> { nameof(IOpenEnum.Value), "Values", "HasFlag", "ReadJson", "Equals", "GetHashCode", "ToString" });
        Assert.Subset(new HashSet<string>(ReservedNames.ResourceMembers), new HashSet<string> { "ReadJson", "CreateInstance", "MemberStates", "MemberStates4" });
        Assert.Subset(new HashSet<string>(ReservedNames.RequestMembers), new HashSet<string> { "WriteBody", "DocumentedScopes", "MemberStates" });
        Assert.Superset(new HashSet<string>(ReservedNames.EnumMembers), new HashSet<string>(ReservedNames.Types));
    }

    private static IEnumerable<string> Inherited(Type type) => type
        .GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.FlattenHierarchy)
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
