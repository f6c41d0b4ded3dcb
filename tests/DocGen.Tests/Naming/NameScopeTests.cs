using DocGen.Generator.Naming;

namespace DocGen.Tests.Naming;

public class NameScopeTests
{
    [Fact]
    public void A_scope_returns_each_name_only_once_ignoring_case()
    {
        var scope = new NameScope(["Clone"]);

        Assert.Equal(
            ["CloneValue", "Name", "nameValue", "NAMEValue2"],
            from name in (IEnumerable<string>)["Clone", "Name", "name", "NAME"] select scope.Claim(name, "Value"));
    }
}
